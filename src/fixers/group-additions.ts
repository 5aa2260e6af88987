import type { Addition } from './syntax.ts';

/**
 * New items by the old one that they are written behind: the last before them of those that stay, nothing where none does.
 * `survivors`: places of the old items that stay, in order.
 */
export function groupAdditions(
  added: readonly Addition[],
  survivors: readonly number[],
): ReadonlyMap<number | undefined, readonly Addition[]> {
  const groups = new Map<number | undefined, Addition[]>();
  for (const addition of added) {
    const anchor = survivors.findLast((index) => index < addition.index);
    const group = groups.get(anchor);
    if (group) group.push(addition);
    else groups.set(anchor, [addition]);
  }
  return groups;
}
