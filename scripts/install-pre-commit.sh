#!/usr/bin/env bash
# Installs pre-commit from PyPI into .cache/pre-commit and prints the path of its program, so that
# test/e2e/pre-commit.test.ts can commit through our hooks as their users do. Usage: scripts/install-pre-commit.sh [version]
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-4.7.0}
folder=.cache/pre-commit
if [ "$(cat "$folder/version" 2>/dev/null)" != "$version" ]; then
  rm -rf "$folder"
  mkdir -p "$folder"
  python3 -m venv "$folder/venv" >&2
  "$folder/venv/bin/python" -m pip install --quiet --only-binary :all: "pre-commit==$version" >&2
  echo "$version" >"$folder/version"
fi
echo "$PWD/$folder/venv/bin/pre-commit"
