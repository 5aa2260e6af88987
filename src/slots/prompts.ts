import type { Prompt } from '../core/model.ts';
import type { Mapping, Value } from '../core/value.ts';
import type { Located } from './select.ts';

/** Kinds of prompts that take any text, of VS Code and of MCPB. */
const TYPED = new Set(['promptString', 'string']);

/** Prompts of a list of `{ "id": … }` (VS Code) or of a mapping of ids to settings (MCPB, plugins). */
export function readPrompts({ value, path }: Located): Prompt[] {
  if (value.kind === 'sequence') {
    return value.items.flatMap((item, index) => {
      if (item.kind !== 'mapping') return [];
      const id = member(item, 'id');
      return id?.kind === 'scalar' ? [promptOf(id.text.reveal(), item, [...path, index])] : [];
    });
  }
  if (value.kind !== 'mapping') return [];
  return value.entries.flatMap(({ key, value: item, shadowed }) =>
    item.kind === 'mapping' && !shadowed ? [promptOf(key.reveal(), item, [...path, key.reveal()])] : [],
  );
}

function promptOf(id: string, entry: Mapping, path: Prompt['path']): Prompt {
  const hidden = ['password', 'sensitive'].some((name) => {
    const flag = member(entry, name);
    return flag?.kind === 'scalar' && flag.text.reveal() === 'true';
  });
  const type = member(entry, 'type');
  const typed = type?.kind !== 'scalar' || TYPED.has(type.text.reveal());
  return { id, hidden, typed, range: entry.range, path };
}

function member(entry: Mapping, name: string): Value | undefined {
  return entry.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === name)?.value;
}
