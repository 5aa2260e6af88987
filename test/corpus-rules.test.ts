import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { type Report, SEVERITIES } from '../src/core/report.ts';
import { RULES } from '../src/rules/rules.ts';
import { lint } from '../src/run.ts';

// A collection of real public configs, scrubbed. It is no part of the project: without it these tests are skipped.
const CORPUS = process.env['MCP_LINT_CORPUS'] ?? join('..', 'shared', 'corpus');
const FOLDER = join(CORPUS, 'files');
const missing = !existsSync(FOLDER);
const title = missing ? 'SKIPPED: no corpus of real configs at MCP_LINT_CORPUS' : 'rules on real configs';

/** Errors and warnings on files without a credential, each read by hand and found right. */
const REVIEWED: Readonly<Record<string, { readonly count: number; readonly because: string }>> = {
  'deprecated-server': {
    count: 3,
    because: 'archived servers of Brave Search and Slack are handed a token by reference',
  },
  'filesystem-reach': {
    count: 5,
    because: 'server-filesystem is given a whole home folder: one in three versions, another in two',
  },
  'reference-without-source': {
    count: 1,
    because: 'the prompt for an access token has no "password": true, so that VS Code keeps it as plain text',
  },
};

describe.skipIf(missing)(title, () => {
  let report: Report;
  let withCredential: ReadonlySet<string>;

  beforeAll(async () => {
    const files = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.(?:jsonc?|template|example)$/.test(name),
    );
    const standIns = Object.keys(JSON.parse(readFileSync(join(CORPUS, 'credentials.json'), 'utf8')));
    withCredential = new Set(
      files.filter((file) => {
        const text = readFileSync(join(FOLDER, file), 'utf8');
        return standIns.some((value) => text.includes(value));
      }),
    );
    report = await lint(files, { cwd: FOLDER, home: '/home/nobody' });
  }, 60_000);

  test('every error and warning on a file without a credential has been reviewed', () => {
    const found = new Map<string, number>();
    for (const { rule, severity, file } of report.findings) {
      if (severity !== 'info' && !withCredential.has(file)) found.set(rule, (found.get(rule) ?? 0) + 1);
    }
    const reviewed = Object.entries(REVIEWED).map(([rule, { count }]) => [rule, count] as const);
    expect(Object.fromEntries([...found].sort())).toEqual(Object.fromEntries(reviewed));
  });

  test('counts for the record', () => {
    const rows = RULES.map(({ meta }) => {
      const own = report.findings.filter(({ rule }) => rule === meta.id);
      const counts = SEVERITIES.map((level) => own.filter(({ severity }) => severity === level).length);
      return `${meta.id.padEnd(30)}${counts.map((count) => String(count).padStart(8)).join('')}`;
    });
    const head = `${`${report.files.length} files`.padEnd(30)}${SEVERITIES.map((level) => level.padStart(8)).join('')}`;
    console.log([head, ...rows].join('\n'));
    expect(report.findings.length).toBe(
      SEVERITIES.reduce((sum, level) => sum + report.summary[`${level}s`], 0),
    );
  });
});
