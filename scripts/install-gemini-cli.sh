#!/usr/bin/env bash
# Installs Gemini CLI from the npm registry into .cache/gemini-cli and prints the path of its program, so that
# test/e2e/hosts.test.ts can prove with a real host that a fixed server still gets its secret. No install script is run.
# Usage: scripts/install-gemini-cli.sh [version]
set -euo pipefail
packages=$("$(dirname "$0")/install-npm.sh" gemini-cli "@google/gemini-cli@${1:-0.61.0}")
echo "$packages/.bin/gemini"
