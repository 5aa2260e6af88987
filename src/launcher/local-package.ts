import { existsSync, lstatSync } from 'node:fs';
import { basename, join } from 'node:path';
import { label } from '../core/label.ts';
import { packageWords } from './package-words.ts';
import { type Call, namesIn, textOf } from './project-folder.ts';
import { HARMLESS_NPM_SETTINGS, REGISTRY_CREDENTIALS } from './project-readers.ts';

const RUNNERS = /^(?:npx|pnpx|bunx|npm|pnpm|yarn|bun)$/;
/** npm puts `node_modules/.bin` of the working directory and above in front of PATH, and these are run in any case, or by many servers. */
const ALWAYS_RUN = (
  'node sh env bash node.exe node.cmd cmd.exe git ' +
  'docker podman python python3 gh ssh curl kubectl aws gcloud az ps uname xdg-open osascript uv uvx'
).split(' ');
/** More packages than a project has. */
const MOST_PACKAGES = 50_000;

/**
 * Why `npx` would run something of the folder that it is started in, and not what its name says in the registry: it takes
 * a package or a program of that name from `node_modules`, from `workspaces` or from the project itself
 * (`libnpmexec`), and its settings from `.npmrc` of the project.
 */
export function localPackageProblem({ name, words }: Call, above: readonly string[]): string | undefined {
  if (!RUNNERS.test(name)) return undefined;
  const found = packageWords(words);
  const command = words.slice(1).find((word) => !word.startsWith('-'));
  const packages = new Set(found.map((word) => word.name));
  const programs = new Set([
    ...ALWAYS_RUN,
    ...found.flatMap((word) => [words[word.index]!, word.name, basename(word.name)]),
    ...(command === undefined ? [] : [command]),
  ]);
  const count = { packages: 0 };
  for (const folder of above) {
    const modules = join(folder, 'node_modules');
    const isProject = folder === above[0] || existsSync(modules) || existsSync(join(folder, 'package.json'));
    const setting = isProject ? strangeSetting(textOf(join(folder, '.npmrc'))) : undefined;
    if (setting !== undefined) return `.npmrc in ${label(folder)} sets ${label(setting)}`;
    const problem =
      localProgram(modules, programs) ??
      ownPackage(folder, packages, programs, count) ??
      installedPackage(modules, packages, count);
    if (problem !== undefined) return problem;
  }
  return undefined;
}

function localProgram(modules: string, programs: ReadonlySet<string>): string | undefined {
  const folder = join(modules, '.bin');
  if (!existsSync(folder)) return undefined;
  const found = [...programs].find(
    (program) => existsSync(join(folder, program)) || existsSync(join(folder, `${program}.cmd`)),
  );
  return found && `${label(found)} would be run from ${label(folder)}`;
}

/** The package of the folder itself, and those of its workspaces. */
function ownPackage(
  folder: string,
  packages: ReadonlySet<string>,
  programs: ReadonlySet<string>,
  count: { packages: number },
): string | undefined {
  const own = readPackage(folder);
  if (own === undefined) return undefined;
  if (packages.has(own.name) || own.programs.some((program) => programs.has(program)))
    return `${label(folder)} is a package of that name itself`;
  for (const workspace of own.workspaces.flatMap((pattern) => foldersLike(folder, pattern))) {
    count.packages += 1;
    if (count.packages > MOST_PACKAGES) return TOO_MANY;
    const inner = readPackage(workspace);
    if (inner && (packages.has(inner.name) || inner.programs.some((program) => programs.has(program))))
      return `a package of that name is in ${label(workspace)}`;
  }
  return undefined;
}

const TOO_MANY = 'node_modules holds more packages than can be looked through';

/** npm knows packages by the name in their own files, whatever their folders are called. */
function installedPackage(
  modules: string,
  packages: ReadonlySet<string>,
  count: { packages: number },
): string | undefined {
  for (const entry of namesIn(modules)) {
    if (entry.startsWith('.')) continue;
    const folders = entry.startsWith('@')
      ? namesIn(join(modules, entry)).map((inner) => join(modules, entry, inner))
      : [join(modules, entry)];
    for (const folder of folders) {
      count.packages += 1;
      if (count.packages > MOST_PACKAGES) return TOO_MANY;
      if (packages.has(readPackage(folder)?.name ?? ''))
        return `a package of that name is in ${label(folder)}`;
      const problem = isLink(folder)
        ? undefined
        : installedPackage(join(folder, 'node_modules'), packages, count);
      if (problem !== undefined) return problem;
    }
  }
  return undefined;
}

function isLink(path: string): boolean {
  return lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false;
}

interface ReadPackage {
  readonly name: string;
  readonly programs: readonly string[];
  readonly workspaces: readonly string[];
}

/** The error of the parser quotes the file, so it ends here. */
function readPackage(folder: string): ReadPackage | undefined {
  try {
    const { name, bin, workspaces } = JSON.parse(textOf(join(folder, 'package.json')).replace(/^\ufeff/, ''));
    const patterns = Array.isArray(workspaces) ? workspaces : (workspaces?.packages ?? []);
    return {
      name: String(name),
      programs:
        typeof bin === 'string'
          ? [basename(String(name))]
          : Object.keys(bin ?? {}).map((key) => basename(key)),
      workspaces: (Array.isArray(patterns) ? patterns : []).map(String),
    };
  } catch {
    return undefined;
  }
}

const MOST_WORKSPACES = 5000;

/** Folders that `packages/*` and the like stand for; more than npm would take, never fewer. */
function foldersLike(folder: string, pattern: string): readonly string[] {
  let found = [folder];
  for (const step of pattern.split('/').filter((one) => one !== '' && one !== '.')) {
    if (step.startsWith('!')) return [];
    if (!/[*?{[(]/.test(step)) found = found.map((one) => join(one, step));
    else if (step.includes('**')) found = found.flatMap((one) => [one, ...foldersBelow(one, 4)]);
    else found = found.flatMap((one) => foldersBelow(one, 1));
    if (found.length > MOST_WORKSPACES) return found;
  }
  return found;
}

function foldersBelow(folder: string, depth: number): readonly string[] {
  return namesIn(folder)
    .filter((name) => name !== 'node_modules' && name !== '.git')
    .map((name) => join(folder, name))
    .flatMap((inner) => (depth > 1 ? [inner, ...foldersBelow(inner, depth - 1)] : [inner]));
}

/** Name of the first setting that may change what `npx` runs. */
function strangeSetting(text: string): string | undefined {
  for (const line of text.split(/[\r\n]+/)) {
    const setting = line.trim();
    if (setting === '' || /^[#;]/.test(setting)) continue;
    const name = setting.split('=')[0]!.trim();
    const value = setting.slice(setting.indexOf('=') + 1).trim();
    if (name === 'registry' && /^https:\/\/registry\.npmjs\.org\/?$/.test(value)) continue;
    if (!HARMLESS_NPM_SETTINGS.test(name) && !REGISTRY_CREDENTIALS.test(name)) return name;
  }
  return undefined;
}
