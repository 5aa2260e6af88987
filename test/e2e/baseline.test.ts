import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  lstatSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, test } from 'vitest';
import { folderOf, madeUp, ROOT, runCli, STACK_TRACE, temporaryFolder, writeInto } from '../support/cli.ts';
import { prng, sample } from '../support/samples.ts';

const TOKEN = sample('grafana-service-account', prng(7));
const KEY = madeUp(32, 3);
const DEFAULT = '.mcp-lint-baseline.json';

const remote = (key: string, name = 'search') => ({
  mcpServers: { [name]: { url: 'https://mcp.example.com/mcp', headers: { 'X-Api-Key': key } } },
});
const folder = () => folderOf({ '.mcp.json': remote(TOKEN), 'docs/.mcp.json': remote(KEY) }, 0o600);
const validate = new Ajv2020({ strict: true }).compile(
  JSON.parse(readFileSync(join(ROOT, 'report.schema.json'), 'utf8')),
);

describe('a team that adopts it', () => {
  test('writes a baseline, is told what is new, and clears up', async () => {
    const cwd = folder();
    const first = await runCli(['--update-baseline', '.'], { cwd });
    expect(first.stderr).toBe(
      `mcp-lint: ${DEFAULT}: 2 findings (2 new, 0 gone). Leave them out with "--baseline ${DEFAULT}".\n`,
    );
    expect(first.code).toBe(0);
    expect(first.stdout).toContain('Left out: 2 in the baseline.');
    const text = readFileSync(join(cwd, DEFAULT), 'utf8');
    expect(text).toContain('"file": "docs/.mcp.json"');
    for (const secret of [TOKEN, KEY])
      for (let at = 0; at + 6 <= secret.length; at++) expect(text).not.toContain(secret.slice(at, at + 6));
    expect(statSync(join(cwd, DEFAULT)).mode & 0o777).toBe(0o644);
    expect(readdirSync(cwd).sort()).toEqual(['.mcp-lint-baseline.json', '.mcp.json', 'docs']);

    const known = await runCli(['--baseline', DEFAULT, '.'], { cwd });
    expect(known.code).toBe(0);

    // Without another value in it, the file stays as it is.
    const { mtimeMs } = statSync(join(cwd, DEFAULT));
    writeFileSync(join(cwd, '.mcp.json'), JSON.stringify(remote(TOKEN), null, '\t').replaceAll('\n', '\r\n'));
    const again = await runCli(['--update-baseline', '.'], { cwd });
    expect(again.stderr).toBe(`mcp-lint: ${DEFAULT}: 2 findings, as before.\n`);
    expect(statSync(join(cwd, DEFAULT)).mtimeMs).toBe(mtimeMs);

    writeInto(cwd, '.mcp.json', remote(madeUp(32, 4)), 0o600);
    const changed = await runCli(['--baseline', DEFAULT, '--format', 'json', '.'], { cwd });
    expect(changed.code).toBe(1);
    const report = JSON.parse(changed.stdout);
    expect(validate(report)).toBe(true);
    expect(report.findings.map(({ file }: { file: string }) => file)).toEqual(['.mcp.json']);
    expect(report.triage).toEqual({
      ignored: 0,
      known: 1,
      unused: [{ rule: 'inline-credential', file: '.mcp.json', path: 'mcpServers.search.headers.X-Api-Key' }],
    });
    for (const format of ['sarif', 'github']) {
      const { stdout } = await runCli(['--baseline', DEFAULT, '--format', format, '.'], { cwd });
      expect(stdout).not.toContain('docs/');
    }

    writeInto(cwd, '.mcp.json', remote('${SEARCH_API_KEY}'), 0o600);
    const cleared = await runCli(['--baseline', DEFAULT, '.'], { cwd });
    expect(cleared.stdout).toContain(
      '1 finding of the baseline is gone: "--update-baseline" takes it out (--verbose shows which).',
    );
    const verbose = await runCli(['--baseline', DEFAULT, '--verbose', '.'], { cwd });
    expect(verbose.stdout).toContain('  inline-credential .mcp.json mcpServers.search.headers.X-Api-Key');
    const pruned = await runCli(['--update-baseline', '.'], { cwd });
    expect(pruned.stderr).toContain('(0 new, 1 gone)');
    // What stays keeps its bytes.
    const line = text
      .split('\n')
      .find((one) => one.includes('docs/'))!
      .replace(/,$/, '');
    expect(readFileSync(join(cwd, DEFAULT), 'utf8').split('\n')).toContain(line);
  });

  test('lints from another folder, and text from standard input', async () => {
    const cwd = folder();
    await runCli(['--update-baseline', '.'], { cwd });
    const inner = await runCli(['--baseline', `../${DEFAULT}`, '.'], { cwd: join(cwd, 'docs') });
    expect(inner.code).toBe(0);
    const input = readFileSync(join(cwd, '.mcp.json'));
    const piped = await runCli(['--baseline', DEFAULT, '--stdin-filename', '.mcp.json', '-'], { cwd, input });
    expect(piped.code).toBe(0);
    const linked = join(temporaryFolder(), 'link');
    symlinkSync(cwd, linked);
    const through = await runCli(['--baseline', join(cwd, DEFAULT), join(linked, 'docs')], { cwd });
    expect(through.code).toBe(0);
  });

  test('a part of the files is updated, and the others are kept', async () => {
    const cwd = folder();
    await runCli(['--update-baseline', '.'], { cwd });
    writeInto(cwd, '.mcp.json', remote(madeUp(32, 4)), 0o600);
    const part = await runCli(['--update-baseline', '.mcp.json'], { cwd });
    expect(part.stderr).toContain('2 findings (1 new, 1 gone)');
    expect((await runCli(['--baseline', DEFAULT, '.'], { cwd })).code).toBe(0);
  });

  test('the settings name the baseline', async () => {
    const cwd = folder();
    writeInto(cwd, 'mcp-lint.config.json', { baseline: 'ci/known.json' });
    writeInto(cwd, 'ci/keep', '');
    expect((await runCli(['--update-baseline', '.'], { cwd })).stderr).toBe(
      'mcp-lint: ci/known.json: 2 findings (2 new, 0 gone).\n',
    );
    expect((await runCli(['.'], { cwd })).code).toBe(0);
    expect((await runCli(['--no-config', '.'], { cwd })).code).toBe(1);
  });
});

