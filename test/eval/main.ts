import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { faultsOf } from './check.ts';
import { generate, type Sample } from './generate.ts';
import { describeScore, shortfallsOf, statistics } from './report.ts';
import { findingsOf } from './sarif.ts';
import { type Finding, scoreFindings } from './score.ts';

const HELP = `usage: npm run eval -- [options]
  --seed <number>    which set (7)
  --files <number>   how many files (3000)
  --hosts <ids>      only files of these hosts, separated by commas
  --cli <path>       the linter (dist/cli.cjs)
  --out <folder>     where to put the files; kept afterwards
  --stats            only say what would be planted
  --list <number>    how many misses and false alarms to list (30)
  --show-values      print the made-up values, too
`;

const THRESHOLD = 0.99;
const PART = 500;

/** Writes the files below `folder`. */
export function writeSamples(samples: readonly Sample[], folder: string): void {
  for (const sample of samples) {
    const path = join(folder, sample.path);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, (sample.bom ? '\ufeff' : '') + sample.text);
  }
}

/** Runs the linter over `folder`; a finding is no failure. */
function lint(cli: string, folder: string): Promise<string> {
  return new Promise((done, fail) => {
    execFile(
      process.execPath,
      [cli, '--format', 'sarif', folder],
      { cwd: folder, maxBuffer: 1 << 30 },
      (error, stdout, stderr) => {
        if (stdout.trimStart().startsWith('{')) done(stdout);
        else fail(new Error(`no SARIF from ${cli}: ${stderr || String(error)}`));
      },
    );
  });
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      seed: { type: 'string', default: '7' },
      files: { type: 'string', default: '3000' },
      hosts: { type: 'string' },
      cli: { type: 'string', default: 'dist/cli.cjs' },
      out: { type: 'string' },
      list: { type: 'string', default: '30' },
      stats: { type: 'boolean', default: false },
      'show-values': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return 0;
  }
  const samples = generate(Number(values.seed), Number(values.files), values.hosts?.split(','));
  const faults = samples.flatMap(faultsOf);
  if (faults.length > 0) {
    console.error(`the set itself is wrong:\n${faults.slice(0, 30).join('\n')}`);
    return 2;
  }
  if (values.stats) {
    console.log(statistics(samples));
    return 0;
  }
  const folder =
    values.out === undefined ? mkdtempSync(join(tmpdir(), 'mcp-lint-eval-')) : resolve(values.out);
  try {
    const findings: Finding[] = [];
    // In parts: code scanning services take a limited number of results per file, and linters may keep to that.
    for (let first = 0; first < samples.length; first += PART) {
      const part = samples.slice(first, first + PART);
      const place = join(folder, `part${first / PART}`);
      writeSamples(part, place);
      findings.push(...findingsOf(await lint(resolve(values.cli), place), part, place, place));
    }
    const score = scoreFindings(samples, findings);
    const texts = new Map(samples.map((sample) => [sample.path, sample.text]));
    const reveal = (file: string, start: number, end: number): string =>
      values['show-values'] ? (texts.get(file) ?? '').slice(start, end) : '';
    console.log(describeScore(score, reveal, Number(values.list)));
    const shortfalls = shortfallsOf(score, THRESHOLD);
    if (shortfalls.length > 0) console.log(`\n${shortfalls.join('\n')}`);
    return shortfalls.length > 0 ? 1 : 0;
  } finally {
    if (values.out === undefined) rmSync(folder, { recursive: true, force: true });
  }
}

process.exitCode = await main();
