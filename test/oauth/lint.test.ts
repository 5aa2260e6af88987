import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { reportPretty } from '../../src/reporters/pretty.ts';
import { type LintOptions, lint } from '../../src/run.ts';
import { fillExample } from '../support/examples.ts';

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Lints a folder with these files, or the paths in it. */
async function lintFiles(
  files: Readonly<Record<string, string>>,
  paths: readonly string[] = ['.'],
  options: LintOptions = {},
): Promise<Report> {
  const folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'mcp-lint-oauth-')));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text, { mode: 0o600 });
  }
  return lint(paths, { cwd: folder, home: folder, ...options });
}

const CLIENT =
  '{"client_id":"https://app.example.com/client-metadata.json","client_name":"E","redirect_uris":["https://app.example.com/cb"],"token_endpoint_auth_method":"none"}';
const RESOURCE =
  '{"resource":"https://mcp.example.com","authorization_servers":["https://auth.example.com"]}';
const SERVER =
  '{"issuer":"https://auth.example.com","token_endpoint":"https://auth.example.com/token","response_types_supported":["none"],"grant_types_supported":["client_credentials"]}';

describe('in a folder', () => {
  test('documents are found by place, name and content, each as a document of its own kind', async () => {
    const { files, findings, summary } = await lintFiles({
      'public/.well-known/oauth-protected-resource': RESOURCE,
      'public/.well-known/oauth-authorization-server': SERVER,
      'public/.well-known/openid-configuration.json': SERVER,
      'api/.well-known/oauth-protected-resource/mcp': RESOURCE.replace('.com"', '.com/mcp"'),
      'api/.well-known/oauth-protected-resource/mcp.json': RESOURCE.replace('.com"', '.com/mcp"'),
      'client-metadata.json': CLIENT,
      'src/anything.json': CLIENT,
      'src/resource.json': RESOURCE,
      'src/server.json': SERVER,
      'src/package.json': '{"name":"x","resource":1,"issuer":"y"}',
      'src/.well-known/oauth-protected-resource/route.ts': 'export {}',
      'src/.well-known/oauth-protected-resource/README': 'About "resource" and "authorization_servers"',
    });
    expect(findings).toEqual([]);
    expect(summary.problems).toBe(0);
    expect(
      Object.fromEntries(
        files.filter(({ host }) => host).map(({ path, host }) => [path.replaceAll('\\', '/'), host]),
      ),
    ).toEqual({
      'public/.well-known/oauth-protected-resource': 'oauth-protected-resource',
      'public/.well-known/oauth-authorization-server': 'oauth-authorization-server',
      'public/.well-known/openid-configuration.json': 'oauth-authorization-server',
      'api/.well-known/oauth-protected-resource/mcp': 'oauth-protected-resource',
      'api/.well-known/oauth-protected-resource/mcp.json': 'oauth-protected-resource',
      'client-metadata.json': 'oauth-client-metadata',
      'src/anything.json': 'oauth-client-metadata',
      'src/resource.json': 'oauth-protected-resource',
      'src/server.json': 'oauth-authorization-server',
    });
    expect(summary.servers).toBe(0);
  });

  test('a document that is cut off is a problem, not a row of missing members', async () => {
    const { files, findings } = await lintFiles({
      '.well-known/oauth-protected-resource': RESOURCE.slice(0, -20),
    });
    expect(findings).toEqual([]);
    expect(files[0]?.problem?.code).toBe('syntax');
  });
});

describe('a named file', () => {
  test('without defects is clean, and not "no MCP servers"', async () => {
    const report = await lintFiles({ 'client-metadata.json': CLIENT }, ['client-metadata.json']);
    const printed = reportPretty(report, { quiet: false, advice: true, named: ['client-metadata.json'] });
    expect(printed).toBe('No problems in 1 file, 0 servers.\n');
  });

  test('that holds servers is a config, whatever else is in it', async () => {
    const config = `{"mcpServers":{"a":{"command":"a"}},${CLIENT.slice(1)}`;
    const { files } = await lintFiles({ '.mcp.json': config }, ['.mcp.json']);
    expect(files[0]).toMatchObject({ host: 'claude-code-project', servers: 1 });
  });

  test('with secrets tells each once, and prints none of them', async () => {
    const secret = fillExample('{{opaque:s}}');
    const key = fillExample('{{opaque:k}}');
    const client = `${CLIENT.slice(0, -1)},\n"client_secret":"${secret}",\n"jwks":{"keys":[{"kty":"RSA","d":"${key}","p":"${key}"}]}}`;
    const report = await lintFiles({ 'client-metadata.json': client }, ['client-metadata.json']);
    expect(report.findings.map(({ rule, severity, path }) => [rule, severity, path])).toEqual([
      ['client-metadata-document', 'error', 'client_secret'],
      ['client-metadata-document', 'error', 'jwks.keys[0].d'],
    ]);
    expect(report.files[0]).toMatchObject({ host: 'oauth-client-metadata', servers: 0 });
    expect(JSON.stringify(report)).not.toContain(secret.slice(0, 8));
    expect(JSON.stringify(report)).not.toContain(key.slice(0, 8));
    expect(report.findings[0]!.frame[0]!.text).toContain('"client_secret":');
  });

  test('is held to the newer draft only while that rule is on', async () => {
    const root = { 'client.json': CLIENT.replace('client-metadata.json', '') };
    const on = await lintFiles(root, ['client.json']);
    const off = await lintFiles(root, ['client.json'], { levels: { 'client-metadata-draft-02': 'off' } });
    expect(on.findings.map(({ rule }) => rule)).toEqual(['client-metadata-draft-02']);
    expect(off.findings).toEqual([]);
  });
});
