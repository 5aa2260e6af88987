import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { CustomRule, ServerView } from '../../src/core/custom-rule.ts';
import type { Report, ReportedFinding } from '../../src/core/report.ts';
import type { Settings } from '../../src/core/settings.ts';
import { rank } from '../../src/rank.ts';
import { type LintOptions, lint } from '../../src/run.ts';
import type { Config } from '../../src/settings/config.ts';
import { madeUp, writeInto } from '../support/cli.ts';
import { load } from './support.ts';

const token = `acme_${madeUp(32)}`;
const FORMAT = {
  id: 'acme-key',
  title: 'Acme API key',
  prefixes: ['acme_'],
  pattern: 'acme_[A-Za-z0-9]{32}',
  rotateUrl: 'https://acme.example/keys',
};

const withEnv = (env: object, more: object = {}) => ({
  mcpServers: { one: { command: 'one', env, ...more } },
});

/** Lints a config in a repository with these settings. */
async function lintWith(
  config: Config,
  file: object,
  more: Partial<LintOptions> & { custom?: CustomRule[] } = {},
) {
  const { custom = [], ...options } = more;
  const { root, settings } = await load({ files: { 'mcp-lint.config.json': config, '.mcp.json': file } });
  const own: Settings = { ...settings!, customRules: custom };
  return { report: await lint(['.mcp.json'], { cwd: root, settings: own, ...options }), root, settings: own };
}

const only = (report: Report, rule: string): readonly ReportedFinding[] =>
  report.findings.filter((finding) => finding.rule === rule);

const verdicts = (report: Report) =>
  report.servers.flatMap(({ slots }) =>
    slots.flatMap(({ kind, name, verdict }) => (kind === 'env' ? [`${name}: ${verdict}`] : [])),
  );

describe('levels', () => {
  const file = withEnv({ API_KEY: madeUp(32) });

  test('those of the settings hold, and those of the caller before them', async () => {
    const config = { rules: { 'inline-credential': 'info' } } as const;
    const { report } = await lintWith(config, file);
    expect(only(report, 'inline-credential').map(({ severity }) => severity)).toEqual(['info']);
    const { report: louder } = await lintWith(config, file, { levels: { 'inline-credential': 'error' } });
    expect(only(louder, 'inline-credential').map(({ severity }) => severity)).toEqual(['error']);
  });

  test('off', async () => {
    const { report } = await lintWith({ rules: { 'inline-credential': 'off' } }, file);
    expect(only(report, 'inline-credential')).toEqual([]);
  });
});

describe('placeholders', () => {
  const value = madeUp(32);

  test.each([
    [value, 'placeholder'],
    [`${value.slice(0, 8)}*`, 'placeholder'],
    [`*${value.slice(4, 8)}*${value.slice(-6)}`, 'placeholder'],
    [value.slice(0, -1), 'literal'],
    [`${value}*${value}`, 'literal'],
    [value.toLowerCase(), 'literal'],
  ])('%s', async (placeholder, verdict) => {
    const { report } = await lintWith({ placeholders: [placeholder] }, withEnv({ API_KEY: value }));
    expect(verdicts(report)).toEqual([`API_KEY: ${verdict}`]);
  });

  test('stand before formats', async () => {
    const { report } = await lintWith({ placeholders: ['acme_*'], formats: [FORMAT] }, withEnv({ X: token }));
    expect(verdicts(report)).toEqual(['X: placeholder']);
  });
});

describe('formats', () => {
  test('tell a credential under any name, with title, id and page', async () => {
    const { report } = await lintWith({ formats: [FORMAT] }, withEnv({ REGION: token }));
    expect(only(report, 'inline-credential')).toMatchObject([
      {
        message: 'Acme API key in the environment variable REGION of server "one"',
        severity: 'error',
        credential: {
          format: 'acme-key',
          kind: 'Acme API key',
          confidence: 'high',
          rotate: FORMAT.rotateUrl,
        },
      },
    ]);
    expect(JSON.stringify(report)).not.toContain(token);
  });

  test('inside of other text the token alone is the credential', async () => {
    const { report } = await lintWith({ formats: [FORMAT] }, withEnv({ NOTE: `use ${token}, please` }));
    expect(only(report, 'inline-credential')).toMatchObject([{ region: { length: token.length } }]);
  });

  test.each([
    ['a longer word', `${token}x`],
    ['a word around it', `x${token}`],
    ['cut short', token.slice(0, -1)],
    ['another case', token.toUpperCase()],
  ])('%s is none', async (_, text) => {
    const { report } = await lintWith({ formats: [FORMAT] }, withEnv({ REGION: text }));
    expect(verdicts(report)).toEqual(['REGION: benign']);
  });

  test('a stand-in of the format is a placeholder', async () => {
    const { report } = await lintWith({ formats: [FORMAT] }, withEnv({ X: `acme_${'x'.repeat(32)}` }));
    expect(verdicts(report)).toEqual(['X: placeholder']);
  });

  test('one credential in two servers is shared, and called by its title', async () => {
    const file = {
      mcpServers: { a: { command: 'a', env: { X: token } }, b: { command: 'b', env: { X: token } } },
    };
    const { report } = await lintWith({ formats: [FORMAT] }, file);
    expect(only(report, 'shared-bearer-key').map(({ message }) => message)).toEqual([
      expect.stringContaining('Acme API key is shared by 2 servers'),
    ]);
  });
});

