import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { fillExample } from '../support/examples.ts';
import { planTexts } from './plan-text.ts';
import { readToml } from './toml-edited.ts';
import { plainModel, plainToml } from './toml-plain.ts';
import { printToml, type TomlTable, tomlForms } from './toml-texts.ts';

const FILE = '.codex/config.toml';

async function fixed(text: string): Promise<string> {
  const { after } = await planTexts({ [FILE]: text });
  return after[FILE]!;
}

const BEFORE = `# Codex
model = "o3"

[mcp_servers.a]
command = 'npx' # runs
args = [
  "-y", # yes
  'srv'
]

[mcp_servers.a.env]
API_KEY = "{{opaque:a}}" # rotate
LOG = 'debug'

[mcp_servers.b]
command = "docker"
args = ["run", "-i", "-e", "API_KEY={{opaque:b}}", "img/x"]

[projects."/home/a"]
trust_level = "trusted"
`;

const AFTER = `# Codex
model = "o3"

[mcp_servers.a]
command = 'mcp-lint' # runs
args = [
  "exec",
  "--",
  "npx",
  "-y", # yes
  'srv'
]

[mcp_servers.a.env]
API_KEY = "keychain://mcp-lint/codex/a/API_KEY" # rotate
LOG = 'debug'

[mcp_servers.b]
command = "mcp-lint"
args = ["exec", "--", "docker", "run", "-i", "-e", "API_KEY", "img/x"]

[mcp_servers.b.env]
API_KEY = "keychain://mcp-lint/codex/b/API_KEY"

[projects."/home/a"]
trust_level = "trusted"
`;

test('credentials of Codex move, and the file stays as it was written', async () => {
  expect(await fixed(BEFORE)).toBe(AFTER);
});

/** A config before and behind a fix. */
function config(command: string, front: readonly string[], a: string, b: string): TomlTable {
  const server = (...table: TomlTable['table']): TomlTable => ({ table });
  return server(
    ['model', 'o3'],
    [
      'mcp_servers',
      server(
        [
          'a',
          server(
            ['args', [...front, '-y', 'srv']],
            ['command', command],
            ['env', server(['API_KEY', a], ['LOG', 'debug'])],
          ),
        ],
        ['b', server(['command', command], ['args', [...front, '-y', 'srv', b]])],
      ),
    ],
    ['projects', server(['/home/a', server(['trust_level', 'trusted'])])],
  );
}

test('in whatever form the file is written', async () => {
  const [a, b] = ['a', 'b'].map((name) => fillExample(`{{opaque:${name}}}`)) as [string, string];
  const before = config('npx', [], a, `--api-key=${b}`);
  const kept = ['a/API_KEY', 'b/api-key'].map((name) => `keychain://mcp-lint/codex/${name}`) as [
    string,
    string,
  ];
  const expected = plainModel(config('mcp-lint', ['exec', '--', 'npx'], ...kept));
  await fc.assert(
    fc.asyncProperty(tomlForms, async (form) => {
      const { root, fault } = readToml(await fixed(printToml(before, form)));
      expect(fault).toBeUndefined();
      expect(plainToml(root)).toEqual(expected);
    }),
    { numRuns: 40 },
  );
});
