import { describe, expect, test } from 'vitest';
import { reportPlan } from '../../src/fixers/plan-report.ts';
import { planText } from './plan-text.ts';

const STDIO = `# mine
[mcp_servers.github]
command = "npx"
args = ["-y", "@modelcontextprotocol/server-github@1.0.0"] # fixed
env_vars = ["LANG"]

[mcp_servers.github.env]
GITHUB_TOKEN = "{{sample:github-pat-classic}}" # token
MODE = 'on'
`;

const REMOTE = `[mcp_servers.remote]
url = "https://mcp.example.com/mcp"
http_headers = { Authorization = "Bearer {{opaque:a}}", "X-Api-Key" = "{{opaque:b}}", "X-Plain" = "y" }
enabled = true

[mcp_servers.two]
url = "https://mcp.example.com/mcp"

[mcp_servers.two.http_headers]
Authorization = "Bearer {{opaque:c}}"
`;

describe('Codex', () => {
  test('a variable goes to the keychain; what is around it stays', async () => {
    const { before, after } = await planText('.codex/config.toml', STDIO);
    expect(after).toBe(
      before
        .replace('command = "npx"', 'command = "mcp-lint"')
        .replace('["-y"', '["exec", "--", "npx", "-y"')
        .replace(/"ghp_\w+"/, '"keychain://mcp-lint/codex/github/GITHUB_TOKEN"'),
    );
  });

  test('what it prints of that has every other value masked', async () => {
    const { plan } = await planText('.codex/config.toml', STDIO);
    const lines = reportPlan(plan).files.flatMap(({ diff }) => diff.flatMap(({ after }) => after));
    expect(lines).toEqual([
      'command = "mcp-lint"',
      'args = ["exec", "--", "npx", "-y", "…"] … …',
      'GITHUB_TOKEN = "keychain://mcp-lint/codex/github/GITHUB_TOKEN" … …',
    ]);
  });

  test('headers become names of variables', async () => {
    const { after, kept, steps } = await planText('.codex/config.toml', REMOTE, { safety: 'all' });
    expect(after).toBe(`[mcp_servers.remote]
url = "https://mcp.example.com/mcp"
http_headers = { "X-Plain" = "y" }
bearer_token_env_var = "REMOTE_AUTHORIZATION"
enabled = true
env_http_headers = { X-Api-Key = "REMOTE_X_API_KEY" }

[mcp_servers.two]
url = "https://mcp.example.com/mcp"
bearer_token_env_var = "TWO_AUTHORIZATION"

`);
    expect(kept.map((item) => item.split(' ').slice(0, 2))).toEqual([
      ['env', 'codex/remote/Authorization'],
      ['env', 'codex/remote/X-Api-Key'],
      ['env', 'codex/two/Authorization'],
    ]);
    expect(steps[0]).toBe(
      'Set REMOTE_AUTHORIZATION (Authorization of "remote") in the environment that Codex is started in, to what "mcp-lint secret copy keychain://mcp-lint/codex/remote/Authorization" puts into the clipboard.',
    );
  });

  test('without steps that are asked for, headers stay', async () => {
    const { left } = await planText('.codex/config.toml', REMOTE);
    expect(left[0]).toMatch(/; --fix=all takes a variable of the environment for it$/);
  });

  test.each([
    ['a list that is there', 'env_vars = ["LANG"]\n', 'env_vars = ["LANG", "API_KEY"]\n'],
    ['a list of its own', '', 'env_vars = ["API_KEY"]\n'],
  ])('a variable that is to be handed on joins %s', async (_, before, after) => {
    const entry = '[mcp_servers.a]\ncommand = "npx"\n';
    const planned = await planText(
      '.codex/config.toml',
      `${entry}${before}env = { API_KEY = "{{opaque}}" }\n`,
      { to: 'env' },
    );
    expect(planned.after).toBe(`${entry}${after}`);
  });

  test('not when it means something else on this machine', async () => {
    const { left } = await planText(
      '.codex/config.toml',
      '[mcp_servers.a]\ncommand = "npx"\nenv = { API_KEY = "{{opaque}}" }\n',
      { to: 'env', machine: { variables: { API_KEY: 'other' } } },
    );
    expect(left).toEqual(['the variable API_KEY of this machine is another']);
  });

  test('a launcher sets variables in "env", not in the list of names', async () => {
    const { after } = await planText(
      '.codex/config.toml',
      '[mcp_servers.a]\ncommand = "npx"\nargs = ["mcp-remote", "https://mcp.example.com/mcp", "--header", "Authorization: Bearer {{opaque}}"]\nenv_vars = ["LANG"]\n',
    );
    expect(after).toContain('env_vars = ["LANG"]\n');
    expect(after).toMatch(/^env = \{ \w+ = "keychain:\/\/mcp-lint\/codex\/a\/\w+" \}$/m);
  });
});

