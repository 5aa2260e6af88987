import type { Change, Part } from './change.ts';
import { addToHuskyHook, HUSKY_HOOK, newHuskyHook } from './husky.ts';
import { addToLintStaged, LINT_STAGED_FILES, LINT_STAGED_NAMES } from './lint-staged.ts';
import { newFile } from './new-file.ts';
import {
  addToPreCommitConfig,
  hasOurHooks,
  newPreCommitConfig,
  PRE_COMMIT_CONFIG,
} from './pre-commit-config.ts';
import type { Project } from './project.ts';
import { commandOf } from './sources.ts';

const PURPOSE = 'lints what is committed';
const INSTALL = 'Once in every clone: pre-commit install';
const LEFTHOOK = /^\.?lefthook\.(?:ya?ml|toml|json)$/;

/** A hook in the way that the project runs hooks: pre-commit, husky, lint-staged; without any, pre-commit. */
export function hookPart(project: Project): Part {
  const command = commandOf(project.mentions('mcp-lint'));
  if (project.has(PRE_COMMIT_CONFIG))
    return addition(project, PRE_COMMIT_CONFIG, hasOurHooks, addToPreCommitConfig, INSTALL);
  if (project.has('.husky') || project.mentions('husky')) return huskyPart(project, command);
  const tasks = tasksPart(project, command);
  if (tasks) return tasks;
  const lefthook = project.filesIn('.').find((name) => LEFTHOOK.test(name));
  if (lefthook !== undefined)
    return byHand(project, lefthook, `Add a command to "pre-commit" of ${lefthook}: ${command} --staged`);
  const part = newFile(project, { path: PRE_COMMIT_CONFIG, after: newPreCommitConfig(), purpose: PURPOSE });
  return part.change ? { ...part, next: [INSTALL] } : part;
}

function huskyPart(project: Project, command: string): Part {
  if (project.has(HUSKY_HOOK))
    return addition(project, HUSKY_HOOK, mentionsTask, (text) => addToHuskyHook(text, command));
  return newFile(project, {
    path: HUSKY_HOOK,
    after: newHuskyHook(command),
    purpose: PURPOSE,
    executable: true,
  });
}

/** Nothing when there is no lint-staged. */
function tasksPart(project: Project, command: string): Part | undefined {
  const task = `${command} --ignore-unknown`;
  for (const { path, member } of LINT_STAGED_FILES) {
    if (!project.has(path) || (member !== undefined && !project.mentions(member))) continue;
    const add = (text: string) => addToLintStaged(text, member, task);
    const text = project.text(path) ?? '';
    if (add(text) !== undefined || mentionsTask(text)) return addition(project, path, mentionsTask, add);
  }
  const other = project.filesIn('.').find((name) => LINT_STAGED_NAMES.test(name));
  if (other === undefined && !project.mentions('lint-staged')) return undefined;
  return byHand(project, other ?? 'package.json', `Add a task for "*" to the config of lint-staged: ${task}`);
}

/** Lines for a file that is there. */
function addition(
  project: Project,
  path: string,
  isThere: (text: string) => boolean,
  add: (text: string) => string | undefined,
  next?: string,
): Part {
  const found = project.find(path);
  if (found.kind !== 'text')
    return { problem: `${path} cannot be changed: ${found.kind === 'absent' ? 'it is gone' : found.why}.` };
  if (isThere(found.text)) return { kept: `the hook in ${path}` };
  const after = add(found.text);
  if (after === undefined)
    return {
      next: [`Add the hook to ${path} by hand, since it is not written in blocks:\n${newPreCommitConfig()}`],
    };
  const change: Change = { path, before: found.text, after, purpose: PURPOSE };
  return { change, ...(next !== undefined && { next: [next] }) };
}

/** For files that are code, or of a form that is not changed here. */
function byHand(project: Project, path: string, sentence: string): Part {
  return mentionsTask(project.text(path) ?? '') ? { kept: `the hook in ${path}` } : { next: [sentence] };
}

/** `mcp-lint --staged`, `npx --yes mcp-lint@1.2.0 --ignore-unknown`. */
function mentionsTask(text: string): boolean {
  return /\bmcp-lint(?:@[\w.-]+)? /.test(text);
}