describe('servers', () => {
  const npx = { command: 'npx', args: ['-y', '@acme/mcp@1.0.0'] };
  const server = { id: 'acme', title: 'Acme', npm: ['@acme/mcp'], secretVariables: ['ACME_LOGIN'] };

  test('their secret variables hold secrets, whatever they are called', async () => {
    const file = withEnv({ ACME_LOGIN: 'tr0ub4dor', ACME_MODE: 'tr0ub4dor' }, npx);
    const { report } = await lintWith({ servers: [server] }, file);
    expect(verdicts(report)).toEqual(expect.arrayContaining(['ACME_LOGIN: literal', 'ACME_MODE: benign']));
    const { report: without } = await lintWith({}, file);
    expect(verdicts(without)).toContain('ACME_LOGIN: benign');
  });

  test('references in them are credentials', async () => {
    const file = withEnv({ ACME_LOGIN: '${LOGIN_OF_ACME}' }, npx);
    const { report } = await lintWith({ servers: [server] }, file);
    expect(only(report, 'stdio-holds-secret')).toHaveLength(1);
    const { report: without } = await lintWith({}, file);
    expect(only(without, 'stdio-holds-secret')).toHaveLength(0);
  });

  test('are not taken for a slip of the pen', async () => {
    const slip = { command: 'npx', args: ['-y', '@modelcontextprotocl/server-everything@1.0.0'] };
    const rule = 'unpinned-server-with-secret';
    const own = { id: 'own', title: 'Own', npm: ['@modelcontextprotocl/server-everything'] };
    expect(only((await lintWith({ servers: [own] }, withEnv({}, slip))).report, rule)).toEqual([]);
    expect(only((await lintWith({}, withEnv({}, slip))).report, rule)).toHaveLength(1);
  });

  test.each([
    ['pypi', { pypi: ['Acme_MCP'] }, { command: 'uvx', args: ['acme-mcp==1.0.0'] }],
    [
      'images',
      { images: ['docker.io/acme/mcp'] },
      { command: 'docker', args: ['run', '-i', '--rm', '-e', 'ACME_LOGIN', 'acme/mcp:1.0.0'] },
    ],
    [
      'origins',
      { origins: ['https://MCP.acme.example:443'] },
      { command: 'npx', args: ['-y', 'mcp-remote', 'https://mcp.acme.example/mcp'] },
    ],
  ])('are told by %s', async (_, names, entry) => {
    const own = { id: 'acme', title: 'Acme', secretVariables: ['ACME_LOGIN'], ...names };
    const { report } = await lintWith({ servers: [own] }, withEnv({ ACME_LOGIN: 'tr0ub4dor' }, entry));
    expect(verdicts(report)).toContain('ACME_LOGIN: literal');
  });

  test('the ranking sees what they hold', async () => {
    const file = withEnv({ ACME_LOGIN: 'tr0ub4dor' }, npx);
    const { root, settings } = await lintWith({ servers: [server] }, file);
    const before = await rank(['.mcp.json'], { cwd: root });
    const after = await rank(['.mcp.json'], { cwd: root, settings });
    expect(after.servers[0]).not.toEqual(before.servers[0]);
  });
});

describe('exclude', () => {
  test('leaves files out of searches, not those that are named', async () => {
    const file = withEnv({ API_KEY: madeUp(32) });
    const { root, settings } = await lintWith({ exclude: ['vendor', '**/fixtures/*.json'] }, file);
    for (const path of ['vendor/a/.mcp.json', 'b/fixtures/mcp.json', 'c/.mcp.json'])
      writeInto(root, path, file);
    const filesOf = async (paths: string[]) =>
      (await lint(paths, { cwd: root, settings })).files.map(({ path }) => path);
    expect(await filesOf(['.'])).toEqual(['.mcp.json', join('c', '.mcp.json')]);
    expect(await filesOf(['**/.mcp.json'])).toEqual(['.mcp.json', join('c', '.mcp.json')]);
    expect(await filesOf(['vendor/a/.mcp.json'])).toEqual([join('vendor/a', '.mcp.json')]);
  });
});

