import { addUp, type Baseline, type BaselineEntry, keyOfEntry } from './baseline.ts';

/** Characters that are not seen, or that are no text: written as escapes, since people review this file. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;

/** A baseline as it is written: sorted, a line for each entry, so that an entry that stays is no difference. */
export function formatBaseline({ hash, entries }: Pick<Baseline, 'hash' | 'entries'>): string {
  const { salt, cost, blockSize, parallelization } = hash;
  const settings = {
    name: 'scrypt',
    cost,
    blockSize,
    parallelization,
    salt: Buffer.from(salt).toString('base64url'),
  };
  const lines = addUp(entries)
    .sort(byPlace)
    .map((entry) => `    ${formatLine(orderEntry(entry))}`);
  const findings = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "hash": ${formatLine(settings)},\n  "findings": ${findings}\n}\n`;
}

function orderEntry({ rule, file, path, value, count }: BaselineEntry): BaselineEntry {
  return { rule, file, path, ...(value !== undefined && { value }), ...(count !== undefined && { count }) };
}

/** By file, then along its paths: what belongs together stands together. */
function byPlace(a: BaselineEntry, b: BaselineEntry): number {
  return (
    compare(a.file, b.file) ||
    compare(a.path, b.path) ||
    compare(a.rule, b.rule) ||
    compare(keyOfEntry(a), keyOfEntry(b))
  );
}

/** By code units: the same on every machine. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function formatLine(members: object): string {
  const written = Object.entries(members).map(([name, value]) => `"${name}": ${formatScalar(value)}`);
  return `{ ${written.join(', ')} }`;
}

function formatScalar(value: string | number): string {
  return JSON.stringify(value).replace(UNSEEN, (found) =>
    Array.from(
      { length: found.length },
      (_, index) => `\\u${found.charCodeAt(index).toString(16).padStart(4, '0')}`,
    ).join(''),
  );
}
