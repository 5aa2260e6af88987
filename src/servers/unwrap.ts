import type { Word } from '../core/model.ts';
import type { Variable } from './environment.ts';
import { unwrapBridge } from './unwrap-bridge.ts';
import { unwrapContainer } from './unwrap-container.ts';
import { unwrapInterpreter } from './unwrap-interpreter.ts';
import { unwrapLauncher } from './unwrap-launcher.ts';
import { unwrapRunner } from './unwrap-runner.ts';
import { unwrapShell } from './unwrap-shell.ts';
import type { Unwrapped } from './unwrapped.ts';

/** Takes off the outermost wrapper of a command line; `name` is what its first word stands for. */
export function unwrap(
  name: string,
  words: readonly Word[],
  variables: () => readonly Variable[],
): Unwrapped | undefined {
  return (
    unwrapShell(name, words) ??
    unwrapRunner(name, words) ??
    unwrapInterpreter(name, words) ??
    unwrapContainer(name, words) ??
    unwrapBridge(name, words, variables) ??
    unwrapLauncher(name, words)
  );
}
