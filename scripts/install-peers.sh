#!/usr/bin/env bash
# Installs the scanners that `npm run compare` measures mcp-lint beside into .cache/peers, each by the package manager of its
# language: npm, pip and go, which must be there. Building trufflehog takes many minutes. Usage: scripts/install-peers.sh
set -euo pipefail
cd "$(dirname "$0")/.."
# secretlint wants Node.js 22 or later.
scripts/install-node.sh 24
mkdir -p .cache/peers/bin .cache/peers/npm
cd .cache/peers
here=$PWD

if [ ! -x bin/gitleaks ]; then
  GOBIN=$here/bin go install github.com/zricethezav/gitleaks/v8@v8.30.1
fi
if [ ! -x bin/trufflehog ]; then
  # Its module replaces others, which `go install` refuses.
  module=$(go mod download -json github.com/trufflesecurity/trufflehog/v3@v3.95.2 | sed -n 's/.*"Dir": "\(.*\)".*/\1/p')
  rm -rf trufflehog && cp -r "$module" trufflehog && chmod -R u+w trufflehog
  (cd trufflehog && go build -o "$here/bin/trufflehog" .)
  rm -rf trufflehog
fi
if [ ! -x python/bin/detect-secrets ]; then
  python3 -m venv python
  python/bin/pip install --quiet detect-secrets==1.5.0
fi
if [ ! -f npm/node_modules/ecc-agentshield/dist/index.js ]; then
  echo '{"private": true}' >npm/package.json
  echo '{"rules": [{"id": "@secretlint/secretlint-rule-preset-recommend"}]}' >npm/.secretlintrc.json
  # No word about the Node.js that npm runs in.
  npm --prefix npm install --no-audit --no-fund --ignore-scripts --loglevel=error \
    secretlint@13.0.6 @secretlint/secretlint-rule-preset-recommend@13.0.6 ecc-agentshield@1.6.0
fi
