#!/usr/bin/env bash
# Installs pre-commit from PyPI into .cache/pre-commit and prints the path of its program, so that
# test/e2e/pre-commit.test.ts can commit through our hooks as their users do. Usage: scripts/install-pre-commit.sh [version]
exec "$(dirname "$0")/install-pypi.sh" pre-commit "${1:-4.7.0}" python3
