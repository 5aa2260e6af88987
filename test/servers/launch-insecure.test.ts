import { describe, expect, test } from 'vitest';
import { insecureTransport } from '../../src/servers/insecure-transport.ts';
import { entryOf, factsOf } from '../support/server-facts.ts';

function insecureOf(entry: object): string[] {
  const { facts, cut } = factsOf(entry);
  return insecureTransport(facts).map(({ effect, name, range }) => `${effect} ${name} ${cut(range)}`);
}

const env = (name: string, value: unknown) => ({ command: 'x', env: { [name]: value } });

describe('switched off', () => {
  test.each([
    [env('NODE_TLS_REJECT_UNAUTHORIZED', '0'), 'verification-off NODE_TLS_REJECT_UNAUTHORIZED 0'],
    [env('NODE_TLS_REJECT_UNAUTHORIZED', 0), 'verification-off NODE_TLS_REJECT_UNAUTHORIZED 0'],
    [env('PYTHONHTTPSVERIFY', '0'), 'verification-off PYTHONHTTPSVERIFY 0'],
    [env('JIRA_SSL_VERIFY', 'False'), 'verification-off JIRA_SSL_VERIFY False'],
    [env('VERIFY_SSL', false), 'verification-off VERIFY_SSL false'],
    [env('GIT_SSL_NO_VERIFY', 'true'), 'verification-off GIT_SSL_NO_VERIFY true'],
    [env('SKIP_TLS_VERIFY', '1'), 'verification-off SKIP_TLS_VERIFY 1'],
    [env('ELASTIC_SSL_SKIP_VERIFY', 'true'), 'verification-off ELASTIC_SSL_SKIP_VERIFY true'],
    [env('GRAFANA_INSECURE', 'true'), 'verification-off GRAFANA_INSECURE true'],
    [env('OAUTHLIB_INSECURE_TRANSPORT', '1'), 'cleartext-allowed OAUTHLIB_INSECURE_TRANSPORT 1'],
    [entryOf('x --insecure https://a.example'), 'verification-off --insecure --insecure'],
    [entryOf('x -insecure-skip-verify'), 'verification-off --insecure-skip-verify -insecure-skip-verify'],
    [entryOf('x --no-verify-ssl'), 'verification-off --no-verify-ssl --no-verify-ssl'],
    [entryOf('x --tls-verify=false'), 'verification-off --tls-verify --tls-verify=false'],
    [entryOf('x --verify-ssl false'), 'verification-off --verify-ssl --verify-ssl'],
    [entryOf('x --ignore-https-errors'), 'verification-off --ignore-https-errors --ignore-https-errors'],
    [entryOf('x --acceptInsecureCerts'), 'verification-off --acceptInsecureCerts --acceptInsecureCerts'],
    [entryOf('x --no-check-certificate'), 'verification-off --no-check-certificate --no-check-certificate'],
    [
      entryOf('uvx --allow-insecure-host pypi.lan tool'),
      'verification-off --allow-insecure-host --allow-insecure-host',
    ],
    [
      entryOf('npx mcp-remote http://a.example/mcp --allow-http'),
      'cleartext-allowed --allow-http --allow-http',
    ],
    [entryOf('docker run -e JIRA_SSL_VERIFY=false image'), 'verification-off JIRA_SSL_VERIFY false'],
    [
      entryOf('sh -c NODE_TLS_REJECT_UNAUTHORIZED=0·npx·x'),
      'verification-off NODE_TLS_REJECT_UNAUTHORIZED 0',
    ],
    [entryOf('curl -sk https://a.example'), 'verification-off -k -sk'],
    [{ url: 'https://a.example', requestOptions: { verifySsl: false } }, 'verification-off verifySsl false'],
    [
      { url: 'https://a.example', tls: { rejectUnauthorized: false } },
      'verification-off rejectUnauthorized false',
    ],
  ])('%j', (entry, expected) => {
    expect(insecureOf(entry)).toEqual([expected]);
  });
});

describe('left on', () => {
  test.each([
    [env('NODE_TLS_REJECT_UNAUTHORIZED', '1')],
    [env('JIRA_SSL_VERIFY', 'true')],
    [env('JIRA_SSL_VERIFY', '${JIRA_SSL_VERIFY}')],
    [env('OTEL_EXPORTER_OTLP_INSECURE', 'true')],
    [env('SSL_CERT_FILE', '/x')],
    [env('SKIP_VERIFY', 'true')],
    [env('INSECURE', 'false')],
    [entryOf('x --insecure=false')],
    [entryOf('git commit --no-verify')],
    [entryOf('x -k')],
    [entryOf('npx mcp-remote http://localhost:1/mcp --allow-http')],
    [entryOf('npx mcp-remote https://a.example/mcp')],
  ])('%j', (entry) => {
    expect(insecureOf(entry)).toEqual([]);
  });
});
