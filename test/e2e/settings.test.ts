import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  builtCli,
  folderOf,
  madeUp,
  NODE,
  RAW_CONTROL,
  ROOT,
  runCli,
  runProgram,
  STACK_TRACE,
  writeInto,
} from '../support/cli.ts';

const secret = madeUp(32);
const MCP = { mcpServers: { one: { command: 'one', env: { API_KEY: secret } } } };
const repository = (files: Parameters<typeof folderOf>[0]) =>
  folderOf({ '.git/HEAD': 'ref: refs/heads/main\n', '.mcp.json': MCP, ...files });
const OFF = { rules: { 'inline-credential': 'off', 'stdio-holds-secret': 'off', 'exposed-config': 'off' } };

const runsTypeScript =
  execFileSync(NODE, ['-p', 'Boolean(process.features.typescript)'], { encoding: 'utf8' }).trim() === 'true';

describe('the command takes settings', () => {
  test('of the nearest file, and goes without them on --no-config', async () => {
    const cwd = repository({ 'mcp-lint.config.json': OFF, 'a/b.txt': '' });
    expect(await runCli(['.mcp.json'], { cwd })).toMatchObject({ code: 0, stderr: '' });
    expect(await runCli(['../.mcp.json'], { cwd: join(cwd, 'a') })).toMatchObject({ code: 0 });
    expect(await runCli(['--no-config', '.mcp.json'], { cwd })).toMatchObject({ code: 1 });
    expect(await runCli(['--rule', 'inline-credential:error', '.mcp.json'], { cwd })).toMatchObject({
      code: 1,
    });
  });

  test('without paths, too', async () => {
    const cwd = repository({ 'mcp-lint.config.json': { exclude: ['.mcp.json'] } });
    expect(await runCli(['--no-config'], { cwd })).toMatchObject({ code: 1 });
    expect((await runCli(['--format', 'json'], { cwd })).stdout).toContain('"files": []');
  });

  test('says which file it read when asked', async () => {
    const cwd = repository({ 'mcp-lint.config.json': { extends: './base.json' }, 'base.json': {} });
    const { stderr } = await runCli(['--debug', '.'], { cwd });
    expect(stderr).toContain('mcp-lint: config of mcp-lint: base.json, mcp-lint.config.json (');
    const without = await runCli(['--debug', '--no-config', '.'], { cwd });
    expect(without.stderr).toContain('mcp-lint: config of mcp-lint: none (');
  });

  test('a wrong option is told with place and suggestion', async () => {
    const cwd = repository({ 'mcp-lint.config.json': { exlude: [] } });
    expect(await runCli(['.mcp.json'], { cwd })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: 'mcp-lint: mcp-lint.config.json:2:4: There is no option "exlude". Did you mean "exclude"?\n',
    });
  });

  test('names of files and keys move no cursor', async () => {
    const cwd = repository({ 'mcp-lint.config.json': { '\u001b[2J::error::': 1 } });
    const { stderr, code } = await runCli(['.mcp.json'], { cwd });
    expect(code).toBe(2);
    expect(stderr).not.toMatch(RAW_CONTROL);
  });

  test('own formats, in every format of reports', async () => {
    const token = `acme_${secret}`;
    const format = {
      id: 'acme-key',
      title: 'Acme API key',
      prefixes: ['acme_'],
      pattern: 'acme_[A-Za-z0-9]{32}',
      rotateUrl: 'https://acme.example/keys',
    };
    const cwd = repository({
      'mcp-lint.config.json': { formats: [format] },
      '.mcp.json': { mcpServers: { one: { command: 'one', env: { REGION: token } } } },
    });
    for (const kind of ['pretty', 'json', 'sarif', 'github', 'junit', 'markdown', 'jsonl']) {
      const { stdout, code } = await runCli(['--format', kind, '.mcp.json'], { cwd });
      expect([kind, code]).toEqual([kind, 1]);
      expect(stdout).toContain('Acme API key in the environment variable REGION');
      expect(stdout).not.toContain(secret);
    }
  });

  test('a destination that only settings name is where a fix goes, and no more than safe', async () => {
    const cwd = repository({ 'mcp-lint.config.json': { fix: { to: 'pass' } } });
    const { stdout, stderr } = await runCli(['fix', '--dry-run', '.mcp.json'], { cwd });
    expect(stdout + stderr).toMatch(/\bpass\b/);
    const wrong = repository({ 'mcp-lint.config.json': { fix: { to: 'keychain:x' } } });
    expect(await runCli(['fix', '--dry-run', '.mcp.json'], { cwd: wrong })).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('"fix.to" of the config takes nothing behind "keychain"'),
    });
  });

  test('the ranking reads them', async () => {
    const cwd = repository({ 'mcp-lint.config.json': { exclude: ['sub'] }, 'sub/.mcp.json': MCP });
    expect((await runCli(['rank', '.'], { cwd })).stdout).not.toContain('sub');
    expect((await runCli(['rank', '--no-config', '.'], { cwd })).stdout).toContain('sub');
  });
});

