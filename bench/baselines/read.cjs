// What a program costs that does nothing but list a folder and read every file in it whose name allows it to configure an
// MCP server.
const { readdirSync, readFileSync } = require('node:fs');
const { join } = require('node:path');

const CANDIDATE = /\.(?:jsonc?|toml|ya?ml|mdx?|[cm]?[jt]sx?|sh|bash|zsh|ps1)$/;
let bytes = 0;
const left = [process.argv[2]];
for (let folder = left.pop(); folder !== undefined; folder = left.pop()) {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory()) {
      if (entry.name !== '.git' && entry.name !== 'node_modules') left.push(join(folder, entry.name));
    } else if (CANDIDATE.test(entry.name)) bytes += readFileSync(join(folder, entry.name)).length;
  }
}
if (bytes === 0) throw new Error('nothing to read');
