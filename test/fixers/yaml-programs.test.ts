import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Range } from '../../src/core/range.ts';
import type { Value } from '../../src/core/value.ts';
import { documentOfText } from '../../src/parsers/decode.ts';
import { parseYamlText } from '../../src/parsers/yaml/parse-yaml.ts';
import { modelOf } from '../support/config-model.ts';
import { allValues, type Changes, programsOf, runProgram } from '../support/edit-programs.ts';
import { EditedText } from '../support/edits.ts';
import { printYaml, yamlLayouts, yamlModels, yamlWords } from '../support/yaml-texts.ts';

const programs = programsOf(yamlWords, ['A', 'B C', 'yes', 'name', 'value'], ['new', 'other: key', 'no']);

function readYaml(text: string) {
  const document = documentOfText(text, { path: 'a.yaml', absolute: '/a.yaml' });
  return { document, ...parseYamlText(document.text) };
}

/** The stretches of what is removed or replaced, with their keys or dashes. */
function stretchesOf({ text, root }: EditedText, { removed, texts }: Changes): Range[] {
  const starts = new Map<Value, number>();
  for (const value of allValues(root)) {
    if (value.kind === 'mapping')
      for (const entry of value.entries) starts.set(entry.value, entry.key.range.start);
    else if (value.kind === 'sequence' && text[value.range.start] === '-')
      for (const item of value.items) starts.set(item, text.lastIndexOf('-', item.range.start - 1));
  }
  return [...removed, ...texts.keys()].map((value) => ({
    start: starts.get(value) ?? value.range.start,
    end: value.range.end,
  }));
}

describe('random changes of random texts', () => {
  test('come out as meant, and comments stay', () => {
    fc.assert(
      fc.property(yamlModels, yamlLayouts, programs, (model, layout, program) => {
        const text = printYaml(model, layout);
        const edited = new EditedText(text, readYaml);
        const changes = runProgram(edited, program, { mayDecline: () => true });
        const after = edited.result;
        expect(modelOf(new EditedText(after, readYaml).root)).toEqual(modelOf(edited.root, changes));
        const comments = (of: string) => of.match(/# (?:top|own line|behind|in flow)/g)?.length ?? 0;
        const inGone = stretchesOf(edited, changes).reduce(
          (sum, { start, end }) => sum + comments(text.slice(start, end)),
          0,
        );
        expect(comments(after)).toBeGreaterThanOrEqual(comments(text) - inGone);
        if (text.includes('\r\n')) expect(after.replaceAll('\r\n', '')).not.toContain('\n');
      }),
      { seed: 20_261_123, numRuns: 200 },
    );
  });
});
