import type { Score } from './labelled.ts';

/** What was measured of one scanner; times in milliseconds. */
export interface Row {
  readonly title: string;
  readonly url: string;
  readonly version: string;
  /** Configs of Claude, Cursor and VS Code. */
  readonly json: Score;
  /** Every host and dialect. */
  readonly all: Score;
  readonly startUp: number;
  readonly large: number;
  readonly tree: number;
}

/** The table of the README, in Markdown. */
export function tableOf(rows: readonly Row[]): string {
  const head = [
    'scanner',
    'Claude, Cursor, VS Code: recall',
    'precision',
    'all hosts: recall',
    'precision',
    'six servers',
    '50 MB file',
    '100,000 files',
  ];
  const lines = rows.map(({ title, url, version, json, all, startUp, large, tree }) => [
    `[${title}](${url}) ${version}`,
    ...[json.recall, json.precision, all.recall, all.precision].map(
      (share) => `${(share * 100).toFixed(1)} %`,
    ),
    `${(startUp / 1000).toFixed(2)} s`,
    ...[large, tree].map((wall) => `${(wall / 1000).toFixed(1)} s`),
  ]);
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}
