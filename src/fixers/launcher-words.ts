import { posix, win32 } from 'node:path';
import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import { programPaths } from '../core/program-paths.ts';
import { DISK, type Disk } from './disk.ts';

/** The mcp-lint that runs now. */
export interface Installation {
  /** Absolute path of Node.js. */
  readonly node: string;
  /** Absolute path of the file that the command starts. */
  readonly script: string;
  readonly version: string;
}

/** How a config calls mcp-lint. */
export interface LauncherWords {
  readonly words: readonly string[];
  /** Why it is called that way, one sentence. */
  readonly why: string;
}

/** What the words are chosen for. */
export interface LauncherRequest {
  /** `auto` finds them out, `npx`, or the words themselves. */
  readonly choice: readonly string[];
  /** The file is there for others too. */
  readonly shared: boolean;
  readonly machine: Machine;
  readonly installation?: Installation;
}

type Launcher = LauncherWords | { readonly refusal: string };

const NAME = 'mcp-lint';

/**
 * Folders of programs that an application has on its PATH although it was not started from a terminal. None on macOS: what
 * launchd gives (/usr/bin:/bin:/usr/sbin:/sbin) no package manager may write; none on Windows: what npm installs there is
 * a script, which Node.js does not start without a shell.
 */
const EVERYBODYS: readonly string[] = ['/usr/local/bin', '/usr/bin', '/bin'];
/** Names for Node.js that stay when it is updated. */
const LASTING: readonly string[] = [
  '/usr/bin/node',
  '/usr/local/bin/node',
  '/opt/homebrew/bin/node',
  '/home/linuxbrew/.linuxbrew/bin/node',
];

/** The words that start mcp-lint from a config, and that still will tomorrow; a refusal, a clause, where there are none. */
export function chooseLauncher(request: LauncherRequest, disk: Disk = DISK): Launcher {
  const [first = 'auto', ...rest] = request.choice;
  if (first === 'npx' && rest.length === 0) return throughNpx(request, disk);
  if (first !== 'auto') return byWords(request, disk);
  return request.shared ? byName(request, disk) : ofThisMachine(request, disk);
}

function byName({ machine }: LauncherRequest, disk: Disk): Launcher {
  if (firstLasting(NAME, machine, disk) === undefined)
    return {
      refusal:
        'a file for others calls mcp-lint by its name, and no such program is on the PATH: install it with "npm install --global mcp-lint", or say "--launcher npx"',
    };
  return { words: [NAME], why: 'The file is shared, so it calls mcp-lint by its name.' };
}

function ofThisMachine({ machine, installation }: LauncherRequest, disk: Disk): Launcher {
  const installed = firstLasting(NAME, machine, disk);
  if (machine.os === 'linux' && isEverybodys(installed) && isEverybodys(firstLasting('node', machine, disk)))
    return { words: [NAME], why: 'mcp-lint is installed where every program of this machine finds it.' };
  const script = [installation?.script, installed && disk.realPath(installed)].find(
    (path) => path?.endsWith('.cjs') && isLasting(path, machine) && disk.isFile(path),
  );
  if (installation && script !== undefined)
    return {
      words: [LASTING.find((path) => disk.realPath(path) === installation.node) ?? installation.node, script],
      why: 'This installation is called by its path, because hosts that are not started from a terminal find no other.',
    };
  return {
    refusal:
      'mcp-lint runs from a folder that will not last: install it with "npm install --global mcp-lint", or say "--launcher npx"',
  };
}

function throughNpx({ machine, installation }: LauncherRequest, disk: Disk): Launcher {
  if (!installation || findOnPath('npx', machine, disk).length === 0)
    return { refusal: 'npx is not on the PATH of this machine' };
  return {
    words: ['npx', '-y', `${NAME}@${installation.version}`],
    why: 'npx fetches this version of mcp-lint when it is not there.',
  };
}

function byWords({ choice, machine }: LauncherRequest, disk: Disk): Launcher {
  const [program = '', ...rest] = choice;
  const found = isAbsolute(program, machine)
    ? disk.isProgram(program)
    : findOnPath(program, machine, disk).length > 0;
  const missing = found ? rest.find((word) => isAbsolute(word, machine) && !disk.isFile(word)) : program;
  if (missing !== undefined) return { refusal: `the launcher "${label(missing)}" is not there` };
  return { words: choice, why: 'mcp-lint is called in the way that you gave.' };
}

/** Absolute paths of a program on the PATH, in its order. */
function findOnPath(name: string, { os, variables }: Machine, disk: Disk): string[] {
  return programPaths(name, variables, os, ['.exe', '.cmd']).filter((path) => disk.isProgram(path));
}

function firstLasting(name: string, machine: Machine, disk: Disk): string | undefined {
  return findOnPath(name, machine, disk).find((path) => isLasting(path, machine));
}

/** Not in the cache of npx, in the packages of a project or in a temporary folder. */
function isLasting(path: string, { os, variables }: Machine): boolean {
  const plain = (text: string) => (os === 'windows' ? text.replaceAll('\\', '/').toLowerCase() : text);
  if (/\/_npx\/|\/node_modules\/\.bin\/|\/fnm_multishells\//.test(plain(path))) return false;
  const temporary = ['TMPDIR', 'TEMP', 'TMP'].flatMap((name) => variables[name] || []);
  return ![...temporary, ...TEMPORARY].some((folder) =>
    plain(path).startsWith(`${plain(folder).replace(/\/$/, '')}/`),
  );
}

const TEMPORARY: readonly string[] = [
  '/tmp',
  '/var/tmp',
  '/private/tmp',
  '/var/folders',
  '/private/var/folders',
  '/dev/shm',
];

function isEverybodys(path: string | undefined): boolean {
  return path !== undefined && EVERYBODYS.includes(posix.dirname(path));
}

function isAbsolute(path: string, { os }: Machine): boolean {
  return (os === 'windows' ? win32 : posix).isAbsolute(path);
}
