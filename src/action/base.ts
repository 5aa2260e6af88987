import type { Event } from './event.ts';
import type { Repository } from './repository.ts';

/** The commit that the checked-out one is compared with, or why that is not known. */
export type Base = { readonly head: string; readonly base: string } | { readonly unknown: string };

/** The reason says what to do, as others do where something can be done. */
const SHALLOW =
  'the commit to compare with is not in this clone (with "fetch-depth: 2" actions/checkout gets it where it checks out what it does by itself, else with "fetch-depth: 0")';
const REFUSED =
  'git cannot read the repository (if its folder belongs to another user: git config --global --add safe.directory "$GITHUB_WORKSPACE")';

/**
 * Finds the commit that an event compares with. The payload names the tip of the base branch at the time of the event; what
 * GitHub merged into is the first parent of the merge commit, and that is what the pull request shows.
 */
export function findBase(repository: Repository, event: Event): Base {
  const head = repository.head();
  if (head === undefined) return { unknown: REFUSED };
  const base = candidateOf(repository, event, head);
  if (typeof base !== 'string') return base;
  return repository.has(base) ? { head, base } : { unknown: SHALLOW };
}

function candidateOf(
  repository: Repository,
  event: Event,
  head: string,
): string | { readonly unknown: string } {
  if (event.kind === 'other') return { unknown: 'this event has nothing to compare with' };
  if (event.kind === 'pull-request') {
    const [first, second, ...more] = repository.parentsOf(head);
    if (first !== undefined && second === event.head && more.length === 0) return first;
  }
  // A step may have checked out something else, and `pull_request_target` does so by itself.
  if (head !== event.head) return { unknown: 'the commit that is checked out is not that of the event' };
  if (event.base === undefined) return { unknown: 'the branch is new' };
  if (event.kind !== 'pull-request') return event.base;
  return repository.mergeBase(event.base, head) ?? { unknown: SHALLOW };
}
