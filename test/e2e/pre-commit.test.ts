import { cpSync, existsSync, readFileSync, realpathSync } from 'node:fs';
import { join, relative } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { PRE_COMMIT_CONFIG } from '../../src/init/pre-commit-config.ts';
import { ROOT, type RunResult, runProgram, temporaryFolder, writeInto } from '../support/cli.ts';
import { git } from '../support/commits.ts';
import { noKeyring, startKeyring, withoutKeyring } from '../support/keyring.ts';
import { prng, sample } from '../support/samples.ts';

const PRE_COMMIT = join(ROOT, '.cache/pre-commit/venv/bin/pre-commit');
const missing = existsSync(PRE_COMMIT) ? '' : ' (SKIPPED: scripts/install-pre-commit.sh first)';

/** Installing what builds the command takes minutes where nothing is cached. */
const PATIENCE = 600;

const TOKEN = sample('grafana-service-account', prng(71));
const server = (key: string) => ({
  mcpServers: {
    search: { type: 'http', url: 'https://search.example.com/mcp', headers: { 'X-Api-Key': key } },
  },
});

/** Of this tree, as a clone of it has them. */
function hookRepository(): string {
  const folder = temporaryFolder();
  const left = new Set(['node_modules', '.cache', 'dist', '.git', 'coverage']);
  cpSync(ROOT, folder, {
    recursive: true,
    filter: (path) => !left.has(relative(realpathSync(ROOT), path)),
  });
  return folder;
}

