import type { Label, Sample } from './generate.ts';
import type { Score } from './score.ts';

const percent = (part: number, whole: number): string =>
  whole === 0 ? '   -  ' : `${((100 * part) / whole).toFixed(2).padStart(6)}`;

function counts<T>(items: readonly T[], key: (item: T) => string): Map<string, number> {
  const map = new Map<string, number>();
  for (const item of items) map.set(key(item), (map.get(key(item)) ?? 0) + 1);
  return map;
}

const byKey = (one: [string, number], other: [string, number]): number =>
  other[1] - one[1] || (one[0] < other[0] ? -1 : 1);

/** What was planted: how many of each. */
export function statistics(samples: readonly Sample[]): string {
  const labels = samples.flatMap((sample) => sample.labels);
  const table = (title: string, map: Map<string, number>): string =>
    [
      `${title} (${map.size})`,
      ...[...map].sort(byKey).map(([name, count]) => `  ${String(count).padStart(6)}  ${name}`),
    ].join('\n');
  const secrets = labels.filter((label) => label.verdict === 'secret');
  return [
    `${samples.length} files, ${secrets.length} secrets, ${labels.length - secrets.length} others`,
    table(
      'files per host',
      counts(samples, (sample) => sample.host),
    ),
    table(
      'secrets per carrier',
      counts(secrets, (label) => label.slot),
    ),
    table(
      'secrets per format',
      counts(secrets, (label) => label.format),
    ),
    table(
      'negatives per kind',
      counts(
        labels.filter((label) => label.verdict === 'negative'),
        (label) => label.slot,
      ),
    ),
    table(
      'debatable per kind',
      counts(
        labels.filter((label) => label.verdict === 'optional'),
        (label) => label.slot,
      ),
    ),
  ].join('\n\n');
}

/** How well one host's files, one dialect's or all were read; shares of 1. */
export interface Grade {
  readonly name: string;
  readonly recall: number;
  readonly precision: number;
  /** Of the credentials that were found, those whose range is exactly what was written. */
  readonly exact: number;
}

/** A grade of the whole, of each host and of each dialect. */
export function gradesOf(score: Score): Grade[] {
  const grade = (name: string, fits: (one: Pick<Label, 'host' | 'dialect'>) => boolean): Grade => {
    const found = score.found.filter(fits).length;
    const missed = score.misses.filter(({ label }) => fits(label)).length;
    const alarms = score.falseAlarms.filter(fits).length;
    const share = (part: number, whole: number): number => (whole === 0 ? 1 : part / whole);
    return {
      name,
      recall: share(found, found + missed),
      precision: share(found, found + alarms),
      exact: share(score.exact.filter(fits).length, found),
    };
  };
  const all = [...score.found, ...score.misses.map(({ label }) => label), ...score.falseAlarms];
  const hosts = [...new Set(all.map(({ host }) => host))].sort();
  const dialects = [...new Set(all.map(({ dialect }) => dialect))].sort();
  return [
    grade('all', () => true),
    ...hosts.map((host) => grade(`host ${host}`, (one) => one.host === host)),
    ...dialects.map((dialect) => grade(`dialect ${dialect}`, (one) => one.dialect === dialect)),
  ];
}

/** What is below `threshold`, a line each. */
export const shortfallsOf = (score: Score, threshold: number): string[] =>
  gradesOf(score).flatMap(({ name, ...shares }) =>
    Object.entries(shares)
      .filter(([, share]) => share < threshold)
      .map(
        ([what, share]) =>
          `${name}: ${what} ${percent(share, 1).trim()} is below ${percent(threshold, 1).trim()}`,
      ),
  );

export const recallOf = (score: Score): number =>
  score.found.length / Math.max(1, score.found.length + score.misses.length);
export const precisionOf = (score: Score): number =>
  score.found.length / Math.max(1, score.found.length + score.falseAlarms.length);

