import type { HostKind } from './host.ts';
import { CLAUDE_HOSTS } from './hosts-claude.ts';
import { EDITOR_HOSTS } from './hosts-editor.ts';
import type { Mark, Span } from './marked.ts';
import { createRandom, type Random } from './random.ts';
import { type Fields, type Node, type Style, writeTree } from './tree.ts';

/** A labelled stretch of a file: UTF-16 offsets into its text, a byte order mark not counted. */
export interface Label extends Mark {
  readonly file: string;
  readonly host: string;
  readonly start: number;
  readonly end: number;
  readonly layers: Span['layers'];
  /** Other stretches that are as good. */
  readonly alternatives: readonly { readonly start: number; readonly end: number }[];
}

export interface Sample {
  readonly path: string;
  readonly host: string;
  readonly relaxed: boolean;
  /** Without the byte order mark. */
  readonly text: string;
  readonly bom: boolean;
  readonly tree: Node;
  readonly labels: readonly Label[];
}

export const HOSTS: readonly HostKind[] = [...CLAUDE_HOSTS, ...EDITOR_HOSTS];

/** `count` config files; the same seed gives the same files. */
export function generate(seed: number, count: number): Sample[] {
  return Array.from({ length: count }, (_, index) => {
    const random = createRandom(Math.imul(seed, 2654435761) ^ Math.imul(index + 1, 40503));
    return makeSample(random, index);
  });
}

function makeSample(random: Random, index: number): Sample {
  const host = random.weighted(HOSTS);
  const tree = repeatKey(random, host.build(random));
  const folder = `${random.pick(['f', 'projects/p', 'home dir/ü'])}${String(index).padStart(4, '0')}`;
  const path = `${folder}/${host.path(random)}`;
  const written = writeTree(tree, style(random, host.relaxed), random);
  return {
    path,
    host: host.id,
    relaxed: host.relaxed,
    text: written.text,
    bom: random.chance(0.04),
    tree,
    labels: labelsOf(path, host.id, written.spans),
  };
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
    if (done || typeof node !== 'object' || node === null || 'text' in node) return node;
    if (Array.isArray(node)) return node.map((item: Node) => visit(item, ''));
    const { fields } = node as Fields;
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

function labelsOf(file: string, host: string, spans: readonly Span[]): Label[] {
  return spans
    .filter((span) => !span.alternative)
    .map(({ start, end, mark, layers }) => ({
      ...mark,
      file,
      host,
      start,
      end,
      layers,
      alternatives: spans
        .filter((other) => other.alternative && other.mark === mark)
        .map((other) => ({ start: other.start, end: other.end })),
    }));
}
