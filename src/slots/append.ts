/** Adds items one by one: `push(...items)` puts them all on the stack, which strangers' files can overflow. */
export function append<T>(target: T[], items: readonly T[]): void {
  for (const item of items) target.push(item);
}
