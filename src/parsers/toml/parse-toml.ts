import type { Range } from '../../core/range.ts';
import type { Entry, Mapping, Sequence, Value } from '../../core/value.ts';
import type { ParseText } from '../dialects.ts';
import type { List, Table, TomlNode } from './nodes.ts';
import { readDocument } from './read-document.ts';

/**
 * Parses TOML. The range of a table goes from its header to the end of its last line, and around everything that belongs
 * to it: a table with sub-tables in other places has what stands between them in its range, too.
 */
export const parseToml: ParseText = (text) => {
  const { root, fault } = readDocument(text);
  return { root: toValue(root), ...(fault && { fault }) };
};

/** The value that a node has become, of a table that is empty and nowhere itself at its key. */
function toValue(node: TomlNode, key?: Range): Value {
  if (node.kind === 'scalar') return node;
  return node.kind === 'table' ? mappingOf(node, key) : sequenceOf(node);
}

function mappingOf({ entries, latest, own }: Table, key?: Range): Mapping {
  const members = entries.map(
    (member): Entry => ({
      key: member.key,
      value: toValue(member.value, member.key.range),
      shadowed: latest.get(member.key.reveal()) !== member,
    }),
  );
  const ranges = members.map(({ value }) => value.range);
  // `a.b = 1` is a mapping from its first own key on.
  if (!own && entries[0] && ranges[0]!.start > entries[0].key.range.start) ranges.push(entries[0].key.range);
  return { kind: 'mapping', range: hullOf(own ? [own, ...ranges] : ranges) ?? key!, entries: members };
}

function sequenceOf({ items, own }: List): Sequence {
  const values = items.map((item) => toValue(item));
  return { kind: 'sequence', range: own ?? hullOf(values.map(({ range }) => range))!, items: values };
}

function hullOf(ranges: readonly Range[]): Range | undefined {
  if (ranges.length === 0) return undefined;
  let { start, end } = ranges[0]!;
  for (const range of ranges) {
    start = Math.min(start, range.start);
    end = Math.max(end, range.end);
  }
  return { start, end };
}
