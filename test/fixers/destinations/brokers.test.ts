import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DestinationId } from '../../../src/fixers/destination.ts';
import { fillExample, lintExample } from '../../support/examples.ts';
import { type PlannedTexts, type PlanOptions, planTexts } from '../plan-text.ts';

/** Of a project, where programs are called by name. */
const FILE = 'app/.cursor/mcp.json';
const KEY = fillExample('{{opaque:k}}');
const PAT = fillExample('{{sample:github-pat-classic}}');
const SERVER = { command: 'npx', args: ['-y', '@modelcontextprotocol/server-github@2025.4.8'] };

let programs: string;
beforeAll(() => {
  programs = mkdtempSync(join(tmpdir(), 'mcp-lint-brokers-'));
  for (const name of ['authsome', 'agent-vault', 'onecli'])
    writeFileSync(join(programs, name), '#!/bin/sh\nexit 1\n', { mode: 0o755 });
  mkdirSync(join(programs, 'none'));
});
afterAll(() => rmSync(programs, { recursive: true, force: true }));

interface Fixed extends PlannedTexts {
  readonly entry: Record<string, unknown>;
}

async function fix(
  to: DestinationId,
  entry: object,
  { file = FILE, ...more }: PlanOptions & { file?: string } = {},
): Promise<Fixed> {
  const text = JSON.stringify({ mcpServers: { hub: entry } }, undefined, 2);
  const machine = { variables: { PATH: programs }, ...more.machine };
  const planned = await planTexts({ [file]: text }, { to, safety: 'all', ...more, machine });
  const after = planned.after[file] ?? planned.before[file]!;
  return { ...planned, entry: JSON.parse(after).mcpServers.hub };
}

/** Why the credential is left, without what is said of where. */
const reasonsOf = async (to: DestinationId, entry: object, more?: PlanOptions) =>
  (await fix(to, entry, more)).plan.left.map(({ reason }) => reason);

const github = () => ({ ...SERVER, env: { GITHUB_PERSONAL_ACCESS_TOKEN: PAT } });

describe('a server of a known API', () => {
  test('goes through authsome, which is told of the API, and is made to take the proxy', async () => {
    const { entry, steps, warnings } = await fix('authsome', github());
    expect(entry).toEqual({
      command: 'authsome',
      args: ['run', '--', 'npx', ...SERVER.args],
      env: {
        GITHUB_PERSONAL_ACCESS_TOKEN: 'authsome-proxy-managed',
        NODE_USE_ENV_PROXY: '1',
        AUTHSOME_BASE_URL: 'http://127.0.0.1:7998',
      },
    });
    const definition = steps.find((step) => step.startsWith('Save as api-github-com-key.json'))!;
    expect(JSON.parse(definition.slice(definition.indexOf('{')))).toEqual({
      schema_version: 1,
      name: 'api-github-com-key',
      display_name: 'api.github.com',
      auth_type: 'api_key',
      flow: 'api_key',
      api_url: 'api.github.com',
      api_key: { header_name: 'Authorization', header_prefix: 'Bearer' },
    });
    expect(steps.join('\n')).toMatch(
      /whoami.*logout github.*provider register.*secret copy keychain:\/\/mcp-lint\/cursor\/hub\/GITHUB_PERSONAL_ACCESS_TOKEN", then "authsome login api-github-com-key".*secret remove/s,
    );
    expect(warnings).toContain(
      'Others who use this file need authsome with a key of their own to start "hub".',
    );
    expect(warnings.join('\n')).toMatch(/Node\.js, which takes no proxy before version 22\.21/);
  });

  test('goes through a vault of Agent Vault that is always named', async () => {
    const { entry, steps } = await fix('agent-vault', github(), { option: 'work' });
    expect(entry).toEqual({
      command: 'agent-vault',
      args: ['run', '--vault', 'work', '--', 'npx', ...SERVER.args],
      env: { GITHUB_PERSONAL_ACCESS_TOKEN: '__github_personal_access_token__' },
    });
    expect(steps).toContain(
      'Run: agent-vault vault service add --vault work --name github --host "api.github.com" --auth-type bearer --token-key GITHUB_PERSONAL_ACCESS_TOKEN',
    );
    expect((await fix('agent-vault', github())).entry).toMatchObject({
      args: ['run', '--vault', 'default', '--', 'npx', ...SERVER.args],
    });
  });

  test('goes through OneCLI, for an agent where one is named', async () => {
    const { entry, steps } = await fix('onecli', github(), { option: 'mine' });
    expect(entry).toMatchObject({
      args: ['run', '--agent', 'mine', '--', 'npx', ...SERVER.args],
      env: { GITHUB_PERSONAL_ACCESS_TOKEN: 'onecli-managed', NODE_USE_ENV_PROXY: '1' },
    });
    expect(steps.join('\n')).toContain('value format "Bearer {value}"');
    const { entry: plain } = await fix('onecli', github());
    expect(plain).toMatchObject({ args: ['run', '--', 'npx', ...SERVER.args] });
  });

  test('is started by the path of the broker in a file of the user', async () => {
    const { entry } = await fix('authsome', github(), { file: '.cursor/mcp.json' });
    expect(entry).toMatchObject({ command: join(programs, 'authsome') });
  });

  test.each(['authsome', 'agent-vault', 'onecli'] as const)(
    'with %s: the value is kept as it is for its user, nothing tells it, and the entry is silent on re-lint',
    async (to) => {
      const { plan, entry, steps, warnings } = await fix(to, github());
      const [move, ...others] = plan.files.flatMap(({ moves }) => moves);
      expect(others).toEqual([]);
      expect(move!.item).toMatchObject({ vault: 'keychain', uses: [] });
      expect(move!.item.text.reveal()).toBe(PAT);
      expect(JSON.stringify([entry, steps, warnings])).not.toContain(PAT);
      const { findings } = await lintExample({
        file: '.cursor/mcp.json',
        text: JSON.stringify({ mcpServers: { hub: entry } }),
      });
      expect(findings.map(({ rule }) => rule)).toEqual(['deprecated-server']);
    },
  );
});

