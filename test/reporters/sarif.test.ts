import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { reportSarif } from '../../src/reporters/sarif.ts';
import { locateArtifact } from '../../src/reporters/sarif-uri.ts';
import { expectIngestible } from '../support/github-ingestion.ts';
import { hostileReport, UNSEEN } from './hostile-report.ts';
import { CLEAN, SAMPLE, SAMPLE_RULES } from './sample-report.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('../schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));
const ajv = new AjvDraft04.default({ strict: false, allErrors: true, unicodeRegExp: false });
addFormats.default(ajv);
const validate = ajv.compile(SCHEMA);

test('prints a log that the standard allows', async () => {
  await expect(reportSarif(SAMPLE, SAMPLE_RULES)).toMatchFileSnapshot('../golden/reporters/sample.sarif');
  for (const report of [SAMPLE, CLEAN]) runOf(report);
});

test('says that a run with problems was not successful, and which', () => {
  const [invocation] = runOf(SAMPLE).invocations;
  expect(invocation.executionSuccessful).toBe(false);
  expect(invocation.toolExecutionNotifications).toHaveLength(2);
  expect(runOf(CLEAN).invocations).toEqual([{ executionSuccessful: true, toolExecutionNotifications: [] }]);
});

test('points every result to its rule', () => {
  const run = runOf({
    ...SAMPLE,
    findings: SAMPLE.findings.map((finding, index) =>
      index === 1 ? { ...finding, rule: 'other' } : finding,
    ),
  });
  expect(run.results.map((result: { ruleIndex?: number }) => result.ruleIndex)).toEqual([0, undefined, 1]);
  expect(run.tool.driver.rules[0].properties.tags).toContain('inline-credential');
});

test('keeps the 25,000 most serious results and says how many were left out', () => {
  const [error, warning, info] = SAMPLE.findings;
  const findings = [...Array(15_000).fill(info), ...Array(15_000).fill(warning), ...Array(10).fill(error)];
  const { results, invocations } = runOf({ ...CLEAN, findings });
  const count = (level: string) =>
    results.filter((result: { level: string }) => result.level === level).length;
  expect([count('error'), count('warning'), count('note')]).toEqual([10, 15_000, 9990]);
  expect(invocations[0].executionSuccessful).toBe(true);
  expect(invocations[0].toolExecutionNotifications[0].message.text).toMatch(/^5010 findings were left out/);
});

test('keeps texts, tags and related places within the limits of GitHub', () => {
  const long = '\u{1f511}'.repeat(2000);
  const [rule] = SAMPLE_RULES;
  const related = Array(300).fill({ file: 'x', region: SAMPLE.findings[0]!.region, message: 'x' });
  const text = reportSarif(
    { ...SAMPLE, findings: [{ ...SAMPLE.findings[0]!, message: `x${long}`, related }] },
    [
      {
        ...rule!,
        title: long,
        docs: { ...rule!.docs, what: long },
        tags: Array.from({ length: 30 }, (_, index) => `tag-${index}`),
      },
    ],
  );
  expect(text).not.toContain('\\ud8');
  const [run] = JSON.parse(text).runs;
  const [described] = run.tool.driver.rules;
  expect(run.results[0].message.text.length).toBeLessThanOrEqual(1000);
  expect(run.results[0].relatedLocations).toHaveLength(100);
  expect(described.shortDescription.text.length).toBeLessThanOrEqual(1000);
  expect(described.fullDescription.text.length).toBeLessThanOrEqual(1000);
  expect(described.properties.tags).toHaveLength(20);
});

test('says how many related places and problems were left out', () => {
  const [finding] = SAMPLE.findings;
  const related = Array(130).fill({ file: 'x', region: finding!.region, message: 'x' });
  const broken = (index: number) => ({ ...SAMPLE.files[3]!, path: `${index}.json` });
  const report = {
    ...SAMPLE,
    findings: [{ ...finding!, related }],
    files: Array.from({ length: 1005 }, (_, at) => broken(at)),
  };
  const { toolExecutionNotifications: told } = runOf(report).invocations[0];
  expect(told).toHaveLength(1002);
  expect(told.slice(1000).map(({ message }: { message: { text: string } }) => message.text)).toEqual([
    '30 related places were left out: a finding has 100 of them in this file.',
    '5 more files were not linted, or only in part.',
  ]);
});

