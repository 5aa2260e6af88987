import { accessSync, constants } from 'node:fs';
import { sep } from 'node:path';
import { programPaths } from '../core/program-paths.ts';

/** Settings of a repository that name programs, switched off: it may be somebody else's. */
export const SAFE_SETTINGS = [
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  'core.hooksPath=/dev/null',
  '-c',
  'log.showSignature=false',
  '-c',
  'protocol.allow=never',
];

/** Of the process; asked late, since loading `node:process` takes a part of a short run. */
function variables(): NodeJS.ProcessEnv {
  return process.getBuiltinModule('node:process').env;
}

/** The environment without what steers git; no fetching of missing objects, no questions, no writing. */
export function safeEnvironment(): NodeJS.ProcessEnv {
  const kept = Object.entries(variables()).filter(([name]) => !/^GIT_/i.test(name));
  return {
    ...Object.fromEntries(kept),
    // Stronger than `protocol.<name>.allow` of a repository.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_NO_LAZY_FETCH: '1',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    LC_ALL: 'C',
  };
}

/** Where a repository, its index and its objects are, as git tells its hooks (githooks(5)) and users of bare repositories tell git. */
const PLACES = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
];

/**
 * The same environment, but with the places that the caller's own names: `git commit -a` and `git commit FILE` have an
 * index of their own, and a hook is there to look at that one. No repository can set them.
 */
export function hookEnvironment(): NodeJS.ProcessEnv {
  const all = variables();
  const named = PLACES.flatMap((name) => (all[name] ? [[name, all[name]] as const] : []));
  return { ...safeEnvironment(), ...Object.fromEntries(named) };
}

/** The full path of git, from absolute folders of PATH only: a bare name could start a git.exe of the current folder. */
export function findGit(): string | undefined {
  return programPaths('git', variables(), sep === '\\' ? 'windows' : 'linux').find((path) => {
    try {
      accessSync(path, constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** Where the user keeps settings, when the environment says so. */
export function configurationFolder(): string | undefined {
  return variables()['XDG_CONFIG_HOME'] || undefined;
}
