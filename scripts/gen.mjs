// Writes what is generated from the sources: rules.md and the marked parts of README.md. `--check` only compares.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const bundle = '.cache/gen.mjs';
mkdirSync('.cache', { recursive: true });
await build({
  entryPoints: ['scripts/gen/documents.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  mainFields: ['module', 'main'],
  logLevel: 'warning',
  banner: {
    js: "import { createRequire } from 'node:module';\nconst require = createRequire(import.meta.url);",
  },
});
const { renderDocuments } = await import(pathToFileURL(bundle).href);
const check = process.argv.includes('--check');
let stale = false;
for (const [file, render] of Object.entries(renderDocuments)) {
  const before = readFileSync(file, { encoding: 'utf8', flag: 'a+' });
  const after = await render(before);
  if (after === before) continue;
  stale = true;
  if (!check) writeFileSync(file, after);
  console.log(check ? `${file} is out of date: run "npm run gen"` : `${file} written`);
}
if (check && stale) process.exitCode = 1;
