import { existsSync } from 'node:fs';
import { referencesIn } from '../fixers/entries-with-reference.ts';
import type { LintedDocument } from '../lint-document.ts';
import { readConfigs } from '../read-configs.ts';
import { readJournals } from './read-journals.ts';
import type { SecretTask } from './secret.ts';

/** The files that are named; without, the configs of this user and those that fixes have changed, wherever they are. */
export async function readPlaces(
  { machine, request }: SecretTask,
  named: readonly string[] = [],
): Promise<LintedDocument[]> {
  const { paths: known, options } = await request();
  const fixed = (readJournals(machine) ?? []).flatMap((journal) =>
    'damaged' in journal ? [] : journal.files.map(({ path }) => path),
  );
  const places = [...new Set([...known, ...fixed.filter((path) => existsSync(path))])];
  const results = await readConfigs(named.length > 0 ? named : places, options, []);
  return results.flatMap(({ linted }) => (linted ? [linted] : []));
}

/** By reference, the paths of the documents that name it. */
export function pathsByReference(documents: readonly LintedDocument[]): Map<string, string[]> {
  const paths = new Map<string, string[]>();
  for (const document of documents)
    for (const reference of referencesIn(document))
      paths.set(reference, [...(paths.get(reference) ?? []), document.path]);
  return paths;
}
