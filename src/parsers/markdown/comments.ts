import type { LocatedText } from '../../core/located-text.ts';
import type { Range } from '../../core/range.ts';
import type { Comment, CommentedText, FindComments } from '../comments/comment.ts';
import { findSlashComments, LOOSE_SYNTAX } from '../comments/slash-comments.ts';
import { findTomlComments } from '../comments/toml-comments.ts';
import { findRemarks } from '../shell/comments.ts';
import { findYamlComments } from '../yaml/comments.ts';
import type { Block } from './block.ts';
import { blocksOf } from './blocks.ts';
import { findFrontmatter } from './frontmatter.ts';
import { findSpans } from './spans.ts';

const SHELL = /^(?:bash|sh|shell|shellscript|console|shell-session|terminal|zsh|fish)$/;
/** What may stand between a comment and the block of code that it speaks of: the fence. */
const FENCE = /^\s*(?:`{3,}|~{3,})[^\r\n]*(?:\r\n?|\n)$/;

/** The comments of a Markdown text (`<!-- -->`, in MDX also braces around those of scripts), of what is in front of it and of its blocks. */
export const findMarkdownComments: FindComments = (text, path) => {
  const front = findFrontmatter(text);
  const from = front?.end ?? 0;
  const blocks = blocksOf(text, from);
  const code = [...blocks.map((block) => block.text), ...findSpans(text, from)].map(({ range }) => range);
  const begin = text.offsetAt(0);
  const ranges = code
    .map(({ start, end }): Range => ({ start: start - begin, end: end - begin }))
    .sort((a, b) => a.start - b.start);
  const comments = commentsBetween(text.reveal(), from, ranges, /\.mdx(?:\.|$)/i.test(path));
  return [
    { text, comments, from, blocks: blocksBehind(text.reveal(), comments, ranges) },
    ...(front ? findYamlComments(front.yaml, path, () => false) : []),
    ...blocks.map(commentsOfBlock),
  ];
};

/** Comments outside of code. What is not closed is none. */
function commentsBetween(source: string, from: number, code: readonly Range[], isMdx: boolean): Comment[] {
  const comments: Comment[] = [];
  const opening = isMdx ? /<!--|\{\/\*/g : /<!--/g;
  let passed = 0;
  opening.lastIndex = from;
  for (let match = opening.exec(source); match; match = opening.exec(source)) {
    const start = match.index;
    while (passed < code.length && code[passed]!.end <= start) passed += 1;
    const around = code[passed];
    if (around && around.start <= start) {
      opening.lastIndex = around.end;
      continue;
    }
    const closing = match[0] === '<!--' ? '-->' : '*/}';
    const close = source.indexOf(closing, start + match[0].length);
    if (close === -1) break;
    const end = close + closing.length;
    comments.push({ start, end, content: { start: start + match[0].length, end: close } });
    opening.lastIndex = end;
  }
  return comments;
}

/** The blocks right behind comments, each from its fence on. */
function blocksBehind(source: string, comments: readonly Comment[], code: readonly Range[]): Range[] {
  let passed = 0;
  return comments.flatMap(({ end }) => {
    while (passed < code.length && code[passed]!.start < end) passed += 1;
    const next = code[passed];
    return next && FENCE.test(source.slice(end, next.start))
      ? [{ start: end + source.slice(end).search(/\S/), end: next.end }]
      : [];
  });
}

function commentsOfBlock({ text, language }: Block): CommentedText {
  return { text, comments: findIn(text, language), shown: true };
}

function findIn(text: LocatedText, language: string): readonly Comment[] {
  if (language === 'yaml' || language === 'yml') return findYamlComments(text, '', () => false)[0]!.comments;
  if (language === 'toml') return findTomlComments(text.reveal());
  return SHELL.test(language) ? findRemarks(text) : findSlashComments(text.reveal(), LOOSE_SYNTAX);
}
