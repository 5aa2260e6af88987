import type { Measured, Timed } from './measure-peer.ts';
import { LIMIT } from './run-peer.ts';
import type { Share } from './score-hits.ts';

/** A scanner and what was measured of it. */
export interface Column {
  readonly title: string;
  readonly url: string;
  readonly version: string;
  readonly measured: Measured;
}

/** A cell; without a value it cannot be the best of its row. */
interface Cell {
  readonly text: string;
  readonly value?: number;
}

interface Row {
  readonly title: string;
  readonly best: 'most' | 'least';
  cell(measured: Measured): Cell;
}

const ROWS: readonly Row[] = [
  {
    title: 'configs of Claude, Cursor and VS Code: recall',
    best: 'most',
    cell: ({ common }) => share(common.recall),
  },
  {
    title: 'configs of Claude, Cursor and VS Code: precision',
    best: 'most',
    cell: ({ common }) => share(common.precision),
  },
  { title: 'files of every host: recall', best: 'most', cell: ({ all }) => share(all.recall) },
  { title: '– of keys with a form of their issuer', best: 'most', cell: ({ all }) => share(all.formed) },
  { title: '– of other keys and passwords', best: 'most', cell: ({ all }) => share(all.formless) },
  { title: 'files of every host: precision', best: 'most', cell: ({ all }) => share(all.precision) },
  { title: 'one small config', best: 'least', cell: ({ small }) => time(small) },
  { title: 'a `~/.claude.json` of 50 MB', best: 'least', cell: ({ large }) => time(large) },
  { title: 'memory for that', best: 'least', cell: ({ large }) => memory(large) },
  { title: 'a repository of 100,000 files', best: 'least', cell: ({ tree }) => time(tree) },
];

/** The table of the README, in Markdown: a column for each scanner, the best of each row in bold. */
export function tableOf(columns: readonly Column[]): string {
  const lines = ROWS.map(({ title, best, cell }) => {
    const cells = columns.map(({ measured }) => cell(measured));
    const values = cells.flatMap(({ value }) => value ?? []);
    const bound = best === 'most' ? Math.max(...values) : Math.min(...values);
    // What reads the same is as good.
    const bestText = cells.find(({ value }) => value === bound)?.text;
    return [
      title,
      ...cells.map(({ text, value }) => (value !== undefined && text === bestText ? `**${text}**` : text)),
    ];
  });
  const head = ['', ...columns.map(({ title, url, version }) => `[${title}](${url}) ${version}`)];
  const rule = head.map((_, index) => (index === 0 ? '---' : '--:'));
  return [head, rule, ...lines].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** With one digit behind the point; only all of them are 100 %. */
function share({ of, met }: Share): Cell {
  if (of === 0) return { text: '–' };
  const value = met / of;
  return { text: met === of ? '100 %' : `${Math.min(value * 100, 99.9).toFixed(1)} %`, value };
}

function time(timed: Timed | undefined): Cell {
  return whole(timed, timed?.wall, duration);
}

function memory(timed: Timed | undefined): Cell {
  return whole(timed, timed?.memory, (bytes) => `${Number((bytes / 1e6).toPrecision(2))} MB`);
}

/** Who did not read all is not the fastest. */
function whole(timed: Timed | undefined, value: number | undefined, write: (value: number) => string): Cell {
  if (timed === undefined || value === undefined) return { text: `over ${duration(LIMIT)}` };
  return timed.found ? { text: write(value), value } : { text: `${write(value)}, missed` };
}

/** With two digits. */
function duration(milliseconds: number): string {
  if (milliseconds < 995) return `${Number(milliseconds.toPrecision(2))} ms`;
  if (milliseconds < 9_950) return `${(milliseconds / 1000).toFixed(1)} s`;
  if (milliseconds < 99_500) return `${(milliseconds / 1000).toFixed(0)} s`;
  return `${Number((milliseconds / 60_000).toPrecision(2))} min`;
}
