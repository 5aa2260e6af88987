import { expect, test } from 'vitest';
import { findingsOn } from '../support/rule-findings.ts';

async function found(file: string, account: string, name = 'search'): Promise<string[]> {
  const args = ['exec', '--', 'uvx', 'example-search-mcp==1.2.0'];
  const env = { SEARCH_API_KEY: `keychain://mcp-lint/${account}` };
  const findings = await findingsOn(
    'borrowed-reference',
    { [name]: { command: 'mcp-lint', args, env } },
    { file },
  );
  return findings.map(({ severity, message }) => `${severity}: ${message}`);
}

const KEPT = 'was kept for';
const ASKS = 'Server "search" asks for a credential that';

test.each<[string, string, string[]]>([
  ['app/.cursor/mcp.json', 'cursor/search/SEARCH_API_KEY', []],
  ['app/.cursor/mcp.json', 'cursor/search/SEARCH_API_KEY-2', []],
  ['app/.cursor/mcp.json', 'cursor/github/TOKEN', [`error: ${ASKS} ${KEPT} server "github"`]],
  ['.cursor/mcp.json', 'cursor/github/TOKEN', [`warning: ${ASKS} ${KEPT} server "github"`]],
  [
    '.config/Claude/claude_desktop_config.json',
    'cursor/search/SEARCH_API_KEY',
    [`warning: ${ASKS} ${KEPT} the server of this name in another host (cursor)`],
  ],
  ['app/.cursor/mcp.json', 'cursor/sear/ch', [`error: ${ASKS} ${KEPT} server "sear"`]],
])('%s: %s', async (file, account, expected) => {
  expect(await found(file, account)).toEqual(expected);
});

test('names are compared as they are encoded', async () => {
  const file = 'app/.cursor/mcp.json';
  expect(await found(file, 'cursor/My%20server%2F%C3%BC/KEY', 'My server/ü')).toEqual([]);
  expect(await found(file, 'cursor/%E0%A4%A/KEY')).toEqual([`error: ${ASKS} ${KEPT} server "%E0%A4%A"`]);
});

test('without a launcher of ours nothing is asked for', async () => {
  const env = { SEARCH_API_KEY: 'keychain://mcp-lint/cursor/github/TOKEN' };
  const entry = { command: 'uvx', args: ['example-search-mcp==1.2.0'], env };
  expect(await findingsOn('borrowed-reference', { search: entry })).toEqual([]);
});
