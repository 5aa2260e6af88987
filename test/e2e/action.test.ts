import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import AjvDraft04 from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import { describe, expect, test } from 'vitest';
import {
  builtCli,
  folderOf,
  madeUp,
  NODE,
  runProgram,
  STACK_TRACE,
  temporaryFolder,
  writeInto,
} from '../support/cli.ts';
import { git, noGit } from '../support/commits.ts';
import { expectIngestible } from '../support/github-ingestion.ts';
import { checkout, commit, type Files, openPullRequest, payloadOf } from '../support/pull-request.ts';
import { prng, sample } from '../support/samples.ts';
import type { Command } from '../support/workflow-commands.ts';
import { runStep, type StepRequest } from '../support/workflow-step.ts';

const OLD = sample('grafana-service-account', prng(71));
const NEW = sample('grafana-service-account', prng(72));

const header = (name: string, key: string) => ({
  [name]: { type: 'http', url: `https://${name}.example.com/mcp`, headers: { 'X-Api-Key': key } },
});
const config = (...servers: object[]) => ({ mcpServers: Object.assign({}, ...servers) });

/** A repository with a credential in it from before, and a pull request that adds another one further down. */
const BEFORE = { '.mcp.json': config(header('old', OLD)) };
const ADDED = { '.mcp.json': config(header('old', OLD), header('new', NEW)) };

/** Runs the step on the merge commit of a pull request, cloned with a depth. */
async function onPullRequest(
  before: Files,
  change: Files,
  { depth = 2, ...request }: Partial<StepRequest> & { depth?: number } = {},
) {
  const origin = await openPullRequest(before, change);
  const workspace = await checkout(origin, 'refs/pull/1/merge', depth);
  const payload = payloadOf(origin);
  const result = await runStep({ workspace, event: 'pull_request', payload, ...request });
  return { ...result, origin, workspace };
}

/** Lines that a credential is found in. */
const credentials = (annotations: readonly Command[]) =>
  annotations.flatMap(({ properties: { title, line } }) =>
    title === 'mcp-lint: inline-credential' ? [line] : [],
  );

