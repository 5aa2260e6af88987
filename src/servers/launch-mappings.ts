import type { Path } from '../core/model.ts';
import type { Mapping } from '../core/value.ts';

/** A mapping that says how a server is started or called. */
export interface LaunchMapping {
  readonly mapping: Mapping;
  /** From the entry. */
  readonly path: Path;
  /** A later member of the same name hides it. */
  readonly shadowed: boolean;
}

const NESTED = new Set(['transport', 'command', 'cmd']);

/** The entry, the `transport` that Cline and Continue nest in it, and its `command` where that is a mapping (older Zed). */
export function launchMappings(entry: Mapping): LaunchMapping[] {
  const nested = entry.entries.flatMap(({ key, value, shadowed }): LaunchMapping[] =>
    value.kind === 'mapping' && NESTED.has(key.reveal())
      ? [{ mapping: value, path: [key.reveal()], shadowed }]
      : [],
  );
  return [{ mapping: entry, path: [], shadowed: false }, ...nested];
}
