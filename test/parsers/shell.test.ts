import { describe, expect, it } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Value } from '../../src/core/value.ts';
import { parseShell, parseShellText } from '../../src/parsers/shell/parse-shell.ts';

/** The values of a tree, without places; of two members of one name the last. */
function plain(value: Value): unknown {
  if (value.kind === 'mapping')
    return Object.fromEntries(value.entries.map((entry) => [entry.key.reveal(), plain(entry.value)]));
  return value.kind === 'sequence' ? value.items.map(plain) : value.text.reveal();
}

const configs = (text: string, syntax?: 'powershell' | 'cmd') =>
  parseShellText(new LocatedText(text, 0), syntax).map(({ value }) => plain(value));

const servers = (...entries: readonly (readonly [string, unknown])[]) => ({
  mcpServers: Object.fromEntries(entries),
});

const NPX = { command: 'npx', args: ['-y', 'pkg'] };
const URL = 'https://mcp.example.com/mcp';

/** The trees of Claude Code, Codex, Gemini CLI, Qwen Code, Copilot CLI and opencode are what these commands wrote. */
const COMMANDS: readonly [string, ...object[]][] = [
  ['claude mcp add s -- npx -y pkg', servers(['s', NPX])],
  [
    'claude mcp add -s user s -e K1=v1 -e "K2=v 2" -- npx -y pkg --env K=x',
    servers(['s', { command: 'npx', args: ['-y', 'pkg', '--env', 'K=x'], env: { K1: 'v1', K2: 'v 2' } }]),
  ],
  [
    'claude mcp add -e K1=v1 K2=v2 s npx pkg',
    servers(['s', { command: 'npx', args: ['pkg'], env: { K1: 'v1', K2: 'v2' } }]),
  ],
  ['claude mcp add s npx pkg -e K=V', servers(['s', { command: 'npx', args: ['pkg'], env: { K: 'V' } }])],
  [
    'claude mcp add -eK=V s -- npx -- --x',
    servers(['s', { command: 'npx', args: ['--', '--x'], env: { K: 'V' } }]),
  ],
  ['claude mcp add s "npx -y pkg"', servers(['s', { command: 'npx -y pkg' }])],
  [
    `claude mcp add --scope=user --transport=http s ${URL} -H 'X-Key: a' --header "Authorization: Bearer b"`,
    servers(['s', { type: 'http', url: URL, headers: { 'X-Key': 'a', Authorization: 'Bearer b' } }]),
  ],
  [`claude mcp add -t sse s ${URL}?a=1&b=2 # it's`, servers(['s', { type: 'sse', url: `${URL}?a=1&b=2` }])],
  [
    `claude mcp add-json s '{"command":"npx","env":{"A":"b"}}'`,
    servers(['s', { command: 'npx', env: { A: 'b' } }]),
  ],
  [
    `claude -p hi --mcp-config '{"mcpServers":{"s":{"command":"x"}}}' other.json`,
    servers(['s', { command: 'x' }]),
  ],
  ['npx -y @anthropic-ai/claude-code@latest mcp add s -- npx -y pkg', servers(['s', NPX])],
  ['sudo FOO=1 /usr/local/bin/claude --debug mcp add s -- npx -y pkg', servers(['s', NPX])],
  ['codex mcp add s --env A=b -- npx -y pkg', servers(['s', { ...NPX, env: { A: 'b' } }])],
  ['codex mcp add s npx pkg --env A=b', servers(['s', { command: 'npx', args: ['pkg', '--env', 'A=b'] }])],
  [
    `codex mcp add s --url ${URL} --oauth-client-id i --oauth-client-secret c`,
    servers(['s', { url: URL, oauth: { client_secret: 'c' } }]),
  ],
  [
    `codex -c mcp_servers.s.env.K="v" -c 'mcp_servers.t={command="npx",args=["-y"]}' exec hi`,
    { mcp_servers: { t: { command: 'npx', args: ['-y'] } }, settings: { s: { env: { K: 'v' } } } },
  ],
  ['gemini mcp add -s user -e A=b g npx -y pkg', servers(['g', { ...NPX, env: { A: 'b' } }])],
  [
    `gemini mcp add g ${URL} -t http -H "Authorization: Bearer abc" -s user`,
    servers(['g', { url: URL, type: 'http', headers: { Authorization: 'Bearer abc' } }]),
  ],
  [
    `qwen mcp add q ${URL} -t http --oauth-client-id i --oauth-client-secret c`,
    servers(['q', { url: URL, type: 'http', oauth: { client_secret: 'c' } }]),
  ],
  ['copilot mcp add p --env A=b -- npx -y pkg', servers(['p', { ...NPX, env: { A: 'b' } }])],
  ['opencode mcp add o --env A=b -- npx -y pkg', servers(['o', { ...NPX, env: { A: 'b' } }])],
  [
    `opencode mcp add o --url ${URL} --header "Authorization=Bearer z"`,
    servers(['o', { url: URL, headers: { Authorization: 'Bearer z' } }]),
  ],
  ['droid mcp add d "npx -y pkg" --env K=V', servers(['d', { command: 'npx -y pkg', env: { K: 'V' } }])],
  ['kimi mcp add --transport stdio k -- npx -y pkg', servers(['k', { type: 'stdio', ...NPX }])],
  [`/mcp add --type http d ${URL}`, servers(['d', { type: 'http', url: URL }])],
  ['amp mcp add a --env K=V -- npx -y pkg', servers(['a', { ...NPX, env: { K: 'V' } }])],
  [`code --add-mcp '{"name":"n","command":"npx"}'`, { mcpServers: { name: 'n', command: 'npx' } }],
  [
    String.raw`code-insiders --add-mcp "{\"name\":\"n\",\"command\":\"npx\"}"`,
    { mcpServers: { name: 'n', command: 'npx' } },
  ],
  [
    String.raw`cursor --add-mcp '{\"name\":\"n\",\"command\":\"npx\"}'`,
    { mcpServers: { name: 'n', command: 'npx' } },
  ],
  [
    'auggie mcp add s --command npx --args "-y pkg" -e A=b',
    servers(['s', { command: 'npx', args: ['-y pkg'], env: { A: 'b' } }]),
  ],
  [
    'kiro-cli mcp add --name k --command uvx --args "a,b" --env "A=1,B=2,3"',
    servers(['k', { command: 'uvx', args: ['a', 'b'], env: { A: '1', B: '2,3' } }]),
  ],
  [
    `goose session --with-extension "K=v npx -y pkg" --with-streamable-http-extension "${URL}?key=1"`,
    servers(['goose', { ...NPX, env: { K: 'v' } }]),
    servers(['goose', { url: `${URL}?key=1` }]),
  ],
  [
    `npx add-mcp ${URL} -n s --header "Authorization: Bearer abc"`,
    servers(['s', { url: URL, headers: { Authorization: 'Bearer abc' } }]),
  ],
  [
    `npx -y @smithery/cli@latest install @a/b --client claude --key k --config '{"apiKey":"z"}'`,
    { settings: { '@smithery/cli': { key: 'k', config: { apiKey: 'z' } } } },
  ],
  [
    'fastmcp install claude-desktop server.py --env K=V --env-file .env --name N',
    servers(['N', { command: 'server.py', env: { K: 'V' }, envFile: '.env' }]),
  ],
  ['mcp install server.py -v K=V', servers(['mcp', { command: 'server.py', env: { K: 'V' } }])],
  [
    'mcpo --api-key x -- uvx mcp-server-time',
    servers(['mcpo', { command: 'mcpo', args: ['--api-key', 'x', '--', 'uvx', 'mcp-server-time'] }]),
  ],
  [
    `npx -y mcp-remote ${URL} --header "Authorization: Bearer z"`,
    servers([
      'mcp-remote',
      { command: 'npx', args: ['-y', 'mcp-remote', URL, '--header', 'Authorization: Bearer z'] },
    ]),
  ],
  [
    'TOKEN=t npx -y @example/search-mcp',
    servers([
      '@example/search-mcp',
      { env: { TOKEN: 't' }, command: 'npx', args: ['-y', '@example/search-mcp'] },
    ]),
  ],
  ['docker mcp secret set github.token=t', { settings: { docker: { env: { 'github.token': 't' } } } }],
  [
    'docker run -i -e A=b mcp/github',
    servers(['docker', { command: 'docker', args: ['run', '-i', '-e', 'A=b', 'mcp/github'] }]),
  ],
];

