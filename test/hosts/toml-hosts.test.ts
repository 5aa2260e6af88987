import { describe, expect, it } from 'vitest';
import { lintExample } from '../support/examples.ts';

const CODEX = `# Codex
model = "o3"
profile = "work"
notify = ["python3", "/home/a/notify.py"]

[projects."/home/a/work"]
trust_level = "trusted"

[profiles.work]
model = "o4"

[shell_environment_policy]
include_only = ["PATH", "GITHUB_TOKEN"]

[model_providers.mine]
base_url = "https://example.com/v1"
env_key = "MY_API_KEY"
experimental_bearer_token = "{{opaque}}" # secret
http_headers = { X-Api-Key = '{{opaque}}' } # secret
env_http_headers = { X-Other-Key = "OTHER_API_KEY" }

[mcp_servers.github]
command = "npx"
args = [
  "-y",
  "@example/server-github",
  "--token={{sample:github-pat-classic}}", # secret
]
env_vars = ["GITHUB_TOKEN", { name = "OTHER_TOKEN", source = "local" }]
startup_timeout_sec = 20

[mcp_servers.github.env]
GITHUB_PERSONAL_ACCESS_TOKEN = "{{sample:github-pat-classic}}" # secret
LOG_LEVEL = "debug"

[mcp_servers.remote]
url = "https://example.com/mcp"
bearer_token_env_var = "REMOTE_TOKEN"
http_headers = { X-Api-Key = "{{opaque}}" } # secret
env_http_headers = { Authorization = "REMOTE_AUTHORIZATION" }

[mcp_servers.remote.oauth]
client_id = "some-client"
client_secret = "{{opaque}}" # secret

[mcp_servers.pasted]
url = "https://example.com/mcp"
bearer_token_env_var = "{{sample:github-pat-classic}}" # secret

[mcp_servers."dotted name"]
command = "x"
env.API_KEY = '''{{opaque}}''' # secret
enabled = false
`;

const GROK = `[ui]
theme = "dark"

[mcp_servers.a]
command = "x"
args = ["--key", "\${API_KEY}"]
env = { API_KEY = "\${API_KEY}", OTHER_API_KEY = "{{opaque}}" } # secret

[mcp_servers.b]
url = "https://example.com/mcp"
headers = { Authorization = "Bearer $TOKEN", X-Session = "{{session_id}}" }
`;

const PLUGIN = `{
  "name": "mine",
  "mcpServers": {
    "a": {
      "command": "x", "cwd": ".",
      "env_vars": ["API_KEY"],
      "env": { "OTHER_API_KEY": "{{opaque}}" } // # secret
    }
  }
}
`;

describe('hosts that are configured in TOML, and plugins of one', () => {
  it.each([
    ['~/.codex/config.toml', '.codex/config.toml', CODEX, ['github', 'remote', 'pasted', 'dotted name']],
    ['.grok/config.toml', '.grok/config.toml', GROK, ['a', 'b']],
    ['.codex-plugin/plugin.json', '.codex-plugin/plugin.json', PLUGIN, ['a']],
  ])('%s: every credential, and nothing else', async (_, file, text, servers) => {
    const report = await lintExample({ file, text });
    expect(report.files.map(({ problem }) => problem)).toEqual([undefined]);
    expect(report.servers.map(({ name }) => name)).toEqual(servers);
    const found = report.findings
      .filter(({ severity, rule }) => severity !== 'info' && rule !== 'exposed-config')
      .map(({ region }) => region.startLine);
    const marked = text.split('\n').flatMap((line, index) => (/# secret$/.test(line) ? [index + 1] : []));
    expect([...new Set(found)].sort((a, b) => a - b)).toEqual(marked);
  });

  it('says that Codex expands nothing, and that Grok Build does', async () => {
    const text = '[mcp_servers.a]\nurl = "https://example.com/mcp"\n';
    const entry = 'headers = { X-Key = "${KEY}" }\nhttp_headers = { X-Key = "${KEY}" }\n';
    const rules = async (file: string) =>
      (await lintExample({ file, text: text + entry })).findings.map(({ rule }) => rule);
    expect(await rules('.codex/config.toml')).toContain('unexpanded-reference');
    expect(await rules('.grok/config.toml')).not.toContain('unexpanded-reference');
  });

  it('finds credentials in a broken file, and says where it is broken', async () => {
    const text =
      '[mcp_servers.a]\ncommand = npx\nargs = ["-y"\n\n[mcp_servers.b]\ncommand = "x"\nenv = { API_KEY = "{{opaque}}" }\n';
    const report = await lintExample({ file: '.codex/config.toml', text });
    expect(report.files.map(({ problem }) => problem)).toEqual([
      {
        code: 'syntax',
        message: 'a value is neither quoted nor a number, a date, true or false',
        line: 2,
        column: 11,
      },
    ]);
    expect(report.findings.map(({ region }) => region.startLine)).toContain(7);
  });

  it('names a key that is defined twice', async () => {
    const text = '[mcp_servers.a]\ncommand = "x"\n\n[mcp_servers.a]\ncommand = "y"\n';
    const report = await lintExample({ file: '.codex/config.toml', text });
    expect(report.files[0]!.problem).toMatchObject({ line: 4, column: 14 });
    expect(report.findings.map(({ rule }) => rule)).toContain('duplicate-key');
  });
});
