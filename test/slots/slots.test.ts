import fc from 'fast-check';
import { expect, test } from 'vitest';
import { slotsOfServer, slotsOfText } from '../support/slots.ts';

// Opaque stand-ins: any text that no decoding touches.
const SECRET = 'value-under-test';
const OTHER = 'second-value';

function named(entry: object): string[] {
  return slotsOfServer(entry)
    .filter((slot) => slot.value.reveal() === SECRET || slot.value.reveal() === OTHER)
    .map((slot) => `${slot.kind} ${slot.name}=${slot.value.reveal()}`.trim());
}

const base64 = (text: string) => Buffer.from(text).toString('base64');

test.each<[string, object, string[]]>([
  ['env', { command: 'x', env: { API_KEY: SECRET } }, [`env API_KEY=${SECRET}`]],
  [
    'environment of other hosts',
    { command: ['x'], environment: { API_KEY: SECRET } },
    [`env API_KEY=${SECRET}`],
  ],
  ['env as a list', { command: 'x', env: [`API_KEY=${SECRET}`] }, [`env API_KEY=${SECRET}`]],
  [
    'env as named values',
    { command: 'x', env: [{ name: 'API_KEY', value: SECRET }] },
    [`env API_KEY=${SECRET}`],
  ],
  ['env with a scheme', { command: 'x', env: { AUTH: `Bearer ${SECRET}` } }, [`env AUTH=${SECRET}`]],
  [
    'header',
    { url: 'https://h.example/mcp', headers: { 'X-API-Key': SECRET } },
    [`header X-API-Key=${SECRET}`],
  ],
  [
    'bearer header',
    { url: 'https://h.example', headers: { Authorization: `Bearer ${SECRET}` } },
    [`header Authorization=${SECRET}`],
  ],
  [
    'token header',
    { url: 'https://h.example', headers: { Authorization: `Token token="${SECRET}"` } },
    [`header Authorization=${SECRET}`],
  ],
  [
    'nested headers',
    { url: 'https://h.example', requestInit: { headers: { 'X-Key': SECRET } } },
    [`header X-Key=${SECRET}`],
  ],
  [
    'cookie',
    { url: 'https://h.example', headers: { Cookie: `theme=dark; sid=${SECRET}` } },
    [`header sid cookie=${SECRET}`],
  ],
  ['flag value', { command: 'x', args: ['--api-key', SECRET] }, [`flag api-key=${SECRET}`]],
  ['flag=value', { command: 'x', args: [`--api-key=${SECRET}`] }, [`flag api-key=${SECRET}`]],
  [
    'flag and value in one argument',
    { command: 'x', args: [`--api-key ${SECRET}`] },
    [`flag api-key=${SECRET}`],
  ],
  ['assignment', { command: 'x', args: [`API_KEY=${SECRET}`] }, [`assignment API_KEY=${SECRET}`]],
  [
    'docker -e',
    { command: 'docker', args: ['run', '-i', '-e', `API_KEY=${SECRET}`, 'image'] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'docker -eK=V',
    { command: 'docker', args: ['run', `-eAPI_KEY=${SECRET}`, 'image'] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'docker --env=K=V',
    { command: 'docker', args: ['run', `--env=API_KEY=${SECRET}`] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'docker --env K=V',
    { command: 'docker', args: ['run', '--env', `API_KEY=${SECRET}`] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'mcp-remote --header',
    {
      command: 'npx',
      args: ['mcp-remote', 'https://h.example/mcp', '--header', `Authorization: Bearer ${SECRET}`],
    },
    [`header Authorization=${SECRET}`],
  ],
  [
    'mcp-remote --header without a space',
    { command: 'npx', args: ['mcp-remote', 'https://h.example/mcp', '--header', `X-Key:${SECRET}`] },
    [`header X-Key=${SECRET}`],
  ],
  ['--header=', { command: 'x', args: [`--header=X-Key: ${SECRET}`] }, [`header X-Key=${SECRET}`]],
  [
    'mcp-proxy --headers name value',
    { command: 'mcp-proxy', args: ['--headers', 'Authorization', `Bearer ${SECRET}`] },
    [`header Authorization=${SECRET}`],
  ],
  [
    '--headers JSON',
    { command: 'x', args: ['--headers', JSON.stringify({ 'X-Key': SECRET })] },
    [`embedded-json X-Key=${SECRET}`],
  ],
  ['curl -u', { command: 'curl', args: ['-u', `me:${SECRET}`] }, [`flag password=${SECRET}`]],
  ['mysql -p', { command: 'mysql', args: ['-h', 'db', `-p${SECRET}`] }, [`flag password=${SECRET}`]],
  ['positional', { command: 'x', args: [SECRET] }, [`argument =${SECRET}`]],
  ['command line in command', { command: `npx -y server --token ${SECRET}` }, [`flag token=${SECRET}`]],
  ['command as a list', { command: ['npx', 'server', '--token', SECRET] }, [`flag token=${SECRET}`]],
  [
    'sh -c',
    { command: 'sh', args: ['-c', `API_KEY=${SECRET} npx server`] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'sh -c with quotes',
    { command: 'bash', args: ['-lc', `export A="${SECRET}" B='${OTHER}' && exec npx x`] },
    [`assignment A=${SECRET}`, `assignment B=${OTHER}`],
  ],
  [
    'sh -c with a flag',
    { command: '/bin/sh', args: ['-c', `cd /tmp; npx x --token '${SECRET}' | tee log`] },
    [`flag token=${SECRET}`],
  ],
  [
    'cmd /c set',
    { command: 'cmd', args: ['/c', `set API_KEY=${SECRET}&& npx server`] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'cmd /c npx',
    { command: 'cmd.exe', args: ['/c', 'npx', '-y', 'server', '--key', SECRET] },
    [`flag key=${SECRET}`],
  ],
  [
    'powershell',
    { command: 'powershell', args: ['-Command', `$env:API_KEY='${SECRET}'; npx server`] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'powershell with spaces',
    { command: 'pwsh', args: ['-NoProfile', '-c', `$env:API_KEY = "${SECRET}"; npx server`] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'user and password behind a flag',
    { command: 'x', args: [`--auth=jane:${SECRET}`] },
    [`flag password=${SECRET}`],
  ],
  [
    'the address of a store behind such a flag: no password',
    { command: 'x', args: [`--auth=vault:${SECRET}`] },
    [],
  ],
  ['env', { command: 'env', args: [`API_KEY=${SECRET}`, 'npx', 'server'] }, [`assignment API_KEY=${SECRET}`]],
  [
    'docker sh -c',
    { command: 'docker', args: ['run', 'image', 'sh', '-c', `KEY=${SECRET} node .`] },
    [`assignment KEY=${SECRET}`],
  ],
  ['URL password', { url: `https://me:${SECRET}@h.example/mcp` }, [`url-userinfo password=${SECRET}`]],
  ['URL token', { url: `https://${SECRET}@h.example/mcp` }, [`url-userinfo user token=${SECRET}`]],
  [
    'URL token with a word as password',
    { url: `https://${SECRET}:x-oauth-basic@h.example/mcp` },
    [`url-userinfo user token=${SECRET}`],
  ],
  ['URL query', { url: `https://h.example/mcp?a=b&api_key=${SECRET}#top` }, [`url-query api_key=${SECRET}`]],
  ['URL fragment', { url: `https://h.example/mcp#token=${SECRET}` }, [`url-query token=${SECRET}`]],
  ['URL path', { url: `https://mcp.zapier.com/api/mcp/s/${SECRET}/mcp` }, [`url-path key=${SECRET}`]],
  [
    'URL path behind a word',
    { command: 'x', env: { HOOK: `https://api.telegram.org/bot${SECRET}/getMe` } },
    [`url-path key=${SECRET}`],
  ],
  [
    'postgres',
    { command: 'x', args: [`postgres://me:${SECRET}@db:5432/app?sslmode=require`] },
    [`url-userinfo password=${SECRET}`],
  ],
  [
    'mongodb with several hosts',
    { command: 'x', env: { U: `mongodb://me:${SECRET}@a:1,b:2/app` } },
    [`url-userinfo password=${SECRET}`],
  ],
  [
    'redis without a user',
    { command: 'x', env: { U: `rediss://:${SECRET}@cache:6379` } },
    [`url-userinfo password=${SECRET}`],
  ],
  [
    'jdbc',
    { command: 'x', env: { U: `jdbc:postgresql://db/app?user=me&password=${SECRET}` } },
    [`url-query password=${SECRET}`],
  ],
  [
    'jdbc sqlserver',
    { command: 'x', env: { U: `jdbc:sqlserver://db:1433;user=me;password=${SECRET};encrypt=true` } },
    [`url-query password=${SECRET}`],
  ],
  [
    'mssql',
    { command: 'x', env: { C: `Server=db;User Id=sa;Password=${SECRET};` } },
    [`connection-string Password=${SECRET}`],
  ],
  [
    'azure storage',
    { command: 'x', env: { C: `AccountName=a;AccountKey=${SECRET};EndpointSuffix=core` } },
    [`connection-string AccountKey=${SECRET}`],
  ],
  [
    'stackexchange redis',
    { command: 'x', env: { C: `cache.example:6380,password=${SECRET},ssl=True` } },
    [`connection-string password=${SECRET}`],
  ],
  [
    'libpq',
    { command: 'x', env: { C: `host=db user=me password='${SECRET}' dbname=app` } },
    [`connection-string password=${SECRET}`],
  ],
  [
    'go dsn',
    { command: 'x', env: { C: `me:${SECRET}@tcp(db:3306)/app` } },
    [`connection-string password=${SECRET}`],
  ],
  [
    'JSON in a variable',
    { command: 'x', env: { OPENAPI_MCP_HEADERS: `{"Authorization":"Bearer ${SECRET}"}` } },
    [`embedded-json Authorization=${SECRET}`],
  ],
  [
    'JSON in an argument',
    { command: 'x', args: ['--config', `{"deep":{"apiKey":"${SECRET}"}}`] },
    [`embedded-json apiKey=${SECRET}`],
  ],
  [
    'default of a reference',
    { command: 'x', env: { KEY: `\${API_KEY:-${SECRET}}` } },
    [`reference-default KEY API_KEY=${SECRET}`],
  ],
  [
    'default inside a header',
    { url: 'https://h.example', headers: { Authorization: `Bearer \${T:-${SECRET}}` } },
    [`reference-default Authorization T=${SECRET}`],
  ],
  [
    'oauth',
    { url: 'https://h.example', oauth: { clientId: 'x', clientSecret: SECRET } },
    [`oauth clientSecret=${SECRET}`],
  ],
  [
    'cursor auth',
    { url: 'https://h.example', auth: { CLIENT_SECRET: SECRET } },
    [`oauth CLIENT_SECRET=${SECRET}`],
  ],
  ['other member', { url: 'https://h.example', apiKey: SECRET }, [`property apiKey=${SECRET}`]],
  [
    'helper script',
    { url: 'https://h.example', headersHelper: `curl -H 'X-Key: ${SECRET}' x` },
    [`header X-Key=${SECRET}`],
  ],
  [
    'platform overrides',
    { command: 'x', platform_overrides: { win32: { env: { KEY: SECRET } } } },
    [`env KEY=${SECRET}`],
  ],
  ['-password value', { command: 'x', args: ['-password', SECRET] }, [`flag password=${SECRET}`]],
  ['sshpass -p', { command: 'sshpass', args: ['-p', SECRET, 'ssh', 'h'] }, [`flag password=${SECRET}`]],
  [
    'supergateway --stdio',
    { command: 'npx', args: ['supergateway', '--stdio', `npx x --api-key ${SECRET}`] },
    [`flag api-key=${SECRET}`],
  ],
  [
    'mcp-proxy --env NAME value',
    { command: 'mcp-proxy', args: ['--env', 'API_KEY', SECRET, 'uvx', 'x'] },
    [`assignment API_KEY=${SECRET}`],
  ],
  [
    'flag and header in one argument',
    { command: 'x', args: [`--header Authorization: Bearer ${SECRET}`] },
    [`header Authorization=${SECRET}`],
  ],
  [
    'wsl -e bash',
    { command: 'wsl', args: ['-e', 'bash', '-lc', `export KEY=${SECRET} && x`] },
    [`assignment KEY=${SECRET}`],
  ],
  [
    'headers in lines',
    { command: 'x', env: { CUSTOM_HEADERS: `X-Tenant: a\nAuthorization: Bearer ${SECRET}` } },
    [`header Authorization=${SECRET}`],
  ],
  [
    'headers between commas',
    { command: 'x', env: { API_HEADERS: `Authorization:Bearer ${SECRET},X-Tenant:a` } },
    [`header Authorization=${SECRET}`],
  ],
  [
    'ODBC',
    { command: 'x', env: { C: `Driver={ODBC Driver 18};Server=s;UID=me;PWD={${SECRET}};` } },
    [`connection-string PWD=${SECRET}`],
  ],
  [
    'nats',
    { command: 'x', env: { U: `nats://${SECRET}@h.example:4222` } },
    [`url-userinfo user token=${SECRET}`],
  ],
  [
    'prompt with a telling description',
    { command: 'x', inputs: [{ id: 'k', description: 'API key', default: SECRET }] },
    [`input-default k=${SECRET}`],
  ],
  [
    'list of keys',
    { command: 'x', env: { API_KEYS: `${SECRET},${OTHER}` } },
    [`env API_KEYS=${SECRET}`, `env API_KEYS=${OTHER}`],
  ],
])('%s', (_title, entry, expected) => {
  expect(named(entry)).toEqual(expected);
});

test('Basic is decoded, and placed at its encoding', () => {
  const encoded = base64(`me:${SECRET}`);
  const slots = slotsOfServer({ url: 'https://h.example', headers: { Authorization: `Basic ${encoded}` } });
  const basic = slots.find((slot) => slot.value.reveal() === SECRET);
  expect(basic?.written).toBe(encoded);
});

test('a base64 configuration in a URL is decoded, and placed at its encoding', () => {
  const encoded = base64(JSON.stringify({ apiKey: SECRET }));
  const slots = slotsOfServer({ url: `https://h.example/mcp?config=${encodeURIComponent(encoded)}` });
  expect(slots.find((slot) => slot.value.reveal() === SECRET)?.written).toBe(encodeURIComponent(encoded));
});

test('escapes of JSON and of URLs are undone, and the place is the text as written', () => {
  const text =
    '{"mcpServers":{"s":{"url":"https:\\/\\/h.example\\/mcp?api_key=ab%63\\u0064ef-rest","command":"x"}}}';
  const slot = slotsOfText(text).find(({ name }) => name === 'api_key');
  expect(slot?.value.reveal()).toBe('abcdef-rest');
  expect(slot?.written).toBe('ab%63\\u0064ef-rest');
});

test('the place of a value in a shell string is the value without its quotes', () => {
  const slot = slotsOfServer({ command: 'sh', args: ['-c', `A="one two" B='x' cmd`] }).filter(
    ({ kind }) => kind === 'assignment',
  );
  expect(slot.map(({ value }) => value.reveal())).toEqual(['one two', 'x']);
  expect(slot.map(({ written }) => written)).toEqual(['one two', 'x']);
});

test('every occurrence of a duplicate key is looked at', () => {
  const text = `{"mcpServers":{"s":{"command":"x","env":{"K":"${SECRET}","K":"${OTHER}"}},"s":{"command":"x","env":{"K":"third"}}}}`;
  expect(
    slotsOfText(text)
      .filter(({ kind }) => kind === 'env')
      .map(({ value }) => value.reveal()),
  ).toEqual([SECRET, OTHER, 'third']);
});

test('prompts, shared environments and other members of a file are slots of the file', () => {
  const text = JSON.stringify({
    inputs: [{ type: 'promptString', id: 'api-key', password: true, default: SECRET }],
    env: { TOKEN: OTHER },
    users: [{ password: 'third' }],
    mcpServers: { s: { command: 'x' } },
  });
  const slots = slotsOfText(text).map(({ kind, name, value, declaredSecret }) => [
    kind,
    name,
    value.reveal(),
    declaredSecret ?? false,
  ]);
  expect(slots).toContainEqual(['input-default', 'api-key', SECRET, true]);
  expect(slots).toContainEqual(['env', 'TOKEN', OTHER, false]);
  expect(slots).toContainEqual(['property', 'password', 'third', false]);
});

test.each([
  ['a mapping without a wrapper', { one: { command: 'x', env: { K: SECRET } } }],
  ['one bare server', { command: 'x', env: { K: SECRET } }],
  ['a list of servers', [{ name: 'one', command: 'x', env: { K: SECRET } }]],
  [
    'a list under the usual key',
    { mcpServers: [{ name: 'one', url: 'https://h.example', headers: { K: SECRET } }] },
  ],
  [
    'a project of ~/.claude.json',
    { projects: { '/home/me': { mcpServers: { one: { command: 'x', env: { K: SECRET } } } } } },
  ],
])('servers are recognised by shape: %s', (_title, document) => {
  expect(slotsOfText(JSON.stringify(document)).map(({ value }) => value.reveal())).toContain(SECRET);
});

test('any entry at all gives slots whose places lie in the text', () => {
  const scalar = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.constantFrom('--header', '-e', 'sh', '-c', '${A:-b}', '{"a":"b"}', 'https://a:b@c/d?e=f', 'K=v'),
  );
  const entry = fc.record({
    command: scalar,
    args: fc.array(scalar),
    env: fc.dictionary(scalar, scalar),
    url: scalar,
    headers: fc.dictionary(scalar, scalar),
  });
  fc.assert(
    fc.property(entry, (server) => {
      const text = JSON.stringify({ mcpServers: { server } });
      for (const { value } of slotsOfText(text)) {
        expect(value.range.start).toBeLessThanOrEqual(value.range.end);
        expect(value.range.end).toBeLessThanOrEqual(text.length);
      }
    }),
  );
});
