import { expect, test } from 'vitest';
import { helperCommand } from '../../../src/fixers/destinations/helper-command.ts';
import { planText } from '../plan-text.ts';

const FILE = '.claude.json';
const URL = 'https://mcp.example.com:8443/mcp?x=1';

async function fixEntry(entry: object, file = FILE, options = {}) {
  const planned = await planText(file, JSON.stringify({ mcpServers: { a: entry } }), options);
  return { ...planned, entry: JSON.parse(planned.after).mcpServers.a as Record<string, unknown> };
}

const reference = (name: string) => `keychain://mcp-lint/claude-code-user/a/${name}`;

test('the whole header is kept, for its name and the origin of the address', async () => {
  const { entry, plan, kept, warnings } = await fixEntry({
    type: 'http',
    url: URL,
    headers: { Authorization: 'Bearer {{opaque:a}}' },
  });
  expect(entry).toEqual({
    type: 'http',
    url: URL,
    headersHelper: `mcp-lint headers Authorization=${reference('Authorization')}`,
  });
  expect(kept[0]).toMatch(/ Bearer [0-9a-f]{32}$/);
  expect(plan.files[0]!.moves[0]!.item.uses).toEqual([
    { kind: 'origin', header: 'authorization', origin: 'https://mcp.example.com:8443' },
  ]);
  expect(warnings).toEqual([]);
});

test('of a header that stands twice, the one that the host reads is given', async () => {
  const { after, plan } = await planText(
    FILE,
    `{"mcpServers":{"a":{"type":"http","url":"${URL}","headers":{"X-Api-Key":"{{opaque:a}}","X-Api-Key":"{{opaque:b}}"}}}}`,
  );
  expect(after).toBe(
    `{"mcpServers":{"a":{"type":"http","url":"${URL}","headersHelper":"mcp-lint headers X-Api-Key=${reference('X-Api-Key-2')}"}}}`,
  );
  expect(plan.files[0]!.moves.map(({ item }) => item.uses.length)).toEqual([0, 1]);
});

test('in a project the plan says what others get', async () => {
  const { warnings } = await fixEntry(
    { type: 'http', url: URL, headers: { 'X-Api-Key': '{{opaque}}' } },
    '.mcp.json',
  );
  expect(warnings).toEqual([
    'Claude Code runs a headersHelper in folders that you trust only; others who use this file, and other programs that read it, get no header.',
  ]);
});

test.each([
  [
    ['mcp-lint', 'headers', 'X-A=keychain://mcp-lint/h/my%20s/n'],
    false,
    'mcp-lint headers X-A=keychain://mcp-lint/h/my%20s/n',
  ],
  [['/Application Support/x', "it's"], false, "'/Application Support/x' 'it'\\''s'"],
  [
    ['C:\\Program Files\\nodejs\\node.exe', 'C:\\x\\cli.cjs', 'headers'],
    true,
    '"C:\\Program Files\\nodejs\\node.exe" C:\\x\\cli.cjs headers',
  ],
  [['C:\\%TEMP%\\cli.cjs'], true, undefined],
  [['X-A=keychain://mcp-lint/h/my%20s/n'], true, 'X-A=keychain://mcp-lint/h/my%20s/n'],
])('%j is written as one line', (words, isWindows, line) => {
  expect(helperCommand(words, isWindows)).toBe(line);
});

test.each([
  [
    'a host without it',
    '.cursor/mcp.json',
    { url: URL, headers: { 'X-Api-Key': '{{opaque}}' } },
    'Cursor has no command that gives headers',
  ],
  [
    'what an organisation rolls out',
    'managed-mcp.json',
    { type: 'http', url: URL, headers: { 'X-Api-Key': '{{opaque}}' } },
    'has no command that gives headers',
  ],
  [
    'an entry with a helper',
    FILE,
    { type: 'http', url: URL, headers: { 'X-Api-Key': '{{opaque}}' }, headersHelper: './x' },
    'the entry has a "headersHelper" already',
  ],
  [
    'an address with a reference in its host',
    FILE,
    { type: 'http', url: 'https://${REGION}.example.com/mcp', headers: { 'X-Api-Key': '{{opaque}}' } },
    'the address that it is sent to is not written out',
  ],
  [
    'a header with a reference in it',
    FILE,
    { type: 'http', url: URL, headers: { Cookie: 'user=${USER}; session_token={{opaque}}' } },
    'its header also has references in it',
  ],
])('%s is left', async (_, file, entry, reason) => {
  const { left } = await fixEntry(entry, file, { to: 'headers-helper' });
  expect(left[0]).toContain(reason);
});
