import { type Stats, statSync } from 'node:fs';

/** Nothing for what is not there or cannot be asked for. */
export function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
