import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Machine } from '../../../src/core/machine.ts';
import { NotRewritable } from '../../../src/fixers/destination.ts';
import { onePassword } from '../../../src/fixers/destinations/one-password.ts';
import { openOnePassword } from '../../../src/vaults/one-password.ts';
import { fillExample } from '../../support/examples.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { installPrograms } from '../../support/programs/install.ts';
import { rewriteText } from '../../support/rewritten.ts';
import { CLAUDE_DESKTOP, DESKTOP_FILE, OPENCODE, VS_CODE, ZED } from './shapes.ts';

const BARE: Machine = { os: 'linux', home: '/home/u', cwd: '/home/u', variables: {} };

test.each([
  [
    DESKTOP_FILE,
    CLAUDE_DESKTOP,
    `{
  "mcpServers": {
    "github": {
      "command": "op", // the server
      "args": ["run", "--no-masking", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
      "env": {
        "LOG": "1",
        "GITHUB_TOKEN": "op://Private/mcp-lint claude-desktop github GITHUB_TOKEN/credential"
      }
    }
  }
}
`,
  ],
  [
    '/home/u/project/.vscode/mcp.json',
    VS_CODE,
    `{
	"servers": {
		"github": {
			"type": "stdio",
			"command": "op",
			"args": ["run", "--no-masking", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
			"env": { "GITHUB_TOKEN": "op://Private/mcp-lint vscode github GITHUB_TOKEN/credential" },
		},
	},
}
`,
  ],
  [
    '/home/u/.config/opencode/opencode.json',
    OPENCODE,
    `{
  "mcp": {
    "github": {
      "type": "local",
      "command": ["op", "run", "--no-masking", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
      "environment": { "GITHUB_TOKEN": "op://Private/mcp-lint opencode github GITHUB_TOKEN/credential" }
    }
  }
}
`,
  ],
  [
    '/home/u/.config/zed/settings.json',
    ZED,
    `{
  "context_servers": {
    "github": {
      "source": "custom",
      "command": "op",
      "args": ["run", "--no-masking", "--", "npx"],
      "env": { "GITHUB_TOKEN": "op://Private/mcp-lint zed github GITHUB_TOKEN/credential" }
    }
  }
}
`,
  ],
])('%s: a reference of 1Password, read by op run', (file, text, after) => {
  const rewritten = rewriteText(onePassword, file, text, { machine: BARE });
  expect(rewritten.after).toBe(after);
  expect(rewritten.declined).toEqual([]);
  expect(rewritten.steps).toEqual([]);
  expect(rewritten.items.map(({ uses }) => uses)).toEqual([[]]);
  expect(rewritten.findings).toEqual([]);
});

const server = (entry: object) => JSON.stringify({ mcpServers: { github: entry } });
const ENTRY = {
  command: 'npx',
  args: ['-y', 'server'],
  env: { GITHUB_TOKEN: '{{sample:github-pat-classic}}' },
};
const written = (text: string) => JSON.parse(text).mcpServers.github;

test('items go to the vault that the user names, and are numbered where another value has the name', () => {
  const vault = fakeVault('1password');
  const account = 'My%20Vault/claude-desktop/github/GITHUB_TOKEN';
  vault.kept.set(account, 'another');
  const { after, items } = rewriteText(onePassword, DESKTOP_FILE, server(ENTRY), {
    machine: BARE,
    option: 'My Vault',
    vault,
  });
  expect(items[0]!.account).toBe(`${account}-2`);
  expect(written(after).env.GITHUB_TOKEN).toBe(
    'op://My Vault/mcp-lint claude-desktop github GITHUB_TOKEN-2/credential',
  );
  vault.kept.set(`${account}-2`, items[0]!.text.reveal());
  expect(
    rewriteText(onePassword, DESKTOP_FILE, server(ENTRY), { machine: BARE, option: 'My Vault', vault })
      .items[0]!.account,
  ).toBe(`${account}-2`);
});

test('a vault that no reference can name is refused', () => {
  expect(() =>
    rewriteText(onePassword, DESKTOP_FILE, server(ENTRY), { machine: BARE, option: 'a/b' }),
  ).toThrow(NotRewritable);
});

