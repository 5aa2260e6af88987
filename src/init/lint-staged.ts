import { isMap, isScalar, type YAMLMap } from 'yaml';
import { readYaml } from './read-yaml.ts';

/** Files of lint-staged that are JSON, and under which member its tasks are; others are code or YAML. */
export const LINT_STAGED_FILES: readonly { readonly path: string; readonly member?: string }[] = [
  { path: 'package.json', member: 'lint-staged' },
  { path: '.lintstagedrc.json' },
  { path: '.lintstagedrc' },
];

/** All that lint-staged reads, in a project without a member of package.json. */
export const LINT_STAGED_NAMES =
  /^(?:\.lintstagedrc(?:\.(?:json|ya?ml|[cm]?[jt]s))?|lint-staged\.config\.[cm]?[jt]s)$/;

/** All changed files, since configs have many names. */
const GLOB = '*';

/**
 * The text with a task for all files in front of the others, everything else as it is; nothing when it has no place for
 * it: no JSON, no tasks, or a task of this name.
 */
export function addToLintStaged(text: string, member: string | undefined, task: string): string | undefined {
  const tasks = tasksOf(text, member);
  if (!tasks?.range || !tasks.flow || tasks.has(GLOB)) return undefined;
  const start = tasks.range[0] + 1;
  const entry = `${JSON.stringify(GLOB)}: ${JSON.stringify(task)}`;
  const [first] = tasks.items;
  if (!first) return `${text.slice(0, start)} ${entry} ${text.slice(start).trimStart()}`;
  const key = first.key;
  if (!isScalar(key) || !key.range) return undefined;
  const space = text.slice(start, key.range[0]);
  return /^\s*$/.test(space)
    ? `${text.slice(0, start)}${space}${entry},${space === '' ? ' ' : ''}${text.slice(start)}`
    : undefined;
}

/** JSON is YAML in its flow style. */
function tasksOf(text: string, member: string | undefined): YAMLMap | undefined {
  const root = readYaml(text)?.contents;
  const tasks = member === undefined ? root : isMap(root) ? root.get(member) : undefined;
  return isMap(tasks) ? tasks : undefined;
}