describe('Goose', () => {
  const config = (remote: string) => `extensions:
  github:
    cmd: npx
    args: [-y, srv]
    envs:
      GITHUB_TOKEN: {{sample:github-pat-classic}}  # here
      MODE: 'on'
  remote:
    type: streamable_http
    uri: https://mcp.example.com/mcp
    headers:
      Authorization: Bearer {{opaque:a}}
${remote}`;

  test.each([
    ['', '    env_keys: [REMOTE_AUTHORIZATION]\n'],
    ['    env_keys: []\n', '    env_keys: [REMOTE_AUTHORIZATION]\n'],
    ['    env_keys:\n      - OTHER\n', '    env_keys:\n      - OTHER\n      - REMOTE_AUTHORIZATION\n'],
  ])('variables go to the keychain, headers name a variable that is listed (%j)', async (before, after) => {
    const planned = await planText('.config/goose/config.yaml', config(before), { safety: 'all' });
    expect(planned.after).toBe(
      planned.before
        .replace('cmd: npx', 'cmd: mcp-lint')
        .replace('[-y, srv]', '[exec, --, npx, -y, srv]')
        .replace(/ghp_\w+/, 'keychain://mcp-lint/goose/github/GITHUB_TOKEN')
        .replace(/Bearer \w+/, 'Bearer ${REMOTE_AUTHORIZATION}')
        .replace(before === '' ? /$/ : before, after),
    );
  });
});

describe('what stands for a variable in', () => {
  test.each([
    [
      'Continue',
      '.continue/mcpServers/a.yaml',
      'mcpServers:\n  - name: r\n    url: https://mcp.example.com/mcp\n    requestOptions:\n      headers:\n        Authorization: Bearer {{opaque}} # mine\n',
      'Bearer ${{ secrets.R_AUTHORIZATION }} # mine',
    ],
    [
      'LibreChat',
      'librechat.yaml',
      'mcpServers:\n  r:\n    type: streamable-http\n    url: https://mcp.example.com/mcp\n    headers: { Authorization: "Bearer {{opaque}}" } # mine\n',
      'Bearer ${R_AUTHORIZATION}" } # mine',
    ],
    [
      'Docker Compose',
      'docker-compose.yml',
      'services:\n  mcp-r:\n    image: mcp/r\n    environment:\n      API_KEY: "{{opaque}}" # mine\n',
      '"${API_KEY}" # mine',
    ],
    [
      'a list of Docker Compose',
      'compose.yaml',
      'services:\n  mcp-r:\n    image: mcp/r\n    environment:\n      - API_KEY={{opaque}}\n      - MODE=on\n',
      'API_KEY=${API_KEY}\n      - MODE=on',
    ],
    [
      'opencode',
      'opencode.json',
      '{ "mcp": { "r": { "type": "remote", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque}}" } /* mine */ } } }',
      'Bearer {env:R_AUTHORIZATION}" } /* mine */',
    ],
  ])('%s', async (_, file, text, expected) => {
    const { before, after, left } = await planText(file, text, { safety: 'all' });
    expect(left).toEqual([]);
    const at = after.indexOf(expected);
    expect(at, after).toBeGreaterThan(0);
    // All else is as it was.
    expect(before.startsWith(after.slice(0, at))).toBe(true);
    expect(before.endsWith(after.slice(at + expected.length))).toBe(true);
  });
});

