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
const GET = 'Get pre-commit (https://pre-commit.com), then once in every clone: pre-commit install';
const LEFTHOOK = /^\.?lefthook\.(?:ya?ml|toml|json)$/;

/** What a hook depends on besides the files of the project. */
interface HookSettings {
  /** Text of the configuration of the repository. */
  readonly gitConfig: string;
  /** The config of mcp-lint that the project has, if it is code: that is only read when it is named. */
  readonly codeConfig?: string | undefined;
}

/** A hook in the way that the project runs hooks: pre-commit, husky, lint-staged; without any, pre-commit. */
export function hookPart(project: Project, { gitConfig, codeConfig }: HookSettings): Part {
  const config = codeConfig === undefined ? '' : ` --config ${codeConfig}`;
  const command = commandOf(project.mentions('mcp-lint'));
  const staged = `${command} --staged${config}`;
  if (project.has(PRE_COMMIT_CONFIG)) return preCommitPart(project, codeConfig);
  if (project.has('.husky') || project.mentions('husky')) return huskyPart(project, staged);
  const tasks = tasksPart(project, `${command} --ignore-unknown${config}`);
  if (tasks) return tasks;
  const lefthook = project.filesIn('.').find((name) => LEFTHOOK.test(name));
  if (lefthook !== undefined)
    return byHand(project, lefthook, `Add a command to "pre-commit" of ${lefthook}: ${staged}`);
  if (project.mentions('simple-git-hooks'))
    return byHand(
      project,
      'package.json',
      `Add to "pre-commit" of simple-git-hooks, then run "npx simple-git-hooks": ${staged}`,
    );
  // pre-commit refuses to be installed where git does not look for hooks in its own folder.
  if (/^\s*hookspath\s*=/im.test(gitConfig))
    return {
      next: [
        `git runs hooks of another folder here ("core.hooksPath"). Add to "pre-commit" there: ${staged}`,
      ],
    };
  const after = newPreCommitConfig(codeConfig);
  const part = newFile(project, { path: PRE_COMMIT_CONFIG, after, purpose: PURPOSE });
  return part.change ? { ...part, next: [GET] } : part;
}

function preCommitPart(project: Project, codeConfig: string | undefined): Part {
  return addition(project, PRE_COMMIT_CONFIG, {
    isThere: hasOurHooks,
    add: (text) => addToPreCommitConfig(text, codeConfig),
    next: INSTALL,
    otherwise: `Add the hook to ${PRE_COMMIT_CONFIG} by hand, since it is broken or not written in blocks:\n${newPreCommitConfig(codeConfig)}`,
  });
}

function huskyPart(project: Project, command: string): Part {
  if (project.has(HUSKY_HOOK))
    return addition(project, HUSKY_HOOK, {
      isThere: mentionsTask,
      add: (text) => addToHuskyHook(text, command),
    });
  return newFile(project, {
    path: HUSKY_HOOK,
    after: newHuskyHook(command),
    purpose: PURPOSE,
    executable: true,
  });
}

/** Nothing when there is no lint-staged. */
function tasksPart(project: Project, task: string): Part | undefined {
  for (const { path, member } of LINT_STAGED_FILES) {
    if (!project.has(path) || (member !== undefined && !project.mentions(member))) continue;
    const add = (text: string) => addToLintStaged(text, member, task);
    const text = project.text(path) ?? '';
    if (add(text) !== undefined || mentionsTask(text))
      return addition(project, path, { isThere: mentionsTask, add });
  }
  const other = project.filesIn('.').find((name) => LINT_STAGED_NAMES.test(name));
  if (other === undefined && !project.mentions('lint-staged')) return undefined;
  const where = other === undefined ? '' : `, ${other}`;
  const sentence = `Add a task for "*" to the config of lint-staged${where}: ${task}`;
  return byHand(project, other ?? 'package.json', sentence);
}

interface Addition {
  isThere(text: string): boolean;
  /** The text with the hook; nothing when it has no place for it. */
  add(text: string): string | undefined;
  /** What to do then. */
  readonly next?: string;
  /** What to do instead. */
  readonly otherwise?: string;
}

/** Lines for a file that is there. */
function addition(project: Project, path: string, { isThere, add, next, otherwise }: Addition): Part {
  const found = project.find(path);
  if (found.kind !== 'text')
    return { problem: `${path} cannot be changed: ${found.kind === 'absent' ? 'it is gone' : found.why}.` };
  if (isThere(found.text)) return { kept: `the hook in ${path}` };
  const after = add(found.text);
  if (after === undefined) return { ...(otherwise !== undefined && { next: [otherwise] }) };
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
