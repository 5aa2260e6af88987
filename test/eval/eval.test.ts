import { describe, expect, it } from 'vitest';
import { faultsOf } from './check.ts';
import { FORMATS } from './credential.ts';
import { generate, HOSTS, type Label, type Sample } from './generate.ts';
import type { Dialect } from './host.ts';
import { describeScore, gradesOf, precisionOf, recallOf, shortfallsOf } from './report.ts';
import { findingsOf } from './sarif.ts';
import { scoreFindings } from './score.ts';

const samples = generate(7, 500);
const many = generate(2, 2400);
const secrets = samples.flatMap((sample) => sample.labels.filter((label) => label.verdict === 'secret'));

/** The SARIF of a linter that points at `labels`, by line and column. */
function sarifOf(labels: readonly Label[], tag = 'inline-credential'): string {
  const texts = new Map(samples.map((sample) => [sample.path, sample.text]));
  const place = (file: string, offset: number): { line: number; column: number } => {
    const before = (texts.get(file) ?? '').slice(0, offset).split('\n');
    return { line: before.length, column: (before.at(-1) ?? '').length + 1 };
  };
  const results = labels.map((label) => {
    const start = place(label.file, label.start);
    const end = place(label.file, label.end);
    const region = {
      startLine: start.line,
      startColumn: start.column,
      endLine: end.line,
      endColumn: end.column,
    };
    return {
      ruleId: 'r',
      locations: [{ physicalLocation: { artifactLocation: { uri: encodeURI(label.file) }, region } }],
    };
  });
  return JSON.stringify({
    runs: [{ tool: { driver: { rules: [{ id: 'r', properties: { tags: [tag] } }] } }, results }],
  });
}

const score = (labels: readonly Label[], tag?: string) =>
  scoreFindings(samples, findingsOf(sarifOf(labels, tag), samples, '/set', '/set'));

