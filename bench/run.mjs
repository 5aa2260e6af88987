// Measures the built program beside what it is measured by: `npm run bench -- [--node <path>]… [--rounds <n>] [name]…`.
// Exits with 1 when a ratio is over its target.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exec } from './exec.mjs';
import { folder } from './folder.mjs';
import { largeFile } from './large-file.mjs';
import { rules } from './rules.mjs';
import { sources } from './sources.mjs';
import { startUp } from './start-up.mjs';

/**
 * @typedef {{
 *   cli: string,
 *   nodes: readonly { path: string, version: string }[],
 *   rounds: number,
 *   folder: string,
 * }} Bench what a bench may use; its folder is empty and removed afterwards
 *
 * Without a target a row only informs.
 * @typedef {import('./compare.mjs').Comparison & { name: string, unit: string, target?: number }} Row
 */

const BENCHES = { 'start-up': startUp, exec, 'large-file': largeFile, folder, sources, rules };

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    node: { type: 'string', multiple: true, default: [] },
    rounds: { type: 'string', default: '9' },
    cli: { type: 'string', default: fileURLToPath(new URL('../dist/cli.cjs', import.meta.url)) },
  },
});
for (const name of positionals) if (!Object.hasOwn(BENCHES, name)) throw new Error(`no bench ${name}`);
if (!existsSync(values.cli)) throw new Error(`${values.cli} is not there: build first`);
const nodes = [process.execPath, ...values.node].map((path) => {
  return { path, version: execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim() };
});

let over = false;
print('name', 'ratio', 'target', '', 'medians');
for (const [name, bench] of Object.entries(BENCHES)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const temporary = mkdtempSync(join(tmpdir(), 'mcp-lint-bench-'));
  try {
    for (const row of bench({ cli: values.cli, nodes, rounds: Number(values.rounds), folder: temporary })) {
      const verdict = row.target === undefined ? '' : row.ratio <= row.target ? 'ok' : 'over';
      over ||= verdict === 'over';
      const medians = `${row.subject.toFixed(0)} / ${row.baseline.toFixed(0)} ${row.unit}`;
      print(row.name, row.ratio.toFixed(2), row.target?.toFixed(2) ?? '-', verdict, medians);
    }
  } finally {
    rmSync(temporary, { recursive: true, force: true });
  }
}
process.exitCode = over ? 1 : 0;

/** @param {string} name @param {string} ratio @param {string} target @param {string} verdict @param {string} medians */
function print(name, ratio, target, verdict, medians) {
  console.log(`${name.padEnd(46)}${ratio.padStart(6)}${target.padStart(8)}  ${verdict.padEnd(6)}${medians}`);
}
