/** What one change made of another text: one letter more, less or other, or two side by side swapped. */
export interface SingleEdit {
  readonly kind: 'insert' | 'delete' | 'replace' | 'swap';
  /** Index in the text before the change. */
  readonly at: number;
  readonly removed: string;
  readonly added: string;
}

/** The one change that makes `after` of `before`, if one is enough. */
export function singleEdit(before: string, after: string): SingleEdit | undefined {
  const longer = after.length - before.length;
  if (Math.abs(longer) > 1 || before === after) return undefined;
  let at = 0;
  while (at < before.length && before[at] === after[at]) at += 1;
  if (longer === 1)
    return before.slice(at) === after.slice(at + 1)
      ? { kind: 'insert', at, removed: '', added: after[at]! }
      : undefined;
  if (longer === -1)
    return before.slice(at + 1) === after.slice(at)
      ? { kind: 'delete', at, removed: before[at]!, added: '' }
      : undefined;
  if (before.slice(at + 1) === after.slice(at + 1))
    return { kind: 'replace', at, removed: before[at]!, added: after[at]! };
  const [removed, added] = [before.slice(at, at + 2), after.slice(at, at + 2)];
  const swapped = removed[0] === added[1] && removed[1] === added[0];
  return swapped && before.slice(at + 2) === after.slice(at + 2)
    ? { kind: 'swap', at, removed, added }
    : undefined;
}