describe('commands that write an MCP config', () => {
  it.each(COMMANDS.map(([command, ...expected]) => ({ command, expected })))(
    '$command',
    ({ command, expected }) => {
      expect(configs(command)).toEqual(expected);
    },
  );

  it.each([
    'claude mcp list && claude mcp remove s',
    'docker build -t mcp-server --build-arg A=b .',
    'npm publish @example/search-mcp --otp 1',
    'npx mcp-lint fix --yes mcp.json',
    'npx -y @example/search-mcp --help',
    'echo "claude mcp add s -- npx -y pkg"',
    '# claude mcp add s -e A=b -- npx -y pkg',
    'git commit -m "mcp add"',
    'curl -fsSL https://example.com/install-mcp.sh | bash',
  ])('reads nothing in %s', (command) => {
    expect(configs(command)).toEqual([]);
  });
});

describe('the words of a shell', () => {
  const added = (text: string, syntax?: 'powershell' | 'cmd') => configs(text, syntax)[0];
  const K = (value: string) => servers(['s', { command: 'npx', env: { K: value } }]);

  it.each([
    [`-e K='a b'`, 'a b'],
    [String.raw`-e K="a \"b\" \n"`, String.raw`a "b" \n`],
    [String.raw`-e K=a\ b`, 'a b'],
    [`-e K=a'b'"c"`, 'abc'],
    [`-e K='it'\\''s'`, "it's"],
    [String.raw`-e K=$'a\tb'`, 'a\tb'],
    ['-e K=$TOKEN', '$TOKEN'],
    [`-e "K=\${TOKEN:-x}"`, `\${TOKEN:-x}`],
    ['-e K="$(gh auth token)"', '$(command)'],
    ['-e K=`pass show k`', '$(command)'],
    ['-e K="a$(echo $(echo ")"))b"', 'a$(command)b'],
    ['-e K=<your-key>', '<your-key>'],
    ['-e K=<your api key>', '<your api key>'],
    ['-e K=a#b', 'a#b'],
  ])('%s', (option, value) => {
    expect(added(`claude mcp add s ${option} -- npx`)).toEqual(K(value));
  });

  it.each([['\\\n'], ['`\n'], ['^\n'], ['\\\r\n']])('goes on behind %j', (end) => {
    expect(added(`claude mcp add s ${end}  -e K=v ${end} -- npx`)).toEqual(K('v'));
  });

  it('reads PowerShell and cmd as they do', () => {
    expect(added(`claude mcp add s -e 'K=it''s' -- npx`, 'powershell')).toEqual(K("it's"));
    expect(added('claude mcp add s -e "K=a`"b" -- npx', 'powershell')).toEqual(K('a"b'));
    expect(added(`$env:T = "v"\nclaude mcp add s -e "K=$env:T" -- npx`, 'powershell')).toEqual(K('v'));
    expect(added(String.raw`claude mcp add s -e K=C:\x\y -- npx`, 'powershell')).toEqual(
      K(String.raw`C:\x\y`),
    );
    expect(added('REM it"s\r\nclaude mcp add s -e "K=a\'b" -- npx', 'cmd')).toEqual(K("a'b"));
    expect(added(String.raw`claude mcp add s -e K=v -- C:\tools\npx.exe`)).toEqual(
      servers(['s', { command: String.raw`C:\tools\npx.exe`, env: { K: 'v' } }]),
    );
  });

  it('finds commands behind && and |, in lists and in blocks', () => {
    expect(
      configs(
        'cd x && claude mcp add a -- npx | tee log; (claude mcp add b -- npx)\nif true; then claude mcp add c -- npx; fi',
      ),
    ).toEqual(['a', 'b', 'c'].map((name) => servers([name, { command: 'npx' }])));
  });

  it('reads what a terminal showed, prompts and output', () => {
    const shown =
      "# Add it\n$ claude mcp add s \\\n> -e K=v -- npx\nIt's added\nPS C:\\work> claude mcp add t -- npx\n";
    expect(configs(shown)).toEqual([K('v'), servers(['t', { command: 'npx' }])]);
  });
});

