import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { reportGithub } from '../../src/reporters/github.ts';
import { printable } from '../../src/reporters/printable.ts';
import { hostileReport, UNSEEN } from './hostile-report.ts';
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

interface Command {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly data: string;
}

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

/** Reads a line as the runner does (TryParseV2 of ActionCommand.cs in actions/runner). */
function readCommand(line: string): Command | undefined {
  const text = line.trimStart();
  const end = text.startsWith('::') ? text.indexOf('::', 2) : -1;
  if (end < 0) return undefined;
  const [name = '', ...rest] = text.slice(2, end).split(' ');
  const pairs = rest
    .join(' ')
    .trim()
    .split(',')
    .flatMap((property) => {
      const [, key, value] = /^=*([^=]+)=+(.+)$/s.exec(property) ?? [];
      return key !== undefined && value !== undefined ? [[key, unescapeProperty(value)] as const] : [];
    });
  return { name, properties: Object.fromEntries(pairs), data: unescapeData(text.slice(end + 2)) };
}

function unescapeData(text: string): string {
  return text.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

function unescapeProperty(text: string): string {
  return text
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%25', '%');
}
