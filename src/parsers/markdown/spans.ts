import type { LocatedText } from '../../core/located-text.ts';

const COMMAND = /mcp add|--add-mcp/;
/** Code inside a sentence, on one line. */
const SPAN = /`([^`\r\n]{8,2000})`/g;

/** Commands inside sentences that add a server. */
export function findSpans(text: LocatedText, from: number): LocatedText[] {
  const source = text.reveal();
  if (!COMMAND.test(source)) return [];
  SPAN.lastIndex = from;
  const spans: LocatedText[] = [];
  for (let match = SPAN.exec(source); match; match = SPAN.exec(source)) {
    const start = match.index + 1;
    if (COMMAND.test(match[1]!)) spans.push(text.slice(start, start + match[1]!.length));
    // What ends here may begin another.
    else SPAN.lastIndex -= 1;
  }
  return spans;
}
