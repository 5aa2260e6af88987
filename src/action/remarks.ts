import type { Report } from '../core/report.ts';
import { plural } from '../reporters/summarize.ts';
import { addedIgnores, IGNORING } from './added-ignores.ts';
import type { Comparison } from './comparison.ts';
import type { ActionOptions } from './lint-options.ts';
import { DECIDING, decidingFiles } from './own-files.ts';

/** Something that is said at places of a change. */
export interface Remark {
  readonly level: 'warning' | 'info';
  readonly text: string;
  readonly places: readonly { readonly file: string; readonly line?: number }[];
}

/** GitHub shows ten annotations of a level: these must not crowd out the findings. */
const MOST_PLACES = 3;

/** What a reviewer of a pull request should look at. */
export function remarksOn(
  whole: Report,
  comparison: Comparison,
  options: ActionOptions,
  workflow = '',
): Remark[] {
  if (!comparison.changes) return [];
  const { changes, repository } = comparison;
  const files = decidingFiles(changes, repository, options, workflow).map((file) => ({ file }));
  const remarks: Remark[] = [
    { level: 'warning', text: DECIDING, places: files },
    { level: 'info', text: IGNORING, places: addedIgnores(whole, changes, options.cwd) },
  ];
  return remarks.filter(({ places }) => places.length > 0);
}

/** An annotation: without a file it is about the run. */
export interface Annotation {
  readonly level: Remark['level'];
  readonly text: string;
  readonly file?: string;
  readonly line?: number;
}

/** The annotations of a remark: one at each of the first places. */
export function annotationsOf({ level, text, places }: Remark): Annotation[] {
  return places.slice(0, MOST_PLACES).map((place, index) => ({
    level,
    text: index === MOST_PLACES - 1 ? `${text}${countRest(places.length)}` : text,
    ...place,
  }));
}

/** A remark as one text, with its places. */
export function noteOf({ text, places }: Remark): string {
  const shown = places
    .slice(0, MOST_PLACES)
    .map(({ file, line }) => (line === undefined ? file : `${file} line ${line}`));
  return `${text} (${shown.join(', ')}${places.length > MOST_PLACES ? ` and ${places.length - MOST_PLACES} more` : ''})`;
}

function countRest(places: number): string {
  return places > MOST_PLACES ? ` The same is said of ${plural(places - MOST_PLACES, 'place')} more.` : '';
}
