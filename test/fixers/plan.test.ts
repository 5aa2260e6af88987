import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { seal } from '../../src/vaults/envelope.ts';
import { fakeVault } from '../support/fake-vault.ts';
import { planText, planTexts } from './plan-text.ts';

const ONE = '{"mcpServers":{"api":{"command":"srv","env":{"API_KEY":"{{opaque:a}}"}}}}';
const FILE = 'claude_desktop_config.json';

function servers(entries: Readonly<Record<string, object>>): string {
  return JSON.stringify({ mcpServers: entries });
}

describe('choosing', () => {
  const remote = servers({
    a: { url: 'https://mcp.example.com/mcp', headers: { Authorization: 'Bearer {{opaque}}' } },
  });

  test('what needs a step is left unless all is asked for, and the reason says so', async () => {
    const { plan, left } = await planText('.cursor/mcp.json', remote);
    expect(plan.files).toEqual([]);
    expect(left).toEqual([
      'Cursor has no command that gives headers; --fix=all takes a variable of the environment for it',
    ]);
  });

  test('outside of servers nothing is rewritten', async () => {
    const { left } = await planText('.claude/settings.json', '{"env":{"ACME_API_KEY":"{{opaque}}"}}');
    expect(left).toEqual(['only entries that start a server or name its address are rewritten']);
  });

  test('the command of older versions of Zed is wrapped', async () => {
    const command = { path: 'srv', args: ['--fast'], env: { API_KEY: '{{opaque}}' } };
    const text = JSON.stringify({ context_servers: { a: { command, settings: {} } } });
    const { after, left } = await planText('.config/zed/settings.json', text);
    expect(left).toEqual([]);
    expect(JSON.parse(after).context_servers.a.command).toEqual({
      path: 'mcp-lint',
      args: ['exec', '--', 'srv', '--fast'],
      env: { API_KEY: 'keychain://mcp-lint/zed/a/API_KEY' },
    });
  });

  test('the named destination is taken or nothing', async () => {
    const stays = await planText('.cursor/mcp.json', remote, { to: 'keychain', safety: 'all' });
    expect(stays.left).toEqual(['the host itself calls this server, so there is no program to hand it to']);
    const goes = await planText(FILE, ONE, { to: 'keychain' });
    expect(goes.plan.files).toHaveLength(1);
  });

  test('one that needs steps is taken when it is named', async () => {
    const { after } = await planText('.cursor/mcp.json', remote, { to: 'env' });
    expect(after).toContain('"Bearer ${env:A_AUTHORIZATION}"');
  });

  test('a vault that is not there leaves everything with its reason', async () => {
    const vault = fakeVault('keychain', { absent: 'there is no keychain' });
    const { plan, left } = await planText(FILE, ONE, { vault });
    expect(plan.files).toEqual([]);
    expect(left).toEqual(['there is no keychain']);
  });

  test('a vault that turns out to be locked leaves everything with its reason', async () => {
    const { plan, left } = await planText(FILE, ONE, { vault: fakeVault('keychain', { locked: true }) });
    expect(plan.files).toEqual([]);
    expect(left).toEqual(['Fake Vault is locked']);
  });

  test('planning stores nothing and removes nothing', async () => {
    const { vault, plan } = await planText(FILE, ONE);
    expect(plan.files).toHaveLength(1);
    expect(vault.calls.filter((call) => !call.startsWith('read '))).toEqual([]);
    expect(vault.kept.size).toBe(0);
  });
});

describe('what is meant by --only', () => {
  const two = servers({
    a: { command: 'srv', env: { A_TOKEN: '{{opaque:a}}', B_TOKEN: '{{opaque:b}}' } },
    b: { command: 'srv', args: ['--api-key', '{{opaque:c}}'] },
  });

  test.each([
    [['a'], ['a/A_TOKEN', 'a/B_TOKEN']],
    [['a.B_TOKEN'], ['a/B_TOKEN']],
    [
      ['b.api-key', 'a.A_TOKEN'],
      ['a/A_TOKEN', 'b/api-key'],
    ],
    [['command-line-secret'], ['b/api-key']],
    [['inline-credential'], ['a/A_TOKEN', 'a/B_TOKEN', 'b/api-key']],
    [['nothing'], []],
  ])('%j', async (only, accounts) => {
    const { kept, left } = await planText(FILE, two, { only });
    expect(kept.map((line) => line.split(' ')[1])).toEqual(
      accounts.map((account) => `claude-desktop/${account}`),
    );
    expect(left).toEqual([]);
  });
});

