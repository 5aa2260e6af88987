import type { LocatedText } from '../../core/located-text.ts';
import { type Block, languageOf } from './block.ts';
import { MAX_BLOCK, mayShowServers } from './marks.ts';

/** Elements of HTML and JSX that show code. */
const OPENING = /<(pre|code|CodeBlock|SyntaxHighlighter|CodeSnippet)\b([^<>]{0,1000})>/g;
const LANGUAGE = /(?:lang(?:uage)?\s*=\s*|language-)["'{]*([\w-]+)/;
const TOKEN = /<\/?[A-Za-z][^<>]{0,1000}>|&(?:#(\d{1,7})|#[xX]([\dA-Fa-f]{1,6})|([A-Za-z]{2,8}));/g;
const NAMED: Readonly<Record<string, string>> = {
  quot: '"',
  amp: '&',
  lt: '<',
  gt: '>',
  apos: "'",
  nbsp: ' ',
};

/** The code that elements show whose text may hold servers. */
export function findElements(text: LocatedText, from: number): Block[] {
  const source = text.reveal();
  const blocks: Block[] = [];
  const ends = new Map<string, number>();
  OPENING.lastIndex = from;
  for (let match = OPENING.exec(source); match; match = OPENING.exec(source)) {
    const [opening, name, attributes] = match as unknown as [string, string, string];
    const start = match.index + opening.length;
    // Each end is looked for once, so that elements that nobody closes cost one search in all.
    let end = ends.get(name) ?? -2;
    if (end !== -1 && end < start) {
      end = source.indexOf(`</${name}`, start);
      ends.set(name, end);
    }
    if (end === -1) continue;
    OPENING.lastIndex = end;
    const raw = source.slice(start, Math.min(end, start + MAX_BLOCK));
    if (!mayShowServers(raw)) continue;
    const language =
      LANGUAGE.exec(`${attributes} ${/^\s*<code\b[^<>]{0,1000}>/.exec(raw)?.[0] ?? ''}`)?.[1] ?? '';
    blocks.push({ text: contentOf(text.slice(start, start + raw.length)), language: languageOf(language) });
  }
  return blocks;
}

/** The text of an element, without tags, entities decoded; that of a template (``{`…`}``) as it stands. */
function contentOf(raw: LocatedText): LocatedText {
  const source = raw.reveal();
  const template = /^\s*\{\s*`/.exec(source)?.[0];
  if (template) return raw.slice(template.length, Math.max(template.length, source.lastIndexOf('`')));
  let decoded = '';
  const sources: number[] = [];
  // A tag is no part of the characters around it.
  const ends = new Map<number, number>();
  const copy = (start: number, end: number) => {
    decoded += source.slice(start, end);
    for (let at = start; at < end; at++) sources.push(at);
  };
  let done = 0;
  for (const match of source.matchAll(TOKEN)) {
    copy(done, match.index);
    const character = characterOf(match);
    const last = sources.length - 1;
    if (character === '' && !ends.has(last)) ends.set(last, match.index);
    decoded += character;
    for (let unit = 0; unit < character.length; unit++) sources.push(match.index);
    done = match.index + match[0].length;
  }
  copy(done, source.length);
  sources.push(source.length);
  return raw.decoded(decoded, sources, ends);
}

function characterOf([token, decimal, hexadecimal, name]: RegExpMatchArray): string {
  if (token.startsWith('<')) return /^<br\b/i.test(token) ? '\n' : '';
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? token;
  const code = decimal === undefined ? Number.parseInt(hexadecimal!, 16) : Number(decimal);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : token;
}