describe.skipIf(missing !== '')(`hooks of the real pre-commit${missing}`, () => {
  let hooks = '';
  let project = '';
  let home = '';

  const runAs = async (
    more: Readonly<Record<string, string>>,
    program: string,
    args: readonly string[],
  ): Promise<RunResult & { output: string; seconds: number }> => {
    const started = Date.now();
    const kept = Object.entries(process.env).filter(
      (entry): entry is [string, string] =>
        !/^(?:GIT_|npm_|PRE_COMMIT)/.test(entry[0]) && entry[1] !== undefined,
    );
    const env = {
      ...Object.fromEntries(kept),
      PRE_COMMIT_HOME: home,
      PRE_COMMIT_COLOR: 'never',
      GIT_CONFIG_GLOBAL: '/dev/null',
      GIT_AUTHOR_NAME: 'n',
      GIT_AUTHOR_EMAIL: 'e@example.com',
      GIT_COMMITTER_NAME: 'n',
      GIT_COMMITTER_EMAIL: 'e@example.com',
      ...more,
    };
    const result = await runProgram(program, args, { cwd: project, patience: PATIENCE, env });
    const output = result.stdout + result.stderr;
    expect(output).not.toContain(TOKEN);
    return { ...result, output, seconds: (Date.now() - started) / 1000 };
  };
  const run = (...args: readonly string[]) => runAs({}, PRE_COMMIT, args);
  const commit = () => runAs({}, 'git', ['commit', '--message', 'm']);

  beforeAll(async () => {
    hooks = hookRepository();
    await git(hooks, 'init', '--quiet');
    await git(hooks, 'add', '--all');
    await git(hooks, 'commit', '--quiet', '--message', 'm');
    home = temporaryFolder();
    project = temporaryFolder();
    await git(project, 'init', '--quiet');
    const revision = await git(hooks, 'rev-parse', 'HEAD');
    writeInto(
      project,
      PRE_COMMIT_CONFIG,
      `repos:\n  - repo: ${hooks}\n    rev: ${revision}\n    hooks:\n      - id: mcp-lint\n      - id: mcp-lint-fix\n`,
    );
    writeInto(project, 'package.json', { name: 'x' });
    writeInto(project, 'broken.json', '{"mcpServers": ');
    writeInto(project, 'src/x.ts', 'export const x = ;\n');
    writeInto(project, 'logo.png', Buffer.from([0, 255]));
    await git(project, 'add', '--all');
    await run('install');
    const first = await run('run', '--all-files');
    const second = await run('run', '--all-files');
    console.log(`pre-commit: first run ${first.seconds.toFixed(1)} s, second ${second.seconds.toFixed(2)} s`);
    expect(first.output).toMatch(/^mcp-lint\.+Passed$/m);
  }, PATIENCE * 1000);

  test('pass over files that are no configs', async () => {
    const { code, output } = await run('run', '--all-files', '--verbose');
    expect(code).toBe(0);
    expect(output).toMatch(/^mcp-lint\.+Passed$/m);
    expect(output).not.toContain('broken.json');
    expect(output).not.toContain('mcp-lint fix');
  });

  test('refuse a commit with a token and say how to move it, and let one with a placeholder pass', async () => {
    writeInto(project, '.mcp.json', server(TOKEN));
    await git(project, 'add', '--all');
    const refused = await commit();
    expect(refused.code).not.toBe(0);
    expect(refused.output).toMatch(/^mcp-lint\.+Failed$/m);
    expect(refused.output).toContain('error[inline-credential]');
    expect(refused.output).toContain('pre-commit run mcp-lint-fix --hook-stage manual');
    writeInto(project, '.mcp.json', server('<your-api-key>'));
    await git(project, 'add', '--all');
    const accepted = await commit();
    expect(accepted.output).toMatch(/^mcp-lint\.+Passed$/m);
    expect(accepted.code).toBe(0);
  });

  test('take no name of a file for an option', async () => {
    const trace = join(project, 'ran');
    writeInto(project, 'evil.cjs', `require('node:fs').writeFileSync(${JSON.stringify(trace)}, '')`);
    writeInto(project, '--config=evil.cjs', '');
    await git(project, 'add', '--all');
    const named = await commit();
    expect(named.output).toMatch(/^mcp-lint\.+Passed$/m);
    const text = readFileSync(join(project, PRE_COMMIT_CONFIG), 'utf8');
    // Arguments of the user stand in the place of the hook's own.
    writeInto(
      project,
      PRE_COMMIT_CONFIG,
      text.replace('- id: mcp-lint\n', '- id: mcp-lint\n        args: [--fail-on, error]\n'),
    );
    const refused = await run('run', '--all-files');
    expect(refused.output).toContain('There is a file with the name "--config=evil.cjs"');
    expect(refused.code).toBe(1);
    expect(existsSync(trace)).toBe(false);
    writeInto(project, PRE_COMMIT_CONFIG, text);
    await git(project, 'rm', '--quiet', '--force', '--', '--config=evil.cjs', 'evil.cjs');
    await commit();
  });

  test('say why they move nothing, when asked to', async () => {
    writeInto(project, '.mcp.json', server(TOKEN));
    await git(project, 'add', '--all');
    const tried = await runAs(withoutKeyring(), PRE_COMMIT, [
      'run',
      'mcp-lint-fix',
      '--hook-stage',
      'manual',
    ]);
    expect(tried.output).toMatch(/^mcp-lint fix\.+Failed$/m);
    expect(tried.output).toContain('Stays as it is in .mcp.json');
    expect(readFileSync(join(project, '.mcp.json'), 'utf8')).toContain(TOKEN);
  });

  test.skipIf(noKeyring !== '')(`move credentials when asked for, beside the lint${noKeyring}`, async () => {
    const { named } = startKeyring();
    writeInto(project, '.mcp.json', server(TOKEN));
    await git(project, 'add', '--all');
    const fixed = await runAs(named, PRE_COMMIT, ['run', 'mcp-lint-fix', '--hook-stage', 'manual']);
    expect(fixed.output).toMatch(/^mcp-lint fix\.+Failed$/m);
    expect(fixed.output).toContain('files were modified by this hook');
    const text = readFileSync(join(project, '.mcp.json'), 'utf8');
    expect(text).not.toContain(TOKEN);
    // What pre-commit has installed is found by nobody else.
    expect(text).toContain('npx');
    expect(text).not.toContain(home);
    await git(project, 'add', '--all');
    const both = await runAs(named, PRE_COMMIT, ['run', '--hook-stage', 'manual', '--all-files']);
    expect(both.output).toMatch(/^mcp-lint\.+Passed$/m);
    expect(both.output).toMatch(/^mcp-lint fix\.+Passed$/m);
    expect(both.code).toBe(0);
    expect((await commit()).code).toBe(0);
  });

  test(
    'can be tried without a config',
    async () => {
      writeInto(project, 'more.mcp.json', server(TOKEN));
      await git(project, 'add', '--all');
      const tried = await run('try-repo', hooks, 'mcp-lint', '--all-files');
      expect(tried.output).toMatch(/^mcp-lint\.+Failed$/m);
      expect(tried.output).toContain('more.mcp.json');
    },
    PATIENCE * 1000,
  );
});