test('cuts what is too large for GitHub, the least serious first', () => {
  const noise = (seed: number) =>
    createHash('shake256', { outputLength: 600 }).update(`${seed}`).digest('base64');
  const [error, warning] = SAMPLE.findings;
  const findings = Array.from({ length: 10_000 }, (_, index) => ({
    ...(index % 1000 === 999 ? error! : warning!),
    message: noise(index),
    path: noise(index + 1_000_000),
  }));
  const text = reportSarif({ ...CLEAN, findings }, SAMPLE_RULES);
  expectIngestible(text);
  const [{ results, invocations }] = JSON.parse(text).runs;
  expect(results.length).toBeLessThan(10_000);
  expect(results.length).toBeGreaterThan(3000);
  expect(results.filter(({ level }: { level: string }) => level === 'error')).toHaveLength(10);
  expect(invocations[0].toolExecutionNotifications[0].message.text).toBe(
    `${10_000 - results.length} findings were left out: the ${results.length} most serious are in this file.`,
  );
});

test('makes neither links nor placeholders of what names say', () => {
  const message = 'Server "[click](https://evil.example)" has {0} and ${X}';
  const { results } = runOf({ ...SAMPLE, findings: [{ ...SAMPLE.findings[0]!, message }] });
  expect(results[0].message.text).toContain('[click] (https://evil.example)" has {0} and ${X}');
});

describe('locateArtifact', () => {
  it.each([
    ['.mcp.json', '.mcp.json'],
    ['./a/./b.json', 'a/./b.json'],
    ['a b/ü%#?.json', 'a%20b/%C3%BC%25%23%3F.json'],
    ['a:b.json', 'a%3Ab.json'],
    ['..\\.cursor\\mcp.json', '../.cursor/mcp.json'],
    ['\u202e\ud800', '%E2%80%AE%EF%BF%BD'],
  ])('%j is relative', (path, uri) => {
    expect(locateArtifact(path)).toEqual({ uri, uriBaseId: '%SRCROOT%' });
  });

  it.each([
    ['/home/kim/My Configs/a.json', 'file:///home/kim/My%20Configs/a.json'],
    ['//a', 'file:///a'],
    ['C:\\Users\\kim\\a.json', 'file:///C:/Users/kim/a.json'],
    ['c:/a.json', 'file:///c:/a.json'],
    ['\\\\share\\folder\\a.json', 'file://share/folder/a.json'],
  ])('%j is absolute', (path, uri) => {
    expect(locateArtifact(path)).toEqual({ uri });
    expect(new URL(uri).protocol).toBe('file:');
  });
});

test('is valid for any text, and shows no unseen character', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      expect(reportSarif(report, SAMPLE_RULES)).not.toMatch(UNSEEN);
      for (const { locations, message } of runOf(report).results) {
        const { uri, uriBaseId } = locations[0].physicalLocation.artifactLocation;
        expect(uri).toMatch(uriBaseId === undefined ? /^file:\/\// : /^(?![a-z]+:)[!-~]*$/i);
        expect(message.text.replace(/\n/g, '')).not.toMatch(/\p{Cc}|\]\(/u);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

// biome-ignore lint/suspicious/noExplicitAny: a parsed log, which the schema has judged
function runOf(report: Report): any {
  const text = reportSarif(report, SAMPLE_RULES);
  if (report.findings.length < 1000 && /^\d+\.\d+\.\d+$/.test(report.tool.version)) expectIngestible(text);
  const log = JSON.parse(text);
  validate(log);
  expect(validate.errors).toBeNull();
  expect(log.runs).toHaveLength(1);
  for (const { locations, relatedLocations = [] } of log.runs[0].results) {
    for (const { physicalLocation } of [...locations, ...relatedLocations]) {
      expect(physicalLocation.region.startLine).toBeGreaterThan(0);
    }
  }
  return log.runs[0];
}
