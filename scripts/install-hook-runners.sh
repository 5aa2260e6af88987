#!/usr/bin/env bash
# Installs husky and lint-staged from the npm registry into .cache/hook-runners and prints the path of their folder, so that
# test/e2e/husky.test.ts can commit through them. Usage: scripts/install-hook-runners.sh
exec "$(dirname "$0")/install-npm.sh" hook-runners husky@9.1.7 lint-staged@15.5.2
