#!/usr/bin/env bash
# Installs the broker authsome from PyPI into .cache/authsome and prints the path of its program, so that
# test/e2e/brokers.test.ts can prove with a real broker that a fixed server works with a placeholder. It needs Python 3.13
# or later. Usage: scripts/install-authsome.sh [version]
set -euo pipefail
for python in python3.14 python3.13 python3 "$HOME"/.pyenv/versions/3.1[3-9].*/bin/python; do
  if "$python" -c 'import sys; sys.exit(sys.version_info < (3, 13))' 2>/dev/null; then
    exec "$(dirname "$0")/install-pypi.sh" authsome "${1:-0.7.2}" "$python"
  fi
done
echo "authsome needs Python 3.13 or later" >&2
exit 1
