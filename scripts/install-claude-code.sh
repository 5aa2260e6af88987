#!/usr/bin/env bash
# Installs Claude Code from the npm registry into .cache/claude-code and prints the path of its program, so that tests in
# test/e2e can compare what a real host reads with what we read. Usage: scripts/install-claude-code.sh [version]
set -euo pipefail
version=${1:-2.1.330}
exec "$(dirname "$0")/unpack-npm.sh" claude-code "$version" "@anthropic-ai/claude-code-PLATFORM@$version" claude
