// Checks what `npm pack` would publish: everything that is promised, nothing that is not. Usage: check-package.mjs <json>
import { readFileSync } from 'node:fs';
import { LAZY } from './bundle-settings.mjs';

const [{ files, size }] = JSON.parse(readFileSync(process.argv[2], 'utf8'));
const names = files.map(({ path }) => path);
const REQUIRED = [
  ...Object.values(LAZY).map(({ file }) => `dist/${file}`),
  'dist/cli.cjs',
  'dist/main.cjs',
  'dist/launch.cjs',
  'dist/hosts.json',
  'dist/issuers.json',
  'dist/known-servers.json',
  'dist/index.js',
  'dist/types/index.d.ts',
  'dist/THIRD-PARTY-NOTICES.txt',
  'src/cli.ts',
  'README.md',
  'LICENSE',
  'CHANGELOG.md',
  'SECURITY.md',
  'rules.md',
  'report.schema.json',
  'rank.schema.json',
  'jsonl.schema.json',
  'mcp-lint.schema.json',
  'package.json',
];
const ALLOWED =
  /^(?:dist\/(?!\.)|src\/)|^(?:README|LICENSE|CHANGELOG|SECURITY|rules|report\.schema|rank\.schema|jsonl\.schema|mcp-lint\.schema|package)(?:\.md|\.json)?$/;
const missing = REQUIRED.filter((name) => !names.includes(name));
const strangers = names.filter((name) => !ALLOWED.test(name));
for (const name of missing) console.error(`the package lacks ${name}`);
for (const name of strangers) console.error(`the package should not hold ${name}`);
console.log(`${names.length} files, ${Math.round(size / 1024)} kB packed`);
process.exitCode = missing.length + strangers.length > 0 ? 1 : 0;
