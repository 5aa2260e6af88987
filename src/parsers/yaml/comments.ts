import { Lexer } from 'yaml';
import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { Comment, CommentedText, FindComments } from '../comments/comment.ts';
import { findSlashComments, JSONC_SYNTAX } from '../comments/slash-comments.ts';
import { findRemarks } from '../shell/comments.ts';

/** Signs of the lexer that stand for no character: a document, a broken flow collection, a scalar that follows. */
const NO_CHARACTER = new Set(['\x02', '\x18', '\x1f']);
const SCALAR = '\x1f';
const BLOCK = /^[|>]/;

/** The comments of a YAML text, and those of configs and commands in its block scalars, in which nothing is escaped. */
export const findYamlComments: FindComments = (text, _path, holdsServer) => {
  const { comments, blocks } = readLexemes(text.reveal());
  const embedded = blocks
    .map(({ start, end }) => text.slice(start, end))
    .filter((block) => holdsServer(block.range))
    .map(commentsOfBlock);
  return [{ text, comments }, ...embedded];
};

function commentsOfBlock(text: LocatedText): CommentedText {
  const source = text.reveal();
  if (/^\s*(?:[{[]|\/[/*])/.test(source)) return { text, comments: findSlashComments(source, JSONC_SYNTAX) };
  return { text, comments: findRemarks(text) };
}

function readLexemes(source: string): { comments: Comment[]; blocks: Range[] } {
  const comments: Comment[] = [];
  const blocks: Range[] = [];
  let at = 0;
  let isScalar = false;
  let isBlock = false;
  for (const lexeme of new Lexer().lex(source)) {
    if (!isScalar && NO_CHARACTER.has(lexeme)) {
      isScalar = lexeme === SCALAR;
      continue;
    }
    const end = at + lexeme.length;
    if (isScalar) {
      if (isBlock) blocks.push({ start: at, end });
      isBlock = false;
    } else if (lexeme.startsWith('#')) comments.push({ start: at, end, content: { start: at + 1, end } });
    else if (BLOCK.test(lexeme)) isBlock = true;
    isScalar = false;
    at = end;
  }
  return { comments, blocks };
}