describe('accounts', () => {
  const account = 'claude-desktop/api/API_KEY';

  test('one that keeps something else is not taken', async () => {
    const vault = fakeVault();
    vault.kept.set(account, seal({ secret: new Secret('something else'), uses: [] }).reveal());
    const { after } = await planText(FILE, ONE, { vault });
    expect(after).toContain(`keychain://mcp-lint/${account}-2`);
  });

  test('what no envelope of ours is counts as something else', async () => {
    const vault = fakeVault();
    vault.kept.set(account, 'something else');
    vault.kept.set(`${account}-2`, '{}');
    const { after } = await planText(FILE, ONE, { vault });
    expect(after).toContain(`keychain://mcp-lint/${account}-3`);
  });

  test('the same value for the same use is not stored again', async () => {
    const { plan, vault } = await planText(FILE, ONE);
    const { text, uses } = plan.files[0]!.moves[0]!.item;
    vault.kept.set(account, seal({ secret: new Secret(text.reveal()), uses }).reveal());
    const again = await planText(FILE, ONE, { vault });
    expect(again.plan.files[0]!.moves[0]!.item).toMatchObject({ account, kept: true });
  });

  test('the same value for another use is stored beside it', async () => {
    const { plan } = await planText(FILE, ONE);
    const vault = fakeVault();
    const { text } = plan.files[0]!.moves[0]!.item;
    vault.kept.set(
      account,
      seal({
        secret: new Secret(text.reveal()),
        uses: [{ kind: 'origin', header: 'a', origin: 'b' }],
      }).reveal(),
    );
    const again = await planText(FILE, ONE, { vault });
    expect(again.after).toContain(`keychain://mcp-lint/${account}-2`);
    expect(again.plan.files[0]!.moves[0]!.item.kept).toBeUndefined();
  });

  test('a value that is only kept for its user is not kept twice', async () => {
    const text = servers({
      a: { url: 'https://mcp.example.com/mcp', headers: { 'X-Api-Key': '{{opaque:a}}' } },
    });
    const first = await planText('.cursor/mcp.json', text, { safety: 'all' });
    const { item } = first.plan.files[0]!.moves[0]!;
    const vault = fakeVault();
    vault.kept.set(item.account, seal({ secret: new Secret(item.text.reveal()), uses: [] }).reveal());
    const again = await planText('.cursor/mcp.json', text, { safety: 'all', vault });
    expect(again.plan.files[0]!.moves[0]!.item).toMatchObject({ account: item.account, kept: true });
  });

  test('two files of one host do not share one', async () => {
    const { after } = await planTexts({ 'a/.mcp.json': ONE, 'b/.mcp.json': ONE });
    expect(after['a/.mcp.json']).toContain('claude-code-project/api/API_KEY"');
    expect(after['b/.mcp.json']).toContain('claude-code-project/api/API_KEY-2"');
  });

  test('a key that stands twice with one value has one', async () => {
    const { after, plan } = await planText(
      FILE,
      '{"mcpServers":{"api":{"command":"srv","env":{"API_KEY":"{{opaque:a}}","API_KEY":"{{opaque:a}}"}}}}',
    );
    expect(after.match(/keychain:\/\/mcp-lint\/claude-desktop\/api\/API_KEY"/g)).toHaveLength(2);
    expect(plan.files[0]!.moves).toHaveLength(2);
  });

  test('a key that stands twice with two values has two', async () => {
    const { after } = await planText(
      FILE,
      '{"mcpServers":{"api":{"command":"srv","env":{"API_KEY":"{{opaque:a}}","API_KEY":"{{opaque:b}}"}}}}',
    );
    expect(after).toContain(
      '"API_KEY":"keychain://mcp-lint/claude-desktop/api/API_KEY","API_KEY":"keychain://mcp-lint/claude-desktop/api/API_KEY-2"',
    );
  });

  test('two credentials in one string are one item', async () => {
    const { plan } = await planText(
      FILE,
      servers({
        db: {
          command: 'srv',
          env: { DATABASE_URL: 'postgres://me:{{opaque:a}}@db.example.com/x?sslpassword={{opaque:b}}' },
        },
      }),
    );
    const { moves } = plan.files[0]!;
    expect(moves).toHaveLength(2);
    expect(moves[0]!.item).toBe(moves[1]!.item);
  });
});

describe('files', () => {
  test('one that cannot be read to its end is left', async () => {
    const { plan, left } = await planText('.mcp.json', `${ONE.slice(0, -1)},`);
    expect(plan.files).toEqual([]);
    expect(left).toEqual(['the file cannot be read as a whole']);
  });

  test('a large one is planned from the parts that are read', async () => {
    const history = `"history":[${Array.from({ length: 9000 }, (_, at) => `{"display":"${'é'.repeat(60)} ${at}"}`).join(',')}]`;
    const { after, before } = await planText('.claude.json', `{${history},${ONE.slice(1)}`);
    expect(before.length).toBeGreaterThan(500_000);
    expect(after).toContain('"API_KEY":"keychain://mcp-lint/claude-code-user/api/API_KEY"');
    expect(after.startsWith(`{${history},`)).toBe(true);
  });

  test('without its bytes a file is left', async () => {
    const { left } = await planText(FILE, ONE, { read: { keepBytes: false } });
    expect(left).toHaveLength(1);
  });

  test('a launcher that is not there leaves everything that needs one', async () => {
    const { plan, left } = await planText(FILE, ONE, { launcher: ['/nowhere/mcp-lint'] });
    expect(plan.files).toEqual([]);
    expect(left).toEqual(['the launcher "/nowhere/mcp-lint" is not there']);
  });

  test('a plan says how a file will call us, where it will', async () => {
    const { plan } = await planTexts(
      {
        [FILE]: ONE,
        '.cursor/mcp.json': servers({
          a: { url: 'https://a.example.com', headers: { 'X-Api-Key': '{{opaque}}' } },
        }),
      },
      { safety: 'all' },
    );
    expect(plan.files.map(({ launcher }) => launcher?.words)).toEqual([['mcp-lint'], undefined]);
  });
});

test('a command line that secrets are bound to is not changed', async () => {
  const { left } = await planText(
    '.vscode/mcp.json',
    '{ "servers": { "a": { "command": "mcp-lint exec -- npx -y srv --api-key={{opaque}}", "env": { "KEY": "keychain://mcp-lint/vscode/a/KEY" } } } }',
    { safety: 'all' },
  );
  expect(left).toEqual(['its command line is written as one string']);
});
