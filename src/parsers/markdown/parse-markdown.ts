import type { LocatedText } from '../../core/located-text.ts';
import type { Part, PartForm } from '../../core/part.ts';
import type { Entry, Value } from '../../core/value.ts';
import type { ParsedText, ParseText } from '../dialects.ts';
import { parseYamlText } from '../yaml/parse-yaml.ts';
import { blocksOf } from './blocks.ts';
import { findFrontmatter } from './frontmatter.ts';
import { findLinks } from './links.ts';
import { mentionsMcp } from './marks.ts';
import { readBlock } from './read-block.ts';
import { readLink } from './read-link.ts';
import { findSpans } from './spans.ts';

export { findMarkdownComments } from './comments.ts';

const SERVERS = /mcp-servers|mcpServers|mcp_servers/;

/** What a text shows, in the order of its kinds. */
interface Shown {
  readonly kind: 'block' | 'command' | 'link';
  readonly value: Value;
}

/**
 * Reads a Markdown or MDX text: the mapping in front of it, and the configs that its blocks and links show. A block that
 * cannot be read is no fault; a mapping in front that names servers and cannot be read is.
 */
export const parseMarkdown: ParseText = (text): ParsedText => {
  const found = new Parts(text);
  if (!mentionsMcp(text.reveal())) return found.finish(undefined);
  const front = findFrontmatter(text);
  let fault: ParsedText['fault'];
  if (front && SERVERS.test(front.yaml.reveal())) {
    const parsed = parseYamlText(front.yaml);
    if (parsed.root?.kind === 'mapping') found.add('frontmatter', 'frontmatter', parsed.root);
    fault = parsed.fault;
  }
  for (const { kind, value } of shownIn(text, front?.end ?? 0)) found.add(kind, 'snippet', value);
  return found.finish(fault);
};

function shownIn(text: LocatedText, from: number): Shown[] {
  const blocks = blocksOf(text, from).flatMap(readBlock);
  const commands = findSpans(text, from).flatMap((span) => readBlock({ text: span, language: 'sh' }));
  const links = findLinks(text).flatMap((link) => readLink(link) ?? []);
  return [
    ...blocks.map((value) => ({ kind: 'block' as const, value })),
    ...commands.map((value) => ({ kind: 'command' as const, value })),
    ...links.map((value) => ({ kind: 'link' as const, value })),
  ];
}

/** Collects the configs of a text under keys that nobody wrote: `block 1`, `link 1`. */
class Parts {
  readonly #text: LocatedText;
  readonly #entries: Entry[] = [];
  readonly #parts: Part[] = [];
  readonly #counts = new Map<string, number>();

  constructor(text: LocatedText) {
    this.#text = text;
  }

  add(kind: string, form: PartForm, value: Value): void {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const name = form === 'frontmatter' ? kind : `${kind} ${count}`;
    this.#entries.push({ key: this.#text.slice(0, 0).decodedWhole(name), value, shadowed: false });
    this.#parts.push({ form, value, path: [name] });
  }

  finish(fault: ParsedText['fault']): ParsedText {
    const root = { kind: 'mapping' as const, range: this.#text.range, entries: this.#entries };
    return { root, parts: this.#parts, ...(fault && { fault }) };
  }
}