describe('rules of the user', () => {
  const meta = { id: 'own-rule', title: 'Own', docs: { why: 'Why it is.', fix: 'What to do.' } };
  const secret = madeUp(32);
  const file = withEnv({ API_KEY: secret }, { command: 'npx', args: ['-y', '@acme/mcp@1.2.3'] });

  test('see facts, no values', async () => {
    const seen: unknown[] = [];
    const rule: CustomRule = {
      meta,
      checkServer: (server, at) => void seen.push(server, at),
      checkSlot: (slot, server) => void seen.push(slot, server?.name),
    };
    await lintWith({}, file, { custom: [rule] });
    const slot = {
      kind: 'env',
      field: 'env',
      name: 'API_KEY',
      path: 'mcpServers.one.env.API_KEY',
      verdict: 'literal',
    };
    expect(seen[0]).toMatchObject({
      name: 'one',
      transport: 'stdio',
      wrappers: ['npx'],
      package: { registry: 'npm', name: '@acme/mcp', version: '1.2.3', pinned: true },
      slots: expect.arrayContaining([expect.objectContaining(slot)]),
    } satisfies Partial<Record<keyof ServerView, unknown>>);
    expect(seen[1]).toEqual({ path: '.mcp.json', host: 'claude-code-project', scope: 'project' });
    expect(seen).toContainEqual(expect.objectContaining(slot));
    expect(seen).toContain('one');
    expect(JSON.stringify(seen)).not.toContain(secret);
    // Structured clones hold nothing that a method could open.
    expect(structuredClone(seen)).toEqual(seen);
  });

  test('what they say is a finding at the server or the slot', async () => {
    const rule: CustomRule = {
      meta: { ...meta, severity: 'error', docs: { ...meta.docs, url: 'https://acme.example/rules' } },
      checkServer: ({ name }) => `${name} is odd`,
      checkSlot: ({ name, verdict }) => (verdict === 'literal' ? `${name} is here` : undefined),
    };
    const { report } = await lintWith({}, file, { custom: [rule] });
    expect(only(report, 'own-rule')).toMatchObject([
      {
        message: 'one is odd',
        severity: 'error',
        why: meta.docs.why,
        advice: meta.docs.fix,
        path: 'mcpServers.one',
        own: { page: 'https://acme.example/rules' },
      },
      { message: 'API_KEY is here', path: 'mcpServers.one.env.API_KEY', slot: { name: 'API_KEY' } },
    ]);
  });

  test('levels hold for them, too', async () => {
    const rule: CustomRule = { meta, checkServer: () => 'odd' };
    const at = async (level: 'off' | 'info') =>
      only((await lintWith({}, file, { custom: [rule], levels: { 'own-rule': level } })).report, 'own-rule');
    expect(await at('off')).toEqual([]);
    expect(await at('info')).toMatchObject([{ severity: 'info' }]);
  });

  test('what they say is made fit to print', async () => {
    const rule: CustomRule = {
      meta,
      checkServer: () => `a\u001b[31m\n::error::${secret} ${'x'.repeat(600)}`,
    };
    const [finding] = only((await lintWith({}, file, { custom: [rule] })).report, 'own-rule');
    expect(finding!.message).toMatch(/^a\S\[31m ::error::\*\*\* /);
    expect(finding!.message.length).toBeLessThanOrEqual(500);
  });

  test.each([
    [
      'throws',
      () => {
        throw new TypeError(secret);
      },
      'The rule "own-rule" of your config broke down (TypeError).',
    ],
    [
      'throws no error',
      () => {
        throw secret;
      },
      'The rule "own-rule" of your config broke down (no error).',
    ],
    [
      'returns no text',
      () => ({ secret }) as never,
      'The rule "own-rule" of your config returned something that is no message: it has to be a text, or undefined when all is well.',
    ],
    [
      'returns a promise',
      () => Promise.resolve('x') as never,
      'The rule "own-rule" of your config returned something that is no message: it has to be a text, or undefined when all is well.',
    ],
  ])('one that %s stops the run', async (_, checkServer, message) => {
    const run = lintWith({}, file, { custom: [{ meta, checkServer }] });
    const error = await run.catch((caught: Error) => caught);
    expect(error).toMatchObject({ name: 'UsageError', message });
  });
});