describe('code', () => {
  const code = (file: string) =>
    `import { writeFileSync } from 'node:fs'; writeFileSync(${JSON.stringify(file)}, ''); export default ${JSON.stringify(OFF)};`;

  test('that was only found is not run', async () => {
    const cwd = repository({});
    const trace = join(cwd, 'ran');
    writeInto(cwd, 'mcp-lint.config.mjs', code(trace));
    for (const command of [[], ['rank'], ['fix', '--dry-run']])
      expect(await runCli([...command, '.mcp.json'], { cwd })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('--config mcp-lint.config.mjs'),
      });
    expect(existsSync(trace)).toBe(false);
    expect(await runCli(['--config', 'mcp-lint.config.mjs', '.mcp.json'], { cwd })).toMatchObject({
      code: 0,
    });
    expect(existsSync(trace)).toBe(true);
  });

  test.each(['mjs', 'cjs'])('%s that fails says nothing of its own', async (ending) => {
    const cwd = repository({ [`a.${ending}`]: `throw new Error("${secret}")` });
    const { code: exit, stderr } = await runCli(['-c', `a.${ending}`, '--debug', '.mcp.json'], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain(`a.${ending}:1:7: the code of this config failed (Error).`);
    expect(stderr).not.toContain(secret);
    expect(stderr).not.toMatch(STACK_TRACE);
  });

  test('a syntax error and a missing import have a kind', async () => {
    const cwd = repository({ 'a.mjs': 'export default {{', 'b.mjs': 'import "./nowhere.mjs"' });
    expect((await runCli(['-c', 'a.mjs', '.mcp.json'], { cwd })).stderr).toMatch(/a\.mjs: .*\(SyntaxError\)/);
    expect((await runCli(['-c', 'b.mjs', '.mcp.json'], { cwd })).stderr).toContain(
      'b.mjs: the code of this config failed (Error, ERR_MODULE_NOT_FOUND). Something that it imports is not installed.',
    );
  });

  const title = 'TypeScript is run where Node.js can';
  test.skipIf(!runsTypeScript)(`${title}${runsTypeScript ? '' : ' (SKIPPED: this one cannot)'}`, async () => {
    const cwd = repository({
      'a.ts': `const off: 'off' = 'off'; export default { rules: { 'inline-credential': off, 'stdio-holds-secret': off, 'exposed-config': off } };`,
    });
    expect(await runCli(['-c', 'a.ts', '.mcp.json'], { cwd })).toMatchObject({ code: 0 });
  });

  test.skipIf(runsTypeScript)(
    `TypeScript is refused where Node.js cannot${runsTypeScript ? ' (SKIPPED: this one can)' : ''}`,
    async () => {
      const cwd = repository({ 'a.ts': 'export default {}' });
      expect(await runCli(['-c', 'a.ts', '.mcp.json'], { cwd })).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('this Node.js cannot run TypeScript: Node.js 22.18 or later can.'),
      });
    },
  );
});

