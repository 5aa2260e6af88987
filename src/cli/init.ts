import type { Machine } from '../core/machine.ts';
import type { Arguments } from './arguments.ts';

/** Runs `mcp-lint init`; gives the exit code. */
export async function runInit(_request: {
  readonly args: Arguments;
  readonly machine: Machine;
}): Promise<0 | 1 | 2> {
  return 0;
}
