import { describe, expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { classify } from '../../src/credentials/classify.ts';
import { HOSTS } from '../../src/hosts/hosts.ts';
import { parseJsonc } from '../../src/parsers/jsonc.ts';
import { betterStep } from '../../src/ranking/better-step.ts';
import { DECISIONS, STEPS } from '../../src/ranking/decisions.ts';
import { HOST_FAMILIES } from '../../src/ranking/host-families.ts';
import { ServerFacts } from '../../src/servers/server-facts.ts';
import { readConfiguration } from '../../src/slots/configuration.ts';
import { fillExample } from '../support/examples.ts';
import { rankEntry, rankServers } from './ranked-entry.ts';

const LOCAL = { command: 'npx', args: ['-y', '@example/mcp@1.0.0'] };
const SUPABASE = { command: 'npx', args: ['-y', '@supabase/mcp-server-supabase'] };
const PRIVATE = { url: 'http://10.1.2.3/mcp' };

describe('the first row that fits decides', () => {
  test.each<[string, object]>([
    ['brokered', { command: 'authsome', args: ['run', '--', 'x'], env: { A_KEY: 'authsome-proxy-managed' } }],
    ['local-open', LOCAL],
    ['local-vendor-dcr', { ...SUPABASE, env: { SUPABASE_ACCESS_TOKEN: '${TOKEN}' } }],
    ['local-vendor-cimd', { command: 'npx', args: ['@sentry/mcp-server', '--access-token', '{{opaque}}'] }],
    [
      'local-vendor-preregistered',
      { command: 'github-mcp-server', env: { GITHUB_PERSONAL_ACCESS_TOKEN: '{{opaque}}' } },
    ],
    [
      'local-self-login',
      { command: 'npx', args: ['@azure/mcp', 'server', 'start'], env: { AZURE_CLIENT_SECRET: '{{opaque}}' } },
    ],
    ['local-literal', { ...LOCAL, env: { API_KEY: '{{opaque}}' } }],
    ['local-reference', { ...LOCAL, env: { API_KEY: '${API_KEY}' } }],
    ['remote-key-dcr', { url: 'https://mcp.linear.app/mcp', headers: { Authorization: 'Bearer ${KEY}' } }],
    [
      'remote-shared-key',
      { url: 'https://mcp.example.com', headers: { Authorization: 'Bearer {{opaque}}' } },
    ],
    ['remote-literal', { url: 'https://mcp.example.com', headers: { Authorization: 'Bearer <key>' } }],
    ['remote-reference', { url: 'https://mcp.example.com', headers: { Authorization: 'Bearer ${KEY}' } }],
    [
      'remote-client-secret',
      { url: 'https://mcp.example.com', oauth: { clientId: 'a', clientSecret: '{{opaque}}' } },
    ],
    ['remote-open-to-many', PRIVATE],
    ['remote-dcr', { url: 'https://mcp.notion.com/mcp' }],
    ['remote-oauth', { url: 'https://mcp.example.com' }],
  ])('%s', async (decision, entry) => {
    const { recommendation } = await rankEntry(entry);
    expect(recommendation?.decision).toBe(decision);
    expect(recommendation?.advice === undefined).toBe(recommendation?.step === 'keep');
  });

  test('a second account, a shell, and a reader of files make a broker better, where one can help', async () => {
    const key = { ...LOCAL, env: { API_KEY: '{{opaque:a}}' } };
    const decisionBeside = async (first: object, other: object) =>
      (await rankServers({ first, other })).servers[0]!.recommendation!.decision;
    expect(await decisionBeside(key, { ...LOCAL, env: { API_KEY: '{{opaque:b}}' } })).toBe('local-exposed');
    const files = { command: 'npx', args: ['-y', '@modelcontextprotocol/server-filesystem', '/tmp'] };
    expect(await decisionBeside(key, files)).toBe('local-exposed');
    expect(await decisionBeside({ ...LOCAL, env: { API_KEY: '${API_KEY}' } }, files)).toBe('local-reference');
    const database = { ...LOCAL, env: { DATABASE_URL: 'postgres://kim:{{opaque}}@db.example.com/x' } };
    expect(await decisionBeside(database, files)).toBe('local-literal');
  });

  test('nothing is said of a server that cannot be ranked', async () => {
    expect((await rankEntry({ url: '${URL}' })).recommendation).toBeUndefined();
  });

  test('the last row fits whatever is called', () => {
    expect(DECISIONS.at(-1)!.when).toEqual({ transport: ['http'] });
    expect(new Set(DECISIONS.map(({ id }) => id)).size).toBe(DECISIONS.length);
    expect(new Set(DECISIONS.map(({ step }) => step))).toEqual(new Set(Object.keys(STEPS)));
  });
});

/** The facts of one entry as a host would read it. */
function factsIn(hostId: string, entry: object): ServerFacts {
  const host = HOSTS.find(({ id }) => id === hostId)!;
  const { root } = parseJsonc(new LocatedText(fillExample(JSON.stringify({ mcpServers: { a: entry } })), 0));
  const server = readConfiguration(root!, [HOSTS.find(({ id }) => id === 'generic')!]).servers[0]!;
  return new ServerFacts(
    server,
    host,
    server.slots.map((slot) => ({ slot, verdict: classify(slot), server })),
  );
}

describe('advice', () => {
  test.each(HOSTS.map(({ id }) => id))("says how to use the vendor's remote server in %s", (id) => {
    const { step, advice } = betterStep(
      factsIn(id, { ...SUPABASE, env: { SUPABASE_ACCESS_TOKEN: '{{opaque}}' } }),
    )!;
    expect(step).toBe('vendor-remote');
    expect(advice).toContain('https://mcp.supabase.com/mcp');
    expect(advice).not.toMatch(/\{name\}|\{url\}/);
    expect(advice).toMatch(/\.$/);
  });

  test.each([
    ['gemini-cli', '{"httpUrl": "https://mcp.supabase.com/mcp"}'],
    ['opencode', '{"type": "remote", "url": "https://mcp.supabase.com/mcp"}'],
    ['kilo-code', '{"type": "remote", "url": "https://mcp.supabase.com/mcp"}'],
    ['kilo-code-legacy', '{"type": "streamable-http", "url": "https://mcp.supabase.com/mcp"}'],
    ['windsurf', '{"serverUrl": "https://mcp.supabase.com/mcp"}'],
    ['antigravity', '{"serverUrl": "https://mcp.supabase.com/mcp"}'],
    ['roo-code', '{"type": "streamable-http", "url": "https://mcp.supabase.com/mcp"}'],
    ['cline', '{"type": "streamableHttp", "url": "https://mcp.supabase.com/mcp"}'],
    ['zed', '{"url": "https://mcp.supabase.com/mcp"}'],
    ['vscode', '{"type": "http", "url": "https://mcp.supabase.com/mcp"}'],
    ['copilot-jetbrains', '{"type": "http", "url": "https://mcp.supabase.com/mcp"}'],
  ])('writes the remote entry as %s reads it', (id, remote) => {
    const facts = factsIn(id, { ...SUPABASE, env: { SUPABASE_ACCESS_TOKEN: '{{opaque}}' } });
    expect(betterStep(facts)!.advice).toContain(remote);
  });

  test.each(HOSTS.map(({ id }) => id))('is two sentences at most in %s', (id) => {
    const entries: readonly object[] = [
      { ...SUPABASE, env: { SUPABASE_ACCESS_TOKEN: '{{opaque}}' } },
      { command: 'github-mcp-server', env: { GITHUB_PERSONAL_ACCESS_TOKEN: '{{opaque}}' } },
      { url: 'https://api.githubcopilot.com/mcp/', headers: { Authorization: 'Bearer {{opaque}}' } },
      { url: 'https://mcp.example.com', headers: { Authorization: 'Bearer {{opaque}}' } },
      { ...LOCAL, env: { API_KEY: '${API_KEY}' } },
    ];
    for (const entry of entries)
      expect(betterStep(factsIn(id, entry))!.advice.match(/\.(?= [A-Z]|$)/g)!.length).toBeLessThan(3);
  });

  test('every family of hosts but the last has hosts', () => {
    for (const { prefix } of HOST_FAMILIES) expect(HOSTS.some(({ id }) => id.startsWith(prefix))).toBe(true);
  });

  test('is nothing where nothing is handed over', () => {
    expect(betterStep(factsIn('cursor', LOCAL))).toBeUndefined();
    expect(betterStep(factsIn('cursor', { url: 'https://mcp.notion.com/mcp' }))).toBeUndefined();
  });

  test('says how to keep a reference where nothing better is known', () => {
    const kept = (host: string, value: string) =>
      betterStep(factsIn(host, { ...LOCAL, env: { API_KEY: value } }))!;
    expect(kept('cursor', '${env:API_KEY}')).toMatchObject({
      step: 'keep',
      advice: expect.stringMatching(/^Give the credential no more rights [^.]*broker[^.]*\.$/),
    });
    // The host can ask its user, and keep the answer better than the environment does.
    expect(kept('vscode', '${env:API_KEY}').advice).toContain('keychain');
    expect(kept('vscode', '${input:key}').advice).toMatch(/^Give the credential no more rights/);
  });

  test('a command line names an entry only if a shell takes it as one word', () => {
    const facts = factsIn('claude-code-user', { ...SUPABASE, env: { SUPABASE_ACCESS_TOKEN: '{{opaque}}' } });
    const hostile = new ServerFacts({ ...facts.server, name: 'a; rm -rf ~' }, facts.host, facts.slots);
    expect(betterStep(facts)!.advice).toContain('--transport http a https://mcp.supabase.com/mcp');
    expect(betterStep(hostile)!.advice).toContain('--transport http supabase https://mcp.supabase.com/mcp');
  });
});
