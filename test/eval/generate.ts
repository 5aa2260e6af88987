import type { Dialect, HostKind } from './host.ts';
import { APPLICATION_HOSTS } from './hosts-application.ts';
import { CLAUDE_HOSTS } from './hosts-claude.ts';
import { EDITOR_HOSTS } from './hosts-editor.ts';
import { SCRIPT_HOSTS } from './hosts-script.ts';
import { SHELL_HOSTS } from './hosts-shell.ts';
import { TERMINAL_HOSTS } from './hosts-terminal.ts';
import { TEXT_HOSTS } from './hosts-text.ts';
import type { Mark, Marked, Span } from './marked.ts';
import { createRandom, type Random } from './random.ts';
import { shareMappings } from './share-mappings.ts';
import { type Fields, isFields, isList, type Node, type Style, writeTree } from './tree.ts';
import { writeToml } from './write-toml.ts';
import { writeYaml } from './write-yaml.ts';

/** A labelled stretch of a file: UTF-16 offsets into its text, a byte order mark not counted. */
export interface Label extends Mark {
  readonly file: string;
  readonly host: string;
  readonly dialect: Dialect;
  readonly start: number;
  readonly end: number;
  readonly layers: Span['layers'];
  /** Other stretches that are as good. */
  readonly alternatives: readonly { readonly start: number; readonly end: number }[];
}

export interface Sample {
  readonly path: string;
  readonly host: string;
  readonly dialect: Dialect;
  readonly relaxed: boolean;
  /** Without the byte order mark. */
  readonly text: string;
  readonly bom: boolean;
  /** What it says; nothing for a text with configs in it. */
  readonly tree?: Node;
  readonly labels: readonly Label[];
}

export const HOSTS: readonly HostKind[] = [
  ...CLAUDE_HOSTS,
  ...EDITOR_HOSTS,
  ...TERMINAL_HOSTS,
  ...APPLICATION_HOSTS,
  ...TEXT_HOSTS,
  ...SCRIPT_HOSTS,
  ...SHELL_HOSTS,
];

/** `count` config files of the hosts with these ids, else of all; the same seed gives the same files. */
export function generate(seed: number, count: number, ids?: readonly string[]): Sample[] {
  const hosts = ids === undefined ? HOSTS : HOSTS.filter(({ id }) => ids.includes(id));
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(Math.imul(seed, 2654435761) ^ Math.imul(index + 1, 40503));
    return makeSample(random, index, hosts);
  });
}

function makeSample(random: Random, index: number, hosts: readonly HostKind[]): Sample {
  const host = random.weighted(hosts);
  const folder = `${random.pick(['f', 'projects/p', 'home dir/ü'])}${String(index).padStart(4, '0')}`;
  const path = `${folder}/${host.path(random)}`;
  const { written, ...facts } = write(random, host, path);
  const bom = random.chance(0.04) && !written.text.startsWith('#!');
  const labels = labelsOf(path, host.id, facts.dialect, written.spans);
  return { path, host: host.id, ...facts, text: written.text, bom, labels };
}

interface Written {
  readonly dialect: Dialect;
  readonly relaxed: boolean;
  readonly written: Marked;
  readonly tree?: Node;
}

function write(random: Random, host: HostKind, path: string): Written {
  if ('compose' in host)
    return { dialect: host.dialect, relaxed: false, written: host.compose(random, path) };
  const { dialect = 'json', relaxed } = host;
  if (dialect === 'json') {
    const tree = repeatKey(random, host.build(random));
    return { dialect, relaxed, tree, written: writeTree(tree, style(random, relaxed), random) };
  }
  const tree = host.build(random) as Fields;
  if (dialect === 'toml') return { dialect, relaxed, tree, written: writeToml(tree, random) };
  const shared = random.chance(0.15) ? shareMappings(tree) : tree;
  return { dialect, relaxed, tree: shared, written: writeYaml(shared, random) };
}

function style(random: Random, relaxed: boolean): Style {
  return {
    indent: random.pick(['  ', '  ', '  ', '    ', '\t', random.chance(0.5) ? '' : '  ']),
    eol: random.chance(0.12) ? '\r\n' : '\n',
    comments: relaxed && random.chance(0.5),
    trailingCommas: relaxed && random.chance(0.35),
    shortLists: random.chance(0.5),
    escapes: random.pick([0, 0, 0, 0.05, 0.2]),
  };
}

/** Now and then copies an entry of some `env` or `headers` mapping, so that a key stands there twice. */
function repeatKey(random: Random, root: Node): Node {
  if (!random.chance(0.06)) return root;
  let done = false;
  const visit = (node: Node, key: string): Node => {
    if (done) return node;
    if (isList(node)) return node.map((item) => visit(item, ''));
    if (!isFields(node)) return node;
    const { fields } = node;
    const first = fields[0];
    if ((key === 'env' || key === 'headers') && first !== undefined && !done) {
      done = true;
      const [name, value] = first;
      const again = typeof value === 'object' && value !== null && 'text' in value ? copy(value) : value;
      return { fields: [...fields, [name, again]] };
    }
    return { fields: fields.map(([name, value]) => [name, visit(value, name)] as const) };
  };
  return visit(root, '');
}

const copy = (value: { text: string; spans: readonly Span[] }): Node => {
  const marks = new Map(value.spans.map((span) => [span.mark, { ...span.mark, note: 'key written twice' }]));
  return {
    text: value.text,
    spans: value.spans.map((span) => ({ ...span, mark: marks.get(span.mark) ?? span.mark })),
  };
};

function labelsOf(file: string, host: string, dialect: Dialect, spans: readonly Span[]): Label[] {
  return spans
    .filter((span) => !span.alternative)
    .map(({ start, end, mark, layers }) => ({
      ...mark,
      file,
      host,
      dialect,
      start,
      end,
      layers,
      alternatives: spans
        .filter((other) => other.alternative && other.mark === mark)
        .map((other) => ({ start: other.start, end: other.end })),
    }));
}
