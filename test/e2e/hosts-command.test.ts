import { describe, expect, test } from 'vitest';
import { HOSTS } from '../../src/hosts/hosts.ts';
import { runCli } from '../support/cli.ts';

const withFiles = HOSTS.filter(({ files }) => files.length > 0);

describe('mcp-lint hosts', () => {
  test('is an aligned table of every host, 100 columns wide at most', async () => {
    const { code, stdout, stderr } = await runCli(['hosts']);
    expect([code, stderr]).toEqual([0, '']);
    const lines = stdout.split('\n');
    expect(lines.filter((line) => line.length > 100)).toEqual([]);
    const columns = ['host', 'file', 'references', 'work in'].map((name) => lines[0]!.indexOf(name));
    expect(columns).toEqual([...columns].sort((a, b) => a - b));
    for (const { id } of withFiles) expect(lines.some((line) => line.startsWith(`${id} `))).toBe(true);
    const row = lines.find((line) => line.startsWith('cursor '))!;
    expect(columns.map((column) => row.slice(column).split(' ')[0])).toEqual([
      'cursor',
      '.cursor/mcp.json',
      '${env:NAME}',
      'all',
    ]);
  });

  test.each([
    ['vscode', ['asked', 'empty', 'error']],
    ['claude-code-user', ['kept']],
    ['kilo-code', ['empty', 'error']],
  ])('tells what an unset variable becomes: %s', async (id, words) => {
    const lines = (await runCli(['hosts'])).stdout.split('\n');
    const start = lines.findIndex((line) => line.startsWith(`${id} `));
    const end = lines.findIndex((line, index) => index > start && /^\S/.test(line));
    const column = lines[0]!.lastIndexOf('if');
    const found = lines.slice(start, end).flatMap((line) => line.slice(column).split(' ')[0] || []);
    expect(found).toEqual(words);
  });

  test.each(withFiles.map((host) => [host.id, host] as const))(
    'shows %s with all that is known',
    async (id, host) => {
      const { code, stdout } = await runCli(['hosts', id]);
      expect(code).toBe(0);
      expect(stdout.startsWith(`${id}: ${host.title}\n`)).toBe(true);
      expect(stdout.split('\n').filter((line) => line.length > 100 && !/\S{60}/.test(line))).toEqual([]);
      const words = stdout.replace(/\s+/g, ' ');
      for (const { path } of host.files) expect(words).toContain(path);
      for (const { syntax } of host.interpolation) expect(words).toContain(syntax);
      for (const sentence of Object.values({ ...host.advice, bareHeaders: host.advice.env }))
        expect(words).toContain(sentence);
      expect(words).toContain(host.docs);
    },
  );

  test('shows a family of hosts, and says when there is none of that name', async () => {
    const family = (await runCli(['hosts', 'claude-code'])).stdout;
    for (const id of ['claude-code-user', 'claude-code-project', 'claude-code-plugin'])
      expect(family).toContain(`${id}: `);
    const unknown = await runCli(['hosts', 'cursr']);
    expect([unknown.code, unknown.stdout]).toEqual([2, '']);
    expect(unknown.stderr).toContain('There is no host "cursr". Did you mean "cursor"?');
  });
});
