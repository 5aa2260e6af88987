import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SlotKind, Transport } from '../../src/core/model.ts';
import { type Problem, type Report, SEVERITIES } from '../../src/core/report.ts';
import type { Confidence, Trait, Verdict } from '../../src/core/verdict.ts';
import { reportJson } from '../../src/reporters/json.ts';
import { hostileReport, UNSEEN } from './hostile-report.ts';
import { CLEAN, SAMPLE } from './sample-report.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('../../report.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(SCHEMA);

test('prints the whole report in a stable order', async () => {
  await expect(reportJson(SAMPLE)).toMatchFileSnapshot('../golden/reporters/sample.json');
  expect(JSON.parse(reportJson(SAMPLE))).toEqual(SAMPLE);
  expect(reportJson(JSON.parse(JSON.stringify(reverseKeys(SAMPLE))))).toBe(reportJson(SAMPLE));
});

test.each([
  ['sample', SAMPLE],
  ['clean', CLEAN],
])('is what the schema says: %s', (_name, report) => {
  validate(JSON.parse(reportJson(report)));
  expect(validate.errors).toBeNull();
});

test('the schema knows every word of the vocabularies and no other', () => {
  const { $defs } = SCHEMA;
  const finding = $defs.finding.properties;
  const credential = finding.credential.properties;
  const server = $defs.server.properties;
  expect($defs.severity.enum).toEqual([...SEVERITIES]);
  expect($defs.slotKind.enum.toSorted()).toEqual(Object.keys(SLOT_KINDS).toSorted());
  expect(server.transport.enum.toSorted()).toEqual(Object.keys(TRANSPORTS).toSorted());
  expect(server.slots.items.properties.verdict.enum.toSorted()).toEqual(Object.keys(VERDICTS).toSorted());
  expect(credential.confidence.enum.toSorted()).toEqual(Object.keys(CONFIDENCES).toSorted());
  expect(credential.traits.items.enum.toSorted()).toEqual(Object.keys(TRAITS).toSorted());
  expect($defs.file.properties.problem.properties.code.enum.toSorted()).toEqual(
    Object.keys(PROBLEMS).toSorted(),
  );
});

test('the schema refuses members that are not described', () => {
  const report = JSON.parse(reportJson(SAMPLE));
  for (const spoil of [
    { ...report, extra: 1 },
    { ...report, findings: [{ ...report.findings[0], value: 'x' }] },
    { ...report, servers: [{ ...report.servers[0], url: 'x' }] },
    { ...report, files: [{ ...report.files[0], text: 'x' }] },
    { ...report, summary: undefined },
  ]) {
    expect(validate(JSON.parse(JSON.stringify(spoil)))).toBe(false);
  }
});

test('prints no member that the report type does not have', () => {
  const [finding] = SAMPLE.findings;
  const spoiled = { ...finding!, value: 'leak' };
  const report: Report = { ...SAMPLE, findings: [spoiled] };
  expect(reportJson(report)).not.toContain('leak');
});

test('is valid and well-formed for any text, and shows no unseen character', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      const text = reportJson(report);
      expect(text).not.toMatch(UNSEEN);
      const parsed = JSON.parse(text);
      validate(parsed);
      expect(validate.errors).toBeNull();
      expect(parsed).toEqual(mapStrings(report, (string) => Buffer.from(string).toString()));
    }),
    { seed: 1, numRuns: 300 },
  );
});

function reverseKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reverseKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .reverse()
      .map(([key, member]) => [key, reverseKeys(member)]),
  );
}

function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapStrings(member, change)]));
}

// The compiler refuses these tables when a word is missing or too many.
const SLOT_KINDS: Record<SlotKind, true> = {
  env: true,
  header: true,
  argument: true,
  flag: true,
  assignment: true,
  'url-userinfo': true,
  'url-query': true,
  'url-path': true,
  'connection-string': true,
  'embedded-json': true,
  'reference-default': true,
  'input-default': true,
  oauth: true,
  property: true,
};
const TRANSPORTS: Record<Transport, true> = { stdio: true, http: true, sse: true, ws: true, unknown: true };
const VERDICTS: Record<Verdict['kind'], true> = {
  literal: true,
  reference: true,
  placeholder: true,
  public: true,
  benign: true,
};
const CONFIDENCES: Record<Confidence, true> = { high: true, medium: true, low: true };
const TRAITS: Record<Trait, true> = {
  admin: true,
  sandbox: true,
  expired: true,
  'short-lived': true,
  'development-default': true,
};
const PROBLEMS: Record<Problem['code'], true> = {
  'not-found': true,
  'not-a-file': true,
  unreadable: true,
  'changed-while-read': true,
  'unsupported-dialect': true,
  'too-deep': true,
  syntax: true,
};
