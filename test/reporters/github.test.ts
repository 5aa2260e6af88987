import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { annotate, reportGithub } from '../../src/reporters/github.ts';
import { printable } from '../../src/reporters/printable.ts';
import { type Command, readCommand } from '../support/workflow-commands.ts';
import { hostileReport, hostileText, UNSEEN } from './hostile-report.ts';
import { CLEAN, SAMPLE } from './sample-report.ts';

test('prints commands and a summary', async () => {
  await expect(reportGithub(SAMPLE, { advice: true })).toMatchFileSnapshot(
    '../golden/reporters/sample.github.txt',
  );
  expect(reportGithub(CLEAN, { advice: true })).toBe('mcp-lint: No problems in 1 file, 2 servers.\n');
});

test('leaves out columns of a region of several lines, which the runner would drop', () => {
  const [finding] = SAMPLE.findings;
  const region = { startLine: 3, startColumn: 9, endLine: 5, endColumn: 2, offset: 0, length: 20 };
  const [command] = commandsOf({ ...SAMPLE, findings: [{ ...finding!, region }], files: [] });
  expect(command!.properties).toEqual({
    file: '.mcp.json',
    line: '3',
    endLine: '5',
    title: 'mcp-lint: inline-credential',
  });
});

test('the runner reads back what was reported, whatever the text', () => {
  fc.assert(
    fc.property(hostileReport, (report) => {
      expect(reportGithub(report, { advice: true })).not.toMatch(UNSEEN);
      const commands = commandsOf(report);
      const problems = report.files.flatMap((file) =>
        file.problem ? [{ path: file.path, ...file.problem }] : [],
      );
      expect(commands).toHaveLength(report.findings.length + problems.length);
      report.findings.forEach((finding, index) => {
        const { name, properties, data } = commands[index]!;
        const { startLine, startColumn, endLine, endColumn } = finding.region;
        expect(name).toBe({ error: 'error', warning: 'warning', info: 'notice' }[finding.severity]);
        expect(properties).toEqual({
          ...fileOf(finding.file),
          line: String(startLine),
          col: String(startColumn),
          endLine: String(endLine),
          endColumn: String(endColumn),
          title: printable(`mcp-lint: ${finding.rule}`).trimEnd(),
        });
        expect(data.split('\n').slice(0, 3)).toEqual(
          [finding.message, finding.why, `Fix: ${finding.advice}`].map(printable),
        );
      });
      problems.forEach(({ path, code, message, line, column }, index) => {
        const { name, properties, data } = commands[report.findings.length + index]!;
        expect(name).toBe('error');
        expect(properties).toEqual({
          ...fileOf(path),
          ...(line !== undefined && { line: String(line), col: String(column) }),
          title: `mcp-lint: ${code}`,
        });
        expect(data).toBe(printable(message));
      });
    }),
    { seed: 1, numRuns: 300 },
  );
});

function fileOf(path: string): { file?: string } {
  if (path === '') return {};
  return { file: printable(path.startsWith('=') ? `./${path}` : path) };
}

/** Every line is a command, the last one is for people. */
function commandsOf(report: Report): Command[] {
  const lines = reportGithub(report, { advice: true }).split('\n');
  expect(lines.pop()).toBe('');
  const summary = lines.pop()!;
  expect(summary).toMatch(/^mcp-lint: [A-Za-z0-9 ,;.]+$/);
  return lines.map((line) => {
    const command = readCommand(line);
    expect(command).toBeDefined();
    return command!;
  });
}

test('lists the thousand most serious findings, and says so', () => {
  const [error, , info] = SAMPLE.findings;
  const findings = [...Array(1500).fill(info), ...Array(20).fill(error)];
  const lines = reportGithub({ ...CLEAN, findings }, { advice: true })
    .trimEnd()
    .split('\n');
  const of = (name: string) => lines.filter((line) => line.startsWith(`::${name} `)).length;
  expect([of('error'), of('notice'), lines.length]).toEqual([20, 980, 1002]);
  expect(lines[1000]).toBe('mcp-lint: only the 1000 most serious of 1520 findings are listed here.');
});

test('lists a thousand of the files that were not linted, and says so', () => {
  const problem = { code: 'syntax', message: 'a comma is missing' } as const;
  const files = Array.from({ length: 1200 }, (_, index) => ({ path: `${index}.json`, servers: 0, problem }));
  const lines = reportGithub({ ...CLEAN, files }, { advice: true }).split('\n');
  expect(lines.filter((line) => line.startsWith('::error '))).toHaveLength(1000);
  expect(lines[1000]).toBe('mcp-lint: only 1000 of 1200 files that were not fully linted are listed here.');
});

test('an annotation about a file is one command, whatever the name', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (message, file) => {
      const text = annotate('warning', message, file);
      expect(text).not.toMatch(UNSEEN);
      expect(text.indexOf('\n')).toBe(text.length - 1);
      const { name, properties } = readCommand(text.trimEnd()) ?? {};
      expect(name).toBe('warning');
      expect(properties).toEqual({ ...fileOf(file), title: 'mcp-lint' });
    }),
    { seed: 1, numRuns: 100 },
  );
});