describe('the labelled set', () => {
  it('is the same for the same seed and another for another', () => {
    expect(generate(7, 20)).toEqual(samples.slice(0, 20));
    expect(generate(8, 20).map((sample) => sample.text)).not.toEqual(
      samples.slice(0, 20).map((sample) => sample.text),
    );
  });

  it('parses to what was meant, and its labels point at what was planted', () => {
    expect(samples.flatMap(faultsOf)).toEqual([]);
  });

  it('has files of every host and credentials of nearly every format', () => {
    expect(new Set(many.map((sample) => sample.host))).toEqual(new Set(HOSTS.map(({ id }) => id)));
    const labels = many.flatMap((sample) => sample.labels);
    const planted = new Set(
      labels.filter((label) => label.verdict === 'secret').map((label) => label.format),
    );
    expect(FORMATS.map((format) => format.id).filter((id) => !planted.has(id))).toEqual([]);
  });

  it('is only of the hosts that are asked for', () => {
    const hosts = generate(7, 40, ['codex', 'goose']).map((sample) => sample.host);
    expect([...new Set(hosts)].sort()).toEqual(['codex', 'goose']);
  });

  it.each<[Dialect, string, RegExp]>([
    ['toml', 'tables', /^\[mcp_servers\./m],
    ['toml', 'inline tables', /= \{ /],
    ['toml', 'dotted keys', /^env\.\w+ ?=/m],
    ['toml', 'literal strings', /= '/],
    ['toml', 'strings of several lines', /"""/],
    ['toml', 'escapes', /\\[uU]00/],
    ['yaml', 'flow', /: \[ ?\S/],
    ['yaml', 'texts in blocks', /: [|>]-?\r?\n/],
    ['yaml', 'anchors', /&common/],
    ['yaml', 'merge keys', /<<: \*common/],
    ['yaml', 'dashes below their key', /^( *)\w+:\r?\n\1- /m],
    ['markdown', 'blocks in lists', /^ {2,4}```/m],
    ['markdown', 'blocks in quotes', /^> (?:```|~~~)/m],
    ['markdown', 'commands', /claude mcp add/],
    ['markdown', 'links', /install-mcp\?name=/],
    ['markdown', 'frontmatter', /^---\r?\n/],
    ['script', 'constants', /^const \w+ = /m],
    ['script', 'templates', /\$\{/],
    ['script', 'readings of the environment', /process\.env/],
    ['script', 'spreads', /\.\.\.process\.env/],
    ['shell', 'quoted values', /['"]/],
  ])('in %s has %s', (dialect, _what, pattern) => {
    const texts = many.filter((sample) => sample.dialect === dialect);
    expect(texts.some((sample) => pattern.test(sample.text))).toBe(true);
  });

  it('has byte order marks, CR LF, tabs, comments, needless escapes and keys written twice', () => {
    const some = (test: (sample: Sample) => boolean): boolean => samples.some(test);
    expect(some((sample) => sample.bom)).toBe(true);
    expect(some((sample) => sample.text.includes('\r\n'))).toBe(true);
    expect(some((sample) => sample.text.includes('\n\t'))).toBe(true);
    expect(some((sample) => sample.relaxed && sample.text.includes('// '))).toBe(true);
    expect(some((sample) => /\\u00/.test(sample.text))).toBe(true);
    expect(secrets.some((label) => label.note === 'key written twice')).toBe(true);
  });
});

describe('the scorer', () => {
  it('gives full marks for pointing at every secret exactly', () => {
    const perfect = score(secrets);
    expect([recallOf(perfect), precisionOf(perfect), perfect.exact.length]).toEqual([1, 1, secrets.length]);
  });

  it('ignores rules without the tag', () => {
    expect(recallOf(score(secrets, 'something-else'))).toBe(0);
  });

  it('counts what was not found', () => {
    const half = score(secrets.slice(0, Math.floor(secrets.length / 2)));
    expect(half.misses.length).toBe(secrets.length - Math.floor(secrets.length / 2));
  });

  it('calls a finding on a setting a false alarm of its kind', () => {
    const negative = samples
      .flatMap((sample) => sample.labels)
      .find((label) => label.slot === 'placeholder:your') as Label;
    const result = score([...secrets, negative]);
    expect(result.falseAlarms.map((alarm) => alarm.kind)).toEqual(['placeholder:your']);
  });

  it('neither wants nor minds a finding on what people differ about', () => {
    const debatable = samples
      .flatMap((sample) => sample.labels)
      .filter((label) => label.verdict === 'optional');
    const result = score([...secrets, ...debatable]);
    expect([result.falseAlarms.length, result.debatable]).toEqual([0, debatable.length]);
  });

  it('wants most of a secret and little else', () => {
    const one = secrets.find(
      (label) => label.end - label.start === 40 && label.alternatives.length === 0,
    ) as Label;
    const found = (start: number, end: number): boolean =>
      score([{ ...one, start: one.start + start, end: one.end + end }]).found.length === 1;
    expect([found(8, 0), found(9, 0), found(-7, 7), found(-8, 7)]).toEqual([true, false, true, false]);
  });

  it('grades the whole, each host and each dialect, and tells what is not good enough', () => {
    const markdown = secrets.filter((label) => label.dialect === 'markdown');
    const grades = gradesOf(score(secrets.filter((label) => label.dialect !== 'markdown')));
    const all = grades.find(({ name }) => name === 'all');
    expect(all?.recall).toBeCloseTo(1 - markdown.length / secrets.length);
    expect(grades.find(({ name }) => name === 'dialect markdown')?.recall).toBe(0);
    expect(grades.find(({ name }) => name === 'host codex')).toMatchObject({
      recall: 1,
      precision: 1,
      exact: 1,
    });
    expect(shortfallsOf(score(secrets), 0.99)).toEqual([]);
    const rest = score(secrets.filter(({ host }) => host !== 'codex'));
    expect(shortfallsOf(rest, 0.5)).toEqual([
      'host codex: recall 0.00 is below 50.00',
      'dialect toml: recall 0.00 is below 50.00',
    ]);
  });

  it('shows no value unless asked', () => {
    const text = describeScore(score([]), () => '', 10_000);
    expect(secrets.filter((label) => text.includes(label.value))).toEqual([]);
  });
});
