import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { folderOf, hasCommand, RAW_CONTROL, ROOT, runCli, runProgram } from '../support/cli.ts';
import { expectIngestible } from '../support/github-ingestion.ts';
import { prng, sample } from '../support/samples.ts';
import { parseXml } from '../support/xml.ts';

const TOKEN = sample('grafana-service-account', prng(81));
const NAMES = ['search', '<b>&"\'', ']]>', '\u0000\u0008\ufffe\uffff', '`|\\|[x](y)', '--> <!-- x'];
const CONFIG = {
  mcpServers: Object.fromEntries(
    NAMES.map((name) => [
      name,
      { type: 'http', url: 'https://a.example.com', headers: { 'X-Api-Key': TOKEN } },
    ]),
  ),
};
const project = () =>
  folderOf({ '.mcp.json': CONFIG, 'clean/.mcp.json': { mcpServers: {} }, 'broken/.mcp.json': '{' });
const read = (cwd: string, file: string) => readFileSync(join(cwd, file), 'utf8');

test('writes every format in one run, one of them to standard output', async () => {
  const cwd = project();
  const files = ['json', 'jsonl', 'sarif', 'github', 'junit', 'markdown'].map(
    (format) => `${format}:out.${format}`,
  );
  const args = ['pretty', ...files].flatMap((format) => ['--format', format]);
  const { code, stdout, stderr } = await runCli([...args, '--color', '.'], { cwd });
  expect([code, stderr]).toEqual([2, '']);
  expect(stdout).toContain('\u001b[');
  const findings = JSON.parse(read(cwd, 'out.json')).findings.length;
  expect(findings).toBeGreaterThan(NAMES.length);
  expect(read(cwd, 'out.jsonl').trimEnd().split('\n')).toHaveLength(findings + 1);
  expect(read(cwd, 'out.github')).toMatch(/^::/);
  expect(read(cwd, 'out.markdown')).toMatch(/^### mcp-lint: /);
  expect(parseXml(read(cwd, 'out.junit')).children).toHaveLength(3);
  expectIngestible(read(cwd, 'out.sarif'));
  for (const format of files) {
    const text = read(cwd, `out.${format.split(':')[0]}`);
    expect(text).not.toMatch(RAW_CONTROL);
    expect(text).not.toContain(TOKEN.slice(0, 20));
  }
  const alone = await runCli(['--format', 'junit', '.'], { cwd });
  expect(alone.stdout).toBe(read(cwd, 'out.junit'));
});

test('prints nothing when all formats have files, and does not colour files', async () => {
  const cwd = project();
  const { stdout } = await runCli(['--format', 'pretty:a:b.txt', '--color', '.'], { cwd });
  expect(stdout).toBe('');
  expect(read(cwd, 'a:b.txt')).toContain('inline-credential');
  expect(read(cwd, 'a:b.txt')).not.toContain('\u001b');
});

test('--output is for the format without a file', async () => {
  const cwd = project();
  const args = ['--format', 'sarif:out.sarif', '--format', 'json', '--output', 'out.json', '.'];
  expect((await runCli(args, { cwd })).stdout).toBe('');
  expect(JSON.parse(read(cwd, 'out.json')).version).toBe(1);
  expect(JSON.parse(read(cwd, 'out.sarif')).version).toBe('2.1.0');
});

test.each([
  [['--format', 'sarf:x'], 'got "sarf". Did you mean "sarif"?'],
  [
    ['--format', 'json', '--format', 'pretty'],
    'Only one format goes to standard output; got json and pretty.',
  ],
  [['--format', 'json:'], 'Option "--format json:…" needs a file.'],
  [
    ['--format', 'json:x', '--format', 'sarif:./y/../x'],
    'Two formats would be written to the same file: "x".',
  ],
  [
    ['--format', 'json:x', '--format', 'pretty', '--output', 'x'],
    'Two formats would be written to the same file',
  ],
  [['--format', 'json:x', '--output', 'y'], 'Option "--output" is for a format without a file.'],
  [['rank', '--format', 'json:x'], 'is one of pretty, json, markdown; got "json:x"'],
])('refuses %j', async (args, message) => {
  const cwd = folderOf({});
  const { code, stderr } = await runCli([...args, '.'], { cwd });
  expect(code).toBe(2);
  expect(stderr).toContain(message);
  expect(readdirSync(cwd)).toEqual([]);
});

test('a file that cannot be written is told, and the others are written', async () => {
  const cwd = project();
  const { code, stderr } = await runCli(['--format', 'json:none/x', '--format', 'jsonl:y', '.'], { cwd });
  expect([code, stderr]).toEqual([2, 'mcp-lint: "none/x" cannot be written (no such folder)\n']);
  expect(existsSync(join(cwd, 'y'))).toBe(true);
});

const noXmllint = hasCommand('xmllint') ? '' : ' (SKIPPED: no xmllint on PATH)';

test.skipIf(noXmllint !== '')(`JUnit's XML is what the schema of Jenkins allows${noXmllint}`, async () => {
  const cwd = project();
  await runCli(['--format', 'junit:out.xml', '--verbose', '.'], { cwd });
  const schema = join(ROOT, 'test/schemas/junit-jenkins.xsd');
  const { code, stderr } = await runProgram(
    'xmllint',
    ['--noout', '--nonet', '--schema', schema, 'out.xml'],
    { cwd },
  );
  expect([code, stderr]).toEqual([0, 'out.xml validates\n']);
});