describe('hostile baselines', () => {
  const fails = async (cwd: string, args: readonly string[], message: RegExp) => {
    const { code, stdout, stderr } = await runCli([...args, '.'], { cwd });
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(STACK_TRACE);
  };

  test('missing, broken, expensive', async () => {
    const cwd = folder();
    await fails(
      cwd,
      ['--baseline', 'none.json'],
      /There is no baseline "none\.json": "--update-baseline" writes one\./,
    );
    writeInto(cwd, 'broken.json', `{\n  "version": 1,\n  "${TOKEN}"`);
    await fails(cwd, ['--baseline', 'broken.json'], /broken\.json:3:\d+: /);
    const hash = { name: 'scrypt', cost: 2 ** 28, blockSize: 8, parallelization: 3, salt: 'A'.repeat(22) };
    writeInto(cwd, 'slow.json', { version: 1, hash, findings: [] });
    await fails(
      cwd,
      ['--update-baseline', '--baseline', 'slow.json'],
      /slow\.json:3:11: With these settings/,
    );
    await fails(cwd, ['--baseline', 'docs'], /cannot be read: a folder/);
    execFileSync('mkfifo', [join(cwd, 'pipe')]);
    await fails(cwd, ['--baseline', 'pipe'], /cannot be read: a named pipe/);
  });

  test('links are not followed', async () => {
    const cwd = folder();
    const outside = join(temporaryFolder(), 'outside.json');
    symlinkSync(outside, join(cwd, DEFAULT));
    await fails(cwd, ['--update-baseline'], /is a symbolic link/);
    expect(lstatSync(outside, { throwIfNoEntry: false })).toBeUndefined();
    writeFileSync(outside, '{}');
    await fails(cwd, ['--baseline', DEFAULT], /is a symbolic link/);
  });

  test('a folder that cannot be written to', async () => {
    const cwd = folder();
    const { code, stderr } = await runCli(['--update-baseline', '--baseline', 'none/x.json', '.'], { cwd });
    expect(code).toBe(2);
    expect(stderr).toContain('The baseline "none/x.json" cannot be written.');
    chmodSync(cwd, 0o755);
  });

  test('names with escape sequences reach no terminal', async () => {
    const cwd = folder();
    await runCli(['--update-baseline', '.'], { cwd });
    const text = readFileSync(join(cwd, DEFAULT), 'utf8');
    const hostile = text
      .replace('"docs/.mcp.json"', '"gone\\u001b[2J\\n::error::x"')
      .replace('"mcpServers.', '"\\u001b[31m');
    writeFileSync(join(cwd, DEFAULT), hostile);
    for (const format of ['pretty', 'json', 'sarif', 'github']) {
      const run = await runCli(['--baseline', DEFAULT, '--verbose', '--format', format, '.'], { cwd });
      expect(run.stdout).not.toContain('\u001b');
      expect(run.stdout).not.toMatch(/^::error::x/m);
    }
  });
});