describe('rules of the user', () => {
  const library = pathToFileURL(join(ROOT, 'dist/index.js')).href;
  const rule = (check: string) => `import { defineConfig, defineRule } from ${JSON.stringify(library)};
export default defineConfig({ customRules: [defineRule({
  meta: { id: 'own-rule', title: 'Own', docs: { why: 'Why it is.', fix: 'What to do.', url: 'https://acme.example/own' } },
  checkServer: (server) => ${check},
})] });`;

  test('are findings in every format of reports', async () => {
    const cwd = repository({ 'a.mjs': rule('`${server.name} is odd`') });
    for (const kind of ['pretty', 'json', 'sarif', 'github', 'junit', 'markdown', 'jsonl']) {
      const { stdout, code: exit } = await runCli(['-c', 'a.mjs', '--format', kind, '.mcp.json'], { cwd });
      expect([kind, exit]).toEqual([kind, 1]);
      expect(stdout).toContain('one is odd');
      expect(stdout).not.toMatch(/rules\.md#own-rule/);
    }
  });

  test('one that breaks down stops the run and says nothing of its own', async () => {
    const cwd = repository({ 'a.mjs': rule(`{ throw new RangeError('${secret}'); }`) });
    const { stderr, code: exit } = await runCli(['-c', 'a.mjs', '.mcp.json'], { cwd });
    expect(exit).toBe(2);
    expect(stderr).toContain('The rule "own-rule" of your config broke down (RangeError).');
    expect(stderr).not.toContain(secret);
  });

  test.skipIf(!runsTypeScript)(
    `the example works with the library${runsTypeScript ? '' : ' (SKIPPED: Node.js without TypeScript)'}`,
    async () => {
      const cwd = join(ROOT, 'examples/custom-rule');
      const program = `import { lint, loadSettings } from ${JSON.stringify(library)};
const cwd = ${JSON.stringify(cwd)};
const settings = await loadSettings({ cwd, config: 'mcp-lint.config.ts' });
const { findings } = await lint(['.mcp.json'], { cwd, settings });
console.log(JSON.stringify(findings.map(({ rule, message, severity }) => ({ rule, message, severity }))));`;
      const { stdout } = await runProgram(NODE, ['--input-type=module', '--eval', program]);
      expect(JSON.parse(stdout)).toEqual([
        {
          rule: 'reviewed-servers',
          message: 'Server "notes" is started from sticky-notes-mcp, which is not reviewed',
          severity: 'error',
        },
      ]);
      const { code: exit } = await runCli(['-c', 'mcp-lint.config.ts', '.mcp.json'], { cwd });
      expect(exit).toBe(1);
    },
  );
});

test('a pattern that was made to take for ever is refused before it is used', async () => {
  const format = { id: 'a-key', title: 'A', prefixes: ['aaa'], pattern: 'aaa(?:a?){1,200}a{200}' };
  const cwd = repository({
    'mcp-lint.config.json': { formats: [format] },
    '.mcp.json': { mcpServers: { one: { command: 'a', env: { A: 'a'.repeat(1 << 20) } } } },
  });
  expect(await runCli(['.mcp.json'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('a group cannot be repeated'),
  });
  const slow = { ...format, pattern: `aaa${'a{0,9}b?'.repeat(30)}a{9}`.slice(0, 300) };
  writeInto(cwd, 'mcp-lint.config.json', { formats: [slow] });
  expect(await runCli(['.mcp.json'], { cwd })).toMatchObject({
    code: 2,
    stderr: expect.stringContaining('could be more of it'),
  });
});

test('what a package has is what its exports promise', () => {
  const { exports } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
  expect(existsSync(join(ROOT, exports['./mcp-lint.schema.json']))).toBe(true);
  expect(existsSync(builtCli())).toBe(true);
});
