import type { Value } from '../../src/core/value.ts';
import type { NewValue } from '../../src/fixers/syntax.ts';
import type { Changes } from './edit-programs.ts';

/** What a text says: a value that keeps duplicate keys and the order of all keys. */
export type Model =
  | { readonly kind: 'scalar'; readonly value: string | number | boolean | null }
  | { readonly kind: 'mapping'; readonly entries: readonly (readonly [string, Model])[] }
  | { readonly kind: 'sequence'; readonly items: readonly Model[] };

const UNCHANGED: Changes = { texts: new Map(), removed: new Set(), added: new Map() };

/** What a tree says, or is to say when changes of it are made. */
export function modelOf(value: Value, changes: Changes = UNCHANGED): Model {
  if (value.kind === 'scalar') {
    const text = changes.texts.get(value);
    if (text !== undefined) return { kind: 'scalar', value: text };
    const old = value.text.reveal();
    if (value.type === 'string') return { kind: 'scalar', value: old };
    return { kind: 'scalar', value: value.type === 'null' ? null : (JSON.parse(old) as number) };
  }
  const olds: readonly (readonly [string, Value])[] =
    value.kind === 'mapping'
      ? value.entries.map((entry) => [entry.key.reveal(), entry.value])
      : value.items.map((item) => ['', item]);
  const members: (readonly [string, Model])[] = [];
  for (let index = 0; index <= olds.length; index++) {
    for (const added of changes.added.get(value) ?? [])
      if (added.index === index) members.push([added.key, modelOfNew(added.value)]);
    const old = olds[index];
    if (old && !changes.removed.has(old[1])) members.push([old[0], modelOf(old[1], changes)]);
  }
  return value.kind === 'mapping'
    ? { kind: 'mapping', entries: members }
    : { kind: 'sequence', items: members.map(([, item]) => item) };
}

function modelOfNew(value: NewValue): Model {
  if (typeof value === 'string' || typeof value === 'boolean') return { kind: 'scalar', value };
  if (Array.isArray(value)) return { kind: 'sequence', items: value.map(modelOfNew) };
  return { kind: 'mapping', entries: Object.entries(value).map(([key, item]) => [key, modelOfNew(item)]) };
}
