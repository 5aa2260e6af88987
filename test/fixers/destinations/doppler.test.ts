import { expect, test } from 'vitest';
import type { Machine } from '../../../src/core/machine.ts';
import { NotRewritable } from '../../../src/fixers/destination.ts';
import { doppler } from '../../../src/fixers/destinations/doppler.ts';
import { fakeVault } from '../../support/fake-vault.ts';
import { rewriteText } from '../../support/rewritten.ts';
import { CLAUDE_DESKTOP, DESKTOP_FILE, OPENCODE, VS_CODE, ZED } from './shapes.ts';

const BARE: Machine = { os: 'linux', home: '/home/u', cwd: '/home/u', variables: {} };
const OPTIONS = { machine: BARE, option: 'backend/dev' };

test.each([
  [
    DESKTOP_FILE,
    CLAUDE_DESKTOP,
    `{
  "mcpServers": {
    "github": {
      "command": "doppler", // the server
      "args": ["run", "--project", "backend", "--config", "dev", "--only-secrets", "GITHUB_TOKEN", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
      "env": {
        "LOG": "1"
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
			"command": "doppler",
			"args": ["run", "--project", "backend", "--config", "dev", "--only-secrets", "GITHUB_TOKEN", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
			"env": {},
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
      "command": ["doppler", "run", "--project", "backend", "--config", "dev", "--only-secrets", "GITHUB_TOKEN", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
      "environment": {}
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
      "command": "doppler",
      "args": ["run", "--project", "backend", "--config", "dev", "--only-secrets", "GITHUB_TOKEN", "--", "npx"],
      "env": {}
    }
  }
}
`,
  ],
])('%s: the variable leaves the file, doppler run sets it', (file, text, after) => {
  const rewritten = rewriteText(doppler, file, text, OPTIONS);
  expect(rewritten.after).toBe(after);
  expect(rewritten.items.map(({ account, uses }) => ({ account, uses }))).toEqual([
    { account: 'backend/dev/GITHUB_TOKEN', uses: [] },
  ]);
  expect(rewritten.steps).toEqual([]);
  expect(rewritten.findings).toEqual([]);
});

const server = (entry: object) => JSON.stringify({ mcpServers: { github: entry } });
const written = (text: string) => JSON.parse(text).mcpServers.github;
const entry = (env: object) => ({ command: 'npx', args: ['server'], env });
const TOKEN = '{{sample:github-pat-classic}}';

test('several variables are asked for at once; a whole string is kept once', () => {
  const { after, items } = rewriteText(
    doppler,
    DESKTOP_FILE,
    server(
      entry({ A_TOKEN: TOKEN, DATABASE_URL: 'postgres://u:{{opaque}}@h/d?password={{opaque:b}}', LOG: '1' }),
    ),
    OPTIONS,
  );
  expect(written(after)).toEqual({
    command: 'doppler',
    args: [
      ...['run', '--project', 'backend', '--config', 'dev', '--only-secrets', 'A_TOKEN,DATABASE_URL', '--'],
      ...['npx', 'server'],
    ],
    env: { LOG: '1' },
  });
  expect(items.map(({ account }) => account)).toEqual(['backend/dev/A_TOKEN', 'backend/dev/DATABASE_URL']);
  expect(items[1]!.text.reveal()).toMatch(/^postgres:.*password=\w+$/);
});

test('a name that has another value at Doppler is not taken, the same value is', () => {
  const vault = fakeVault('doppler');
  vault.kept.set('backend/dev/TOKEN', 'another');
  const text = server(entry({ TOKEN }));
  expect(() => rewriteText(doppler, DESKTOP_FILE, text, { ...OPTIONS, vault })).toThrow(
    new NotRewritable('backend/dev of Doppler has another value under TOKEN'),
  );
  const { items } = rewriteText(doppler, DESKTOP_FILE, text, OPTIONS);
  vault.kept.set('backend/dev/TOKEN', items[0]!.text.reveal());
  expect(rewriteText(doppler, DESKTOP_FILE, text, { ...OPTIONS, vault }).items).toHaveLength(1);
});

test('two servers that call different values the same do not both go there', () => {
  const two = (second: string) =>
    JSON.stringify({ mcpServers: { one: entry({ TOKEN }), two: entry({ TOKEN: second }) } });
  expect(() => rewriteText(doppler, DESKTOP_FILE, two(`${TOKEN}`), OPTIONS)).toThrow(NotRewritable);
  const same = two('{{opaque:a}}').replace(TOKEN, '{{opaque:a}}');
  expect(rewriteText(doppler, DESKTOP_FILE, same, OPTIONS).items).toHaveLength(2);
});

test.each([undefined, '', 'backend', 'a/b/c', '--x/y'])('"--to doppler:%s" is refused', (option) => {
  const options = { machine: BARE, ...(option !== undefined && { option }) };
  expect(() => rewriteText(doppler, DESKTOP_FILE, server(entry({ TOKEN })), options)).toThrow(NotRewritable);
});

test.each([
  ['a name that Doppler does not take', entry({ github_token: TOKEN })],
  ['what Doppler would read as a reference', entry({ TOKEN: `${TOKEN}\${X}` })],
  ['an argument', { command: 'npx', args: ['server', '--token', TOKEN] }],
  ['a header', { url: 'https://example.com', headers: { Authorization: `Bearer ${TOKEN}` } }],
])('%s is declined', (_, one) => {
  const { after, before, declined } = rewriteText(doppler, DESKTOP_FILE, server(one), OPTIONS);
  expect(declined).toHaveLength(1);
  expect(after).toBe(before);
});

test('docker takes the value by name from doppler', () => {
  const docker = { command: 'docker', args: ['run', '-i', '-e', `TOKEN=${TOKEN}`, 'image'] };
  const { after } = rewriteText(doppler, DESKTOP_FILE, server(docker), OPTIONS);
  expect(written(after)).toEqual({
    command: 'doppler',
    args: [
      ...['run', '--project', 'backend', '--config', 'dev', '--only-secrets', 'TOKEN', '--'],
      ...['docker', 'run', '-i', '-e', 'TOKEN', 'image'],
    ],
  });
});

test('what a user has to know is said', () => {
  const { warnings } = rewriteText(doppler, DESKTOP_FILE, server(entry({ TOKEN })), {
    ...OPTIONS,
    machine: { ...BARE, variables: { DOPPLER_TOKEN: 'x' } },
  });
  expect(warnings).toEqual([
    'Everybody who may read backend/dev of Doppler can read what "github" gets.',
    'What Doppler keeps is not bound to "github": every program that you start can ask for it.',
    'You are signed in to Doppler by the variable DOPPLER_TOKEN, which most hosts do not hand to what they start.',
  ]);
});
