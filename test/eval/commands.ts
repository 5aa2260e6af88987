import { type Draft, serverEntry } from './draft.ts';
import { makeServers } from './host.ts';
import { asMarked, join, type Marked, type Text } from './marked.ts';
import type { Random } from './random.ts';
import { splitCommand } from './split-command.ts';
import { type Fields, fields, isFields, isText, jsonText } from './tree.ts';
import { shellCommand, shellWord } from './write-shell.ts';

/** Texts of one line: what people put on a command line. */
function oneLiners(random: Random): Draft {
  for (;;) {
    const [draft] = makeServers(random, 1);
    if (
      draft !== undefined &&
      /^[\w-]+$/.test(draft.name) &&
      !textsOf(draft).some((text) => /[\n\r]/.test(text))
    )
      return draft;
  }
}

const textsOf = (draft: Draft): string[] =>
  [
    draft.command,
    draft.url,
    ...draft.args,
    ...draft.env.map(([, value]) => value),
    ...draft.headers.map(([, value]) => value),
  ]
    .filter(isText)
    .map((text) => asMarked(text).text);

/** A command that has a host add a server; it ends without a line break. */
export function addCommand(random: Random, eol: string): Marked {
  const draft = oneLiners(random);
  const write = random.weighted(draft.base === 'remote' ? REMOTE : LOCAL);
  return shellCommand(random, write.words(random, draft), eol);
}

interface Form {
  readonly weight: number;
  readonly words: (random: Random, draft: Draft) => Text[];
}

const word = shellWord;

/** `-e NAME=value` for each variable. */
const variables = (random: Random, draft: Draft, flags: readonly string[]): Text[] => {
  const flag = random.pick(flags);
  return draft.env.flatMap(([name, value]): Text[] =>
    isText(value) ? [flag, word(random, join(`${name}=`, value))] : [],
  );
};

const headers = (random: Random, draft: Draft, flags: readonly string[]): Text[] => {
  const flag = random.pick(flags);
  return draft.headers.flatMap(([name, value]): Text[] =>
    isText(value) ? [flag, word(random, join(`${name}: `, value))] : [],
  );
};

const launch = (random: Random, draft: Draft): Text[] =>
  [...splitCommand(draft.command), ...draft.args].filter(isText).map((part) => word(random, part));

const scope = (random: Random): Text[] =>
  random.pick([[], [], ['-s', 'user'], ['--scope', 'project'], ['--scope=local']]);

/** The whole entry as JSON, in single quotes where it can be. */
function entryWord(random: Random, entry: Fields): Marked {
  const text = jsonText(entry);
  return text.text.includes("'") ? word(random, text) : join("'", text, "'");
}

const asJson = (draft: Draft, random: Random): Fields =>
  fields(
    ...serverEntry(draft, random).fields.filter(
      ([, value]) => isText(value) || isFields(value) || Array.isArray(value),
    ),
  );

const named = (draft: Draft, random: Random): Fields =>
  fields(['name', draft.name], ...asJson(draft, random).fields);

const CODE = ['code', 'code', 'code-insiders', 'cursor'];

const LOCAL: readonly Form[] = [
  {
    weight: 30,
    words: (r, draft) => [
      'claude mcp add',
      ...scope(r),
      ...r.pick([[], [], ['--transport', 'stdio']]),
      ...(r.chance(0.6)
        ? [draft.name, ...variables(r, draft, ['-e', '--env'])]
        : [...variables(r, draft, ['-e', '--env']), ...(draft.env.length > 0 ? [] : []), draft.name]),
      '--',
      ...launch(r, draft),
    ],
  },
  {
    weight: 14,
    words: (r, draft) => [
      'codex mcp add',
      draft.name,
      ...variables(r, draft, ['--env']),
      '--',
      ...launch(r, draft),
    ],
  },
  {
    weight: 12,
    words: (r, draft) => [
      `${r.pick(['gemini', 'gemini', 'qwen'])} mcp add`,
      ...scope(r),
      ...variables(r, draft, ['-e', '--env']),
      draft.name,
      ...launch(r, draft),
    ],
  },
  {
    weight: 10,
    words: (r, draft) => ['claude mcp add-json', ...scope(r), draft.name, entryWord(r, asJson(draft, r))],
  },
  { weight: 14, words: (r, draft) => [r.pick(CODE), '--add-mcp', entryWord(r, named(draft, r))] },
];

const REMOTE: readonly Form[] = [
  {
    weight: 30,
    words: (r, draft) => [
      'claude mcp add',
      ...scope(r),
      r.pick(['--transport', '-t']),
      r.pick(['http', 'http', 'sse']),
      draft.name,
      word(r, draft.url),
      ...headers(r, draft, ['--header', '-H']),
    ],
  },
  {
    weight: 8,
    words: (r, draft) => [
      `${r.pick(['gemini', 'gemini', 'qwen'])} mcp add`,
      '--transport',
      r.pick(['http', 'sse']),
      ...headers(r, draft, ['--header', '-H']),
      draft.name,
      word(r, draft.url),
    ],
  },
  {
    weight: 5,
    words: (r, draft) => [
      'codex mcp add',
      draft.name,
      '--url',
      word(r, draft.url),
      ...r.pick([[], ['--bearer-token-env-var', 'ACME_TOKEN']]),
    ],
  },
  {
    weight: 10,
    words: (r, draft) => ['claude mcp add-json', ...scope(r), draft.name, entryWord(r, asJson(draft, r))],
  },
  { weight: 10, words: (r, draft) => [r.pick(CODE), '--add-mcp', entryWord(r, named(draft, r))] },
];

/** Commands and their neighbours that hand no credential to a server. */
export const HARMLESS_COMMANDS: readonly string[] = [
  'npm install -g @anthropic-ai/claude-code',
  'claude mcp list',
  'claude mcp remove github',
  'claude mcp add github -- npx -y @modelcontextprotocol/server-github',
  'export GITHUB_TOKEN="$(gh auth token)"',
  'npx -y @modelcontextprotocol/inspector',
  'codex mcp login sentry',
  'docker pull mcp/github',
];
