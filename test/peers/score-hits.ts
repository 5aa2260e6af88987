import { FORMATS } from '../eval/credential.ts';
import type { Label, Sample } from '../eval/generate.ts';
import type { Hit } from './peer.ts';

/** So many of so many. */
export interface Share {
  readonly of: number;
  readonly met: number;
}

/** How a scanner does on a labelled set. */
export interface Score {
  /** Of the credentials, those that were found. */
  readonly recall: Share;
  /** The same of the keys that have a form of their issuer, as `ghp_…`. */
  readonly formed: Share;
  /** And of the rest: keys that are like others, passwords. */
  readonly formless: Share;
  /** Of the places pointed at, those that hold a credential. */
  readonly precision: Share;
}

interface Lines {
  readonly first: number;
  readonly last: number;
}

type Placed = Label & { readonly lines: Lines };

const FORMED: ReadonlySet<string> = new Set(
  FORMATS.filter(({ distinctive }) => distinctive).map(({ id }) => id),
);
/** What mcp-lint must leave alone but others may tell: credentials beside MCP servers, passwords of local development. */
const OTHER_TASK = /^(?:outside:|dev-default$)/;
/** Shown texts shorter than this say nothing about where they stand. */
const LONG_ENOUGH = 6;

/**
 * Scores every scanner in the same way, by lines: not every one tells columns. A credential is found when a hit points at one
 * of its lines, or shows its text whatever line it says, or when the same credential is found elsewhere in the file, since
 * some tell each value once. Of the places that are pointed at, each counts once, however many findings it has; on a line with
 * things that people differ about none counts, neither way. All of this favours those that point at too much.
 */
export function scoreHits(samples: readonly Sample[], hits: readonly Hit[]): Score {
  const secrets: Placed[] = [];
  const found = new Set<Placed>();
  let places = 0;
  let right = 0;
  for (const sample of samples) {
    const labels = sample.labels.map((label) => ({ ...label, lines: linesOf(sample.text, label) }));
    const here = labels.filter(({ verdict }) => verdict === 'secret');
    const debatable = labels.filter(({ verdict, slot }) => verdict === 'optional' || OTHER_TASK.test(slot));
    const pointed = hits
      .filter(({ file }) => file === sample.path)
      .map((hit) => placeOf(hit, sample.text, here));
    for (const place of new Map(pointed.map((one) => [`${one.first}-${one.last}`, one])).values()) {
      const met = here.filter(({ lines }) => touch(lines, place));
      if (met.length === 0 && debatable.some(({ lines }) => touch(lines, place))) continue;
      places++;
      if (met.length > 0) right++;
      for (const label of here) if (met.some(({ value }) => value === label.value)) found.add(label);
    }
    secrets.push(...here);
  }
  const shareOf = (labels: readonly Placed[]) => ({
    of: labels.length,
    met: labels.filter((label) => found.has(label)).length,
  });
  return {
    recall: shareOf(secrets),
    formed: shareOf(secrets.filter(({ format }) => FORMED.has(format))),
    formless: shareOf(secrets.filter(({ format }) => !FORMED.has(format))),
    precision: { of: places, met: right },
  };
}

/** Where a hit is: what it says, unless no credential is there and it shows one that is elsewhere. */
function placeOf(
  { first, last = first, text = '' }: Hit,
  written: string,
  secrets: readonly Placed[],
): Lines {
  const said = { first, last };
  if (text.length < LONG_ENOUGH || secrets.some(({ lines }) => touch(lines, said))) return said;
  const shown = secrets.find(({ start, end, value }) =>
    [value, written.slice(start, end)].some((one) => text.includes(one) || one.includes(text)),
  );
  return shown?.lines ?? said;
}

const touch = (one: Lines, other: Lines): boolean => one.first <= other.last && other.first <= one.last;

function linesOf(text: string, { start, end }: Label): Lines {
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  return { first: lineAt(start), last: lineAt(end - 1) };
}
