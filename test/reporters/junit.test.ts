import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { reportJunit } from '../../src/reporters/junit.ts';
import { type Element, parseXml } from '../support/xml.ts';
import { hostileReport, UNSEEN } from './hostile-report.ts';
import { CLEAN, SAMPLE } from './sample-report.ts';

test('prints a suite for every file', async () => {
  await expect(reportJunit(SAMPLE, { advice: true })).toMatchFileSnapshot(
    '../golden/reporters/sample.junit.xml',
  );
  expect(reportJunit(CLEAN, { advice: true })).toBe(
    [
      '<?xml version="1.0" encoding="UTF-8"?>',
      '<testsuites name="mcp-lint" tests="1" failures="0" errors="0">',
      '  <testsuite name=".mcp.json" tests="1" failures="0" errors="0">',
      '    <testcase name="no findings" classname=".mcp.json"/>',
      '  </testsuite>',
      '</testsuites>',
      '',
    ].join('\n'),
  );
});

test('leaves advice out unless it is asked for', () => {
  const failures = (advice: boolean) => Number(readSuites(SAMPLE, advice).attributes['failures']);
  expect([failures(true), failures(false)]).toEqual([3, 2]);
});

test('has a suite for a file of findings that was not linted itself', () => {
  const findings = [{ ...SAMPLE.findings[0]!, file: 'mcp-lint.config.json' }];
  const { children } = readSuites({ ...CLEAN, findings }, true);
  expect(children.map(({ attributes }) => [attributes['name'], attributes['failures']])).toEqual([
    ['.mcp.json', '0'],
    ['mcp-lint.config.json', '1'],
  ]);
});

test('is XML that Jenkins takes, whatever the text, and counts what it shows', () => {
  fc.assert(
    fc.property(hostileReport, fc.boolean(), (report, advice) => {
      expect(reportJunit(report, { advice })).not.toMatch(UNSEEN);
      const suites = readSuites(report, advice);
      for (const kind of ['tests', 'failures', 'errors'] as const)
        expect(Number(suites.attributes[kind])).toBe(
          suites.children.reduce((sum, { attributes }) => sum + Number(attributes[kind]), 0),
        );
    }),
    { seed: 1, numRuns: 100 },
  );
});

test('loses no text but characters that XML cannot have', () => {
  const message = 'a\u0000\u000b\ufffe\uffff\ud800<b> & "c" \'d\' ]]>';
  const finding = { ...SAMPLE.findings[0]!, message };
  const failure = readSuites({ ...CLEAN, findings: [finding] }, true).children[0]!.children[0]!.children[0]!;
  expect(failure.attributes['message']).toBe('a····\ufffd<b> & "c" \'d\' ]]>');
  expect(failure.text).toContain(finding.advice);
});

/** The report as the schema has it (`test/schemas/junit-jenkins.xsd`, which `test/e2e/formats.test.ts` applies itself). */
function readSuites(report: Report, advice: boolean): Element {
  const suites = parseXml(reportJunit(report, { advice }));
  expectElement(suites, 'testsuites', ['name', 'tests', 'failures', 'errors']);
  for (const suite of suites.children) {
    expectElement(suite, 'testsuite', ['name', 'tests', 'failures', 'errors']);
    expect(suite.children).toHaveLength(Number(suite.attributes['tests']));
    for (const test of suite.children) {
      expectElement(test, 'testcase', ['name', 'classname']);
      expect(test.children.length).toBeLessThanOrEqual(1);
      for (const outcome of test.children) expectElement(outcome, /^(?:failure|error)$/, ['message', 'type']);
    }
    const count = (name: string) =>
      suite.children.filter(({ children }) => children[0]?.name === name).length;
    expect([count('failure'), count('error')]).toEqual(
      ['failures', 'errors'].map((kind) => Number(suite.attributes[kind])),
    );
  }
  return suites;
}

function expectElement(
  { name, attributes }: Element,
  expected: string | RegExp,
  names: readonly string[],
): void {
  expect(name).toMatch(expected);
  expect(Object.keys(attributes)).toEqual(names);
}
