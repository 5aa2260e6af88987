import { expect, test } from 'vitest';
import { fillExample } from '../support/examples.ts';
import { roundTrip } from './round-trip.ts';

const ADDED = { toml: '\n# more\n', yaml: '\n# more\n', json: '\n', script: '\n// more\n' };

/** Everything that a fix writes in a dialect: a program, arguments, variables, headers, lists of names. */
const FILES: readonly (readonly [dialect: keyof typeof ADDED, name: string, text: string])[] = [
  [
    'toml',
    '.codex/config.toml',
    `# mine
[mcp_servers.a] # one
command = 'npx'
args = [
  "-y", # yes
  "srv", "--api-key={{opaque:a}}",
]
env.GITHUB_TOKEN = "{{sample:github-pat-classic}}"

[mcp_servers.b]
url = "https://mcp.example.com/mcp"
http_headers.Authorization = 'Bearer {{opaque:b}}'
http_headers.X-Api-Key = """{{opaque:c}}"""
`,
  ],
  [
    'toml',
    '.codex/config.toml',
    `[mcp_servers.a]\ncommand = "npx"\n[mcp_servers.a.env]\nA_KEY = "{{opaque:a}}"\n[mcp_servers.b]\nurl = "https://mcp.example.com/mcp"\nhttp_headers.X-Api-Key = "{{opaque:c}}"\n`,
  ],
  [
    'yaml',
    '.config/goose/config.yaml',
    `# mine
extensions:
  a:
    cmd: npx
    args: [-y, 'srv']
    envs:
      API_KEY: >-
        {{opaque:a}}
      "OTHER_KEY": '{{opaque:b}}' # two
  b:
    uri: https://mcp.example.com/mcp
    type: streamable_http
    headers: {Authorization: "Bearer {{opaque:c}}"}
`,
  ],
  [
    'yaml',
    'docker-compose.yml',
    `services:\n  mcp-a:\n    image: mcp/a\n    environment:\n    - API_KEY={{opaque:a}}\n    - "MODE=on"\n`,
  ],
  [
    'yaml',
    '.continue/mcpServers/a.yaml',
    `mcpServers:\n- name: a\n  url: https://mcp.example.com/mcp\n  requestOptions:\n    headers:\n      X-Api-Key: {{opaque:a}}\n`,
  ],
  [
    'json',
    '.openclaw/openclaw.json',
    `{ // mine
  mcp: { servers: {
    a: { command: 'npx', args: ['-y', 'srv', ], env: { API_KEY: '{{opaque:a}}', }, },
    b: { url: "https://mcp.example.com/mcp", headers: { 'X-Api-Key': "{{opaque:b}}" } },
  } },
}
`,
  ],
  [
    'script',
    'src/mcp.ts',
    `const KEY = \`{{opaque:a}}\`; // mine
start({ mcpServers: { a: { command: 'npx', args: ['-y', 'srv'], env: { API_KEY: KEY, 'OTHER_KEY': "{{opaque:b}}" } } } });
`,
  ],
];

test.each(
  FILES.flatMap(([dialect, name, text]) => [
    [name, text, ADDED[dialect]] as const,
    [`${name} with line ends of Windows`, text.replaceAll('\n', '\r\n'), ''] as const,
  ]),
)('a fix of %s is undone to the byte', async (title, text, added) => {
  const { plan, problems } = await roundTrip(title.split(' ')[0]!, fillExample(text), added);
  expect(problems).toEqual([]);
  expect(plan.left.map(({ reason }) => reason)).toEqual([]);
  expect(plan.files).toHaveLength(1);
});
