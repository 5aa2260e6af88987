import { expect, test } from 'vitest';

const script = new URL('../../scripts/gen-catalog.mjs', import.meta.url).href;
const { renderCatalog }: { renderCatalog(rows: readonly object[]): string } = await import(script);

const collected = (id: string, more: object = {}) => ({
  id,
  names: [],
  packages: { npm: [], pypi: [], docker: [], bin: [] },
  transport: 'stdio',
  secretEnv: [],
  nonSecretEnv: [],
  secretArgs: [],
  provider: 'Acme',
  apiHost: null,
  remote: null,
  deprecated: false,
  successor: null,
  source: 'github:acme/mcp README',
  confidence: 'readme',
  ...more,
});
const packages = { npm: ['acme-mcp'], pypi: [], docker: [], bin: [] };

const rowOf = (more: object) => JSON.parse(renderCatalog([collected('acme', { packages, ...more })]))[0];

test('a row keeps what it says and leaves out what is empty', () => {
  expect(rowOf({})).toEqual({ id: 'acme', provider: 'Acme', npm: ['acme-mcp'] });
});

test('each row is a line, in the order of their ids, whatever order they came in', () => {
  const rows = ['b', 'a-b', 'a', 'c'].map((id) => collected(id, { packages }));
  const text = renderCatalog(rows);
  expect(text.split('\n').slice(1, -2)).toHaveLength(4);
  expect(JSON.parse(text).map(({ id }: { id: string }) => id)).toEqual(['a', 'a-b', 'b', 'c']);
  expect(renderCatalog([...rows].reverse())).toBe(text);
  expect(renderCatalog(rows)).toBe(text);
});

test('what was not read at its source is unconfirmed, unless two sources say it', () => {
  const unconfirmed = (confidence: string, source = 'one') => rowOf({ confidence, source }).unconfirmed;
  for (const confidence of ['readme', 'readme-script', 'registry', 'vendor-docs', 'vendor-config'])
    expect(unconfirmed(confidence)).toBeUndefined();
  for (const confidence of ['list', 'issue', 'third-party-docs', 'unconfirmed', 'hearsay'])
    expect(unconfirmed(confidence)).toBe(true);
  expect(unconfirmed('list', 'one; two')).toBeUndefined();
  expect(unconfirmed('unconfirmed', 'one; two')).toBe(true);
});

test('addresses lose their remarks and queries; local ones tell nothing', () => {
  const remote = {
    url: 'https://mcp.acme.example/mcp',
    auth: null,
    supportsBearer: false,
    authHint: 'oauth',
    alsoUrls: [
      'https://mcp.acme.example/mcp?login',
      'https://mcp.acme.example/v2 (new)',
      'http://localhost:1/mcp',
    ],
    deprecatedUrls: ['https://mcp.acme.example/sse (until May)'],
    urlSecret: { in: 'query', param: 'key' },
  };
  expect(rowOf({ remote }).remote).toEqual({
    url: 'https://mcp.acme.example/mcp',
    urls: ['https://mcp.acme.example/v2'],
    deprecatedUrls: ['https://mcp.acme.example/sse'],
    oauth: true,
    bearer: false,
    urlSecret: { query: 'key' },
  });
});

test('flags stay flags, and what is said in words becomes a fact', () => {
  expect(
    rowOf({ secretArgs: ['--url <redis://user@host>', '-e KEY=<value>', '<positional key>'] }),
  ).toMatchObject({
    secretArgs: ['--url'],
    positionalSecret: true,
  });
  expect(rowOf({ localReach: 'arbitrary shell + filesystem' }).localReach).toBe('shell');
  expect(rowOf({ localReach: 'AWS credential chain (~/.aws)' }).localReach).toBe('cloud-credentials');
  expect(rowOf({ localReach: 'none' }).localReach).toBeUndefined();
  expect(rowOf({ denyNames: ['acmee-mcp (npm, unscoped)'] }).denied).toEqual(['acmee-mcp']);
});

test('names of people and clients are no secrets; only plain names that sound secret are worth saying', () => {
  const row = rowOf({
    secretEnv: ['ACME_TOKEN', 'ACME_CLIENT_ID'],
    nonSecretEnv: ['ACME_KEY_PATH', 'ACME_REGION'],
  });
  expect(row).toMatchObject({ secretEnv: ['ACME_TOKEN'], plainEnv: ['ACME_CLIENT_ID', 'ACME_KEY_PATH'] });
});

test('rows that nothing in a config can name are left out', () => {
  expect(renderCatalog([collected('acme')])).toBe('[\n\n]\n');
});
