import type { LocatedText } from '../core/located-text.ts';
import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Value } from '../core/value.ts';

/** A member of a mapping as readers see it: of duplicates the last. */
export interface Member {
  readonly name: string;
  /** Of the name. */
  readonly range: Range;
  readonly value: Value;
  readonly path: Path;
}

/** A string of a document and where it stands. */
export interface Text {
  /** What it is, in words that may be printed: `"client_id"`, `Entry 2 of "redirect_uris"`. */
  readonly label: string;
  readonly text: LocatedText;
  /** Quotes included. */
  readonly range: Range;
  readonly path: Path;
}

/** All members that readers see. */
export function membersOf(value: Value, path: Path = []): Member[] {
  if (value.kind !== 'mapping') return [];
  return value.entries
    .filter((entry) => !entry.shadowed)
    .map(({ key, value: inner }) => {
      const name = key.reveal();
      return { name, range: key.range, value: inner, path: [...path, name] };
    });
}

/** The member of a name; nothing when it is not there. */
export function memberOf(root: Value, name: string): Member | undefined {
  if (root.kind !== 'mapping') return undefined;
  const entry = root.entries.findLast(({ key }) => key.reveal() === name);
  return entry && { name, range: entry.key.range, value: entry.value, path: [name] };
}

/** The string that a member is; nothing when it is not there or no string. `name` is one of ours. */
export function textOf(root: Value, name: string): Text | undefined {
  const member = memberOf(root, name);
  if (member?.value.kind !== 'scalar' || member.value.type !== 'string') return undefined;
  const { text, range } = member.value;
  return { label: `"${name}"`, text, range, path: member.path };
}

/** The strings of the list that a member is; what is no string is left out. `name` is one of ours. */
export function textsOf(root: Value, name: string): Text[] {
  const member = memberOf(root, name);
  if (member?.value.kind !== 'sequence') return [];
  return member.value.items.flatMap((item, index) =>
    item.kind === 'scalar' && item.type === 'string'
      ? [
          {
            label: `Entry ${index + 1} of "${name}"`,
            text: item.text,
            range: item.range,
            path: [name, index],
          },
        ]
      : [],
  );
}

/** The texts of a list, opened; nothing when the member is not there. */
export function wordsOf(root: Value, name: string): readonly string[] | undefined {
  return memberOf(root, name) && textsOf(root, name).map(({ text }) => text.reveal());
}

/** Whether a member is the JSON value `true`. */
export function isTrue(root: Value, name: string): boolean {
  const value = memberOf(root, name)?.value;
  return value?.kind === 'scalar' && value.type === 'boolean' && value.text.reveal() === 'true';
}
