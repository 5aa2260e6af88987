import { addCommand, HARMLESS_COMMANDS } from './commands.ts';
import { serverEntry } from './draft.ts';
import { type Block, jsonBlock, OTHER_BLOCKS, tomlBlock, yamlBlock } from './embedded.ts';
import { type HostKind, makeServers, serverMap, someServers } from './host.ts';
import { writtenLink } from './links.ts';
import { asMarked, join, type Marked, negative, optional, type Text } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { Sink } from './sink.ts';
import { type Fields, fields, type Node } from './tree.ts';
import { writeYaml } from './write-yaml.ts';

const PROSE = [
  'Acme for the Model Context Protocol: search, read and write with your own API key.',
  'Create a token at https://example.com/settings/tokens first, with the scopes `repo` and `read:org`.',
  'Add this to your `claude_desktop_config.json` and restart:',
  '**Never** commit your `API_KEY`.',
  'The server reads `GITHUB_TOKEN` from its environment (see [the docs](https://example.com/docs#token)).',
  'Für Fortgeschrittene: 🔧 `--token-file` statt `--token`.',
  '1. Install it\n2. Add the config below\n3. Restart',
  '<details>\n<summary>Advanced</summary>\n\nMore of this later.\n\n</details>',
];

/** What is said about credentials beside the blocks. */
const REMARKS: readonly ((random: Random) => Marked)[] = [
  (r) =>
    join(
      'Tokens look like `',
      negative(r.pick(['ghp_xxxx', 'sk-...', 'ghp_xxxxxxxxxxxxxxxxxxxx', '<your-key>']), 'placeholder:prose'),
      '`.',
    ),
  (r) =>
    join(
      '| Variable | Example |\n| --- | --- |\n| `API_KEY` | `',
      negative(r.pick(['your-key', 'xxxx', 'sk-...']), 'placeholder:table'),
      '` |',
    ),
  (r) => join('| `API_KEY` | ', optional(fill('{a:32}', r), 'outside:table'), ' |'),
  (r) => join('An old token such as ', optional(fill('ghp_{a:36}', r), 'outside:prose'), ' is refused.'),
  (r) => join('Commit ', negative(fill('{x:40}', r), 'hash'), ' fixed it.'),
];

const BLOCKS = [
  { weight: 50, make: (r: Random, eol: '\n' | '\r\n'): Block => jsonBlock(r, eol) },
  { weight: 8, make: (r: Random): Block => tomlBlock(r) },
  { weight: 8, make: (r: Random): Block => yamlBlock(r) },
  { weight: 24, make: (r: Random, eol: string): Block => commandBlock(r, eol) },
];

function commandBlock(random: Random, eol: string): Block {
  const language = random.pick(['bash', 'bash', 'sh', 'shell', 'console', 'zsh', '']);
  const prompt = language === 'console' || random.chance(0.1) ? '$ ' : '';
  const sink = new Sink();
  if (random.chance(0.2)) sink.put('# add the server', eol);
  if (random.chance(0.3)) sink.put(prompt, random.pick(HARMLESS_COMMANDS), eol);
  for (let count = random.pick([1, 1, 1, 2]); count > 0; count -= 1)
    sink.put(prompt, addCommand(random, eol), eol);
  if (random.chance(0.2)) sink.put(prompt, 'claude mcp list', eol);
  return { language, body: sink.marked };
}

/** Puts something in front of each line; labels stay where they are as long as they are within one. */
function prefixed(text: Marked, prefix: string): Marked {
  const places: number[] = [];
  let written = '';
  [...text.text.split(/(?<=\n)/)].forEach((line) => {
    written += prefix;
    for (let index = 0; index < line.length; index += 1) places.push(written.length + index);
    written += line;
  });
  places.push(written.length);
  const at = (index: number): number => places[index] ?? written.length;
  return {
    text: written,
    spans: text.spans.map((span) => ({
      ...span,
      start: at(span.start),
      end: span.end === span.start ? at(span.end) : at(span.end - 1) + 1,
    })),
  };
}

