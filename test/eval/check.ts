import { isDeepStrictEqual } from 'node:util';
import { type ParseError, parse } from 'jsonc-parser';
import type { Label, Sample } from './generate.ts';
import { plainValue } from './tree.ts';

/** What is wrong with a sample: not what was meant, or labels that point at something else. Never quotes a value. */
export function faultsOf(sample: Sample): string[] {
  const faults: string[] = [];
  const errors: ParseError[] = [];
  const read = sample.relaxed
    ? parse(sample.text, errors, { allowTrailingComma: true, disallowComments: false })
    : JSON.parse(sample.text);
  if (errors.length > 0) faults.push(`${sample.path}: does not parse`);
  if (!isDeepStrictEqual(read, plainValue(sample.tree)))
    faults.push(`${sample.path}: parses to something else`);
  for (const label of sample.labels) {
    if (undo(sample.text.slice(label.start, label.end), label) !== label.value) {
      faults.push(`${sample.path}: label at ${label.start} (${label.slot}) is off`);
    }
  }
  const secrets = sample.labels
    .filter((label) => label.verdict === 'secret')
    .sort((a, b) => a.start - b.start);
  secrets.forEach((label, index) => {
    const next = secrets[index + 1];
    if (next !== undefined && next.start < label.end)
      faults.push(`${sample.path}: labels overlap at ${next.start}`);
    if (label.end - label.start < 6) faults.push(`${sample.path}: label at ${label.start} is too short`);
  });
  return faults;
}

function undo(text: string, label: Label): string {
  let value = text;
  for (const layer of [...label.layers].reverse()) {
    if (layer === 'json') value = JSON.parse(`"${value}"`) as string;
    if (layer === 'percent') value = decodeURIComponent(value);
  }
  return value;
}
