import { isMap, isNode, isPair, isScalar, isSeq, type Scalar, type YAMLSeq } from 'yaml';
import { HOOK_IDS } from './hook-ids.ts';
import { readYaml } from './read-yaml.ts';
import { REPOSITORY, TAG } from './sources.ts';

export const PRE_COMMIT_CONFIG = '.pre-commit-config.yaml';

/** The entry, item by item, without its indentation. A config that is code is only read when it is named. */
function entryOf(codeConfig: string | undefined): string[] {
  const args = codeConfig === undefined ? [] : [`      args: [--config, ${codeConfig}, --]`];
  return [
    `- repo: ${REPOSITORY}`,
    `  rev: ${TAG}`,
    '  hooks:',
    `    - id: ${HOOK_IDS.lint}`,
    ...args,
    '    # Runs when asked for only.',
    `    - id: ${HOOK_IDS.fix}`,
    ...args,
  ];
}

/** A config of pre-commit with our hooks alone. `codeConfig`: the config of mcp-lint here, if that is code. */
export function newPreCommitConfig(codeConfig?: string): string {
  return `repos:\n${linesOf(codeConfig, '  ', '\n')}`;
}

function linesOf(codeConfig: string | undefined, indent: string, lineEnd: string): string {
  return entryOf(codeConfig)
    .map((line) => indent + line + lineEnd)
    .join('');
}

/** Whether a config of pre-commit has one of our hooks. */
export function hasOurHooks(text: string): boolean {
  return new RegExp(`^\\s*(?:-\\s+)?["']?id["']?:\\s*["']?${HOOK_IDS.lint}["']?\\s*(?:#.*)?$`, 'm').test(
    text,
  );
}

/**
 * The text with our entry behind the last of its repositories, everything else as it is; nothing when it is written in
 * a way that lines cannot simply be added to (`repos: [{...}]`), or when it is broken.
 */
export function addToPreCommitConfig(text: string, codeConfig?: string): string | undefined {
  const root = readYaml(text)?.contents;
  if (root === undefined) return undefined;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const block = (indent: string) => linesOf(codeConfig, indent, lineEnd);
  const before = countOf(root);
  const after = insert(text, root, block, lineEnd);
  if (before === undefined || after === undefined) return undefined;
  // A look at what came of it, since YAML can be written in more ways than these.
  return countOf(readYaml(after)?.contents) === before + 1 && hasOurHooks(after) ? after : undefined;
}

function insert(
  text: string,
  root: unknown,
  block: (indent: string) => string,
  lineEnd: string,
): string | undefined {
  const behindLine = (at: number, added: string) => {
    const end = text.indexOf('\n', at);
    return end < 0 ? text + lineEnd + added : text.slice(0, end + 1) + added + text.slice(end + 1);
  };
  const pair = pairOf(root);
  if (!pair) {
    const isOpen = text !== '' && !text.endsWith('\n');
    return `${text}${isOpen ? lineEnd : ''}repos:${lineEnd}${block('  ')}`;
  }
  const { key, value } = pair;
  if (isScalar(value) && value.value === null) return behindLine(key.range![1], block('  '));
  if (!isSeq(value) || !value.range) return undefined;
  const [start, end] = value.range;
  if (value.flow) {
    if (value.items.length > 0) return undefined;
    const without = `${text.slice(0, start).trimEnd()}${text.slice(end)}`;
    const lineStop = without.indexOf('\n', key.range![1]);
    return lineStop < 0
      ? `${without}${lineEnd}${block('  ')}`
      : without.slice(0, lineStop + 1) + block('  ') + without.slice(lineStop + 1);
  }
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  return /^ *$/.test(indent) ? behindLine(endOf(text, value, indent.length), block(indent)) : undefined;
}

/** The member `repos`, with places. */
function pairOf(root: unknown): { key: Scalar; value: unknown } | undefined {
  if (!isMap(root)) return undefined;
  const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'repos');
  return pair && isScalar(pair.key) && pair.key.range ? { key: pair.key, value: pair.value } : undefined;
}

/** How many repositories there are; nothing when this can be no config. */
function countOf(root: unknown): number | undefined {
  if (root === null || (isScalar(root) && root.value === null)) return 0;
  if (!isMap(root) || root.flow) return undefined;
  const value = pairOf(root)?.value;
  return isSeq(value) ? value.items.length : 0;
}

/**
 * Offset in the last line of a list, without comments that may be about what follows: those that are indented further than its
 * dashes and stand directly below are its own.
 */
function endOf(text: string, list: YAMLSeq, indent: number): number {
  let at = text.slice(0, lastLeafEnd(list)).trimEnd().length - 1;
  for (;;) {
    const lineEnd = text.indexOf('\n', at);
    const [, spaces] = /^( *)#/.exec(lineEnd < 0 ? '' : text.slice(lineEnd + 1, lineEnd + 201)) ?? [];
    if (spaces === undefined || spaces.length <= indent) return at;
    at = lineEnd + 1;
  }
}

/** Where the last value of a collection ends: collections in blocks end behind the comments that follow. */
function lastLeafEnd(node: unknown): number {
  if ((isMap(node) || isSeq(node)) && !node.flow && node.items.length > 0) {
    const last: unknown = node.items.at(-1);
    return isPair(last) ? Math.max(lastLeafEnd(last.key), lastLeafEnd(last.value)) : lastLeafEnd(last);
  }
  return isNode(node) && node.range ? node.range[1] : 0;
}
