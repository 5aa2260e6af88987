import { expect, test } from 'vitest';
import { type Dialect, dialectOf } from '../../src/core/dialect.ts';
import type { FixPlan } from '../../src/fixers/fix-plan.ts';
import { generate, HOSTS, type Sample } from '../eval/generate.ts';
import { roundTrip } from './round-trip.ts';

/** `.ci/run` has a thousand made. */
const COUNT = Number(process.env['MCP_LINT_CONFIGS'] ?? 60);
/** Of a hundred configs. */
const SHARES: Readonly<Partial<Record<Dialect, number>>> = {
  json: 40,
  toml: 18,
  yaml: 20,
  script: 12,
  markdown: 5,
  shell: 5,
};

const REFERENCES = /^its (?:value|header|argument) also has references in it$/;
const UNKNOWN_START =
  /^its (?:command line|variable \S+) has references whose values are not known here$|^its command line has relative paths, /;
/** What stays, and rightly so. */
const ARGUED: readonly RegExp[] = [
  // Nobody would put values for the references that the vault has.
  REFERENCES,
  /^it is the default of a reference, in which no host takes another$/,
  // The launcher could not tell one start from another, or what it starts.
  UNKNOWN_START,
  /^the program .+ that it starts is not on this machine$/,
  /^other secrets of this server are bound to its command line as it is$/,
  /^(?:the entry says twice what it starts|its command line is (?:written as one string|not written as a program and a list of arguments))$/,
  /^it stands in a script that cannot be changed with certainty$/,
  / may put its own value for a variable in this script$/,
  // There is no program to hand it to: a client secret that a host keeps, settings of something else.
  /^the host itself calls this server, so there is no program to hand it to$/,
  /^only entries that start a server or name its address are rewritten$/,
  // The file is for others, or what is started is out of reach.
  /^the file is there for other machines, which have other vaults$/,
  / starts the server in a container, where the vault cannot be reached$/,
  / does not hand on the environment of its user$/,
  // Nothing is expanded there.
  /^(?:Zed|MCP config|Claude Code \(managed settings\)|Kiro and Amazon Q agents|MCP registry server\.json|Amazon Q Developer|Amp|LM Studio|Continue \(JSON folder\)|VS Code \(settings\)|Claude Desktop|Windsurf|Codex|Kiro|Goose) takes no variables of the environment there$/,
  /^"env_http_headers" has this header already$/,
];
const IN_DIALECT: Readonly<Partial<Record<Dialect, readonly RegExp[]>>> = {
  // What an alias stands for is in several places; a literal may be put together from others.
  yaml: [/^it is written in a form that cannot be changed$/, /^it is not the plain value of a variable$/],
  script: [/^it is written in a form that cannot be changed$/],
};
const ONLY_READ: Readonly<Partial<Record<Dialect, RegExp>>> = {
  markdown: /^(?:Markdown is not rewritten: write |it is in a (?:text for readers|command line): )/,
  shell: /^it is in a (?:text for readers|command line): /,
};

test(`${COUNT} random configs are fixed as far as can be, have nothing left to fix, and are put back to the byte`, {
  timeout: 600_000,
}, async () => {
  const problems: string[] = [];
  const fixed = new Set<Dialect>();
  for (const [index, { path, bom, text }] of samples().entries()) {
    const dialect = dialectOf(path);
    // Undoing finds every entry again where something else was added.
    const added = index % 3 === 0 ? (ADDED[dialect] ?? '\n') : '';
    const trip = await roundTrip(path, (bom ? '\ufeff' : '') + text, added);
    if (trip.plan.files.length > 0) fixed.add(dialect);
    for (const problem of trip.problems) problems.push(`${path}: ${problem}`);
    for (const reason of unargued(trip.plan, dialect)) problems.push(`${path}: left because ${reason}`);
  }
  expect(problems).toEqual([]);
  expect([...fixed].sort()).toEqual(['json', 'script', 'toml', 'yaml']);
});

function samples(): Sample[] {
  return (Object.entries(SHARES) as [Dialect, number][]).flatMap(([dialect, share]) => {
    const ids = HOSTS.filter((host) => (host.dialect ?? 'json') === dialect).map(({ id }) => id);
    const count = Math.round((COUNT * share) / 100);
    return generate(20_261_123, count, ids);
  });
}

/** Reasons of credentials that stay, where none of ours is. */
function unargued({ left }: FixPlan, dialect: Dialect): string[] {
  const only = ONLY_READ[dialect];
  const argued = only ? [only] : [...ARGUED, ...(IN_DIALECT[dialect] ?? [])];
  return left.map(({ reason }) => reason).filter((reason) => !argued.some((form) => form.test(reason)));
}

/** What is put behind a fixed file, where a line end is not enough for a change. */
const ADDED: Readonly<Partial<Record<Dialect, string>>> = {
  toml: '\n# more\n',
  yaml: '\n# more\n',
  script: '\n// more\n',
};