describe('code', () => {
  const text = `import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
const KEY = '{{opaque:a}}';
const one = new StdioClientTransport({ command: 'npx', args: ['-y', 'srv'], env: { API_KEY: KEY, OTHER_KEY: "{{opaque:b}}" } });
const two = new StdioClientTransport({ command: 'npx', args: ['-y', 'two'], env: { API_KEY: KEY } });
`;

  test('values become variables of the program; one that is shared is one', async () => {
    const { before, after, steps, kept } = await planText('src/a.ts', text, { safety: 'all' });
    expect(after).toBe(
      before
        .replace(/KEY = '\w+'/, "KEY = process.env.API_KEY ?? ''")
        .replace(/OTHER_KEY: "\w+"/, "OTHER_KEY: process.env.OTHER_KEY ?? ''"),
    );
    expect(steps).toEqual([
      'Set API_KEY in the environment that this program is started in, to what "mcp-lint secret copy keychain://mcp-lint/script/a.ts/API_KEY" puts into the clipboard.',
      'Set OTHER_KEY in the environment that this program is started in, to what "mcp-lint secret copy keychain://mcp-lint/script/a.ts/OTHER_KEY" puts into the clipboard.',
    ]);
    expect(new Set(kept).size).toBe(2);
  });

  test('nothing else is written there', async () => {
    const { left } = await planText('src/a.ts', text);
    expect(left[0]).toBe(
      'it is in code, which takes it from a variable of its environment; --fix=all takes a variable of the environment for it',
    );
    const wanted = await planText('src/a.ts', text, { to: 'keychain' });
    expect(wanted.left[0]).toBe('it is in code, which takes it from a variable of its environment');
  });
});

describe('what is only read is left', () => {
  const ENTRY =
    '{ "mcpServers": { "a": { "command": "npx", "args": ["-y", "srv"], "env": { "API_KEY": "{{opaque}}" } } } }';
  const WORKFLOW = '.github/workflows/agent.yml';
  const workflow = (step: string) => `on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    steps:\n${step}`;

  test.each([
    ['README.md', `\`\`\`json\n${ENTRY}\n\`\`\`\n`, /^it is in a text for readers: revoke it, /],
    ['README.md', '```sh\nclaude mcp add a -e API_KEY={{opaque}} -- npx -y srv\n```\n', /^it is in a /],
    ['setup.sh', 'claude mcp add a -e API_KEY={{opaque}} -- npx -y srv\n', /^it is in a command line: /],
    [
      '.claude/agents/a.md',
      '---\nname: a\nmcpServers:\n  - gh:\n      command: npx\n      args: [-y, srv]\n      env: { API_KEY: {{opaque}} }\n---\ntext\n',
      /^Markdown is not rewritten: write "\$\{NAME\}" here and [^.]*$/,
    ],
    [
      WORKFLOW,
      workflow(
        `      - uses: anthropics/claude-code-action@v1\n        with:\n          mcp_config: |\n            ${ENTRY}\n`,
      ),
      /^it is in a workflow, [^.]* write "\$\{\{ secrets\.NAME \}\}" in its place$/,
    ],
    [
      WORKFLOW,
      workflow('      - run: claude mcp add a -e API_KEY={{opaque}} -- npx -y srv\n'),
      /^it is in a workflow, [^.]* "env" with NAME: "\$\{\{ secrets\.NAME \}\}", and write "\$NAME" in the command$/,
    ],
  ])('%s', async (file, text, reason) => {
    const { left, plan } = await planText(file, text, { safety: 'all' });
    expect(left).toEqual([expect.stringMatching(reason)]);
    expect(plan.files).toEqual([]);
  });
});

describe('what cannot be written', () => {
  test('of an entry leaves the others fixed', async () => {
    // What an alias stands for is in several places.
    const { left, after } = await planText(
      '.config/goose/config.yaml',
      `extensions:
  a:
    cmd: npx
    args: [-y, srv]
    envs: &envs
      API_KEY: {{opaque:a}}
  b:
    cmd: npx
    args: [-y, srv]
    envs: *envs
  c:
    cmd: npx
    args: [-y, srv]
    envs:
      API_KEY: {{opaque:b}}
`,
    );
    expect(after).toContain('API_KEY: keychain://mcp-lint/goose/c/API_KEY');
    expect(left).toEqual(Array(2).fill('it is written in a form that cannot be changed'));
  });
});
