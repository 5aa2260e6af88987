import type { Report, ReportedFile, ReportedFinding } from '../core/report.ts';
import { printable } from './printable.ts';

/**
 * JUnit's XML, for what shows the results of tests: a suite for every file, a failed test for every finding, an error for
 * what stood in the way of linting, and a test that passes where there is neither. There is no schema of JUnit's own;
 * this is what that of Jenkins allows. Advice is left out unless it is asked for: a test fails or it does not.
 */
export function reportJunit(report: Report, { advice }: { readonly advice: boolean }): string {
  const files = new Map(report.files.map((file) => [file.path, file]));
  const told = new Map<string, ReportedFinding[]>(report.files.map(({ path }) => [path, []]));
  for (const finding of report.findings)
    if (advice || finding.severity !== 'info') {
      const findings = told.get(finding.file);
      if (findings) findings.push(finding);
      // It is about a config file of mcp-lint, which was not linted.
      else told.set(finding.file, [finding]);
    }
  const suites = [...told].map(([path, findings]) =>
    suiteOf(files.get(path) ?? { path, servers: 0 }, findings),
  );
  const count = (kind: keyof Suite['counts']) => suites.reduce((sum, { counts }) => sum + counts[kind], 0);
  const lines = [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites${attributes({ name: 'mcp-lint', tests: count('tests'), failures: count('failures'), errors: count('errors') })}>`,
    ...suites.flatMap(({ lines }) => lines),
    '</testsuites>',
  ];
  return `${lines.join('\n')}\n`;
}

interface Suite {
  readonly counts: { readonly tests: number; readonly failures: number; readonly errors: number };
  readonly lines: readonly string[];
}

function suiteOf(file: ReportedFile, findings: readonly ReportedFinding[]): Suite {
  const errors = file.problem ? [errorOf(file, file.problem)] : [];
  const failures = findings.map(failureOf);
  const tests = [...errors, ...failures];
  if (tests.length === 0)
    tests.push(`    <testcase${attributes({ name: 'no findings', classname: file.path })}/>`);
  const counts = { tests: tests.length, failures: failures.length, errors: errors.length };
  return {
    counts,
    lines: [`  <testsuite${attributes({ name: file.path, ...counts })}>`, ...tests, '  </testsuite>'],
  };
}

function failureOf(finding: ReportedFinding): string {
  const { rule, path, file, region, severity, message, why, advice, credential, related } = finding;
  const lines = [
    `${file}:${region.startLine}:${region.startColumn} ${message}`,
    why,
    `Fix: ${advice}`,
    ...(credential?.rotate === undefined ? [] : [`Rotate: ${credential.rotate}`]),
    ...related.map(
      (place) => `Also ${place.file}:${place.region.startLine}:${place.region.startColumn} ${place.message}`,
    ),
  ];
  return testOf(`${rule} ${path}`, file, 'failure', { message, type: severity }, lines);
}

function errorOf({ path }: ReportedFile, problem: NonNullable<ReportedFile['problem']>): string {
  const { code, message, line, column } = problem;
  const place = [path, line, column].filter((part) => part !== undefined).join(':');
  return testOf(code, path, 'error', { message, type: code }, [`${place} ${message}`]);
}

function testOf(
  name: string,
  classname: string,
  element: 'failure' | 'error',
  said: Readonly<Record<string, string>>,
  lines: readonly string[],
): string {
  return [
    `    <testcase${attributes({ name, classname })}>`,
    `      <${element}${attributes(said)}>${lines.map(escapeXml).join('\n')}</${element}>`,
    '    </testcase>',
  ].join('\n');
}

function attributes(values: Readonly<Record<string, string | number>>): string {
  return Object.entries(values)
    .map(([name, value]) => ` ${name}="${escapeXml(String(value))}"`)
    .join('');
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

/** One line; what XML cannot hold however it is written (XML 1.0, 2.2) is replaced. */
function escapeXml(text: string): string {
  return printable(text)
    .replace(/[\ufffe\uffff]/g, '\u00b7')
    .replace(/[&<>"']/g, (character) => ENTITIES[character]!);
}
