import { resolve } from 'node:path';
import { findBase } from './base.ts';
import { Changes } from './changes.ts';
import type { Event } from './event.ts';
import type { Inputs } from './inputs.ts';
import { Repository } from './repository.ts';
import type { Workspace } from './workspace.ts';

/** What the run is compared with. */
export type Comparison =
  | { readonly changes: Changes; readonly repository: Repository }
  /** Why nothing is compared. */
  | { readonly changes?: undefined; readonly unknown: string };

/** Compares what is checked out with what the event says was there before. */
export function compare(event: Event, { paths }: Pick<Inputs, 'paths'>, { root }: Workspace): Comparison {
  // A workflow may check out into a folder of the workspace.
  const repository = Repository.of(root) ?? Repository.of(resolve(root, paths[0] ?? ''));
  if (!repository) return { unknown: 'there is no repository here, or no git' };
  const found = findBase(repository, event);
  if ('unknown' in found) return found;
  const changes = Changes.between(repository, found.base, found.head, root);
  return changes ? { changes, repository } : { unknown: 'git cannot compare the commits' };
}
