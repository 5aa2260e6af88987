import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { readEndpoint } from '../../src/servers/endpoint.ts';
import { entryOf, factsOf } from '../support/server-facts.ts';

function endpointOf(url: string) {
  const found = readEndpoint(new LocatedText(url, 0), []);
  return found && [found.scheme, found.hostname, found.port ?? '', found.pathname, found.reach].join(' ');
}

describe('address', () => {
  test.each([
    ['https://mcp.example.com/mcp?x=1#y', 'https mcp.example.com  /mcp public'],
    ['HTTPS://MCP.Example.COM', 'https mcp.example.com   public'],
    ['http://localhost:3000/sse', 'http localhost 3000 /sse loopback'],
    ['http://127.8.0.1/', 'http 127.8.0.1  / loopback'],
    ['http://[::1]:80/x', 'http ::1  /x loopback'],
    ['http://[::ffff:127.0.0.1]/', 'http ::ffff:7f00:1  / loopback'],
    ['http://0x7f.1/', 'http 127.0.0.1  / loopback'],
    ['http://2130706433/', 'http 127.0.0.1  / loopback'],
    ['http://host.docker.internal:1/', 'http host.docker.internal 1 / loopback'],
    ['http://api.localhost/', 'http api.localhost  / loopback'],
    ['http://10.0.0.1/', 'http 10.0.0.1  / private'],
    ['http://172.31.0.1/', 'http 172.31.0.1  / private'],
    ['http://172.32.0.1/', 'http 172.32.0.1  / public'],
    ['http://192.168.1.1/', 'http 192.168.1.1  / private'],
    ['http://169.254.1.1/', 'http 169.254.1.1  / private'],
    ['http://100.64.0.1/', 'http 100.64.0.1  / private'],
    ['http://[fd00::1]/', 'http fd00::1  / private'],
    ['http://[fe80::1]/', 'http fe80::1  / private'],
    ['http://nas.local/', 'http nas.local  / private'],
    ['http://nas.tail1234.ts.net/', 'http nas.tail1234.ts.net  / private'],
    ['http://mcp.corp.internal/', 'http mcp.corp.internal  / private'],
    ['http://box.home.arpa./', 'http box.home.arpa  / private'],
    ['http://intranet/', 'http intranet  / private'],
    ['http://your-server/', 'http your-server  / unknown'],
    // Nothing of the host is where it seems to be.
    ['http://localhost@evil.example/', 'http evil.example  / public'],
    ['http://localhost:80@evil.example/', 'http evil.example  / public'],
    ['http://evil.example#@localhost/', 'http evil.example   public'],
    ['http://evil.example/?@localhost/', 'http evil.example  / public'],
    ['http://localhost.evil.example/', 'http localhost.evil.example  / public'],
    ['http://localhost\\@evil.example/', 'http localhost  /@evil.example/ unknown'],
    ['http://local\thost/', 'http localhost  / unknown'],
    ['http://ｌocalhost/', 'http localhost  / loopback'],
    ['http://127.0.0.1.evil.example/', 'http 127.0.0.1.evil.example  / public'],
    // references
    ['https://${HOST}/mcp', 'https   /mcp unknown'],
    ['https://${env:HOST}:8080/mcp', 'https   /mcp unknown'],
    ['https://api.${REGION}.example.com/mcp', 'https   /mcp unknown'],
    ['http://localhost:${PORT}/mcp', 'http localhost  /mcp loopback'],
    ['http://localhost@${HOST}/mcp', 'http   /mcp unknown'],
    ['https://user:${TOKEN}@a.example/mcp', 'https a.example  /mcp public'],
    ['https://a.example/${TOKEN}/mcp?k=${KEY}', 'https a.example  /${TOKEN}/mcp public'],
    ['${BASE_URL}/mcp', '   /mcp unknown'],
    ['${URL}', '    unknown'],
    ['https://<your-host>/mcp', 'https   /mcp unknown'],
    ["'https://a.example/mcp'", 'https a.example  /mcp public'],
  ])('%s', (url, expected) => {
    expect(endpointOf(url)).toBe(expected);
  });

  test.each([
    '',
    'mcp',
    'localhost:3000',
    'a.example/mcp',
    'http://',
    'http://[::1',
    'http://a b/',
    '//a.example/',
    'mailto:a@b',
  ])('none: %s', (text) => {
    expect(endpointOf(text)).toBeUndefined();
  });

  test('a text of ten million characters is none', () => {
    expect(endpointOf(`https://a.example/${'@'.repeat(1e7)}`)).toBeUndefined();
  });

  test('no text throws', () => {
    const piece = fc.oneof(
      fc.constantFrom(
        ...[
          'http://',
          '@',
          ':',
          '/',
          '\\',
          '${',
          '}',
          '%',
          '<',
          '>',
          '[',
          ']',
          'localhost',
          '::1',
          '\uffff',
          '\u0000',
        ],
      ),
      fc.string({ maxLength: 4 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => void endpointOf(pieces.join(''))),
      { numRuns: 2000 },
    );
  });
});

describe('address of an entry', () => {
  const of = (entry: object) => {
    const { facts, cut } = factsOf(entry);
    const { endpoint } = facts.launch;
    return (
      endpoint &&
      [endpoint.hostname, endpoint.bridge ?? '', endpoint.path.join('.'), cut(endpoint.url.range)].join(' ')
    );
  };

  test.each([
    [{ url: 'https://a.example/mcp' }, 'a.example  mcpServers.server.url https://a.example/mcp'],
    [{ serverUrl: 'https://a.example/mcp' }, 'a.example  mcpServers.server.serverUrl https://a.example/mcp'],
    [
      { transport: { type: 'sse', url: 'https://a.example/mcp' } },
      'a.example  mcpServers.server.transport.url https://a.example/mcp',
    ],
    [
      entryOf('npx -y mcp-remote@0.1.29 --transport http-only https://a.example/mcp --header X:${Y}'),
      'a.example mcp-remote mcpServers.server.args.4 https://a.example/mcp',
    ],
    [
      entryOf('wsl npx mcp-remote https://a.example/mcp 3334'),
      'a.example mcp-remote mcpServers.server.args.2 https://a.example/mcp',
    ],
    [entryOf('npx mcp-remote ${MCP_URL}'), ' mcp-remote mcpServers.server.args.1 ${MCP_URL}'],
    [
      entryOf('npx -y supergateway --header Authorization:·Bearer·x --sse https://a.example/sse'),
      'a.example supergateway mcpServers.server.args.5 https://a.example/sse',
    ],
    [
      entryOf('npx supergateway --streamableHttp=https://a.example/mcp'),
      'a.example supergateway mcpServers.server.args.1 https://a.example/mcp',
    ],
    [
      entryOf('uvx mcp-proxy --headers Authorization x https://a.example/sse'),
      'a.example mcp-proxy mcpServers.server.args.4 https://a.example/sse',
    ],
    [
      entryOf('mcp-proxy --transport streamablehttp https://a.example/mcp'),
      'a.example mcp-proxy mcpServers.server.args.2 https://a.example/mcp',
    ],
    [
      entryOf('npx @pyroprompts/mcp-stdio-to-streamable-http-adapter', {
        env: { URI: 'https://a.example/mcp' },
      }),
      'a.example mcp-stdio-to-streamable-http-adapter mcpServers.server.env.URI https://a.example/mcp',
    ],
    [
      entryOf("sh -c npx·mcp-remote·'https://a.example/mcp'"),
      'a.example mcp-remote mcpServers.server.args.1.#2 https://a.example/mcp',
    ],
    [
      entryOf('node /x/node_modules/mcp-remote/dist/proxy.js https://a.example/mcp'),
      'a.example mcp-remote mcpServers.server.args.1 https://a.example/mcp',
    ],
  ])('%j', (entry, expected) => {
    expect(of(entry)).toBe(expected);
  });

  test.each([
    entryOf('npx -y server https://a.example/mcp'),
    entryOf('npx supergateway --stdio npx·server'),
    entryOf('mcp-proxy tool --url https://a.example'),
  ])('none: %j', (entry) => {
    expect(of(entry)).toBeUndefined();
  });
});
