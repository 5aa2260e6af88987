import type { LocatedText } from '../../core/located-text.ts';
import type { Entry, Value } from '../../core/value.ts';

export interface Member {
  readonly key: LocatedText;
  readonly value: Value;
  /** Its key is a plain `<<`. */
  readonly merges: boolean;
}

/**
 * The members of a mapping, those that `<<` brings in first, as they stand earlier in the text: of several with one key the
 * first, and none that the mapping has itself (https://yaml.org/type/merge.html). What cannot be merged stays a member.
 */
export function entriesOf(members: readonly Member[]): Entry[] {
  const own = members.filter((member) => !member.merges || mergedBy(member.value) === undefined);
  const marked = markShadowed(own);
  if (own.length === members.length) return marked;
  const taken = new Set(own.map(({ key }) => key.reveal()));
  const merged: Entry[] = [];
  for (const { merges, value } of members) {
    for (const entry of (merges && mergedBy(value)) || []) {
      const name = entry.key.reveal();
      if (entry.shadowed || taken.has(name)) continue;
      taken.add(name);
      merged.push(entry);
    }
  }
  return [...merged.sort((a, b) => a.value.range.start - b.value.range.start), ...marked];
}

/** The entries of a mapping or of a list of mappings. */
function mergedBy(value: Value): readonly Entry[] | undefined {
  if (value.kind === 'mapping') return value.entries;
  if (value.kind === 'scalar') return undefined;
  const lists = value.items.map((item) => (item.kind === 'mapping' ? item.entries : undefined));
  return lists.includes(undefined) ? undefined : lists.flatMap((entries) => entries ?? []);
}

function markShadowed(members: readonly Member[]): Entry[] {
  const seen = new Set<string>();
  const marked: Entry[] = [];
  for (const { key, value } of members.toReversed()) {
    const name = key.reveal();
    marked.push({ key, value, shadowed: seen.has(name) });
    seen.add(name);
  }
  return marked.reverse();
}
