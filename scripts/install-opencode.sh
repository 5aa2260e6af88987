#!/usr/bin/env bash
# Installs opencode from the npm registry into .cache/opencode and prints the path of its program, so that tests in
# test/e2e can prove things with a real host. Usage: scripts/install-opencode.sh [version]
set -euo pipefail
version=${1:-1.18.34}
exec "$(dirname "$0")/unpack-npm.sh" opencode "$version" "opencode-PLATFORM@$version" bin/opencode
