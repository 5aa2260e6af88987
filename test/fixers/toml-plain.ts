import type { Value } from '../../src/core/value.ts';
import { isTable, type TomlModel } from './toml-texts.ts';

/** What a tree says, as a plain value: tables as maps, numbers as they are written. */
export function plainToml(value: Value): unknown {
  if (value.kind === 'sequence') return value.items.map(plainToml);
  if (value.kind === 'mapping') {
    const entries = value.entries.filter((entry) => !entry.shadowed);
    return new Map(entries.map(({ key, value: member }) => [key.reveal(), plainToml(member)]));
  }
  const text = value.text.reveal();
  if (value.type === 'string') return text;
  return value.type === 'boolean' ? text === 'true' : { number: text };
}

/** The same of a model. */
export function plainModel(model: TomlModel): unknown {
  if (isTable(model)) return new Map(model.table.map(([key, value]) => [key, plainModel(value)]));
  return Array.isArray(model) ? model.map(plainModel) : model;
}

/** The comments that `tomlTexts` writes. */
export function commentsIn(text: string): string[] {
  return text.match(/# (?:key = "x" \[|above|\], "x"|\})$/gm) ?? [];
}