describe('the API', () => {
  const unknown = { command: 'uvx', args: ['example-search-mcp==1.2.0'], env: { SEARCH_API_KEY: KEY } };

  test('has to be given where the catalogue has none', async () => {
    expect(await reasonsOf('authsome', unknown)).toEqual([
      'it is not known which API it is for: give its host with --api-host',
    ]);
    const { entry, steps, warnings } = await fix('authsome', unknown, { apiHost: 'api.example.com' });
    expect(entry).toMatchObject({ env: { SEARCH_API_KEY: 'authsome-proxy-managed' } });
    expect(entry['env']).not.toHaveProperty('NODE_USE_ENV_PROXY');
    expect(steps.join('\n')).toContain('"api_url":"api.example.com"');
    expect(warnings.join('\n')).toContain('"Authorization: Bearer …" is assumed');
  });

  test('takes its key in a header of its own', async () => {
    const { steps } = await fix('agent-vault', unknown, { apiHost: 'gitlab.com' });
    expect(steps).toContain(
      'Run: agent-vault vault service add --vault default --name gitlab --host "gitlab.com/api/*" --auth-type api-key --api-key-key SEARCH_API_KEY --api-key-header PRIVATE-TOKEN',
    );
    const { steps: discord } = await fix('agent-vault', unknown, { apiHost: 'discord.com' });
    expect(discord.join('\n')).toContain('--api-key-header Authorization --api-key-prefix "Bot "');
    const { steps: authsome } = await fix('authsome', unknown, { apiHost: 'discord.com' });
    expect(authsome.join('\n')).toContain('"header_name":"Authorization","header_prefix":"Bot"');
  });

  test('has a provider of authsome, or a header that authsome cannot write', async () => {
    const { steps } = await fix('authsome', unknown, { apiHost: 'api.openai.com' });
    expect(steps.join('\n')).toContain('"authsome login openai"');
    expect(steps.join('\n')).not.toContain('provider register');
    expect(await reasonsOf('authsome', unknown, { apiHost: 'api.pagerduty.com' })).toEqual([
      'authsome cannot write the header that the API takes (Authorization: Token token=…)',
    ]);
  });

  test('is not the one that the credential is for', async () => {
    const wrong = { ...SERVER, env: { GITHUB_PERSONAL_ACCESS_TOKEN: PAT } };
    expect(await reasonsOf('authsome', wrong, { apiHost: 'api.example.com' })).toEqual([
      'it is no credential for api.example.com',
    ]);
    const sentry = { command: 'npx', args: ['-y', '@example/x@1.0.0'], env: { OPENAI_API_KEY: KEY } };
    expect(await reasonsOf('authsome', sentry)).toEqual([
      'it is not known which API it is for: give its host with --api-host',
    ]);
  });

  test('takes no keys in a single header', async () => {
    expect(await reasonsOf('authsome', unknown, { apiHost: 'api.trello.com' })).toEqual([
      'its API takes it in the address of the request',
    ]);
  });

  test('gets one secret of a server', async () => {
    const both = { ...unknown, env: { SEARCH_API_KEY: KEY, OTHER_API_KEY: fillExample('{{opaque:o}}') } };
    expect(new Set(await reasonsOf('onecli', both, { apiHost: 'api.example.com' }))).toEqual(
      new Set(['several secrets of the server are for one API, and a broker puts one into a request']),
    );
  });
});

