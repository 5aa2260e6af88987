import { isMap, isScalar, isSeq } from 'yaml';
import { HOOK_IDS } from './hook-ids.ts';
import { readYaml } from './read-yaml.ts';
import { REPOSITORY, TAG } from './sources.ts';

export const PRE_COMMIT_CONFIG = '.pre-commit-config.yaml';

/** The entry, item by item, without its indentation. */
const ENTRY = [
  `- repo: ${REPOSITORY}`,
  `  rev: ${TAG}`,
  '  hooks:',
  `    - id: ${HOOK_IDS.lint}`,
  '    # Runs when asked for only.',
  `    - id: ${HOOK_IDS.fix}`,
];

/** A config of pre-commit with our hooks alone. */
export function newPreCommitConfig(): string {
  return `repos:\n${ENTRY.map((line) => `  ${line}\n`).join('')}`;
}

/** Whether a config of pre-commit has one of our hooks. */
export function hasOurHooks(text: string): boolean {
  return new RegExp(`^\\s*(?:-\\s+)?["']?id["']?:\\s*["']?${HOOK_IDS.lint}["']?\\s*(?:#.*)?$`, 'm').test(
    text,
  );
}

/**
 * The text with our entry behind the last of its repositories, everything else as it is; nothing when it is written in
 * a way that a line cannot simply be added to (`repos: [...]`), or when it is broken.
 */
export function addToPreCommitConfig(text: string): string | undefined {
  const items = listOf(text);
  if (!items) return undefined;
  const { last, indent, count } = items;
  const lineEnd = text.includes('\r\n') ? '\r\n' : '\n';
  const lines = ENTRY.map((line) => indent + line + lineEnd).join('');
  const end = text.indexOf('\n', last);
  const [head, tail] = end < 0 ? [text + lineEnd, ''] : [text.slice(0, end + 1), text.slice(end + 1)];
  const after = head + lines + tail;
  return listOf(after)?.count === count + 1 && hasOurHooks(after) ? after : undefined;
}

/** The list of repositories: offset of its last character, indentation of its dashes, how many they are. */
function listOf(text: string): { last: number; indent: string; count: number } | undefined {
  const root = readYaml(text)?.contents;
  if (!isMap(root)) return undefined;
  const repos = root.items.find(({ key }) => isScalar(key) && key.value === 'repos')?.value;
  if (!isSeq(repos) || repos.flow || !repos.range || repos.items.length === 0) return undefined;
  const [start, valueEnd] = repos.range;
  const indent = text.slice(text.lastIndexOf('\n', start - 1) + 1, start);
  if (!/^ *$/.test(indent)) return undefined;
  // The value of the last item may end behind line ends of its own.
  const last = text.slice(0, valueEnd).trimEnd().length - 1;
  return { last, indent, count: repos.items.length };
}