/** Tables of a score; values are shown only when `reveal` gives them. */
export function describeScore(
  score: Score,
  reveal: (file: string, start: number, end: number) => string,
  limit = 30,
): string {
  const recall = recallOf(score);
  const precision = precisionOf(score);
  const total = score.found.length + score.misses.length;
  const missed = score.misses.map((miss) => miss.label);
  const table = (
    title: string,
    key: (label: Label) => string,
    onlyFlawed: boolean,
    alarms?: Map<string, number>,
  ): string => {
    const found = counts(score.found, key);
    const exact = counts(score.exact, key);
    const lost = counts(missed, key);
    const names = [...new Set([...found.keys(), ...lost.keys(), ...(alarms?.keys() ?? [])])].sort();
    const rows = names
      .filter((name) => !onlyFlawed || (lost.get(name) ?? 0) > 0)
      .map((name) => {
        const good = found.get(name) ?? 0;
        const all = good + (lost.get(name) ?? 0);
        const wrong = alarms?.get(name) ?? 0;
        const precise =
          alarms === undefined
            ? ''
            : `  ${percent(good, good + wrong)}  ${percent(2 * good, 2 * good + wrong + (lost.get(name) ?? 0))}`;
        return `  ${String(all).padStart(6)}  ${percent(good, all)}${precise}  ${percent(exact.get(name) ?? 0, good)}  ${name}`;
      });
    const head =
      alarms === undefined ? '  number  recall   exact' : '  number  recall    prec      F1   exact';
    return [title, head, ...rows].join('\n');
  };
  const kinds = counts(score.falseAlarms, (alarm) => alarm.kind);
  const planted = counts(score.negatives, (label) => label.slot);
  const where = (file: string, start: number, end: number): string => {
    const shown = reveal(file, start, end);
    return shown === '' ? '' : `  ${JSON.stringify(shown)}`;
  };
  return [
    table('per carrier', (label) => label.slot, false),
    table(
      'per host',
      (label) => label.host,
      false,
      counts(score.falseAlarms, (alarm) => alarm.host),
    ),
    table(
      'per dialect',
      (label) => label.dialect,
      false,
      counts(score.falseAlarms, (alarm) => alarm.dialect),
    ),
    table('per interface of code', (label) => (label.dialect === 'script' ? label.note : ' '), false),
    table('per format, only those below 100 %', (label) => label.format, true),
    [
      'false alarms per kind (of so many planted)',
      ...[...kinds]
        .sort(byKey)
        .map(([kind, count]) => `  ${String(count).padStart(6)} of ${planted.get(kind) ?? '?'}  ${kind}`),
    ].join('\n'),
    [
      `first ${limit} misses`,
      ...score.misses
        .slice(0, limit)
        .map(
          ({ label, nearly }) =>
            `  ${label.file}:${label.start}  ${label.slot}  ${label.format}${label.note === '' ? '' : `  (${label.note})`}${nearly === undefined ? '' : `  found ${nearly.start - label.start}..${nearly.end - label.start} of ${label.end - label.start}`}${where(label.file, label.start, label.end)}`,
        ),
    ].join('\n'),
    [
      `first ${limit} ranges that are not exact`,
      ...score.rough
        .slice(0, limit)
        .map(
          ({ label, finding }) =>
            `  ${label.file}:${label.start}  ${label.slot}  ${label.format}  found ${finding.start - label.start}..${finding.end - label.start} of ${label.end - label.start}${where(label.file, label.start, label.end)}`,
        ),
    ].join('\n'),
    [
      `first ${limit} false alarms`,
      ...score.falseAlarms
        .slice(0, limit)
        .map(
          ({ finding, kind, on }) =>
            `  ${finding.file}:${finding.start}+${finding.end - finding.start}  ${kind}${on === undefined || on.note === '' ? '' : `  (${on.note})`}${where(finding.file, finding.start, finding.end)}`,
        ),
    ].join('\n'),
    `secrets ${total}  found ${score.found.length}  false alarms ${score.falseAlarms.length}  debatable ${score.debatable}\n` +
      `recall ${percent(score.found.length, total)}  precision ${percent(score.found.length, score.found.length + score.falseAlarms.length)}  F1 ${((200 * recall * precision) / Math.max(1e-9, recall + precision)).toFixed(2).padStart(6)}  exact ${percent(score.exact.length, score.found.length)}`,
  ].join('\n\n');
}
