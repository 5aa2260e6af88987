import type { Label, Sample } from './generate.ts';

/** A stretch that a linter points at, in offsets of its file. */
export interface Finding {
  readonly file: string;
  readonly start: number;
  readonly end: number;
}

export interface Miss {
  readonly label: Label;
  /** Something was found there, but too much or too little of it. */
  readonly nearly: Finding | undefined;
}

export interface FalseAlarm {
  readonly finding: Finding;
  readonly host: string;
  readonly dialect: Sample['dialect'];
  /** What it falls on: the kind of a negative, `half:<slot>` for a badly cut secret, or `unlabelled`. */
  readonly kind: string;
  readonly on: Label | undefined;
}

export interface Score {
  readonly found: readonly Label[];
  readonly exact: readonly Label[];
  /** Found, but with a range that is not what was written. */
  readonly rough: readonly { readonly label: Label; readonly finding: Finding }[];
  readonly misses: readonly Miss[];
  readonly falseAlarms: readonly FalseAlarm[];
  /** Findings on things people differ about. */
  readonly debatable: number;
  readonly negatives: readonly Label[];
}

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const overlap = (one: Stretch, other: Stretch): number =>
  Math.min(one.end, other.end) - Math.max(one.start, other.start);

/** At least 80 % of the secret, and not much more than the secret. */
const covers = (finding: Stretch, wanted: Stretch): boolean => {
  const length = wanted.end - wanted.start;
  return overlap(finding, wanted) >= 0.8 * length && finding.end - finding.start <= 1.3 * length + 2;
};

const answers = (label: Label): readonly Stretch[] => [label, ...label.alternatives];

/** Compares what was found with what was planted. */
export function scoreFindings(samples: readonly Sample[], findings: readonly Finding[]): Score {
  const found: Label[] = [];
  const exact: Label[] = [];
  const rough: Score['rough'][number][] = [];
  const misses: Miss[] = [];
  const falseAlarms: FalseAlarm[] = [];
  let debatable = 0;
  const byFile = new Map<string, Finding[]>();
  for (const finding of new Map(
    findings.map((one) => [`${one.file}\n${one.start}\n${one.end}`, one]),
  ).values()) {
    byFile.set(finding.file, [...(byFile.get(finding.file) ?? []), finding]);
  }
  for (const sample of samples) {
    const here = byFile.get(sample.path) ?? [];
    const used = new Set<Finding>();
    for (const label of sample.labels.filter((one) => one.verdict === 'secret')) {
      const good = here.filter((finding) => answers(label).some((stretch) => covers(finding, stretch)));
      for (const finding of good) used.add(finding);
      if (good.length === 0)
        misses.push({ label, nearly: here.find((finding) => overlap(finding, label) > 0) });
      else found.push(label);
      if (
        good.some((finding) =>
          answers(label).some((stretch) => stretch.start === finding.start && stretch.end === finding.end),
        )
      )
        exact.push(label);
      else if (good[0] !== undefined) rough.push({ label, finding: good[0] });
    }
    for (const finding of here.filter((one) => !used.has(one))) {
      const touched = sample.labels.filter((label) => overlap(finding, label) > 0);
      if (touched.some((label) => label.verdict === 'optional')) debatable += 1;
      else falseAlarms.push({ finding, host: sample.host, dialect: sample.dialect, ...describe(touched) });
    }
  }
  const negatives = samples.flatMap((sample) =>
    sample.labels.filter((label) => label.verdict === 'negative'),
  );
  return { found, exact, rough, misses, falseAlarms, debatable, negatives };
}

function describe(touched: readonly Label[]): { kind: string; on: Label | undefined } {
  const on = touched.find((label) => label.verdict === 'secret') ?? touched[0];
  if (on === undefined) return { kind: 'unlabelled', on };
  return { kind: on.verdict === 'secret' ? `half:${on.slot}` : on.slot, on };
}
