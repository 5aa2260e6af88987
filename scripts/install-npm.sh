#!/usr/bin/env bash
# Installs packages from the npm registry into .cache/NAME, once for each set of them, and prints their folder. No install
# script is run. Usage: scripts/install-npm.sh NAME PACKAGE@VERSION…
set -euo pipefail
cd "$(dirname "$0")/.."
folder=.cache/$1 packages=${*:2}
if [ "$(cat "$folder/version" 2>/dev/null)" != "$packages" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  echo '{}' >"$folder/package.json"
  npm install --prefix "$folder" --ignore-scripts --omit=optional --no-audit --no-fund --silent "${@:2}" >&2
  echo "$packages" >"$folder/version"
fi
echo "$PWD/$folder/node_modules"
