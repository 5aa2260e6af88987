import { expect, test } from 'vitest';
import { madeUp } from '../support/cli.ts';
import { findingsOfEntry } from '../support/findings.ts';

const KEY = madeUp(32);
const said = async (entry: object) =>
  (await findingsOfEntry('credential-in-url', entry)).map(({ severity }) => severity);
const bridge = (...args: string[]) => ({ command: 'npx', args: ['-y', 'mcp-remote@0.1.30', ...args] });

test.each<[string, object]>([
  ['a literal', { url: `https://mcp.example.com/mcp?api_key=${KEY}` }],
  ['a reference', { url: 'https://mcp.example.com/mcp?api_key=${SEARCH_API_KEY}' }],
  ['a default', { url: `https://mcp.example.com/mcp?api_key=\${SEARCH_API_KEY:-${KEY}}` }],
  [
    'JSON in a parameter',
    {
      url: `https://mcp.example.com/mcp?config=${Buffer.from(JSON.stringify({ apiKey: KEY })).toString('base64')}`,
    },
  ],
  ['the argument of a bridge', bridge(`https://mcp.example.com/mcp?token=${KEY}`)],
  ['a query and a path', { url: `https://mcp.example.com/api/mcp/s/${madeUp(32, 2)}/mcp?api_key=${KEY}` }],
])('in the query: %s', async (_what, entry) => {
  expect(await said(entry)).toEqual(['warning']);
});

test.each<[string, object]>([
  ['a literal', { url: `https://mcp.example.com/api/mcp/s/${KEY}/mcp` }],
  ['a reference', { url: 'https://mcp.example.com/${API_KEY}/mcp' }],
  ['the argument of a bridge', bridge(`https://mcp.example.com/api/mcp/s/${KEY}/mcp`)],
])('in the path: %s', async (_what, entry) => {
  expect(await said(entry)).toEqual(['info']);
});

test.each<[string, object]>([
  ['a header', { url: 'https://mcp.example.com/mcp', headers: { Authorization: `Bearer ${KEY}` } }],
  ['a placeholder', { url: 'https://mcp.example.com/mcp?api_key=YOUR_API_KEY' }],
  ['another parameter', { url: 'https://mcp.example.com/mcp?project=${PROJECT}&read_only=true' }],
  ['a database', { command: 'x', args: [`postgresql://me:${KEY}@db.example.com/app?sslpassword=${KEY}`] }],
  ['the address of an API', { command: 'x', env: { API_URL: `https://api.example.com/v1?api_key=${KEY}` } }],
])('not %s', async (_what, entry) => {
  expect(await said(entry)).toEqual([]);
});

test('one finding for an address, the query first', async () => {
  const url = `https://mcp.example.com/api/mcp/s/${madeUp(32, 2)}/mcp?api_key=${KEY}&token=\${TOKEN}`;
  const [finding] = await findingsOfEntry('credential-in-url', { url });
  expect(finding!.slot).toMatchObject({ kind: 'url-query', name: 'api_key' });
  expect(finding!.related).toHaveLength(2);
});

test.each([
  ['a reference needs another place', '${API_KEY}', /^Send it in a header/],
  ['a literal another form', KEY, /\$\{NAME\}/],
])('%s', async (_what, key, advice) => {
  const [finding] = await findingsOfEntry('credential-in-url', {
    url: `https://mcp.example.com/mcp?api_key=${key}`,
  });
  expect(finding!.advice).toMatch(advice);
});