function fenced(random: Random, { language, body, rigid }: Block, eol: string): Marked {
  const mark = random.pick(['```', '```', '```', '```', '~~~', '````']);
  const info =
    language === '' ? '' : language + random.pick(['', '', '', ' title=".mcp.json"', ' {3}', ' copy']);
  const end = /\n$/.test(body.text) ? '' : eol;
  const block = join(`${mark}${info}${eol}`, body, `${end}${mark}${eol}`);
  if (rigid === true || random.chance(0.75)) return block;
  if (random.chance(0.5))
    return join(`- Add it:${eol}${eol}`, prefixed(block, random.pick(['  ', '  ', '    '])));
  if (random.chance(0.5)) return join(`1. Add it:${eol}${eol}`, prefixed(block, '   '));
  return prefixed(block, '> ');
}

function markdown(random: Random): Marked {
  const eol = random.chance(0.1) ? '\r\n' : '\n';
  const sink = new Sink();
  const prose = (text: Text): void => {
    const { text: plain } = asMarked(text);
    sink.put(typeof text === 'string' ? plain.replaceAll('\n', eol) : text, eol, eol);
  };
  if (random.chance(0.15)) sink.put(`---${eol}title: Setup${eol}tags: [mcp, token]${eol}---${eol}${eol}`);
  prose('# Acme MCP server');
  const parts: (() => void)[] = [];
  for (let count = random.pick([1, 1, 2, 2, 3, 4]); count > 0; count -= 1)
    parts.push(() => sink.put(fenced(random, random.weighted(BLOCKS).make(random, eol), eol), eol));
  for (let count = random.pick([0, 1, 1, 2]); count > 0; count -= 1)
    parts.push(() => sink.put(fenced(random, inLines(random.pick(OTHER_BLOCKS)(random), eol), eol), eol));
  for (let count = random.pick([0, 1, 2, 3]); count > 0; count -= 1)
    parts.push(() => prose(random.pick(PROSE)));
  if (random.chance(0.3)) parts.push(() => prose(random.pick(REMARKS)(random)));
  if (random.chance(0.25)) parts.push(() => prose(writtenLink(random)));
  for (const part of random.shuffle(parts)) part();
  return sink.marked;
}

/** With the line ends of the text around it. */
function inLines(block: Block, eol: string): Block {
  if (eol === '\n') return block;
  const places: number[] = [];
  let written = '';
  for (const char of block.body.text) {
    for (let unit = 0; unit < char.length; unit += 1) places.push(written.length + unit);
    written += char === '\n' ? eol : char;
  }
  places.push(written.length);
  const at = (index: number): number => places[index] ?? written.length;
  return {
    ...block,
    body: {
      text: written,
      spans: block.body.spans.map((span) => ({ ...span, start: at(span.start), end: at(span.end) })),
    },
  };
}

/** A file that makes an agent, with its servers in front. */
function agent(random: Random, path: string): Marked {
  const drafts = makeServers(random, someServers(random));
  const copilot = path.includes('.github/');
  const list: Node = [
    ...(random.chance(0.5) ? ['github'] : []),
    ...drafts.map((draft): Fields => fields([draft.name, serverEntry(draft, random)])),
  ];
  const front = fields(
    ['name', 'reviewer'],
    ['description', 'Reviews code; never prints a token'],
    ...(random.chance(0.5) ? [['tools', ['read', 'search']] as const] : []),
    copilot
      ? ['mcp-servers', serverMap(random, drafts)]
      : ['mcpServers', random.chance(0.7) ? list : serverMap(random, drafts)],
    ...(random.chance(0.3) ? [['model', 'opus'] as const] : []),
  );
  const eol = '\n';
  return join(
    `---${eol}`,
    writeYaml(front, random, eol, false),
    `---${eol}${eol}You review code. Never print \`GITHUB_TOKEN\`, nor anything like `,
    negative('ghp_xxxx', 'placeholder:prose'),
    `.${eol}`,
  );
}

/** Texts for people, and files that make agents. */
export const TEXT_HOSTS: readonly HostKind[] = [
  {
    id: 'markdown',
    weight: 30,
    dialect: 'markdown',
    compose: markdown,
    path: (r) =>
      r.pick([
        'README.md',
        'docs/mcp.md',
        'docs/setup.mdx',
        'CLAUDE.md',
        'docs/guide.markdown',
        '.cursor/rules/mcp.mdc',
        'README.zh-CN.md',
      ]),
  },
  {
    id: 'agent-file',
    weight: 8,
    dialect: 'markdown',
    compose: agent,
    path: (r) =>
      r.pick([
        '.claude/agents/reviewer.md',
        '.github/agents/reviewer.agent.md',
        '.github/agents/reviewer.md',
      ]),
  },
];
