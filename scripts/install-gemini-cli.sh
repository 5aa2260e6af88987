#!/usr/bin/env bash
# Installs Gemini CLI from the npm registry into .cache/gemini-cli and prints the path of its program, so that
# test/e2e/hosts.test.ts can prove with a real host that a fixed server still gets its secret. No install script is run.
# Usage: scripts/install-gemini-cli.sh [version]
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-0.61.0}
folder=.cache/gemini-cli
if [ "$(cat "$folder/version" 2>/dev/null)" != "$version" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  npm install --prefix "$folder" --ignore-scripts --omit=optional --no-audit --no-fund --silent "@google/gemini-cli@$version" >&2
  echo "$version" >"$folder/version"
fi
echo "$PWD/$folder/node_modules/.bin/gemini"
