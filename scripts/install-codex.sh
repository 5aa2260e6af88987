#!/usr/bin/env bash
# Installs Codex from the npm registry into .cache/codex and prints the path of its program, so that
# test/e2e/hosts-agree.test.ts can compare what a real host reads with what we read. Usage: scripts/install-codex.sh [version]
set -euo pipefail
version=${1:-0.169.0}
exec "$(dirname "$0")/unpack-npm.sh" codex "$version" "@openai/codex@$version-PLATFORM" codex /bin/codex
