#!/usr/bin/env bash
# Installs the broker authsome from PyPI into .cache/authsome and prints the path of its program, so that
# test/e2e/brokers.test.ts can prove with a real broker that a fixed server works with a placeholder. It needs Python 3.13
# or later. Usage: scripts/install-authsome.sh [version]
set -euo pipefail
cd "$(dirname "$0")/.."
version=${1:-0.7.2}
folder=.cache/authsome
if [ "$(cat "$folder/version" 2>/dev/null)" != "$version" ]; then
  python=
  for candidate in python3.14 python3.13 python3 "$HOME"/.pyenv/versions/3.1[3-9].*/bin/python; do
    if "$candidate" -c 'import sys; sys.exit(sys.version_info < (3, 13))' 2>/dev/null; then
      python=$candidate
      break
    fi
  done
  [ -n "$python" ] || { echo "authsome needs Python 3.13 or later" >&2; exit 1; }
  rm -rf "$folder"
  mkdir -p "$folder"
  "$python" -m venv "$folder/venv" >&2
  "$folder/venv/bin/python" -m pip install --quiet --only-binary :all: "authsome==$version" >&2
  echo "$version" >"$folder/version"
fi
echo "$PWD/$folder/venv/bin/authsome"