describe('variables that the same text sets', () => {
  it.each([
    ['export T=v\nclaude mcp add s -e K=$T -- npx', { command: 'npx', env: { K: 'v' } }],
    ['T="v"; claude mcp add s -e "K=a${T}b" -- npx', { command: 'npx', env: { K: 'avb' } }],
    ["T=v\nclaude mcp add s -e 'K=$T' -- npx", { command: 'npx', env: { K: '$T' } }],
    ['T=$(pass k)\nclaude mcp add s -e K=$T -- npx', { command: 'npx', env: { K: '$(command)' } }],
    ['A=v\nT=$A\nclaude mcp add s -e K=$T -- npx', { command: 'npx', env: { K: 'v' } }],
    ['claude mcp add s -e K=$T -- npx\nT=v', { command: 'npx', env: { K: '$T' } }],
    [
      'export T=v U=w\nclaude mcp add s -- docker run -e T mcp/x',
      { command: 'docker', args: ['run', '-e', 'T', 'mcp/x'], env: { T: 'v' } },
    ],
  ])('%s', (text, entry) => {
    expect(configs(text)).toEqual([servers(['s', entry])]);
  });

  it('points at the value where it is set', () => {
    const text = 'export T=value\nclaude mcp add s -H "A: Bearer $T" -t http https://x.example/mcp';
    const entry = find(parseShellText(new LocatedText(text, 0))[0]!.value, [
      'mcpServers',
      's',
      'headers',
      'A',
    ]);
    const { start, end } = entry.text.slice('Bearer '.length).range;
    expect([text.slice(start, end), start]).toEqual(['value', 9]);
  });
});

