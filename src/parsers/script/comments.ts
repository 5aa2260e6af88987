import type { Range } from '../../core/range.ts';
import type { FindComments } from '../comments/comment.ts';
import { findSlashComments, JSON5_SYNTAX } from '../comments/slash-comments.ts';
import { readTree } from './syntax-tree.ts';

/** All that can hold any text: strings and regular expressions, texts of templates and of JSX. */
const TEXTS = new Set(['Literal', 'TemplateElement', 'JSXText']);

/** The comments of a script. None of a broken one, whose tree does not have all of its strings. */
export const findScriptComments: FindComments = (text, path) => {
  const source = text.reveal();
  const { program, fault } = readTree(source, path);
  if (!program || fault) return [];
  const syntax = { ...JSON5_SYNTAX, quotes: '', texts: textsOf(program) };
  return [
    { text, comments: findSlashComments(source, syntax), from: /^#![^\r\n]*/.exec(source)?.[0].length ?? 0 },
  ];
};

/** In the order of the source. Types too: they can be strings. */
function textsOf(program: object): Range[] {
  const texts: Range[] = [];
  const left: object[] = [program];
  for (let node = left.pop(); node; node = left.pop()) {
    const { type, range } = node as { readonly type?: string; readonly range?: readonly [number, number] };
    if (type !== undefined && range && TEXTS.has(type)) texts.push({ start: range[0], end: range[1] });
    for (const [name, member] of Object.entries(node))
      if (typeof member === 'object' && member !== null && !BESIDE.has(name)) left.push(member);
  }
  return texts.sort((a, b) => a.start - b.start);
}

/** Members of a node that are no nodes below it. */
const BESIDE = new Set(['parent', 'loc', 'range']);
