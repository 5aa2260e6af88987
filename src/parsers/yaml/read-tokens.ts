import { type CST, Lexer, Parser } from 'yaml';
import type { Faults } from './faults.ts';

/** As of JSON: deeper than any config a host writes. */
export const MAX_DEPTH = 512;

/** Each takes some hundred bytes; the largest configs have some thousands. */
const MAX_TOKENS = 4_000_000;

/**
 * The documents of a text, each as soon as it is read, with what stands between them. What goes too deep, or what is too
 * much, ends the text with a fault.
 */
export function* readTokens(source: string, faults: Faults): Generator<CST.Token> {
  const parser = new Parser();
  let tokens = 0;
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme);
    tokens += 1;
    if (tokens > MAX_TOKENS) {
      faults.add(parser.offset, 'unreadable', `more than ${MAX_TOKENS} words and signs`);
      break;
    }
    // The document is on the stack, too.
    if (parser.stack.length > MAX_DEPTH + 1 && isContainer(parser.stack.at(-1)!)) {
      faults.add(parser.offset - lexeme.length, 'too-deep', `nested deeper than ${MAX_DEPTH} levels`);
      break;
    }
  }
  yield* parser.end();
}

function isContainer({ type }: CST.Token): boolean {
  return type === 'block-map' || type === 'block-seq' || type === 'flow-collection';
}
