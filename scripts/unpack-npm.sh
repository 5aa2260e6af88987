#!/usr/bin/env bash
# Unpacks an npm package that has a program for one platform inside into .cache/<folder> and prints the path of the
# program; no install script is run. PLATFORM in the package stands for linux-x64 and the like. With a file to keep, only
# the file whose path ends so is unpacked. Usage: scripts/unpack-npm.sh <folder> <version> <package> <program> [file]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=.cache/$1 version=$2 package=$3 program=$4 file=${5:-}
if [ "$(cat "$folder/version" 2>/dev/null)" != "$version" ]; then
  case "$(uname -s)-$(uname -m)" in
    Linux-x86_64) platform=linux-x64 ;;
    Linux-aarch64) platform=linux-arm64 ;;
    Darwin-arm64) platform=darwin-arm64 ;;
    Darwin-x86_64) platform=darwin-x64 ;;
    *) echo "no such package for this platform" >&2; exit 1 ;;
  esac
  rm -rf "$folder"
  mkdir -p "$folder"
  tarball=$folder/$(cd "$folder" && npm pack --silent "${package/PLATFORM/$platform}" | tail -n 1)
  if [ -n "$file" ]; then
    tar -xzOf "$tarball" "$(tar -tzf "$tarball" | grep "$file\$")" >"$folder/$program"
    chmod +x "$folder/$program"
  else
    tar -xzf "$tarball" -C "$folder" --strip-components=1
  fi
  rm "$tarball"
  echo "$version" >"$folder/version"
fi
echo "$PWD/$folder/$program"
