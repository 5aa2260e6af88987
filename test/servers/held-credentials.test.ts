import { describe, expect, test } from 'vitest';
import { heldCredentials } from '../../src/servers/held-credentials.ts';
import { prng, sample } from '../support/samples.ts';
import { entryOf, factsOf } from '../support/server-facts.ts';

/** `how name` of every credential, and of the other slots that hand it on. */
function heldOf(entry: object): string[] {
  return factsOf(entry).facts.credentials.map(({ slot, how, also = [] }) =>
    [how, slot.slot.name || '-', ...also.map((other) => `+${other.slot.name || '-'}`)].join(' '),
  );
}

const TOKEN = sample('github-pat-classic', prng(1));

describe('is held', () => {
  test.each([
    // by the value
    [{ command: 'x', env: { GITHUB_TOKEN: TOKEN } }, ['literal GITHUB_TOKEN']],
    // by the name of the slot
    [{ command: 'x', env: { GITHUB_TOKEN: '${GH}' } }, ['reference GITHUB_TOKEN']],
    [{ command: 'x', env: { OPENAI_KEY: '${env:A}' } }, ['reference OPENAI_KEY']],
    [{ command: 'x', env: { DATABASE_URL: '${A}' } }, ['reference DATABASE_URL']],
    [entryOf('x --api-key ${A}'), ['reference api-key']],
    // by the name inside the reference
    [entryOf('x ${GITHUB_TOKEN}'), ['reference -']],
    [{ command: 'x', env: { VALUE: '%GITHUB_TOKEN%' } }, ['reference VALUE']],
    [{ url: 'https://a.example/${API_KEY}/mcp' }, ['reference -']],
    [{ url: 'https://a.example/mcp?who=${env:API_KEY}' }, ['reference who']],
    // by being the whole value of a header for credentials
    [{ url: 'https://a.example', headers: { Authorization: '${A}' } }, ['reference Authorization']],
    [{ url: 'https://a.example', headers: { Authorization: 'Bearer ${A}' } }, ['reference Authorization']],
    [{ url: 'https://a.example', headers: { 'X-Api-Key': '${A}' } }, ['reference X-Api-Key']],
    // by the place that the reference leads to
    [{ command: 'x', env: { A: 'op://vault/item/field' } }, ['reference A']],
    // by a question to the user
    [{ command: 'x', env: { A: '${input:github_token}' } }, ['prompt A']],
    [{ command: 'x', env: { API_KEY: '${input:a}' } }, ['prompt API_KEY']],
    [{ command: 'x', env: { API_KEY: '${user_config.a}' } }, ['prompt API_KEY']],
    // by what the catalogue knows
    [entryOf('npx -y @modelcontextprotocol/server-postgres ${A}'), ['reference -']],
    // yet to be filled in
    [{ command: 'x', env: { GITHUB_TOKEN: 'YOUR_TOKEN' } }, ['placeholder GITHUB_TOKEN']],
    // by the name of a variable that is handed on
    [entryOf('docker run -i -e GITHUB_TOKEN -e DEBUG image'), ['reference e']],
    [{ url: 'https://a.example', bearer_token_env_var: 'GITHUB_PAT' }, ['reference bearer_token_env_var']],
    [{ url: 'https://a.example', env_http_headers: { 'X-Api-Key': 'A_KEY' } }, ['reference X-Api-Key']],
  ])('%j', (entry, expected) => {
    expect(heldOf(entry)).toEqual(expected);
  });
});

describe('is not held', () => {
  test.each([
    [{ command: 'x', env: { GITHUB_HOST: '${GITHUB_HOST}' } }],
    [{ command: 'x', env: { API_URL: '${API_URL}', DEBUG: '$DEBUG', CLIENT_ID: '${input:client_id}' } }],
    [entryOf('x ${workspaceFolder}/tokens/token.json')],
    [entryOf('x --config ${workspaceFolder}/secret/api_key.json')],
    [{ command: 'x', env: { A: 'op://vault/item/username' } }],
    [{ command: 'x', env: { NAME: 'YOUR_NAME' } }],
    [entryOf('docker run -i -e DEBUG -e GITHUB_HOST image')],
    [entryOf('npx -y @modelcontextprotocol/server-postgres ${workspaceFolder}')],
    // A broker's stand-ins: the server never sees what they stand for.
    [entryOf('authsome run -- npx server', { env: { GITHUB_TOKEN: 'authsome-proxy-managed' } })],
    [entryOf('agent-vault run --vault a -- npx server', { env: { GITHUB_TOKEN: '__github_token__' } })],
  ])('%j', (entry) => {
    expect(heldOf(entry)).toEqual([]);
  });
});

describe('is told once', () => {
  test.each([
    [
      entryOf('docker run -i -e GITHUB_TOKEN image', { env: { GITHUB_TOKEN: '${input:a}' } }),
      ['prompt GITHUB_TOKEN'],
    ],
    [
      entryOf('npx mcp-remote https://a.example --header Authorization:${AUTH_HEADER}', {
        env: { AUTH_HEADER: `Bearer ${TOKEN}` },
      }),
      ['literal AUTH_HEADER +Authorization'],
    ],
    [entryOf('x --token ${TOKEN}', { env: { TOKEN: '${TOKEN}' } }), ['reference TOKEN +token']],
    [
      { url: 'https://a.example', headers: { 'X-Api-Key': '${A}', Authorization: 'Bearer ${A}' } },
      ['reference X-Api-Key +Authorization'],
    ],
    [{ command: 'x', env: { A_TOKEN: '${B_TOKEN}', B_TOKEN: '${A_TOKEN}' } }, ['reference B_TOKEN +A_TOKEN']],
    [
      { command: 'x', env: { A_TOKEN: '${B_TOKEN}', B_TOKEN: '${C_TOKEN}', C_TOKEN: '${D}' } },
      ['reference C_TOKEN +A_TOKEN +B_TOKEN'],
    ],
    [{ command: 'x', env: { A_TOKEN: `\${B:-${TOKEN}}` } }, ['literal A_TOKEN B +A_TOKEN']],
    [{ command: 'x', env: { A_TOKEN: '${A}', B_TOKEN: '${B}' } }, ['reference A_TOKEN', 'reference B_TOKEN']],
  ])('%j', (entry, expected) => {
    expect(heldOf(entry)).toEqual(expected);
  });

  test('also without an entry around the slots', () => {
    const { slots } = factsOf({ command: 'x', env: { A_TOKEN: '${A}' } }).facts;
    expect(heldCredentials({ slots, known: undefined }).map(({ how }) => how)).toEqual(['reference']);
  });
});
