import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import { label } from '../../src/core/label.ts';
import { type PrettyOptions, reportPretty } from '../../src/reporters/pretty.ts';
import { widthOf } from '../../src/reporters/text-width.ts';
import { hostileReport, hostileText, UNSEEN } from './hostile-report.ts';
import { CLEAN, SAMPLE } from './sample-report.ts';

const PLAIN: PrettyOptions = { quiet: false, advice: true, named: [] };
const OWN_COLORS = /\u001b\[(?:1|2|22|31|33|34|36|39)m/g;

test('shows findings, problems and a summary', async () => {
  await expect(reportPretty(SAMPLE, { ...PLAIN, named: ['settings.json', '.mcp.json'] })).toMatchFileSnapshot(
    '../golden/reporters/sample.pretty.txt',
  );
});

test('shows the same in colours', () => {
  const colored = reportPretty(SAMPLE, { ...PLAIN, paint: picocolors.createColors(true) });
  expect(colored).not.toBe(stripVTControlCharacters(colored));
  expect(stripVTControlCharacters(colored)).toBe(reportPretty(SAMPLE, PLAIN));
});

test('counts advice instead of showing it, unless it is asked for', () => {
  const text = reportPretty(SAMPLE, { ...PLAIN, advice: false });
  expect(text).not.toContain('info[');
  expect(text).toContain('\n\nAdvice (--verbose shows it): duplicate-key 1\n\n');
  expect(text.split('\n').at(-2)).toBe(reportPretty(SAMPLE, PLAIN).split('\n').at(-2));
});

test('a code frame stands once, however many findings are about its place', () => {
  const [first] = SAMPLE.findings;
  const again = { ...first!, rule: 'other-rule', fingerprint: 'other' };
  const text = reportPretty({ ...SAMPLE, findings: [first!, again] }, PLAIN);
  expect(text.match(/\^{2,}/g)).toHaveLength(1);
  expect(text.match(/-->/g)!.length).toBeGreaterThanOrEqual(2);
});

test('names some of many further places, and says how many there are', () => {
  const [finding] = SAMPLE.findings;
  const related = Array.from({ length: 12 }, () => ({
    file: 'b.json',
    region: finding!.region,
    message: 'the same',
  }));
  const text = reportPretty({ ...SAMPLE, findings: [{ ...finding!, related }] }, PLAIN);
  expect(text.match(/the same/g)).toHaveLength(8);
  expect(text).toMatch(/= also: +4 more\n/);
});

test('shows errors and problems only when quiet', () => {
  const text = reportPretty(SAMPLE, { ...PLAIN, quiet: true, named: ['settings.json'] });
  expect(text).toContain('error[inline-credential]');
  expect(text).toContain('problem[syntax]');
  expect(text).not.toMatch(/warning|info\[|settings\.json/);
  expect(text).toMatch(/\n1 error in 1 of 5 files, 3 servers; 2 not fully linted\.\n$/);
  expect(reportPretty(CLEAN, { ...PLAIN, quiet: true })).toBe('');
});

test('says in one line that nothing was found', () => {
  expect(reportPretty(CLEAN, PLAIN)).toBe('No problems in 1 file, 2 servers.\n');
});

test('says that nothing was found in spite of problems, but not that all is well', () => {
  const { problems } = SAMPLE.summary;
  const text = reportPretty({ ...SAMPLE, findings: [] }, PLAIN);
  expect(text).toContain(`Nothing found in 5 files, 3 servers; ${problems} not fully linted.\n`);
  expect(text).not.toContain('No problems');
});

test('says of a named file that it has no servers', () => {
  const file = { path: 'x.json', servers: 0 };
  const alone = { ...CLEAN, files: [file], summary: { ...CLEAN.summary, servers: 0 } };
  expect(reportPretty(alone, { ...PLAIN, named: ['x.json'] })).toBe('x.json: no MCP servers\n');
  expect(reportPretty(alone, PLAIN)).toBe('No problems in 1 file, 0 servers.\n');
  const two = { ...CLEAN, files: [...CLEAN.files, file], summary: { ...CLEAN.summary, files: 2 } };
  expect(reportPretty(two, { ...PLAIN, named: ['x.json', '.mcp.json'] })).toBe(
    'x.json: no MCP servers\nNo problems in 2 files, 2 servers.\n',
  );
});

test('shows the places that were looked at', () => {
  const places = [
    { path: '.mcp.json', owner: 'One (project)', found: ['.mcp.json'] },
    { path: '~/.cursor/mcp.json', owner: 'Two', found: [] },
    { path: '.vscode/mcp.json', owner: 'One (user)', found: [] },
  ];
  expect(reportPretty(CLEAN, { ...PLAIN, places })).toBe(
    'Looked in 3 places:\n  .mcp.json  2 servers\n  not found: ~/.cursor/mcp.json, .vscode/mcp.json\n\nNo problems in 1 file, 2 servers.\n',
  );
  expect(reportPretty(CLEAN, { ...PLAIN, advice: false, places })).toContain(
    '\n  not found: configs of Two (--verbose lists the places)\n',
  );
  const nothing = { ...CLEAN, files: [], summary: { ...CLEAN.summary, files: 0 } };
  expect(reportPretty(nothing, { ...PLAIN, places: places.slice(1) })).toBe(
    'Looked in 2 places:\n  not found: ~/.cursor/mcp.json, .vscode/mcp.json\n\nNo MCP configs found.\n',
  );
});

test('explains a kind of finding once a file', () => {
  const [finding] = SAMPLE.findings;
  const further = { ...finding!, region: { ...finding!.region, offset: finding!.region.offset + 100 } };
  const text = reportPretty(
    { ...SAMPLE, findings: [finding!, further, { ...finding!, file: 'other.json' }] },
    PLAIN,
  );
  expect(text.match(/= why:/g)).toHaveLength(2);
  expect(text.match(/= docs:/g)).toHaveLength(1);
  expect(text.match(/\^{8}/g)).toHaveLength(3);
});

test('keeps findings of a file together', () => {
  const [first, second, third] = SAMPLE.findings;
  const text = reportPretty({ ...SAMPLE, findings: [first!, third!, second!] }, PLAIN);
  expect([...text.matchAll(/--> (.*):\d+:\d+$/gm)].map((match) => match[1]).slice(0, 3)).toEqual([
    '.mcp.json',
    '.mcp.json',
    '/home/kim/My Configs/claude.json',
  ]);
});

test('wraps long text at the width', () => {
  const lines = reportPretty(SAMPLE, { ...PLAIN, width: 80 }).split('\n');
  expect(lines.filter((line) => widthOf(line) > 80 && !line.includes('https://'))).toEqual([]);
  expect(reportPretty(SAMPLE, { ...PLAIN, width: 0 })).toContain('GITHUB_TOKEN');
});

test('sets the marker under wide characters', () => {
  const [finding] = SAMPLE.findings;
  const frame = [{ line: 7, text: label('"日本": "********"'), mark: { column: 7, length: 8 } }];
  const lines = reportPretty({ ...SAMPLE, findings: [{ ...finding!, frame }] }, PLAIN).split('\n');
  const code = lines.findIndex((line) => line.includes('********'));
  expect(lines[code + 1]!.indexOf('^')).toBe(
    widthOf(lines[code]!.slice(0, lines[code]!.indexOf('********'))),
  );
});

test('lets nothing through that acts on a terminal', () => {
  fc.assert(
    fc.property(
      hostileReport,
      fc.array(hostileText, { maxLength: 3 }),
      fc.boolean(),
      (report, names, color) => {
        const places = names.map((path) => ({ path, owner: path, found: names }));
        const text = reportPretty(report, {
          ...(color && { paint: picocolors.createColors(true) }),
          quiet: false,
          advice: names.length > 1,
          named: report.files.map(({ path }) => path),
          places,
        });
        const bare = color ? text.replace(OWN_COLORS, '') : text;
        expect(bare).not.toMatch(UNSEEN);
      },
    ),
    { seed: 1, numRuns: 300 },
  );
});
