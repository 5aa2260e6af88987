#!/usr/bin/env bash
# Installs husky and lint-staged from the npm registry into .cache/hook-runners and prints the path of their folder, so that
# test/e2e/husky.test.ts can commit through them. Usage: scripts/install-hook-runners.sh
set -euo pipefail
cd "$(dirname "$0")/.."
folder=.cache/hook-runners packages='husky@9.1.7 lint-staged@15.5.2'
if [ "$(cat "$folder/version" 2>/dev/null)" != "$packages" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  echo '{}' >"$folder/package.json"
  # shellcheck disable=SC2086
  npm install --prefix "$folder" --ignore-scripts --no-audit --no-fund $packages >&2
  echo "$packages" >"$folder/version"
fi
echo "$PWD/$folder/node_modules"
