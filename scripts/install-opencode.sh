#!/usr/bin/env bash
# Installs opencode from the npm registry into .cache/opencode and prints the path of its binary, so that
# test/e2e/hosts.test.ts can prove with a real host that a fixed server still gets its secret. The package of the platform
# has the binary inside; no install script is run. Usage: scripts/install-opencode.sh [version]
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-1.18.34}
folder=.cache/opencode
if [ "$(cat "$folder/version" 2>/dev/null)" != "$version" ]; then
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) platform=linux-x64 ;;
    Linux-aarch64) platform=linux-arm64 ;;
    Darwin-arm64) platform=darwin-arm64 ;;
    Darwin-x86_64) platform=darwin-x64 ;;
    *) echo "no opencode package for this platform" >&2; exit 1 ;;
  esac
  rm -rf "$folder"
  mkdir -p "$folder"
  tarball=$(cd "$folder" && npm pack --silent "opencode-$platform@$version" | tail -n 1)
  tar -xzf "$folder/$tarball" -C "$folder" --strip-components=1
  rm "$folder/$tarball"
  echo "$version" >"$folder/version"
fi
echo "$PWD/$folder/bin/opencode"