describe('what no broker can serve', () => {
  const declined = (entry: object, more: PlanOptions = {}) =>
    reasonsOf('authsome', entry, { apiHost: 'api.example.com', ...more });
  const uvx = { command: 'uvx', args: ['example-mcp==1.0.0'] };

  test.each([
    ['a database', { ...uvx, env: { DATABASE_URL: `postgres://u:${KEY}@db.example.com/x` } }, 'database'],
    ['a password of one', { ...uvx, env: { POSTGRES_PASSWORD: KEY } }, 'database'],
    ['a key that signs', { ...uvx, env: { JWT_SECRET: KEY } }, 'works with it on this machine'],
    ['a webhook secret', { ...uvx, env: { WEBHOOK_SECRET: KEY } }, 'works with it on this machine'],
    ['AWS', { ...uvx, env: { AWS_SECRET_ACCESS_KEY: KEY } }, 'works with it on this machine'],
    ['a client secret', { ...uvx, env: { CLIENT_SECRET: KEY } }, 'not what requests to the API carry'],
    ['an argument', { command: 'uvx', args: ['example-mcp==1.0.0', '--api-key', KEY] }, 'it is an argument'],
    [
      'a container',
      { command: 'docker', args: ['run', '-i', 'x/y:1.0.0'], env: { API_KEY: KEY } },
      'a container takes no proxy',
    ],
    [
      'a remote server',
      { url: 'https://mcp.example.com/mcp', headers: { Authorization: `Bearer ${KEY}` } },
      'the host itself calls this server',
    ],
    [
      'a bridge',
      {
        command: 'npx',
        args: ['-y', 'mcp-remote@0.15.1', 'https://a.example/mcp', '--header', 'Authorization:${A}'],
        env: { A: `Bearer ${KEY}` },
      },
      'a bridge hands it to a remote server',
    ],
    [
      'a server that looks at its shape',
      { command: 'npx', args: ['-y', '@sentry/mcp-server@0.20.0'], env: { SENTRY_ACCESS_TOKEN: KEY } },
      '@sentry/mcp-server looks at the form of the value',
    ],
    [
      'another broker',
      { command: 'onecli', args: ['run', '--', 'uvx', 'example-mcp==1.0.0'], env: { API_KEY: KEY } },
      'another broker (onecli) starts the server',
    ],
    [
      'a start of mcp-lint',
      { command: 'mcp-lint', args: ['exec', '--', 'uvx', 'example-mcp==1.0.0'], env: { API_KEY: KEY } },
      'to a start without a proxy only',
    ],
  ])('%s stays where it is', async (_, entry, reason) => {
    const reasons = await declined(entry);
    expect(reasons).toHaveLength(1);
    expect(reasons[0]).toContain(reason);
  });

  test.each(['authsome', 'agent-vault', 'onecli'] as const)('a machine without %s', async (to) => {
    const machine = { variables: { PATH: join(programs, 'none') } };
    const [reason] = await reasonsOf(to, github(), { machine });
    expect(reason).toContain(`the program ${to} is not installed`);
  });

  test.each([
    ['agent-vault', 'a b'],
    ['agent-vault', '--all'],
    ['onecli', '$(id)'],
  ] as const)('%s with the name %j', async (to, option) => {
    expect((await reasonsOf(to, github(), { option }))[0]).toMatch(/cannot be the name of/);
  });
});

test('an entry that its broker starts already gets the placeholder only', async () => {
  const { entry } = await fix('authsome', {
    command: 'authsome',
    args: ['run', '--', 'npx', ...SERVER.args],
    env: { GITHUB_PERSONAL_ACCESS_TOKEN: PAT, AUTHSOME_BASE_URL: 'http://127.0.0.1:7001' },
  });
  expect(entry).toEqual({
    command: 'authsome',
    args: ['run', '--', 'npx', ...SERVER.args],
    env: {
      GITHUB_PERSONAL_ACCESS_TOKEN: 'authsome-proxy-managed',
      AUTHSOME_BASE_URL: 'http://127.0.0.1:7001',
      NODE_USE_ENV_PROXY: '1',
    },
  });
});
