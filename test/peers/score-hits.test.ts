import { describe, expect, it } from 'vitest';
import type { Label, Sample } from '../eval/generate.ts';
import { scoreHits } from './score-hits.ts';

const FILE = 'f0000/.mcp.json';
const TEXT = ['{', 'first-secret', 'first-secret', 'begin-', 'end', 'placeholder', 'debatable', '}'].join(
  '\n',
);

function label(written: string, verdict: Label['verdict'], more: Partial<Label> = {}, from = 0): Label {
  const start = TEXT.indexOf(written, from);
  return {
    file: FILE,
    host: 'cursor',
    dialect: 'json',
    verdict,
    slot: 'env',
    format: 'opaque:hex32',
    note: '',
    value: written,
    start,
    end: start + written.length,
    layers: [],
    alternatives: [],
    ...more,
  };
}

const first = label('first-secret', 'secret', { format: 'github-pat-classic' });
const labels = [
  first,
  label('first-secret', 'secret', { format: 'github-pat-classic' }, first.end),
  label('begin-\nend', 'secret'),
  label('placeholder', 'negative', { slot: 'placeholder:word' }),
  label('debatable', 'optional'),
];
const sampleOf = (own: readonly Label[]): Sample => ({
  path: FILE,
  host: 'cursor',
  dialect: 'json',
  relaxed: false,
  text: TEXT,
  bom: false,
  labels: own,
});
const samples = [sampleOf(labels)];
const at = (line: number, more = {}) => ({ file: FILE, first: line, ...more });

describe('scoreHits', () => {
  it('counts nothing where nothing is found', () => {
    expect(scoreHits(samples, [])).toEqual({
      recall: { of: 3, met: 0 },
      formed: { of: 2, met: 0 },
      formless: { of: 1, met: 0 },
      precision: { of: 0, met: 0 },
    });
  });

  it('finds a credential on any of its lines, and wherever else in the file it stands', () => {
    expect(scoreHits(samples, [at(2)])).toMatchObject({
      recall: { met: 2 },
      formed: { met: 2 },
      formless: { met: 0 },
      precision: { of: 1, met: 1 },
    });
    for (const hit of [at(4), at(5), at(3, { last: 4 })])
      expect(scoreHits(samples, [hit]).formless.met).toBe(1);
  });

  it('counts a place once, however many findings it has', () => {
    expect(scoreHits(samples, [at(2), at(2), at(6), at(6)]).precision).toEqual({ of: 2, met: 1 });
  });

  it('counts what people differ about neither way', () => {
    expect(scoreHits(samples, [at(7)]).precision.of).toBe(0);
  });

  it.each(['outside:client', 'dev-default'])('counts %s neither way: others are right to tell it', (slot) => {
    const own = [label('placeholder', 'negative', { slot })];
    expect(scoreHits([sampleOf(own)], [at(6)]).precision.of).toBe(0);
  });

  it('takes a shown credential for found whatever line is said', () => {
    expect(scoreHits(samples, [at(1, { text: 'TOKEN=first-secret' })])).toMatchObject({
      recall: { met: 2 },
      precision: { of: 1, met: 1 },
    });
    expect(scoreHits(samples, [at(1, { text: 'something else' })]).precision).toEqual({ of: 1, met: 0 });
  });

  it('takes no hit in another file', () => {
    expect(scoreHits(samples, [{ file: 'f0001/.mcp.json', first: 2 }]).recall.met).toBe(0);
  });
});
