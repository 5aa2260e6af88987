import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { builtCli, folderOf, madeUp, NODE, ROOT, runCli, runProgram } from '../support/cli.ts';

const LIBRARY = join(ROOT, 'dist/index.js');

const files = () => ({
  '.mcp.json': {
    mcpServers: {
      search: {
        url: 'https://mcp.example.com/mcp',
        headers: { 'X-Api-Key': madeUp(32), 'X-Token': madeUp(32, 2) },
      },
    },
  },
  '.cursor/mcp.json': {
    mcpServers: { search: { url: 'https://mcp.example.com/mcp', headers: { 'X-Api-Key': madeUp(32, 3) } } },
  },
  'broken.mcp.json': '{"mcpServers": {"a": {"command": "x"',
  'duplicate.mcp.json': '{"mcpServers": {"a": {"command": "x"}, "a": {"command": "y"}}}',
});

/** Runs a module that uses the library, in a process of its own, and gives what it prints. */
async function runModule(source: string, cwd: string) {
  builtCli();
  const file = join(
    folderOf({ 'program.mjs': `import { lint } from ${JSON.stringify(LIBRARY)};\n${source}` }),
    'program.mjs',
  );
  return runProgram(NODE, [file], { cwd });
}

test('lint gives what the command prints as json', async () => {
  const cwd = folderOf(files());
  const paths = ['.', 'missing.json'];
  const command = await runCli(['--format', 'json', ...paths], { cwd });
  const here = await runModule(`console.log(JSON.stringify(await lint(${JSON.stringify(paths)})));`, cwd);
  expect(here.stderr).toBe('');
  expect(JSON.parse(here.stdout)).toEqual(JSON.parse(command.stdout));
  const options = JSON.stringify({ cwd });
  const elsewhere = await runModule(
    `console.log(JSON.stringify(await lint(${JSON.stringify(paths)}, ${options})));`,
    '/',
  );
  expect(JSON.parse(elsewhere.stdout)).toEqual(JSON.parse(command.stdout));
});

test('lint takes levels, a host and a text', async () => {
  const cwd = folderOf(files());
  const text = JSON.stringify(files()['.mcp.json']);
  const args = [
    '--format',
    'json',
    '--host',
    'cursor',
    '--rule',
    'inline-credential:info',
    '-',
    '--stdin-filename',
    'in.json',
  ];
  const command = await runCli(args, { cwd, input: text });
  const options = `{ host: 'cursor', levels: { 'inline-credential': 'info' }, input: { name: 'in.json', bytes: Buffer.from(${JSON.stringify(text)}) } }`;
  const library = await runModule(`console.log(JSON.stringify(await lint([], ${options})));`, cwd);
  expect(JSON.parse(library.stdout)).toEqual(JSON.parse(command.stdout));
  expect(JSON.parse(library.stdout).summary.infos).toBe(2);
});

test('the library prints nothing and leaves the exit code alone', async () => {
  const run = await runModule(`await lint(['.', 'missing.json', '*.none']);`, folderOf(files()));
  expect([run.code, run.stdout, run.stderr]).toEqual([0, '', '']);
});

const PROGRAM = `
import { type LintOptions, lint, type Report, type ReportedFinding, type Severity } from 'mcp-lint';

const options: LintOptions = { cwd: '.', respectGitignore: true, levels: { 'inline-credential': 'off' } };
const report: Report = await lint(['.'], options);
const serious = report.findings.filter((finding: ReportedFinding) => finding.severity === 'error');
export const places: string[] = serious.map(({ file, region }) => \`\${file}:\${region.startLine}\`);
export const level: Severity | undefined = report.findings[0]?.severity;
// @ts-expect-error a report is read-only
report.findings = [];
// @ts-expect-error no such level
await lint([], { levels: { 'inline-credential': 'fatal' } });
`;

test('a strict TypeScript program that uses the library type-checks against what is published', async () => {
  builtCli();
  expect(existsSync(join(ROOT, 'dist/types/index.d.ts'))).toBe(true);
  const cwd = folderOf({
    'program.ts': PROGRAM,
    'package.json': { type: 'module' },
    'node_modules/mcp-lint/package.json': {
      name: 'mcp-lint',
      type: 'module',
      exports: { '.': { types: `./dist/types/index.d.ts`, default: './dist/index.js' } },
    },
  });
  const { cpSync, symlinkSync, mkdirSync } = await import('node:fs');
  cpSync(join(ROOT, 'dist/types'), join(cwd, 'node_modules/mcp-lint/dist/types'), { recursive: true });
  cpSync(LIBRARY, join(cwd, 'node_modules/mcp-lint/dist/index.js'));
  mkdirSync(join(cwd, 'node_modules/@types'), { recursive: true });
  symlinkSync(join(ROOT, 'node_modules/@types/node'), join(cwd, 'node_modules/@types/node'));
  const flags = [
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noEmit',
    '--target',
    'es2023',
    '--module',
    'nodenext',
  ];
  // `skipLibCheck` stays off: our declarations are checked as well.
  const checked = await runProgram(
    NODE,
    [join(ROOT, 'node_modules/typescript/bin/tsc'), ...flags, '--types', 'node', 'program.ts'],
    { cwd },
  );
  expect(checked.stdout).toBe('');
  expect(checked.code).toBe(0);
});
