import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { reportMarkdown } from '../../src/reporters/markdown.ts';
import { type RankedRow, rankedMarkdown } from '../../src/reporters/markdown-ranked.ts';
import { code, escapeText } from '../../src/reporters/markdown-text.ts';
import { hostileReport, hostileText, UNSEEN } from './hostile-report.ts';
import { RANKING } from './rank-sample.ts';
import { CLEAN, SAMPLE } from './sample-report.ts';

const OURS = 'https://github.com/mcp-lint/mcp-lint/blob/main/rules.md#';

test('prints a table for every file', async () => {
  await expect(reportMarkdown(SAMPLE, { advice: true })).toMatchFileSnapshot(
    '../golden/reporters/sample.markdown.txt',
  );
  expect(reportMarkdown(CLEAN, { advice: true })).toBe('### mcp-lint: No problems in 1 file, 2 servers.\n');
});

test('counts advice that it does not show, and what a baseline leaves out', () => {
  const triage = { ignored: 1, known: 2, unused: [{ rule: 'r', file: 'f', path: 'p' }] };
  const text = reportMarkdown({ ...SAMPLE, triage }, { advice: false });
  expect(text).not.toContain('| info |');
  expect(text).toContain('1 piece of advice (level info) not shown.');
  expect(text).toContain(
    'Left out: 1 ignored, 2 in the baseline. Of the baseline, 1 finding no longer there.',
  );
});

test.each([2000, 10_000, 60_000, 600_000])('keeps to %i bytes, the most serious first', (room) => {
  const [error, warning] = SAMPLE.findings;
  const findings = Array.from({ length: 1000 }, (_, index) => ({
    ...(index % 100 === 0 ? error! : warning!),
    file: `${'日本'.repeat(20)}/${index}|`,
  }));
  const text = reportMarkdown({ ...SAMPLE, findings }, { advice: true, room });
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(room);
  const count = (level: string) => text.split('\n').filter((line) => line.startsWith(`| ${level} |`)).length;
  if (count('warning') > 0) expect(count('error')).toBe(10);
  if (count('error') + count('warning') < 1000) expect(text).toMatch(/There is no room for \d+ rows more/);
});

test('a ranking keeps to its room as well', () => {
  const rows = Array.from(
    { length: 5000 },
    (): RankedRow => ({ server: RANKING.servers[0]!, change: 'added' }),
  );
  const text = rankedMarkdown(rows, 50_000);
  expect(Buffer.byteLength(text)).toBeLessThanOrEqual(50_000);
  expect(text).toMatch(/There is no room for \d+ servers more\./);
});

test.each([
  ['a\\|[b](https://evil.example)', '<code>a&#92;&#124;&#91;b&#93;(https:/&#47;evil.example)</code>'],
  ['``` `', '<code>&#96;&#96;&#96; &#96;</code>'],
  ['<!-- x', '<code>&#60;!-- x</code>'],
  ['@scope/server', '`@scope/server`'],
  [' ', '` `'],
])('%j is code that ends nowhere else', (name, expected) => {
  expect(code(name)).toBe(expected);
});

test('nothing in a name is markup, a link, a picture, HTML or a mention, in any place of a table', () => {
  fc.assert(
    fc.property(hostileReport, (report) => expectHarmless(reportMarkdown(report, { advice: true }), 4)),
    { seed: 1, numRuns: 100 },
  );
  fc.assert(
    fc.property(
      fc.oneof(hostileText, fc.string({ unit: fc.constantFrom(...'\\`|[]()<>!*_~#@:/w.&$ "') })),
      (text) => {
        expectHarmless(`| ${code(text)} | ${escapeText(text)} |\n`, 2);
      },
    ),
    { seed: 1, numRuns: 100 },
  );
});

/** What GitHub would do something with: tags, links, mentions, references; and cells that a text has added. */
function expectHarmless(text: string, cells: number): void {
  expect(text).not.toMatch(UNSEEN);
  const plain = text.replace(/\[[a-z0-9-]+\]\(([^()]*)\)/g, (_, url: string) =>
    url.startsWith(OURS) ? '' : '[](!)',
  );
  const shown = plain
    .replace(/<!-- -->/g, '\u2060')
    .replace(/<\/?code>/g, '')
    .replace(/`[\w ./:,@+~-]+`/g, '');
  for (const line of shown.split('\n').filter((one) => !/^\| -/.test(one))) {
    expect(line.replace(/^#{3,4} /, '').replace(/&#\d+;/g, '\u2061')).not.toMatch(
      /[<>[\]*_`~\\$^&]|@(?!\u2060)|#\d|:\/\/|www\./i,
    );
    const bars = line.match(/\|/g)?.length ?? 0;
    if (line.startsWith('| not fully') || bars === 4) continue;
    if (bars > 0) expect(bars).toBe(cells + 1);
  }
}

test('reports of others are not linked to', () => {
  const finding = { ...SAMPLE.findings[0]!, rule: 'x](https://evil.example)' };
  const report: Report = { ...SAMPLE, findings: [finding] };
  expect(reportMarkdown(report, { advice: true })).not.toContain('](');
});
