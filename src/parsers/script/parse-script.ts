import type { LocatedText } from '../../core/located-text.ts';
import type { Part } from '../../core/part.ts';
import type { Entry, Mapping, Scalar } from '../../core/value.ts';
import type { ParseText, SyntaxFault } from '../dialects.ts';
import { type Config, findConfigs } from './configs.ts';
import { MAX_VALUES, Reading } from './reading.ts';
import { surveyScript } from './survey.ts';
import { readTree } from './syntax-tree.ts';

export { findScriptComments } from './comments.ts';

/**
 * Reads the MCP servers that a script has in its code: what the APIs of SDKs are given, and objects in the form of configs.
 * The root has one member for each of them, and beside them the strings that
 * they took parts from (`literals`) and those that hold a config in JSON (`texts`).
 */
export const parseScript: ParseText = (text, path) => {
  const source = text.reveal();
  const { program, fault: found } = readTree(source, path);
  const syntax = found && { ...found, offset: text.offsetAt(found.offset) };
  if (!program) return { ...(syntax && { fault: syntax }) };
  const reading = new Reading(text);
  const configs = findConfigs(surveyScript(program, source, path), reading);
  // Else much of nothing would hide what stands beside it.
  const fault = reading.exhausted ? tooMuch(text) : syntax;
  const entries = named(text, configs);
  const parts = entries.map(({ key, value }): Part => ({ form: 'script', value, path: [key.reveal()] }));
  const others = [...OTHERS].flatMap(([name, of]): Entry[] => {
    const items = of(reading).toSorted((a, b) => a.range.start - b.range.start);
    const key = text.slice(0, 0).decodedWhole(name);
    return items.length === 0
      ? []
      : [{ key, value: { kind: 'sequence', range: text.range, items }, shadowed: false }];
  });
  const root: Mapping = { kind: 'mapping', range: text.range, entries: [...others, ...entries] };
  return { root, parts, ...(fault && { fault }) };
};

function tooMuch(text: LocatedText): SyntaxFault {
  const message = `the configs in it stand for more than ${MAX_VALUES} values`;
  return { code: 'unreadable', message, offset: text.offsetAt(0) };
}

/**
 * What the root holds in front of the configs, for fixes: they change literals, and a config may take its texts from any
 * part of the file.
 */
const OTHERS: ReadonlyMap<string, (reading: Reading) => readonly Scalar[]> = new Map([
  ['literals', ({ literals }: Reading) => [...literals.values()]],
  ['texts', ({ texts }: Reading) => texts],
]);

/** Each under a name of its own. */
function named(text: LocatedText, configs: readonly Config[]): Entry[] {
  const counts = new Map([...OTHERS.keys()].map((name) => [name, 1]));
  return configs.map(({ name, value }) => {
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    const key = text.slice(0, 0).decodedWhole(count === 1 ? name : `${name} ${count}`);
    return { key, value, shadowed: false };
  });
}
