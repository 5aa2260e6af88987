import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Value } from '../../src/core/value.ts';
import { OverlappingEdits } from '../../src/fixers/config-editor.ts';
import { type NewValue, Unwritable } from '../../src/fixers/syntax.ts';
import { type Changes, programsOf, runProgram } from '../support/edit-programs.ts';
import { EditedToml, readToml } from './toml-edited.ts';
import { commentsIn, plainToml } from './toml-plain.ts';
import { tomlTexts } from './toml-texts.ts';

const texts = fc.constantFrom('', 'x', ' y', '${NAME}', '"', '\\', "'", '# x', '\n', 'é\u{1f511}', '"""');
const programs = programsOf(texts, ['A', 'b c', 'id'], ['new', 'new key', '"new"']);

/** What a tree is to say when changes of it are made. */
function expectedOf(value: Value, changes: Changes): unknown {
  if (value.kind === 'scalar') return changes.texts.get(value) ?? plainToml(value);
  const added = changes.added.get(value) ?? [];
  if (value.kind === 'mapping') {
    const olds = value.entries.filter((entry) => !changes.removed.has(entry.value));
    return new Map([
      ...olds.map((entry) => [entry.key.reveal(), expectedOf(entry.value, changes)] as const),
      ...added.map(({ key, value: fresh }) => [key, plainNew(fresh)] as const),
    ]);
  }
  const items: unknown[] = [];
  for (let index = 0; index <= value.items.length; index++) {
    for (const one of added) if (one.index === index) items.push(plainNew(one.value));
    const old = value.items[index];
    if (old && !changes.removed.has(old)) items.push(expectedOf(old, changes));
  }
  return items;
}

function plainNew(value: NewValue): unknown {
  if (typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map(plainNew);
  return new Map(Object.entries(value).map(([key, member]) => [key, plainNew(member)]));
}

describe('random changes of random texts', () => {
  test('come out as meant; comments stay, and nothing else changes', () => {
    const seen = { done: 0, declined: 0 };
    fc.assert(
      fc.property(tomlTexts, programs, ({ text }, program) => {
        const edited = new EditedToml(text);
        const changes = runProgram(edited, program, {
          // Half of a string in single quotes cannot be written in others.
          mayDecline: (holder) => text[holder.range.start] === "'",
          uniqueKeys: true,
        });
        let after: string;
        try {
          after = edited.result;
        } catch (error) {
          // What has no way to be written is declined, never written otherwise.
          if (!(error instanceof Unwritable || error instanceof OverlappingEdits)) throw error;
          seen.declined += 1;
          return;
        }
        seen.done += 1;
        const { root, fault } = readToml(after);
        expect(fault).toBeUndefined();
        expect(plainToml(root)).toEqual(expectedOf(edited.root, changes));
        if (changes.removed.size === 0) expect(commentsIn(after)).toEqual(commentsIn(text));
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
    expect(seen.declined).toBeLessThan(seen.done / 5);
  });
});
