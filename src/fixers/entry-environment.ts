import type { Server } from '../core/model.ts';
import type { Mapping } from '../core/value.ts';
import { readEnvironment, type Variable } from '../servers/environment.ts';

/** The mappings that say how a server is started or called: the entry, and the `transport` that Cline nests in it. */
export function mappingsOf({ entry }: Pick<Server, 'entry'>): readonly Mapping[] {
  const nested = entry.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === 'transport')?.value;
  return nested?.kind === 'mapping' ? [entry, nested] : [entry];
}

/** The variables that an entry sets for its server. */
export function variablesOf(server: Pick<Server, 'entry' | 'path'>): readonly Variable[] {
  return mappingsOf(server).flatMap((entry) => readEnvironment({ entry, path: server.path }));
}
