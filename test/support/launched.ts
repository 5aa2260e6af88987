import { existsSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { builtCli, NODE, temporaryFolder } from './cli.ts';

/** Options that have configs call the built command by its path: by itself it wants one that is installed for good. */
export function byPath(): readonly string[] {
  return ['--launcher', `${NODE} ${builtCli()}`];
}

let folder: string | undefined;

/** A PATH on which the built command is found as `mcp-lint`; the same for the same path within a file of tests. */
export function pathWithCommand(path: string): string {
  // It goes with the file of tests that made it.
  if (folder === undefined || !existsSync(folder)) {
    folder = temporaryFolder();
    symlinkSync(builtCli(), join(folder, 'mcp-lint'));
  }
  return `${folder}:${path}`;
}

/** The arguments of a fix after which configs call `mcp-lint` by its name, wherever that is. */
export function byName(args: readonly string[]): readonly string[] {
  const isFix = args[0] === 'fix' || args[0] === '--fix';
  return isFix && !args.includes('--launcher')
    ? [args[0]!, '--launcher', 'mcp-lint', ...args.slice(1)]
    : args;
}
