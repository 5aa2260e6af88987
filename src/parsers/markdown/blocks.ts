import type { LocatedText } from '../../core/located-text.ts';
import type { Block } from './block.ts';
import { findFenced } from './fences.ts';
import { findFrontmatter } from './frontmatter.ts';
import { findElements } from './html.ts';

/** Texts that show how to write such a text. */
const MARKDOWN = new Set(['markdown', 'md', 'mdx']);
const MAX_NESTING = 3;

/** The blocks of code behind `from`, those inside blocks of Markdown too. */
export function blocksOf(text: LocatedText, from: number, nesting = 0): Block[] {
  const blocks = [...findFenced(text, from), ...findElements(text, from)];
  return blocks.flatMap((block) => {
    if (!MARKDOWN.has(block.language) || nesting >= MAX_NESTING) return [block];
    const front = findFrontmatter(block.text);
    const inner = blocksOf(block.text, front?.end ?? 0, nesting + 1);
    return front ? [{ text: front.yaml, language: 'yaml' }, ...inner] : inner;
  });
}