describe.skipIf(noGit)(`the action${noGit}`, () => {
  test('annotates what a pull request adds, and nothing else', async () => {
    const { code, annotations, outputs, summary, stdout, stderr } = await onPullRequest(BEFORE, ADDED);
    expect([code, stderr]).toEqual([1, '']);
    const errors = annotations.filter(({ name }) => name === 'error');
    expect(errors).toHaveLength(1);
    expect(errors[0]!.properties).toMatchObject({ file: '.mcp.json', line: '14' });
    expect(errors[0]!.data).toContain('"new"');
    expect(annotations.find(({ data }) => data.includes('left out'))).toBeDefined();
    expect(outputs).toMatchObject({ errors: '1', problems: '0', 'exit-code': '1', 'sarif-file': '' });
    expect(summary).toContain('### mcp-lint: 1 error');
    expect(summary).toContain('`new` (added)');
    expect(summary).not.toContain('`old` (');
    for (const text of [stdout, summary]) {
      expect(text).not.toContain(NEW.slice(0, 20));
      expect(text).not.toContain(OLD.slice(0, 20));
    }
  });

  test('passes when a pull request adds nothing bad to a repository that has it', async () => {
    const change = { '.mcp.json': config(header('old', OLD), header('new', '${NEW_KEY}')) };
    const { code, annotations, outputs, summary } = await onPullRequest(BEFORE, change);
    expect(code).toBe(0);
    expect(credentials(annotations)).toEqual([]);
    expect(outputs).toMatchObject({ errors: '0', 'exit-code': '0' });
    expect(summary).toContain('`new` (added)');
  });

  test('says what a changed server was before', async () => {
    const before = { '.mcp.json': config(header('one', '${ONE}'), header('two', '${TWO}')) };
    const change = { '.mcp.json': config(header('one', '${ONE}'), header('two', NEW)) };
    const { summary } = await onPullRequest(before, change);
    expect(summary).toMatch(/\| `two` \(changed\) \|.*; was /);
    expect(summary).not.toContain('`one` (');
  });

  test('tells what a change makes of a line that it does not touch', async () => {
    const entry = (url: string) => ({
      '.vscode/mcp.json': `{\n  "servers": {\n    "search": {\n      "type": "http",\n      "url": "${url}",\n      "headers": {\n        "Authorization": "Bearer \${input:github_token}"\n      }\n    }\n  },\n  "inputs": [{ "id": "github_token", "type": "promptString", "password": true }]\n}\n`,
    });
    const { annotations } = await onPullRequest(
      entry('https://search.example.com/mcp'),
      entry('http://search.example.com/mcp'),
    );
    expect(annotations.map(({ properties }) => properties['title'])).toContain(
      'mcp-lint: cleartext-transport',
    );
  });

  test('lints everything, and says so, when the clone does not have what it compares with', async () => {
    const { code, annotations, summary } = await onPullRequest(BEFORE, ADDED, { depth: 1 });
    expect(code).toBe(1);
    expect(credentials(annotations)).toHaveLength(2);
    const [note] = annotations.filter(({ name }) => name === 'notice');
    expect(note!.data).toMatch(/^Everything was linted, not only what changed: .*fetch-depth: 2/);
    expect(summary).toContain('Everything was linted');
  });

  test.each([
    ['the merge commit, all of the history', 'refs/pull/1/merge', 0],
    ['the head alone, all of the history', 'refs/pull/1/head', 0],
  ])('sees only the change in %s, whatever happened on the base branch since', async (_, ref, depth) => {
    const origin = await openPullRequest(BEFORE, ADDED, {
      meanwhile: { '.cursor/mcp.json': config(header('other', sample('grafana-service-account', prng(73)))) },
    });
    const workspace = await checkout(origin, ref, depth);
    // The payload may be older than the merge commit.
    const stale = { base: await git(origin.folder, 'rev-parse', `${origin.head}^`), head: origin.head };
    for (const payload of [payloadOf(origin), payloadOf(stale)]) {
      const { annotations } = await runStep({ workspace, event: 'pull_request', payload });
      expect(credentials(annotations)).toEqual(['14']);
    }
  });

  test('lints everything when something else is checked out, as pull_request_target does', async () => {
    const origin = await openPullRequest(BEFORE, ADDED);
    const workspace = await checkout(origin, 'refs/heads/main', 0);
    const result = await runStep({ workspace, event: 'pull_request_target', payload: payloadOf(origin) });
    expect(credentials(result.annotations)).toHaveLength(1);
    expect(result.annotations.some(({ data }) => data.includes('not that of the event'))).toBe(true);
  });

  test('compares with the group before it in a merge queue', async () => {
    const origin = await openPullRequest(BEFORE, ADDED);
    await git(origin.folder, 'update-ref', 'refs/heads/gh-readonly-queue/main/pr-1', origin.merge);
    const workspace = await checkout(origin, 'refs/heads/gh-readonly-queue/main/pr-1', 2);
    const payload = { merge_group: { base_sha: origin.base, head_sha: origin.merge } };
    const { code, annotations } = await runStep({ workspace, event: 'merge_group', payload });
    expect(code).toBe(1);
    expect(credentials(annotations)).toHaveLength(1);
  });

  test('lints everything on a push, or only what it changed if asked', async () => {
    const origin = await openPullRequest(BEFORE, {});
    await git(origin.folder, 'checkout', '--quiet', 'main');
    const after = await commit(origin.folder, ADDED);
    const workspace = await checkout(origin, 'refs/heads/main', 0);
    const push = async (before: string, inputs: Record<string, string>) =>
      runStep({ workspace, event: 'push', payload: { before, after }, inputs });
    const everything = await push(origin.base, {});
    expect(credentials(everything.annotations)).toHaveLength(2);
    expect(everything.summary).toContain('`new` (added)');
    expect(everything.summary).not.toContain('`old` (');
    const changed = await push(origin.base, { 'only-changed': 'true' });
    expect(credentials(changed.annotations)).toHaveLength(1);
    const fresh = await push('0'.repeat(40), { 'only-changed': 'true' });
    expect(credentials(fresh.annotations)).toHaveLength(2);
    expect(fresh.annotations.some(({ data }) => data.includes('the branch is new'))).toBe(true);
  });

  test('lints everything on a schedule, and ranks all servers', async () => {
    const origin = await openPullRequest(BEFORE, {});
    const workspace = await checkout(origin, 'refs/heads/main');
    const { code, annotations, summary } = await runStep({ workspace, event: 'schedule' });
    expect(code).toBe(1);
    expect(credentials(annotations)).toEqual(['7']);
    expect(annotations.map(({ name }) => name)).not.toContain('notice');
    expect(summary).toContain('### How the servers authenticate');
  });

  test('fails by level, and for what it cannot read', async () => {
    const broken = { '.mcp.json': '{ "mcpServers": {' };
    expect((await onPullRequest(BEFORE, ADDED, { inputs: { 'fail-on': 'never' } })).code).toBe(0);
    const { code, annotations, outputs } = await onPullRequest(BEFORE, broken);
    expect([code, outputs['problems']]).toEqual([2, '1']);
    expect(annotations.map(({ properties }) => properties['title'])).toContain('mcp-lint: syntax');
    // What was broken before is not the fault of this change.
    expect((await onPullRequest(broken, { 'a.txt': 'a' })).code).toBe(0);
  });

  test('writes all findings for code scanning, as GitHub takes them', async () => {
    const { outputs, workspace } = await onPullRequest(BEFORE, ADDED, {
      inputs: { 'sarif-file': 'out/mcp-lint.sarif' },
    });
    expect(outputs['sarif-file']).toBe('out/mcp-lint.sarif');
    const text = readFileSync(join(workspace, 'out/mcp-lint.sarif'), 'utf8');
    const log = JSON.parse(text);
    const ajv = new AjvDraft04.default({ strict: false, unicodeRegExp: false });
    addFormats.default(ajv);
    const schema = JSON.parse(readFileSync(new URL('../schemas/sarif-2.1.0.json', import.meta.url), 'utf8'));
    expect(ajv.validate(schema, log)).toBe(true);
    expectIngestible(text);
    const results: { ruleId: string }[] = log.runs[0].results;
    expect(results.filter(({ ruleId }) => ruleId === 'inline-credential')).toHaveLength(2);
  });

  test('takes settings and a baseline, and warns of a pull request that changes them', async () => {
    const settings = {
      'mcp-lint.config.json': {
        rules: { 'inline-credential': 'off', 'shared-bearer-key': 'off', 'exposed-config': 'off' },
      },
    };
    const quiet = await onPullRequest({ ...BEFORE, ...settings }, ADDED);
    expect(quiet.annotations.filter(({ name }) => name === 'warning')).toEqual([]);
    expect(quiet.code).toBe(0);
    const { annotations } = await onPullRequest(BEFORE, { ...ADDED, ...settings });
    const [warning] = annotations.filter(({ name }) => name === 'warning');
    expect(warning!.properties['file']).toBe('mcp-lint.config.json');
    expect(warning!.data).toContain('decides what mcp-lint tells');
  });

  test('leaves out what a baseline lists, which no link may be', async () => {
    const folder = folderOf(BEFORE);
    await git(folder, 'init', '--quiet');
    await git(folder, 'add', '--all');
    const update = ['--update-baseline', '--baseline', 'known.json', '.'];
    const written = await runProgram(NODE, [builtCli(), ...update], { cwd: folder });
    expect(written.code).toBe(0);
    const baseline = { 'known.json': readFileSync(join(folder, 'known.json'), 'utf8') };
    const inputs = { baseline: 'known.json', 'only-changed': 'false' };
    const { annotations, summary } = await onPullRequest({ ...BEFORE, ...baseline }, ADDED, { inputs });
    expect(credentials(annotations)).toEqual(['14']);
    expect(summary).toMatch(/Left out: \d in the baseline/);
    const changed = await onPullRequest(BEFORE, { ...ADDED, ...baseline }, { inputs });
    expect(changed.annotations.find(({ data }) => data.includes('decides what'))?.properties['file']).toBe(
      'known.json',
    );
  });

  test('knows a repository that is checked out into a folder', async () => {
    const origin = await openPullRequest(BEFORE, ADDED);
    const project = await checkout(origin, 'refs/pull/1/merge', 2);
    const step = { event: 'pull_request', payload: payloadOf(origin) };
    const inputs = { paths: 'project/**/*.json\nproject/.mcp.json', 'sarif-file': 'out.sarif' };
    const workspace = dirname(project);
    const { annotations, outputs } = await runStep({ ...step, workspace, inputs });
    expect(credentials(annotations)).toEqual(['14']);
    // GitHub takes paths from the top of the repository, wherever that is.
    expect(annotations.map(({ properties }) => properties['file'])).toContain('.mcp.json');
    expect(outputs['sarif-file']).toBe('out.sarif');
    const nested = readFileSync(join(workspace, 'out.sarif'), 'utf8');
    expect(nested).toContain('"uri": ".mcp.json"');
    await runStep({ ...step, workspace: project, inputs: { 'sarif-file': 'out.sarif' } });
    expect(readFileSync(join(project, 'out.sarif'), 'utf8')).toBe(nested);
    // What else is checked out is none of its business.
    const other = writeInto(workspace, 'private/mcp.json', config(header('faraway', OLD)));
    symlinkSync(other, join(project, 'linked.mcp.json'));
    const linked = await runStep({
      ...step,
      workspace,
      inputs: { paths: 'project', 'only-changed': 'false' },
    });
    expect([linked.code, linked.stdout.includes('faraway')]).toEqual([2, false]);
    expect(linked.stdout).toContain('leads out of the repository');
    const unnamed = await runStep({ ...step, workspace });
    expect(unnamed.annotations.map(({ data }) => data).join()).toContain('"paths" has to name that');
  });

  test('fetches nothing: a clone without the files of the other commit is linted whole', async () => {
    const origin = await openPullRequest(BEFORE, ADDED);
    await git(origin.folder, 'config', 'uploadpack.allowFilter', 'true');
    const workspace = join(temporaryFolder(), 'partial');
    await git(
      origin.folder,
      'clone',
      '--quiet',
      '--filter=tree:0',
      '--no-checkout',
      `file://${origin.folder}`,
      workspace,
    );
    await git(
      workspace,
      'fetch',
      '--quiet',
      '--filter=tree:0',
      'origin',
      '+refs/pull/1/merge:refs/remotes/merge',
    );
    await git(workspace, 'checkout', '--quiet', '--detach', 'refs/remotes/merge');
    const before = await git(workspace, 'count-objects', '-v');
    const { annotations } = await runStep({ workspace, event: 'pull_request', payload: payloadOf(origin) });
    expect(credentials(annotations)).toEqual(['7', '14']);
    expect(annotations.some(({ data }) => data.includes('not in this clone'))).toBe(true);
    expect(await git(workspace, 'count-objects', '-v')).toBe(before);
  });

  test('tells what changes behind links of the repository', async () => {
    const origin = await openPullRequest({}, {});
    await git(origin.folder, 'checkout', '--quiet', 'main');
    const servers = (path: string, key: string) => ({ [path]: config(header('linked', key)) });
    writeInto(origin.folder, 'real/other.txt', 'x');
    for (const [path, to] of [
      ['.mcp.json', 'second'],
      ['second', 'conf/servers.txt'],
      ['alias', 'real'],
    ] as const)
      symlinkSync(to, join(origin.folder, path));
    const before = { ...servers('conf/servers.txt', '${KEY}'), ...servers('real/.mcp.json', '${KEY}') };
    const base = await commit(origin.folder, { ...before, ...servers('conf/bad.txt', OLD) });
    const step = async (change: Files, inputs: Record<string, string> = {}) => {
      await git(origin.folder, 'checkout', '--quiet', '-B', 'change', base);
      const head = await commit(origin.folder, change);
      const workspace = await checkout(origin, 'refs/heads/change', 0);
      const payload = payloadOf({ base, head });
      const { annotations } = await runStep({ workspace, event: 'pull_request', payload, inputs });
      return credentials(annotations);
    };
    expect(await step({ 'a.txt': 'a' })).toEqual([]);
    expect(await step(servers('conf/servers.txt', NEW))).toEqual(['7']);
    expect(await step(servers('real/.mcp.json', NEW), { paths: 'alias' })).toEqual(['7']);
    await git(origin.folder, 'checkout', '--quiet', base);
    rmSync(join(origin.folder, 'second'));
    symlinkSync('conf/bad.txt', join(origin.folder, 'second'));
    const elsewhere = await commit(origin.folder, {});
    await git(origin.folder, 'update-ref', 'refs/heads/elsewhere', elsewhere);
    const workspace = await checkout(origin, 'refs/heads/elsewhere', 0);
    const payload = payloadOf({ base, head: elsewhere });
    const { annotations } = await runStep({ workspace, event: 'pull_request', payload });
    expect(credentials(annotations)).toEqual(['7']);
  });

  test('a file that may only be run now has not changed', async () => {
    const origin = await openPullRequest(BEFORE, {});
    await git(origin.folder, 'checkout', '--quiet', '--detach', 'main');
    chmodSync(join(origin.folder, '.mcp.json'), 0o755);
    const head = await commit(origin.folder, {});
    await git(origin.folder, 'update-ref', 'refs/heads/mode', head);
    const workspace = await checkout(origin, 'refs/heads/mode', 0);
    const step = { workspace, event: 'pull_request', payload: payloadOf({ base: origin.base, head }) };
    expect(credentials((await runStep(step)).annotations)).toEqual([]);
  });

  test('says why everything was linted, and what to do where that helps', async () => {
    const origin = await openPullRequest(BEFORE, ADDED);
    const workspace = await checkout(origin, 'refs/pull/1/merge');
    const why = async (request: Partial<StepRequest>) => {
      const { annotations } = await runStep({ workspace, event: 'pull_request', ...request });
      expect(credentials(annotations)).toHaveLength(2);
      return annotations.find(({ name }) => name === 'notice')!.data;
    };
    const payload = payloadOf(origin);
    expect(await why({ payload, env: { PATH: '/nowhere' } })).toContain('there is no git.');
    const asked = { 'only-changed': 'true' };
    for (const request of [{ event: 'schedule', inputs: asked }, { payload: { pull_request: 1 } }]) {
      const text = await why(request);
      expect(text).toContain('nothing to compare with.');
      expect(text).not.toContain('fetch-depth');
    }
  });

  const isRoot = process.getuid?.() === 0;
  test.skipIf(!isRoot)(
    `compares in a container, where the workspace is another user's${isRoot ? '' : ' (SKIPPED: only root can give files away)'}`,
    async () => {
      const origin = await openPullRequest(BEFORE, ADDED);
      const workspace = await checkout(origin, 'refs/pull/1/merge', 2);
      await runProgram('chown', ['-R', '12345', workspace]);
      const step = { workspace, event: 'pull_request', payload: payloadOf(origin) };
      expect(credentials((await runStep(step)).annotations)).toEqual(['14']);
    },
  );

  test('says what a sparse checkout leaves out', async () => {
    const origin = await openPullRequest(
      { ...BEFORE, 'src/a.txt': 'a' },
      { 'conf/.mcp.json': ADDED['.mcp.json'] },
    );
    const workspace = await checkout(origin, 'refs/pull/1/merge', 2);
    await git(workspace, 'sparse-checkout', 'set', 'src');
    const step = { workspace, event: 'pull_request', payload: payloadOf(origin) };
    const { annotations } = await runStep(step);
    expect(annotations.map(({ data }) => data).join()).toContain(
      '1 changed config is not in the working tree',
    );
    expect((await runStep({ ...step, inputs: { paths: 'src' } })).stdout).not.toContain('working tree');
  });

  test.each([
    [{ 'fail-on': 'eror' }, 'Did you mean "error"?'],
    [{ 'only-changed': 'yes' }, 'The input "only-changed" is true or false'],
    [{ paths: '../..' }, 'leads out of the workspace'],
    [{ paths: '/etc/passwd' }, 'leads out of the workspace'],
    [{ 'sarif-file': '../x.sarif' }, 'is not in the workspace'],
    [{ baseline: 'none.json' }, 'There is no baseline'],
    [{ config: 'mcp-lint.config.ts' }, 'allow-code-config: true'],
  ])('refuses %j', async (inputs, message) => {
    const { code, annotations, outputs } = await onPullRequest({}, {}, { inputs });
    expect([code, outputs]).toEqual([2, {}]);
    expect(annotations.map(({ data }) => data).join()).toContain(message);
  });
});

