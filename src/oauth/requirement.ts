import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Severity } from '../core/report.ts';
import type { OAuthDocument } from './document.ts';
import type { Member, Text } from './members.ts';

/** How strongly a specification asks for it; a note is our own. */
export type Level = 'must' | 'should' | 'note';

/** A place that does not meet a requirement, and how, in words that may be printed. */
export interface Breach {
  readonly range: Range;
  readonly path: Path;
  readonly message: string;
}

/** One thing that is asked of a document. */
export interface Requirement {
  readonly id: string;
  readonly level: Level;
  /** Where it is written. */
  readonly source: string;
  readonly why: string;
  readonly advice: string;
  check(document: OAuthDocument): readonly Breach[];
}

/** A breach with all that a finding says. */
export interface Defect extends Breach {
  readonly requirement: string;
  readonly severity: Severity;
  readonly why: string;
  readonly advice: string;
}

const SEVERITY: Readonly<Record<Level, Severity>> = { must: 'error', should: 'warning', note: 'info' };

/** What a document does not meet. */
export function findDefects(requirements: readonly Requirement[], document: OAuthDocument): Defect[] {
  return requirements.flatMap(({ id, level, source, why, advice, check }) =>
    check(document).map((breach) => ({
      ...breach,
      requirement: id,
      severity: SEVERITY[level],
      why: `${why} (${source})`,
      advice,
    })),
  );
}

/** A breach by the value of a string, or by a part of it. */
export function atText({ label, text, range, path }: Text, what: string, part?: Range): Breach {
  const narrowed =
    part && part.end > part.start
      ? { start: text.offsetAt(part.start), end: text.offsetAt(part.end) }
      : range;
  return { range: narrowed, path, message: `${label} ${what}` };
}

/** A breach by a member that is there. */
export function atMember({ name, range, path }: Member, what: string): Breach {
  return { range, path, message: `"${name}" ${what}` };
}

/** A breach by a member that is not there: told at the brace that opens the document. */
export function atMissing({ root }: OAuthDocument, name: string, what = 'is missing'): Breach[] {
  if (root.kind !== 'mapping') return [];
  const { start } = root.range;
  return [{ range: { start, end: start + 1 }, path: [name], message: `"${name}" ${what}` }];
}
