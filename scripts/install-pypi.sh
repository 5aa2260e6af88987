#!/usr/bin/env bash
# Installs a program from PyPI into .cache/NAME, once for each version, and prints its path. Nothing is built.
# Usage: scripts/install-pypi.sh NAME VERSION PYTHON
set -euo pipefail
cd "$(dirname "$0")/.."
name=$1 version=$2 python=$3
folder=.cache/$name
if [ "$(cat "$folder/version" 2>/dev/null)" != "$version" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  "$python" -m venv "$folder/venv" >&2
  "$folder/venv/bin/python" -m pip install --quiet --only-binary :all: "$name==$version" >&2
  echo "$version" >"$folder/version"
fi
echo "$PWD/$folder/venv/bin/$name"