describe('configs that a script writes', () => {
  const entry = servers(['s', { command: 'npx', env: { K: 'v' } }]);
  const json = JSON.stringify(entry);
  it.each([
    ['a here-document', `cat > .mcp.json <<EOF\n${json}\nEOF\n`],
    ['one of a quoted delimiter', `tee x <<'EOF' >/dev/null\n${json}\nEOF`],
    ['one in a substitution', `claude --mcp-config "$(cat <<'EOF'\n${json}\nEOF\n)"`],
    ['an argument of echo', `echo '${json}' > .mcp.json`],
    ['a here-string', `cat <<< '${json}' > .mcp.json`],
    ['a variable of the text', `T=v\ncat > x <<EOF\n${json.replace('"v"', '"$T"')}\nEOF`],
    ['jq', `jq '.mcpServers.s = {"command":"npx","env":{"K":"v"}}' x > y`],
    ['a here-string of PowerShell', `@'\n${json}\n'@ | Set-Content mcp.json`],
    ['YAML', 'cat <<-EOF\n\tmcpServers:\n\t  s:\n\t    command: npx\n\t    env:\n\t      K: v\n\tEOF\n'],
  ])('%s', (_, text) => {
    expect(configs(text)).toEqual([entry]);
  });

  it.each([
    [`jq '.mcpServers = ${JSON.stringify(entry.mcpServers)}' x`, entry],
    [`jq '.mcpServers["s"] |= ${JSON.stringify(entry.mcpServers['s'])}' x`, entry],
    [`jq '.mcpServers.s = {}' x`, undefined],
    ["jq '.mcpServers.s = load(x)' x", undefined],
    [`cat <<EOF\n[mcp_servers]\nEOF`, { mcp_servers: {} }],
    [`cat <<EOF\n{"mcpServers"\nEOF`, undefined],
    [
      'env -i A=b npx -y mcp-remote --header x',
      servers([
        'mcp-remote',
        { command: 'npx', args: ['-y', 'mcp-remote', '--header', 'x'], env: { A: 'b' } },
      ]),
    ],
  ])('%s', (text, expected) => {
    expect(configs(text)).toEqual(expected ? [expected] : []);
  });

  it('reads TOML', () => {
    expect(configs('cat >> ~/.codex/config.toml <<EOF\n[mcp_servers.s]\ncommand = "npx"\nEOF')).toEqual([
      { mcp_servers: { s: { command: 'npx' } } },
    ]);
  });
});

describe('files', () => {
  it('are a mapping with a part for each command', () => {
    const text = 'claude mcp add a -- npx\nclaude mcp add b -- npx\n';
    const { root, parts, fault } = parseShell(new LocatedText(text, 0), 'setup.sh');
    expect(fault).toBeUndefined();
    expect(parts!.map(({ form, path }) => [form, path])).toEqual([
      ['command', ['claude mcp add 1']],
      ['command', ['claude mcp add 2']],
    ]);
    expect(parts!.map(({ value, path }) => find(root!, path) === value)).toEqual([true, true]);
  });

  it.each([
    ['in double quotes', (list: string) => `"${list.replaceAll('"', '\\"')}"`],
    ['without quotes', (list: string) => list],
    ['on several lines', (list: string) => `'\n${list}\n'`],
  ])('of variables may hold a list %s', (_, write) => {
    const list = JSON.stringify([
      { url: URL, key: 'k' },
      { url: URL, info: { name: 'n' } },
    ]);
    const { parts } = parseShell(
      new LocatedText(`TOOL_SERVER_CONNECTIONS=${write(list)}\n`, 0),
      '.env.local',
    );
    expect(parts!.map(({ value }) => plain(value))).toEqual([
      servers(['#1', { url: URL, key: 'k' }], ['n', { url: URL, info: { name: 'n' } }]),
    ]);
  });

  it('of variables give nothing where the list is none', () => {
    const { parts } = parseShell(new LocatedText(`TOOL_SERVER_CONNECTIONS='{}'\nMCP=1\n`, 0), 'prod.env');
    expect(parts).toEqual([]);
  });

  it('of variables give the servers that one of them holds as JSON', () => {
    const text = `OPENAI_API_KEY=x\nTOOL_SERVER_CONNECTIONS='[{"type":"mcp","url":"${URL}","key":"k","info":{"id":"s"}}]'\n`;
    const { parts } = parseShell(new LocatedText(text, 0), 'app/.env');
    expect(parts!.map(({ value }) => plain(value))).toEqual([
      servers(['s', { type: 'mcp', url: URL, key: 'k', info: { id: 's' } }]),
    ]);
  });
});

function find(value: Value, path: readonly (string | number)[]): Extract<Value, { kind: 'scalar' }> {
  let at: Value = value;
  for (const step of path) {
    if (at.kind !== 'mapping') break;
    at = at.entries.find(({ key }) => key.reveal() === step)!.value;
  }
  return at as Extract<Value, { kind: 'scalar' }>;
}
