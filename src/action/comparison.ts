import { findGit } from '../discover/stranger-git.ts';
import { findBase } from './base.ts';
import { Changes } from './changes.ts';
import type { Event } from './event.ts';
import { Repository } from './repository.ts';
import type { Workspace } from './workspace.ts';

/** What the run is compared with. */
export type Comparison =
  | { readonly changes: Changes; readonly repository: Repository }
  /** Why nothing is compared. */
  | { readonly changes?: undefined; readonly unknown: string };

/** Compares what is checked out in a folder, which paths of the report start from, with what the event says was there before. */
export function compare(event: Event, folder: string, { root }: Workspace): Comparison {
  const repository = Repository.of(folder, root);
  if (!repository) return { unknown: findGit() === undefined ? 'there is no git' : NO_REPOSITORY };
  const found = findBase(repository, event);
  if ('unknown' in found) return found;
  const changes = Changes.between(repository, found.base, found.head, folder);
  return changes ? { changes, repository } : { unknown: 'git cannot compare the commits' };
}

const NO_REPOSITORY =
  'there is no repository here (where it is checked out into a folder of the workspace, "paths" has to name that)';
