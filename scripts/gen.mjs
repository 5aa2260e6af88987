// Writes what is generated from the sources: rules.md, schemas, hooks, the picture and the marked parts of the documents. `--check` only compares.
import { readFileSync, writeFileSync } from 'node:fs';
import { runBundled } from './run-bundled.mjs';

const { renderDocuments } = await runBundled('scripts/gen/documents.ts', '.cache/gen.mjs');
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
