#!/usr/bin/env bash
# Installs a Node.js version from the npm registry into .cache/node/<version> and prints the path of its program. The
# package `node` would do it in an install script, which current npm does not run. Usage: scripts/install-node.sh 24
set -euo pipefail
exec "$(dirname "$0")/unpack-npm.sh" "node/$1" "$1" "node-PLATFORM@$1" bin/node
