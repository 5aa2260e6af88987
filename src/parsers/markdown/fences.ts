import type { LocatedText } from '../../core/located-text.ts';
import { type Block, languageOf } from './block.ts';
import { Collector } from './collector.ts';
import { columnsOf, type Line, linesOf, skipColumns, skipQuotes } from './lines.ts';
import { MAX_BLOCK, mayShowServers } from './marks.ts';

/** Markers of quotes and lists, then the fence. */
const OPENING = /^((?:[ \t]*(?:>|(?:[-*+]|\d{1,9}[.)])(?=[ \t])))*[ \t]*)(`{3,}|~{3,})(.*)$/s;
/** Longer lines are no fences; and markers of so many containers nobody nests. */
const MAX_LINE = 2000;

interface OpenFence {
  readonly mark: string;
  readonly length: number;
  readonly language: string;
  /** Of the containers: markers of quotes, and columns of white space behind them. */
  readonly quotes: number;
  readonly indent: number;
  readonly content: Collector;
}

interface FenceLine extends Omit<OpenFence, 'content'> {
  readonly info: string;
}

/**
 * The code blocks between fences, and those that are only indented and look like JSON, whose texts may show servers. More
 * patient than CommonMark: a fence is closed by one at any indentation, and one with a language inside another of its
 * length begins a block of its own, since authors forget to make the outer one longer.
 */
export function findFenced(text: LocatedText, from: number): Block[] {
  const source = text.reveal();
  const blocks: Block[] = [];
  let open: OpenFence | undefined;
  let indented: Collector | undefined;
  const close = () => {
    if (open) take(blocks, open.content, open.language);
    if (indented) take(blocks, indented, '');
    open = undefined;
    indented = undefined;
  };
  for (const line of linesOf(source, from)) {
    const fence = readFence(source, line);
    if (open) {
      const start = skipQuotes(source, line, open.quotes);
      const ends = start === undefined || (fence !== undefined && closes(fence, open));
      const begins =
        fence !== undefined &&
        fence.language !== '' &&
        fence.mark === open.mark &&
        fence.length >= open.length;
      if (!ends && !begins) {
        open.content.add(skipColumns(source, { start, end: line.end }, open.indent), line.next);
        continue;
      }
      close();
      if (start !== undefined && !begins) continue;
    }
    if (fence) {
      close();
      open = { ...fence, content: new Collector(text) };
    } else if (indented ? isIndented(source, line) : startsIndented(source, line)) {
      indented ??= new Collector(text);
      indented.add(skipColumns(source, line, 4), line.next);
    } else if (indented) close();
  }
  close();
  return blocks;
}

function take(blocks: Block[], content: Collector, language: string): void {
  if (!content.passes((source) => source.length <= MAX_BLOCK && mayShowServers(source))) return;
  blocks.push({ text: content.finish(), language });
}

function readFence(source: string, { start, end }: Line): FenceLine | undefined {
  if (end - start > MAX_LINE) return undefined;
  const line = source.slice(start, end);
  if (!line.includes('```') && !line.includes('~~~')) return undefined;
  const [, containers, fence, info] = OPENING.exec(line) ?? [];
  // The info string of a fence of backticks has none, or the line is code inside a sentence.
  if (fence === undefined || (fence.startsWith('`') && info!.includes('`'))) return undefined;
  const [indent, ...quotes] = containers!.split('>').reverse() as [string, ...string[]];
  return {
    mark: fence[0]!,
    length: fence.length,
    language: languageOf(info!),
    // One space belongs to the marker of a quote.
    indent: columnsOf(quotes.length > 0 ? indent.replace(/^ /, '') : indent),
    quotes: quotes.length,
    info: info!.trim(),
  };
}

function closes(fence: FenceLine, open: OpenFence): boolean {
  return fence.mark === open.mark && fence.length >= open.length && fence.info === '';
}

function startsIndented(source: string, { start, end }: Line): boolean {
  return /^(?: {4}|\t)\s{0,40}[{["]/.test(source.slice(start, Math.min(end, start + 60)));
}

function isIndented(source: string, { start, end }: Line): boolean {
  return /^(?: {4}|\t|\s{0,40}$)/.test(source.slice(start, Math.min(end, start + 60)));
}
