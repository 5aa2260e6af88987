import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { reportJson } from '../../src/reporters/json.ts';
import { reportJsonl } from '../../src/reporters/jsonl.ts';
import { hostileReport, UNSEEN } from './hostile-report.ts';
import { CLEAN, SAMPLE } from './sample-report.ts';

const schemaOf = (name: string) =>
  JSON.parse(readFileSync(new URL(`../../${name}`, import.meta.url), 'utf8'));
const ajv = new Ajv2020({ strict: true, allErrors: true, schemas: [schemaOf('report.schema.json')] });
const validate = ajv.compile(schemaOf('jsonl.schema.json'));

function linesOf(report: Report) {
  const text = reportJsonl(report);
  expect(text.endsWith('\n')).toBe(true);
  const lines = text
    .slice(0, -1)
    .split('\n')
    .map((line) => JSON.parse(line));
  for (const line of lines) {
    validate(line);
    expect(validate.errors).toBeNull();
  }
  return lines;
}

test('has a line for every finding, as in the report for programs, and one about the run', () => {
  const { findings, tool, version, summary, files } = JSON.parse(reportJson(SAMPLE));
  const lines = linesOf(SAMPLE);
  expect(lines.slice(0, -1)).toEqual(findings);
  expect(lines.at(-1)).toEqual({ version, tool, summary, problems: files.slice(3) });
  expect(linesOf(CLEAN)).toHaveLength(1);
});

test('says what a baseline and ignores left out', () => {
  const triage = { ignored: 1, known: 2, unused: [{ rule: 'r', file: 'f', path: 'p' }] };
  expect(linesOf({ ...CLEAN, triage }).at(-1).triage).toEqual(triage);
});

test('is one valid line each for any text, and shows no unseen character', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      expect(reportJsonl(report)).not.toMatch(UNSEEN);
      expect(linesOf(report)).toHaveLength(report.findings.length + 1);
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('the schema refuses what it does not describe', () => {
  const [finding, end] = [linesOf(SAMPLE)[0], linesOf(SAMPLE).at(-1)];
  for (const line of [
    { ...finding, extra: 1 },
    { ...end, extra: 1 },
    { ...finding, ...end },
    {},
    { ...end, version: 2 },
  ])
    expect(validate(line)).toBe(false);
});
