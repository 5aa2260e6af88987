import { describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import { lint } from '../../src/run.ts';
import { folderOf } from '../support/cli.ts';
import { prng, sample } from '../support/samples.ts';

const TOKEN = sample('grafana-service-account', prng(7));
const IGNORE = 'mcp-lint-ignore inline-credential -- the key of the demo account';

/** What is said of a file about inline credentials and about ignores: `rule:line`. */
async function said(file: string, text: string, options = {}): Promise<string[]> {
  const report = await lint([file], { cwd: folderOf({ [file]: text }, 0o600), ...options });
  expect(report.summary.problems).toBe(0);
  return namesOf(report);
}

const ABOUT = ['inline-credential', 'unused-ignore', 'ignore-without-reason'];

const namesOf = ({ findings }: Report) =>
  findings
    .filter(({ rule }) => ABOUT.includes(rule))
    .map(({ rule, region }) => `${rule}:${region.startLine}`);

interface Dialect {
  readonly file: string;
  /** A comment in this dialect. */
  readonly comment: (text: string) => string;
  /** A config with a credential, a comment on the line before it and one at the end of its line. */
  readonly text: (above: string, behind: string, value?: string) => string;
}

const slashes = (text: string) => `// ${text}`;
const block = (text: string) => `/* ${text} */`;
const hash = (text: string) => `# ${text}`;

const entry = (above: string, behind: string, value: string) =>
  `{\n  "servers": {\n    "a": {\n      "url": "https://mcp.example.com/mcp",\n      "headers": {\n        ${above}\n        "Authorization": "Bearer ${value}" ${behind}\n      }\n    }\n  }\n}\n`;

const DIALECTS: readonly (readonly [string, Dialect])[] = [
  ['JSONC', { file: '.vscode/mcp.json', comment: slashes, text: (a, b, v = TOKEN) => entry(a, b, v) }],
  [
    'JSONC in blocks',
    { file: '.vscode/mcp.json', comment: block, text: (a, b, v = TOKEN) => entry(a, b, v) },
  ],
  [
    'JSONC with line ends of Windows',
    {
      file: '.vscode/mcp.json',
      comment: slashes,
      text: (a, b, v = TOKEN) => entry(a, b, v).replaceAll('\n', '\r\n'),
    },
  ],
  [
    'JSON5',
    {
      file: 'mcp.json5',
      comment: slashes,
      text: (a, b, v = TOKEN) =>
        `{\n  mcpServers: {\n    a: {\n      url: 'https://mcp.example.com/mcp',\n      headers: {\n        ${a}\n        Authorization: 'Bearer ${v}', ${b}\n      },\n    },\n  },\n}\n`,
    },
  ],
  [
    'TOML',
    {
      file: '.codex/config.toml',
      comment: hash,
      text: (a, b, v = TOKEN) =>
        `[mcp_servers.a]\nurl = "https://mcp.example.com/mcp"\n\n[mcp_servers.a.http_headers]\n  ${a}\nAuthorization = "Bearer ${v}" ${b}\n`,
    },
  ],
  [
    'YAML',
    {
      file: '.goose/config.yaml',
      comment: hash,
      text: (a, b, v = TOKEN) =>
        `mcpServers:\n  a:\n    url: https://mcp.example.com/mcp\n    headers:\n      ${a}\n      Authorization: "Bearer ${v}" ${b}\n`,
    },
  ],
  [
    'TypeScript',
    {
      file: 'agent.ts',
      comment: slashes,
      text: (a, b, v = TOKEN) =>
        `import { Agent } from 'x';\n\nexport const config = {\n  mcpServers: {\n    a: {\n      url: 'https://mcp.example.com/mcp',\n      headers: {\n        ${a}\n        Authorization: 'Bearer ${v}', ${b}\n      },\n    },\n  },\n};\n`,
    },
  ],
  [
    'shell',
    {
      file: 'setup.sh',
      comment: hash,
      text: (a, b, v = TOKEN) =>
        `#!/bin/sh\n${a}\nclaude mcp add --transport http a https://mcp.example.com/mcp --header "Authorization: Bearer ${v}" ${b}\n`,
    },
  ],
];

describe.each(DIALECTS)('%s', (_name, { file, comment, text }) => {
  const line = text('@', '').slice(0, text('@', '').indexOf('@')).split('\n').length;

  test('without a comment the credential is told', async () => {
    expect(await said(file, text('', ''))).toEqual([`inline-credential:${line + 1}`]);
  });

  test('a comment on the line before', async () => {
    expect(await said(file, text(comment(IGNORE), ''))).toEqual([]);
  });

  test('a comment at the end of the line', async () => {
    expect(await said(file, text('', comment(IGNORE)))).toEqual([]);
  });

  test('several rules, and an ordinary comment between', async () => {
    const rules = comment('mcp-lint-ignore stdio-holds-secret, inline-credential -- why');
    const found = await said(file, text(`${rules}\n${comment('just words')}`, ''));
    expect(found).toEqual([`unused-ignore:${line}`]);
  });

  test('no reason', async () => {
    const found = await said(file, text(comment('mcp-lint-ignore inline-credential'), ''));
    expect(found).toEqual([`ignore-without-reason:${line}`, `inline-credential:${line + 1}`]);
    const dashes = await said(file, text(comment('mcp-lint-ignore inline-credential -- ...'), ''));
    expect(dashes).toEqual(found);
  });

  test('another rule, and one that does not exist', async () => {
    const found = await said(file, text(comment('mcp-lint-ignore expired-token -- why'), ''));
    expect(found).toEqual([`unused-ignore:${line}`, `inline-credential:${line + 1}`]);
    const unknown = await said(file, text(comment('mcp-lint-ignore inline-credentials -- why'), ''));
    expect(unknown).toEqual(found);
  });

  test('nothing is there to ignore', async () => {
    const found = await said(file, text(comment(IGNORE), '', '${TOKEN}'));
    expect(found).toEqual([`unused-ignore:${line}`]);
  });

  test('a value is no comment', async () => {
    for (const sign of ['#', '//', '/*', '<!--', ' # ', ' // ']) {
      const value = `${TOKEN}${sign} ${IGNORE}`;
      expect(await said(file, text('', '', value))).toEqual([`inline-credential:${line + 1}`]);
    }
  });
});

const json = (lines: readonly string[]) => `${lines.join('\n')}\n`;

describe('reach', () => {
  const server = (above: string) =>
    json([
      '{',
      '  "servers": {',
      `    ${above}`,
      '    "a": {',
      '      "url": "https://mcp.example.com/mcp",',
      `      "headers": { "Authorization": "Bearer ${TOKEN}" }`,
      '    }',
      '  }',
      '}',
    ]);

  test('a comment above an entry is about its first line only', async () => {
    expect(await said('.vscode/mcp.json', server(`// ${IGNORE}`))).toEqual([
      'unused-ignore:3',
      'inline-credential:6',
    ]);
  });

  test('a whole file', async () => {
    const file = `// ${IGNORE.replace('ignore', 'ignore-file')}`;
    expect(await said('.vscode/mcp.json', `// words\n\n${file}\n${server('')}`)).toEqual([]);
    expect(await said('.vscode/mcp.json', server(file))).toEqual(['unused-ignore:3', 'inline-credential:6']);
    expect(await said('.vscode/mcp.json', `${file}\n${server('').replace(TOKEN, '${TOKEN}')}`)).toEqual([
      'unused-ignore:1',
    ]);
  });

  test('one line with several findings', async () => {
    const text = server('').replace(
      '"headers"',
      `/* ${IGNORE} */ "env": { "A_TOKEN": "${TOKEN}" }, "headers"`,
    );
    expect(await said('.vscode/mcp.json', text)).toEqual([]);
  });

  test('words that only begin like ours, and comments without a rule', async () => {
    const found = await said(
      '.vscode/mcp.json',
      server('// mcp-lint-ignore-next-line inline-credential -- why'),
    );
    expect(found).toEqual(['unused-ignore:3', 'inline-credential:6']);
    expect(await said('.vscode/mcp.json', server('// mcp-lint-ignore'))).toEqual(found);
    expect(await said('.vscode/mcp.json', server('// mcp-lint-ignore -- why'))).toEqual(found);
  });

  test('a colon behind the word is none of the rules', async () => {
    const found = await said('.vscode/mcp.json', server(`// ${IGNORE.replace('ignore ', 'ignore: ')}`));
    expect(found).toEqual(await said('.vscode/mcp.json', server(`// ${IGNORE}`)));
    expect(found).toEqual(['unused-ignore:3', 'inline-credential:6']);
  });

  test('a comment that only mentions ours is an ordinary one', async () => {
    expect(await said('.vscode/mcp.json', server(`// say ${IGNORE} to have it left out`))).toEqual([
      'inline-credential:6',
    ]);
  });

  test('other files are not concerned', async () => {
    const cwd = folderOf({ '.vscode/mcp.json': `// ${IGNORE}\n{}\n`, '.mcp.json': server('') }, 0o600);
    const report = await lint(['.'], { cwd });
    expect(namesOf(report)).toContain('inline-credential:6');
  });

  test('a rule that is off in this run is not called unused', async () => {
    const text = server(`// ${IGNORE}`);
    expect(await said('.vscode/mcp.json', text, { levels: { 'inline-credential': 'off' } })).toEqual([]);
    expect(await said('.vscode/mcp.json', text, { levels: { 'unused-ignore': 'off' } })).toEqual([
      'inline-credential:6',
    ]);
  });

  test('a rule about all files is not called unused when not all were looked at', async () => {
    const text = server('// mcp-lint-ignore shared-bearer-key -- one key for both by design');
    expect(await said('.vscode/mcp.json', text)).toEqual(['inline-credential:6']);
    const whole = await lint(['.'], { cwd: folderOf({ '.vscode/mcp.json': text }, 0o600) });
    expect(namesOf(whole)).toEqual(['unused-ignore:3', 'inline-credential:6']);
  });

  test('nothing is ignored in a file that could not be read in full', async () => {
    const text = server('').replace(`${TOKEN}" }`, `${TOKEN}" // ${IGNORE}\n`);
    const report = await lint(['.vscode/mcp.json'], { cwd: folderOf({ '.vscode/mcp.json': text }, 0o600) });
    expect(report.summary.problems).toBe(1);
    expect(namesOf(report)).toEqual(['inline-credential:6']);
  });

  test('a suggestion for a mistyped rule, and nothing that was written is quoted', async () => {
    const secret = 'Tr0ub4dor';
    const text = server(`// mcp-lint-ignore inline-credentials ${secret} -- ${secret}`);
    const report = await lint(['.vscode/mcp.json'], { cwd: folderOf({ '.vscode/mcp.json': text }, 0o600) });
    const about = report.findings.filter(({ rule }) => rule === 'unused-ignore');
    expect(about.map(({ advice }) => advice)[0]).toContain('Did you mean "inline-credential"?');
    expect(about).toHaveLength(2);
    expect(JSON.stringify(report)).not.toContain(secret);
  });
});

describe('values are never comments', () => {
  test('names of servers, keys of TOML and YAML', async () => {
    const toml = json([
      `[mcp_servers."x # ${IGNORE}"]`,
      'url = "https://mcp.example.com/mcp"',
      `http_headers."x # ${IGNORE}" = "a"`,
      `http_headers."x # ${IGNORE}".Authorization = "Bearer ${TOKEN}"`,
    ]);
    const report = await lint(['config.toml'], { cwd: folderOf({ 'config.toml': toml }, 0o600) });
    expect(report.triage).toBeUndefined();
    const yaml = json([
      'mcpServers:',
      '  ? ["a", "b # mcp-lint-ignore inline-credential -- x"]',
      `  : { url: "https://mcp.example.com/mcp", headers: { Authorization: "Bearer ${TOKEN}" } }`,
      `  "c # ${IGNORE}": { url: "https://mcp.example.com/mcp", headers: { Authorization: "Bearer ${TOKEN}" } }`,
    ]);
    expect((await said('config.yaml', yaml)).at(-1)).toBe('inline-credential:4');
  });

  test('strings over several lines', async () => {
    const toml = json([
      '[mcp_servers.a]',
      'url = "https://mcp.example.com/mcp"',
      'description = """',
      `# ${IGNORE}`,
      `"""`,
      `http_headers = { Authorization = "Bearer ${TOKEN}" }`,
    ]);
    expect(await said('.codex/config.toml', toml)).toEqual(['inline-credential:6']);
    const yaml = json([
      'mcpServers:',
      '  a:',
      '    url: https://mcp.example.com/mcp',
      '    description: |',
      '      words',
      `      # ${IGNORE}`,
      `    headers: { Authorization: "Bearer ${TOKEN}" }`,
    ]);
    expect(await said('.goose/config.yaml', yaml)).toEqual(['inline-credential:7']);
    const script = json([
      'export const text = `',
      `// ${IGNORE}`,
      '`; export const config = { mcpServers: { a: { url: "https://mcp.example.com/mcp", headers: {',
      `  "x": /["'\`] \\/\\/ ${IGNORE}/, Authorization: "Bearer ${TOKEN}" } } } };`,
    ]);
    expect(await said('agent.ts', script)).toEqual(['inline-credential:4']);
    const jsx = json([
      'const config = { mcpServers: { a: { url: "https://mcp.example.com/mcp", headers: {',
      `  Authorization: "Bearer ${TOKEN}", y: <p>// ${IGNORE}</p> } } } };`,
    ]);
    expect(await said('agent.tsx', jsx)).toEqual(['inline-credential:2']);
  });

  test('here-documents and quoted words of shell scripts', async () => {
    const shell = json([
      '#!/bin/sh',
      `echo "`,
      `# ${IGNORE}`,
      `" && claude mcp add --transport http a https://mcp.example.com/mcp --header "Authorization: Bearer ${TOKEN}"`,
    ]);
    expect(await said('setup.sh', shell)).toEqual(['inline-credential:4']);
  });

  test('files of variables', async () => {
    const connections = JSON.stringify([
      { url: 'https://mcp.example.com/mcp', type: 'mcp', auth_type: 'bearer', key: TOKEN, info: { id: 'a' } },
    ]);
    const env = (above: string) => `${above}\nTOOL_SERVER_CONNECTIONS='${connections}'\n`;
    const plain = await said('.env', env(''));
    expect(plain).toEqual(['inline-credential:2']);
    expect(await said('.env', env(`# ${IGNORE}`))).toEqual([]);
    expect(await said('.env', env(`A="\n# ${IGNORE}"`))).toEqual(['inline-credential:3']);
  });
});

describe('embedded configs', () => {
  const config = (above: string) => [
    '{ "mcpServers": { "a": {',
    '  "url": "https://mcp.example.com/mcp",',
    `  ${above}`,
    `  "headers": { "Authorization": "Bearer ${TOKEN}" } } } }`,
  ];

  test('a here-document', async () => {
    const shell = (above: string) => json(["cat > .mcp.json <<'EOF'", ...config(above), 'EOF']);
    expect(await said('setup.sh', shell(''))).toEqual(['inline-credential:5']);
    expect(await said('setup.sh', shell(`// ${IGNORE}`))).toEqual([]);
    // The shell takes one of the backslashes, and what follows is still in the string.
    const hostile = json(['cat > .mcp.json <<EOF', ...config(`"x": "\\\\" // ${IGNORE}",`), 'EOF']);
    expect(await said('setup.sh', hostile)).toEqual(['inline-credential:5']);
  });

  test('a block of YAML', async () => {
    const yaml = (above: string) =>
      json([
        'apiVersion: v1',
        'kind: ConfigMap',
        'metadata: { name: a }',
        'data:',
        '  mcp.json: |',
        ...config(above).map((line) => `    ${line}`),
      ]);
    expect(await said('map.yaml', yaml(''))).toEqual(['inline-credential:9']);
    expect(await said('map.yaml', yaml(`// ${IGNORE}`))).toEqual([]);
    expect(await said('map.yaml', yaml(`"x": "// ${IGNORE}",`))).toEqual(['inline-credential:9']);
  });

  test('commands of a workflow', async () => {
    const workflow = (above: string) =>
      json([
        'on: push',
        'jobs:',
        '  a:',
        '    runs-on: x',
        '    steps:',
        '      - run: |',
        `          ${above}`,
        `          claude mcp add --transport http a https://mcp.example.com/mcp --header "Authorization: Bearer ${TOKEN}"`,
      ]);
    expect(await said('.github/workflows/a.yml', workflow(''))).toEqual(['inline-credential:8']);
    expect(await said('.github/workflows/a.yml', workflow(`# ${IGNORE}`))).toEqual([]);
  });

  const markdown = (above: string, within: string, language = 'jsonc') =>
    json(['# Set-up', '', above, `\`\`\`${language}`, ...config(within), '```', '']);
  const teaches = async (text: string, file = 'README.md') => {
    const report = await lint([file], { cwd: folderOf({ [file]: text }, 0o600) });
    return report.findings.map(({ rule, region }) => `${rule}:${region.startLine}`);
  };
  const DEMO = '-- a key that was never valid';

  test('a block of Markdown, by a comment in it or in front of it', async () => {
    const plain = await teaches(markdown('', ''));
    expect(plain.length).toBeGreaterThan(0);
    const rules = [...new Set(plain.map((one) => one.split(':')[0]))].join(', ');
    expect(await teaches(markdown('', `// mcp-lint-ignore ${rules} ${DEMO}`))).toEqual([]);
    expect(await teaches(markdown(`<!-- mcp-lint-ignore ${rules} ${DEMO} -->`, ''))).toEqual([]);
    expect(await teaches(markdown(`{/* mcp-lint-ignore ${rules} ${DEMO} */}`, ''), 'a.mdx')).toEqual([]);
    expect(await teaches(`<!-- mcp-lint-ignore-file ${rules} ${DEMO} -->\n${markdown('', '')}`)).toEqual([]);
    expect(await teaches(markdown('', `"x": "<!-- mcp-lint-ignore ${rules} ${DEMO} -->",`))).toEqual(plain);
    expect(await teaches(markdown(`<!-- mcp-lint-ignore ${rules} -->`, ''))).toEqual([
      'ignore-without-reason:3',
      ...plain,
    ]);
  });

  test('what a text shows about ignores is not held against it', async () => {
    expect(
      await teaches(markdown('', '// mcp-lint-ignore inline-credential').replace(TOKEN, '${T}')),
    ).toEqual([]);
    expect(await teaches(markdown('', `// ${IGNORE}`).replace(TOKEN, '${T}'))).toEqual([]);
  });
});

test('a hostile number of comments takes no more than linear time', async () => {
  const lines = Array.from({ length: 20_000 }, () => `// ${IGNORE}, ${'x'.repeat(20)} y`);
  const text = json([
    '{',
    ...lines,
    `"mcpServers": { ${Array.from({ length: 2000 }, (_, index) => `"s${index}": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${TOKEN}" } }`).join(', ')} } }`,
  ]);
  expect((await said('.mcp.json', text)).length).toBe(0);
});
