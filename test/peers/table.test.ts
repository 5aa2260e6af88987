import { describe, expect, it } from 'vitest';
import type { Measured, Timed } from './measure-peer.ts';
import { tableOf } from './table.ts';

const half = { of: 4, met: 2 };
const score = { recall: half, formed: half, formless: half, precision: half };
const timed = (wall: number, found = true): Timed => ({ wall, memory: 120_400_000, found });
const EVEN: Measured = { common: score, all: score, small: timed(50), large: timed(50), tree: timed(50) };

/** The cells of the row with this title, for scanners with these figures. */
function rowOf(title: string, ...measured: readonly Partial<Measured>[]): string[] {
  const columns = measured.map((one, index) => ({
    title: `s${index}`,
    url: 'https://example.com',
    version: '1.0.0',
    measured: { ...EVEN, ...one },
  }));
  const line = tableOf(columns)
    .split('\n')
    .find((row) => row.startsWith(`| ${title}`))!;
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim());
}

const recalled = (met: number, of: number): Partial<Measured> => ({
  all: { ...score, recall: { met, of } },
});

describe('tableOf', () => {
  it('has a column for each scanner, with its version', () => {
    const head = tableOf([{ title: 's', url: 'https://example.com', version: '1.0.0', measured: EVEN }]);
    expect(head.split('\n').slice(0, 2)).toEqual(['|  | [s](https://example.com) 1.0.0 |', '| --- | --: |']);
  });

  it('marks the best share, which is the largest', () => {
    expect(rowOf('files of every host', recalled(1, 4), recalled(3, 4))).toEqual(['25.0 %', '**75.0 %**']);
  });

  it('says 100 % of all only', () => {
    expect(rowOf('files of every host', recalled(9999, 10_000), recalled(3, 3))).toEqual([
      '99.9 %',
      '**100 %**',
    ]);
  });

  it('marks the best times, which are the least, all that read the same', () => {
    const times = [{ tree: timed(34.4) }, { tree: timed(33.9) }, { tree: timed(35.2) }];
    expect(rowOf('a repository', ...times)).toEqual(['**34 ms**', '**34 ms**', '35 ms']);
  });

  it('writes times with two digits', () => {
    const times = [994, 9_949, 99_400, 191_000].map((wall) => ({ small: timed(wall) }));
    expect(rowOf('one small config', ...times)).toEqual(['**990 ms**', '9.9 s', '99 s', '3.2 min']);
  });

  it('says who missed the credential or took too long, which is never the best', () => {
    const runs = [{ large: timed(10, false) }, { large: undefined }, { large: timed(2000) }];
    expect(rowOf('a `~/.claude.json`', ...runs)).toEqual(['10 ms, missed', 'over 5 min', '**2.0 s**']);
    expect(rowOf('memory', ...runs)).toEqual(['120 MB, missed', 'over 5 min', '**120 MB**']);
  });

  it('marks nothing where none is good', () => {
    expect(rowOf('a `~/.claude.json`', { large: undefined })).toEqual(['over 5 min']);
  });

  it('has no share of nothing', () => {
    expect(rowOf('files of every host', recalled(0, 0))).toEqual(['–']);
  });
});