describe.skipIf(noGit)(`a hostile pull request${noGit}`, () => {
  const CANARY = madeUp(32, 91);
  const MARK = 'mcp-lint-was-here';
  const HOSTILE_NAMES = [
    '\n::error file=x::pwned',
    '::stop-commands::x',
    '##[error]pwned',
    '%0A::add-mask::x',
    '<img src=x onerror=alert(1)><script>x</script>',
    '[click](https://evil.example) ![x](https://evil.example/x.png)',
    'a\\|[b](https://evil.example)|c',
    '`x` @octocat #1 https://evil.example www.evil.example',
    'x\r\n\u001b[2J\u202e',
  ];

  test('with commands, Markdown and HTML in names makes none of them', async () => {
    const servers = HOSTILE_NAMES.map((name, index) => ({
      [name]: {
        type: 'http',
        url: 'https://a.example.com',
        headers: { [`X-Api-Key-${index}`]: madeUp(32, index + 100) },
      },
    }));
    const files = [
      'a,b::c=1.mcp.json',
      '[x](javascript:1).mcp.json',
      '<b>`c`|.mcp.json',
      '%0A::error::x.mcp.json',
    ];
    const change = Object.fromEntries(files.map((file) => [`${file}/.mcp.json`, config(...servers)]));
    const { code, annotations: all, lines, summary, stderr } = await onPullRequest({}, change);
    expect([code, stderr]).toEqual([1, '']);
    const [pointer, ...annotations] = all;
    expect([pointer!.properties, pointer!.data.slice(0, 12)]).toEqual([
      { title: 'mcp-lint' },
      'GitHub shows',
    ]);
    for (const { name } of annotations) expect(['error', 'warning']).toContain(name);
    expect(annotations.every(({ properties }) => properties['title']?.startsWith('mcp-lint: '))).toBe(true);
    expect(
      annotations.every(({ properties }) => files.some((file) => properties['file'] === `${file}/.mcp.json`)),
    ).toBe(true);
    for (const line of lines) {
      expect(line).toMatch(/^mcp-lint: /);
      expect(line).not.toContain('##[');
    }
    expect(/<(?!!-- -->|\/?code>)/.exec(summary)).toBeNull();
    expect(/\]\((?!https:\/\/github\.com\/mcp-lint\/)|:\/\/evil|@octocat|www\.evil/.exec(summary)).toBeNull();
    expect(summary).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    for (const line of summary.split('\n').filter((one) => one.startsWith('|')))
      expect([4, 5, 6]).toContain(line.match(/\|/g)!.length);
  });

  test('with links out of the repository reads and writes nothing there', async () => {
    const outside = temporaryFolder();
    const target = writeInto(outside, 'secrets/claude.json', config(header('faraway', CANARY)));
    writeInto(outside, 'secrets/.env', `CANARY_TOKEN=${CANARY}\n`);
    const origin = await openPullRequest({}, {});
    await git(origin.folder, 'checkout', '--quiet', origin.head);
    const link = (path: string, to: string) => {
      rmSync(join(origin.folder, path), { force: true });
      symlinkSync(to, join(origin.folder, path));
    };
    link('.mcp.json', target);
    link('other.json', target);
    link('folder', join(outside, 'secrets'));
    link('out.sarif', target);
    link('mcp-lint.config.json', target);
    writeInto(origin.folder, '.vscode/mcp.json', {
      servers: { a: { command: 'node', args: ['a.js'], envFile: join(outside, 'secrets/.env') } },
    });
    const head = await commit(origin.folder, {});
    await git(origin.folder, 'update-ref', 'refs/pull/1/head', head);
    const workspace = await checkout(origin, 'refs/pull/1/head', 0);
    const before = readFileSync(target, 'utf8');
    const payload = payloadOf({ ...origin, head });
    const run = (inputs: Record<string, string>) =>
      runStep({
        workspace,
        event: 'pull_request',
        payload,
        inputs: { 'sarif-file': 'out.sarif', ...inputs },
      });

    // Settings that are a link out of the repository are an error.
    const settings = await run({});
    expect(settings.code).toBe(2);
    rmSync(join(workspace, 'mcp-lint.config.json'));
    const { code, annotations, summary, stdout, stderr } = await run({});
    expect(code).toBe(2);
    expect(annotations.find(({ properties }) => properties['file'] === '.mcp.json')!.data).toContain(
      'leads out',
    );
    const sarif = readFileSync(join(workspace, 'out.sarif'), 'utf8');
    for (const text of [settings.stdout, stdout, stderr, summary, sarif]) {
      expect(text).not.toContain('faraway');
      expect(text).not.toContain(CANARY.slice(0, 6));
      expect(text).not.toContain('.env');
    }
    expect(readFileSync(target, 'utf8')).toBe(before);
    // A named path that is such a link is refused.
    expect((await run({ paths: 'folder' })).annotations[0]!.data).toContain('leads out of the workspace');
  });

  test('with code where a config is found, or programs in attributes, runs nothing', async () => {
    const ran = join(temporaryFolder(), MARK);
    const code = `require('node:fs').writeFileSync(${JSON.stringify(ran)}, '');\nmodule.exports = {};\n`;
    const change = {
      ...ADDED,
      'mcp-lint.config.cjs': code,
      '.gitattributes': '* diff=evil filter=evil\n*.json -diff\n',
    };
    const origin = await openPullRequest(BEFORE, change);
    const workspace = await checkout(origin, 'refs/pull/1/merge', 2);
    for (const [name, value] of Object.entries({
      'diff.evil.textconv': `touch ${ran}; cat`,
      'diff.evil.command': `touch ${ran}`,
      'filter.evil.clean': `touch ${ran}; cat`,
      'diff.external': `touch ${ran}`,
      'core.fsmonitor': `touch ${ran}`,
      'core.pager': `touch ${ran}`,
    }))
      await git(workspace, 'config', name, value);
    const step = { workspace, event: 'pull_request', payload: payloadOf(origin) };
    const found = await runStep(step);
    expect(found.code).toBe(2);
    expect(found.annotations.map(({ data }) => data).join()).toContain('code that was only found is not run');
    const named = await runStep({ ...step, inputs: { config: 'mcp-lint.config.cjs' } });
    expect(named.code).toBe(2);
    rmSync(join(workspace, 'mcp-lint.config.cjs'));
    // Attributes do not hide a difference.
    const { annotations } = await runStep(step);
    expect(credentials(annotations)).toEqual(['14']);
    expect(existsSync(ran)).toBe(false);
  });

  test('with a config of 50 MB is linted', async () => {
    const project = (index: number) => ({
      history: Array.from({ length: 40 }, (_, line) => ({
        display: `${index} ${line} ${'lorem ipsum '.repeat(100)}`,
      })),
    });
    const projects = Object.fromEntries(
      Array.from({ length: 1050 }, (_, index) => [`/p/${index}`, project(index)]),
    );
    const large = { ...config(header('large', CANARY)), projects };
    const { code, annotations, outputs, summary, stdout } = await onPullRequest(
      {},
      { '.claude.json': JSON.stringify(large) },
      { patience: 60 },
    );
    expect(code).toBe(1);
    expect(outputs['errors']).not.toBe('0');
    expect(annotations.length).toBeGreaterThan(0);
    expect(stdout + summary).not.toContain(CANARY.slice(0, 6));
  });

  test('that changes what decides, or adds comments that ignore, is remarked on without hiding findings', async () => {
    const text = (comment: string) =>
      `{\n  "servers": {\n${comment}    "a": { "url": "https://a.example.com", "headers": { "X-Api-Key": "${OLD}" } }\n  }\n}\n`;
    const many = Object.fromEntries(Array.from({ length: 40 }, (_, index) => [`x/mcp-lint.${index}`, 'x']));
    const change = {
      ...ADDED,
      ...many,
      'package.json': '{}',
      '.github/workflows/check.yml': 'on: push\n',
      '.vscode/mcp.json': text('    // mcp-lint-ignore inline-credential -- because\n'),
    };
    const before = { ...BEFORE, 'package.json': { mcpLint: { rules: { 'shared-bearer-key': 'off' } } } };
    const { annotations, summary } = await onPullRequest(before, change, {
      env: { GITHUB_WORKFLOW_REF: 'o/r/.github/workflows/check.yml@refs/pull/1/merge' },
    });
    const warnings = annotations.filter(({ data }) => data.includes('decides what mcp-lint tells'));
    expect(warnings.map(({ properties }) => properties['file']).slice(0, 2)).toEqual([
      '.github/workflows/check.yml',
      'package.json',
    ]);
    expect(warnings).toHaveLength(3);
    expect(warnings[2]!.data).toContain('39 places more');
    expect(summary).toContain('and 39 more');
    const [ignoring, ...others] = annotations.filter(({ data }) => data.includes('ignores findings for'));
    expect(ignoring!.properties).toMatchObject({ file: '.vscode/mcp.json', line: '3' });
    expect(others).toEqual([]);
  });

  test('with many changed files keeps nobody busy, and says what it left', async () => {
    const files = (key: (index: number) => string) =>
      Object.fromEntries(
        Array.from({ length: 103 }, (_, index) => [
          `d${index}/.mcp.json`,
          config(header('a', key(index)), header('b', OLD)),
        ]),
      );
    const broken = Object.fromEntries(
      Array.from({ length: 1100 }, (_, index) => [`e${index}/.mcp.json`, '{']),
    );
    const change = { ...files(() => NEW), ...broken };
    const { code, annotations, summary, lines } = await onPullRequest(
      files(() => '${KEY}'),
      change,
      { patience: 60 },
    );
    expect(code).toBe(2);
    const told = annotations.map(({ data }) => data).join();
    expect(told).toContain('the lines of 3 files were not compared');
    expect(told).toContain('GitHub shows 10 annotations of each level');
    expect(summary).toContain('The servers of 3 changed files more were not ranked.');
    // Both of the last three files, one of the others.
    expect(credentials(annotations)).toHaveLength(106);
    expect(lines).toContain('mcp-lint: only 1000 of 1100 files that were not fully linted are listed here.');
  });

  test('with ends of lines that git counts otherwise hides nothing', async () => {
    const text = (key: string) =>
      `{\r"mcpServers": {\r"a": {"url": "https://a.example.com", "headers": {\r"X-Api-Key": "${key}"}}}}\n\n\n\n`;
    const { code } = await onPullRequest({ '.mcp.json': text(OLD) }, { '.mcp.json': text(NEW) });
    expect(code).toBe(1);
  });

  test('leaks nothing of what the runner knows', async () => {
    const env = { ACTIONS_RUNTIME_TOKEN: CANARY, GITHUB_TOKEN: CANARY, INPUT_TOKEN: CANARY };
    const change = {
      '.mcp.json': config({
        a: { command: 'node', env: { GITHUB_TOKEN: '${GITHUB_TOKEN}', X: '${ACTIONS_RUNTIME_TOKEN}' } },
      }),
    };
    const { stdout, stderr, summary } = await onPullRequest({}, change, { env });
    expect(stdout + stderr + summary).not.toContain(CANARY.slice(0, 6));
    expect(stdout + stderr).not.toMatch(STACK_TRACE);
  });
});
