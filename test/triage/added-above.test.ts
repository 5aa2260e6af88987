import { describe, expect, test } from 'vitest';
import { lint } from '../../src/run.ts';
import type { BaselineEntry } from '../../src/triage/baseline.ts';
import { lastingPaths } from '../../src/triage/lasting-path.ts';
import { folderOf, madeUp, writeInto } from '../support/cli.ts';

/** As fast as it can be: what it costs is for other tests. */
const HASH = { salt: Buffer.alloc(16, 7), cost: 2, blockSize: 1, parallelization: 1 };

const KEY = madeUp(32, 1);
const NEW = madeUp(32, 2);
const FENCE = '```';

const listed = (name: string, key: string) =>
  `  - name: ${name}\n    command: ${name}-mcp\n    env:\n      ${name.toUpperCase()}_API_KEY: ${key}\n`;
const list = (...servers: string[]) =>
  `name: x\nversion: 0.0.1\nschema: v1\nmcpServers:\n${servers.join('')}`;
const block = (key: string) =>
  `${FENCE}json\n{"mcpServers": {"search": {"command": "search-mcp", "env": {"API_KEY": "${key}"}}}}\n${FENCE}\n\n`;
const command = (name: string, key: string) => `claude mcp add -e API_KEY=${key} ${name} -- search-mcp\n`;
const call = (key: string) =>
  `new StdioClientTransport({ command: 'search-mcp', env: { API_KEY: '${key}' } });\n`;
const IMPORT = `import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';\n`;
const args = (...words: string[]) =>
  `{"mcpServers": {"search": {"command": "search-mcp", "args": ${JSON.stringify(words)}}}}`;
const compose = (...variables: string[]) =>
  `services:\n  mcp:\n    image: mcp/search\n    environment:\n${variables.map((one) => `      - ${one}\n`).join('')}`;

/** A text, and the same with another credential in front of the one that was there. */
const CASES: readonly (readonly [string, string, string])[] = [
  [
    '.continue/mcpServers/a.yaml',
    list(listed('search', KEY)),
    list(listed('other', NEW), listed('search', KEY)),
  ],
  ['README.md', block(KEY), block(NEW) + block(KEY)],
  ['setup.sh', command('search', KEY), command('other', NEW) + command('search', KEY)],
  ['client.ts', IMPORT + call(KEY), IMPORT + call(NEW) + call(KEY)],
  ['.mcp.json', args('--api-key', KEY), args('--token', NEW, '--api-key', KEY)],
  [
    'compose.yaml',
    compose(`SEARCH_API_KEY=${KEY}`),
    compose(`OTHER_API_KEY=${NEW}`, `SEARCH_API_KEY=${KEY}`),
  ],
];

/** Where the second credential is the same server's. */
const WITHIN_SERVER: ReadonlySet<string> = new Set(['.mcp.json', 'compose.yaml']);

describe('what is added in front changes nothing of what was there', () => {
  test.each(CASES)('for a baseline: %s', async (file, before, after) => {
    const cwd = folderOf({ [file]: before }, 0o600);
    const baseline = { file: `${cwd}/baseline.json`, hash: HASH, entries: [] };
    let entries: readonly BaselineEntry[] = [];
    await lint([file], { cwd, baseline, recordBaseline: (recorded) => (entries = recorded) });
    expect(entries.filter(({ rule }) => rule === 'inline-credential')).toHaveLength(1);
    writeInto(cwd, file, after, 0o600);
    const { findings, triage } = await lint([file], { cwd, baseline: { ...baseline, entries } });
    const line = (text: string, key: string) => text.slice(0, text.indexOf(key)).split('\n').length;
    const inline = findings.filter(({ rule }) => rule === 'inline-credential');
    expect(inline.map(({ region }) => region.startLine)).toEqual([line(after, NEW)]);
    if (!WITHIN_SERVER.has(file)) expect(triage!.unused).toEqual([]);
  });

  test.each(CASES)('for fingerprints: %s', async (file, before, after) => {
    const fingerprints = async (text: string) => {
      const { findings } = await lint([file], { cwd: folderOf({ [file]: text }, 0o600) });
      // What is about a whole server names it once it has two credentials, not one of them.
      const own = findings.filter(({ rule }) => rule === 'inline-credential' || !WITHIN_SERVER.has(file));
      return own.map(({ fingerprint }) => fingerprint);
    };
    const [then, now] = [await fingerprints(before), await fingerprints(after)];
    expect(then.length).toBeGreaterThan(0);
    expect(now).toEqual(expect.arrayContaining(then));
    expect(new Set(now).size).toBe(now.length);
  });
});

test('a lasting path leaves out positions and numbers, and keeps names', () => {
  const lasting = lastingPaths([
    { name: 'search', path: ['mcpServers', 3] },
    { name: 'server 2', path: ['mcpServers', 'server 2'] },
  ]);
  const texts = [
    ['mcpServers', 3, 'env', 'API_KEY'],
    ['mcpServers', 4, 'env', 'API_KEY'],
    ['mcpServers', 'server 2', 'args', 1, '#2'],
    ['block 12', 'mcpServers', 'search', 'url'],
    [],
  ].map(lasting);
  expect(texts).toEqual([
    'mcpServers.search.env.API_KEY',
    'mcpServers.env.API_KEY',
    'mcpServers["server 2"].args',
    'block.mcpServers.search.url',
    '',
  ]);
});
