#!/usr/bin/env bash
# Installs a Node.js version from the npm registry into .cache/node/<version> and prints the path of its binary.
# The package `node` would do it in an install script, which current npm does not run; the package of the platform has
# the binary inside. Usage: scripts/install-node.sh 24
set -euo pipefail
cd "$(dirname "$0")/.."
range=$1
folder=.cache/node/$range
if [ ! -x "$folder/bin/node" ]; then
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) platform=linux-x64 ;;
    Linux-aarch64) platform=linux-arm64 ;;
    Darwin-arm64) platform=darwin-arm64 ;;
    Darwin-x86_64) platform=darwin-x64 ;;
    *) echo "no Node.js package for this platform" >&2; exit 1 ;;
  esac
  rm -rf "$folder"
  mkdir -p "$folder"
  tarball=$(cd "$folder" && npm pack --silent "node-$platform@$range" | tail -n 1)
  tar -xzf "$folder/$tarball" -C "$folder" --strip-components=1
  rm "$folder/$tarball"
fi
echo "$PWD/$folder/bin/node"
