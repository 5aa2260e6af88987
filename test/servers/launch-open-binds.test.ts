import { describe, expect, test } from 'vitest';
import { openBinds } from '../../src/servers/open-binds.ts';
import { entryOf, factsOf } from '../support/server-facts.ts';

function openOf(entry: object): string[] {
  const { facts } = factsOf(entry);
  return openBinds(facts).map(({ kind, name }) => `${kind} ${name}`);
}

describe('open', () => {
  test.each([
    [entryOf('x --host 0.0.0.0'), ['all-interfaces --host']],
    [entryOf('x --host=0.0.0.0 --port 1'), ['all-interfaces --host']],
    [entryOf('x --bind [::]:8000'), ['all-interfaces --bind']],
    [entryOf('x --address :8080'), ['all-interfaces --address']],
    [entryOf('uvx mcp-proxy --port 8080 --host 0.0.0.0 tool'), ['all-interfaces --host']],
    [entryOf('sh -c uvicorn·app·--host·0.0.0.0'), ['all-interfaces --host']],
    [entryOf('x', { env: { MCP_HOST: '0.0.0.0' } }), ['all-interfaces MCP_HOST']],
    [entryOf('x', { env: { HOST: '0.0.0.0', PORT: '8000' } }), ['all-interfaces HOST']],
    [entryOf('env HOST=0.0.0.0 x --transport sse'), ['all-interfaces HOST']],
    [entryOf('docker run -p 8000:8000 image'), ['published-port -p']],
    [entryOf('docker run --publish=0.0.0.0:8000:8000/tcp image'), ['published-port --publish']],
    [entryOf('docker run -p 8000 image'), ['published-port -p']],
    [entryOf('docker run -p ${PORT}:8000 image'), ['published-port -p']],
    [entryOf('docker run -P image'), ['published-port -P']],
    [entryOf('docker run -p 8000:8000 image --host 0.0.0.0'), ['published-port -p']],
    [entryOf('docker run --network host image --host 0.0.0.0'), ['all-interfaces --host']],
    [entryOf('docker run --net=host -e MCP_HOST=0.0.0.0 image'), ['all-interfaces MCP_HOST']],
    [entryOf('x', { env: { DANGEROUSLY_OMIT_AUTH: 'true' } }), ['authentication-off DANGEROUSLY_OMIT_AUTH']],
    [entryOf('x --unsafe-disable-auth'), ['authentication-off --unsafe-disable-auth']],
    [entryOf('x --port 8000 --no-auth'), ['authentication-off --no-auth']],
    [
      entryOf('x --transport http', { env: { MCP_AUTH_DISABLED: 'true' } }),
      ['authentication-off MCP_AUTH_DISABLED'],
    ],
    [entryOf('x --http', { env: { AUTH_ENABLED: 'false' } }), ['authentication-off AUTH_ENABLED']],
    [entryOf('x --sse --auth none'), ['authentication-off --auth']],
    [
      entryOf('docker run -p 1:1 -e DISABLE_AUTH=1 image'),
      ['published-port -p', 'authentication-off DISABLE_AUTH'],
    ],
  ])('%j', (entry, expected) => {
    expect(openOf(entry)).toEqual(expected);
  });
});

describe('closed', () => {
  test.each([
    [entryOf('x --host 127.0.0.1')],
    [entryOf('x --host localhost --port 8000')],
    [entryOf('x --allowed-hosts 0.0.0.0')],
    [entryOf('x', { env: { HOST: '0.0.0.0' } })],
    [entryOf('x', { env: { DB_HOST: '0.0.0.0', PORT: '1' } })],
    [entryOf('x --transport stdio --host 0.0.0.0')],
    [entryOf('docker run image --host 0.0.0.0')],
    [entryOf('docker run -p 127.0.0.1:8000:8000 image --host 0.0.0.0')],
    [entryOf('docker run -p [::1]:8000:8000 image')],
    [entryOf('docker run -p ${BIND:-127.0.0.1}:8000:8000 image')],
    [entryOf('docker run -e DANGEROUSLY_OMIT_AUTH=true image')],
    [entryOf('docker exec box x --host 0.0.0.0')],
    [entryOf('npx x --no-auth')],
    [entryOf('x --port 8000 --auth oauth')],
    [entryOf('x', { env: { AUTH_ENABLED: 'false' } })],
    [{ url: 'http://0.0.0.0:8000/mcp' }],
  ])('%j', (entry) => {
    expect(openOf(entry)).toEqual([]);
  });
});