test('op run is put in front once, and a second time where the first one masks what the server says', () => {
  const wrapped = (...words: string[]) =>
    server({ ...ENTRY, command: 'op', args: [...words, 'npx', 'server'] });
  const after = (text: string) => {
    const { command, args } = written(rewriteText(onePassword, DESKTOP_FILE, text, { machine: BARE }).after);
    return [command, ...args].join(' ');
  };
  expect(after(wrapped('run', '--no-masking', '--'))).toBe('op run --no-masking -- npx server');
  expect(after(wrapped('run', '--env-file', 'x', '--no-masking', '--'))).toBe(
    'op run --env-file x --no-masking -- npx server',
  );
  expect(after(wrapped('run', '--'))).toBe('op run --no-masking -- op run -- npx server');
});

test.each([
  ['an argument', { command: 'npx', args: ['server', '--token', '{{sample:github-pat-classic}}'] }],
  [
    'a header',
    { url: 'https://example.com', headers: { Authorization: 'Bearer {{sample:github-pat-classic}}' } },
  ],
  ['text with a reference', { ...ENTRY, env: { URL: 'https://u:{{opaque}}@example.com/${OTHER}' } }],
])('%s is declined', (name, entry) => {
  const { after, before, declined } = rewriteText(onePassword, '/home/u/.cursor/mcp.json', server(entry), {
    machine: BARE,
  });
  expect(declined, name).toHaveLength(1);
  expect(after).toBe(before);
});

test('what is written with escapes is declined: undoing would not give the same bytes', () => {
  const text = fillExample(server(ENTRY)).replace('ghp_', '\\u0067hp_');
  const { after, declined } = rewriteText(onePassword, DESKTOP_FILE, text, { machine: BARE });
  expect(declined).toEqual(['it is written with escapes, which 1Password could not give back']);
  expect(after).toBe(text);
});

test('docker gets the value by name', () => {
  const { after, items } = rewriteText(
    onePassword,
    DESKTOP_FILE,
    server({ command: 'docker', args: ['run', '-i', '-e', 'TOKEN={{sample:github-pat-classic}}', 'image'] }),
    { machine: BARE },
  );
  expect(written(after)).toEqual({
    command: 'op',
    args: ['run', '--no-masking', '--', 'docker', 'run', '-i', '-e', 'TOKEN', 'image'],
    env: { TOKEN: 'op://Private/mcp-lint claude-desktop github TOKEN/credential' },
  });
  expect(items).toHaveLength(1);
});

test('what a user has to know is said', () => {
  const { warnings } = rewriteText(onePassword, DESKTOP_FILE, server(ENTRY), {
    machine: { ...BARE, variables: { OP_SERVICE_ACCOUNT_TOKEN: 'x' } },
  });
  expect(warnings).toEqual([
    '1Password asks you to unlock it when the host starts "github".',
    'What 1Password keeps is not bound to "github": every program that you start can ask for it.',
    'You are signed in to 1Password by the variable OP_SERVICE_ACCOUNT_TOKEN, which most hosts do not hand to what they start.',
  ]);
});

test('the rewritten entry hands its server the same value, with the stand-in for op', () => {
  const folder = mkdtempSync(join(tmpdir(), 'op-run-'));
  try {
    const PATH = installPrograms(folder, 'op');
    const variables = { PATH, HOME: folder, OP_FAKE_ITEMS: join(folder, 'items') };
    const machine: Machine = { ...BARE, home: folder, variables };
    const probe = { command: 'node', args: ['-p', 'process.env.GITHUB_TOKEN'], env: ENTRY.env };
    const { after, items } = rewriteText(onePassword, DESKTOP_FILE, server(probe), { machine });
    const { command, args, env } = written(after);
    // Where programs of everybody are not, it is found by its path.
    expect(command).toBe(join(folder, 'bin', 'op'));
    for (const { account, text } of items) openOnePassword(machine).store(account, text);
    const { stdout } = spawnSync(command, args, { env: { ...variables, ...env }, encoding: 'utf8' });
    expect(stdout).toBe(`${items[0]!.text.reveal()}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
