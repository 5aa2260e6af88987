import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { describe, expect, test } from 'vitest';
import type { Levels } from '../../src/core/settings.ts';
import { lint } from '../../src/run.ts';
import { fillExample } from '../support/examples.ts';

async function lintText(name: string, text: string, levels: Levels = {}) {
  const cwd = mkdtempSync(`${tmpdir()}/mcp-lint-markdown-`);
  try {
    return await lint([], { cwd, home: cwd, levels, input: { name, bytes: Buffer.from(fillExample(text)) } });
  } finally {
    rmSync(cwd, { recursive: true });
  }
}

const readme = (config: string, language = 'json') => `# MCP\n\n\`\`\`${language}\n${config}\n\`\`\`\n`;

describe('a credential in a text', () => {
  test.each([
    [
      'JSON',
      readme(
        '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "a"], "env": {"API_KEY": "{{opaque}}"}}}}',
      ),
    ],
    ['TOML', readme('[mcp_servers.a]\ncommand = "npx"\n[mcp_servers.a.env]\nAPI_KEY = "{{opaque}}"', 'toml')],
    ['YAML', readme('mcpServers:\n  a:\n    command: npx\n    env:\n      API_KEY: {{opaque}}', 'yaml')],
    ['a command', readme('claude mcp add a -e API_KEY={{opaque}} -- npx -y a', 'bash')],
    ['a fragment', readme('"env": { "API_KEY": "{{opaque}}" }')],
    [
      'code',
      readme(
        "const t = new StdioClientTransport({ command: 'npx', args: ['a'], env: { API_KEY: '{{opaque}}' } });",
        'ts',
      ),
    ],
  ])('is an error: %s', async (_, text) => {
    const { findings } = await lintText('README.md', text);
    expect(findings.map(({ rule, severity, host }) => ({ rule, severity, host }))).toEqual([
      { rule: 'inline-credential', severity: 'error', host: 'snippet' },
    ]);
    expect(findings[0]!.advice).toMatch(/^Revoke it, .*placeholder/);
    expect(findings[0]!.why).toMatch(/^Everyone who reads this text/);
  });

  test('is masked in what is shown of its line, in base64 as well', async () => {
    const config = fillExample('{"command":"npx","args":["a"],"env":{"API_KEY":"{{opaque}}"}}');
    const base64 = Buffer.from(config).toString('base64');
    const { findings } = await lintText(
      'README.md',
      `[Add](cursor://a/mcp/install?name=a&config=${base64})\n`,
    );
    expect(findings.map(({ rule, region }) => ({ rule, length: region.length }))).toEqual([
      { rule: 'inline-credential', length: base64.length },
    ]);
    expect(JSON.stringify(findings)).not.toContain(base64.slice(20, 40));
  });

  test('rules about servers in use say nothing of what a text shows', async () => {
    const { findings, servers } = await lintText(
      'README.md',
      readme(
        '{"mcpServers": {"a": {"command": "npx", "args": ["-y", "@modelcontextprotocol/server-github"], "env": {"GITHUB_PERSONAL_ACCESS_TOKEN": "<token>"}}, "b": {"type": "sse", "url": "http://example.com/sse", "headers": {"Authorization": "Bearer ${TOKEN}"}}}}',
      ),
    );
    expect(servers.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(findings).toEqual([]);
  });

  test('a package that is known to be malicious is told all the same', async () => {
    const { findings } = await lintText(
      'README.md',
      readme('{"mcpServers": {"m": {"command": "npx", "args": ["-y", "postmark-mcp"]}}}'),
    );
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([
      ['unpinned-server-with-secret', 'error'],
    ]);
  });
});

describe('teaches-pasting', () => {
  const on = { 'teaches-pasting': 'warning' } as const;
  const server = '{"command": "npx", "args": ["-y", "a"], "env": {"API_KEY": "<your-api-key>"}}';

  test('is off unless it is given a level, and takes that level', async () => {
    const text = readme(`{"mcpServers": {"a": ${server}}}`);
    expect((await lintText('README.md', text)).findings).toEqual([]);
    const { findings } = await lintText('README.md', text, on);
    expect(findings.map(({ rule, severity }) => [rule, severity])).toEqual([['teaches-pasting', 'warning']]);
  });

  test.each([
    [`{"servers": {"a": ${server}}}`, '"${input:id}"'],
    [`{"mcp": {"servers": {"a": ${server}}}}`, '"${input:id}"'],
    [`{"context_servers": {"a": ${server}}}`, 'mcp-lint fix'],
    [`{"mcp": {"a": ${server}}}`, '"{env:NAME}"'],
    [`{"mcpServers": {"a": ${server}}}`, '"${env:NAME}" for Cursor'],
  ])('names what is better for the host: %s', async (config, better) => {
    const { findings } = await lintText('README.md', readme(config), on);
    expect(findings).toHaveLength(1);
    expect(findings[0]!.advice).toContain(better);
  });
});

describe('agents', () => {
  test.each([
    [
      '.claude/agents/a.md',
      'claude-code-agent',
      'mcpServers:\n  - slack\n  - a:\n      command: npx\n      args: [a@1.0.0]\n      env:\n        API_KEY: ',
    ],
    [
      '.github/agents/a.agent.md',
      'copilot-custom-agent',
      'mcp-servers:\n  a:\n    type: local\n    command: npx\n    args: [a@1.0.0]\n    env:\n      API_KEY: ',
    ],
  ])('%s', async (name, host, front) => {
    const body = `\nUse it.\n\n${readme('{"mcpServers": {"b": {"command": "npx", "args": ["b"], "env": {"API_KEY": "<key>"}}}}')}`;
    const literal = await lintText(name, `---\nname: a\n${front}{{opaque}}\n---\n${body}`);
    expect(literal.servers.map((server) => [server.name, server.host])).toEqual([
      ['a', host],
      ['b', host],
    ]);
    const inline = literal.findings.filter(({ rule }) => rule === 'inline-credential');
    expect(inline.map((finding) => [finding.host, finding.server])).toEqual([[host, 'a']]);
    const reference = host === 'claude-code-agent' ? '"${API_KEY}"' : '"${{ secrets.COPILOT_MCP_KEY }}"';
    const { findings } = await lintText(name, `---\nname: a\n${front}${reference}\n---\n${body}`);
    expect(findings.map(({ rule }) => rule)).toEqual(['stdio-holds-secret']);
  });
});