describe('ignore comments', () => {
  const text = (comment: string, key = TOKEN) =>
    `{\n  "servers": {\n    "a": {\n      "url": "https://mcp.example.com/mcp",\n      ${comment}\n      "headers": { "X-Api-Key": "${key}" }\n    }\n  }\n}\n`;
  const FILE = '.vscode/mcp.json';
  const WHY = 'mcp-lint-ignore inline-credential -- the key of the demo account';

  test('with a reason, without one, and without a use', async () => {
    const run = (content: string) => runCli([FILE], { cwd: folderOf({ [FILE]: content }, 0o600) });
    const ignored = await run(text(`// ${WHY}`));
    expect(ignored.code).toBe(0);
    expect(ignored.stdout).toBe('Left out: 1 ignored.\nNo problems in 1 file, 1 server.\n');
    const bare = await run(text('// mcp-lint-ignore inline-credential'));
    expect(bare.code).toBe(1);
    expect(bare.stdout).toContain('warning[ignore-without-reason]');
    expect(bare.stdout).toContain('[inline-credential]');
    const unused = await run(text(`// ${WHY}`, '${KEY}'));
    expect(unused.code).toBe(1);
    expect(unused.stdout).toContain('warning[unused-ignore]');
  });

  test.each([
    [
      '.codex/config.toml',
      `[mcp_servers.a]\nurl = "https://mcp.example.com/mcp"\nhttp_headers = { "X-Api-Key" = "${TOKEN}" } # ${WHY}\n`,
    ],
    [
      '.goose/config.yaml',
      `mcpServers:\n  a:\n    url: https://mcp.example.com/mcp\n    # ${WHY}\n    headers: { X-Api-Key: "${TOKEN}" }\n`,
    ],
    [
      'agent.ts',
      `export const config = { mcpServers: { a: {\n  url: 'https://mcp.example.com/mcp',\n  // ${WHY}\n  headers: { 'X-Api-Key': '${TOKEN}' } } } };\n`,
    ],
    [
      'setup.sh',
      `#!/bin/sh\n# ${WHY}\nclaude mcp add --transport http a https://mcp.example.com/mcp --header "X-Api-Key: ${TOKEN}"\n`,
    ],
    ['README.md', `# A\n\n<!-- ${WHY} -->\n\`\`\`json\n${JSON.stringify(remote(TOKEN), null, 2)}\n\`\`\`\n`],
  ])('in the bundles of other dialects: %s', async (file, content) => {
    const args = ['--format', 'json', '--rule', 'teaches-pasting:off', file];
    const { stdout } = await runCli(args, { cwd: folderOf({ [file]: content }, 0o600) });
    const { findings, triage } = JSON.parse(stdout);
    const rules = findings.map(({ rule }: { rule: string }) => rule);
    expect(rules).not.toContain('inline-credential');
    expect(rules).not.toContain('unused-ignore');
    expect(triage.ignored).toBe(1);
  });
});

describe('entries of the settings', () => {
  test('leave findings out, and are told when they are of no use', async () => {
    const cwd = folder();
    const ignore = [
      { rule: 'inline-credential', file: 'docs/**', reason: 'examples' },
      { rule: 'inline-credential', server: 'nobody', reason: 'gone' },
    ];
    writeInto(cwd, 'mcp-lint.config.json', { ignore });
    const { code, stdout } = await runCli(['.'], { cwd });
    expect(code).toBe(1);
    expect(stdout).toContain('Left out: 1 ignored.');
    expect(stdout).toMatch(
      /warning\[unused-ignore\]: This entry ignores nothing\n +--> mcp-lint\.config\.json:\d+:\d+\n/,
    );
    for (const format of ['json', 'sarif', 'github', 'junit', 'markdown', 'jsonl']) {
      const run = await runCli(['--format', format, '.'], { cwd });
      expect(run.stdout).toContain('unused-ignore');
      expect(run.code).toBe(1);
    }
  });
});
