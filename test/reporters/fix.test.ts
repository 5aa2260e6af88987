import { stripVTControlCharacters } from 'node:util';
import fc from 'fast-check';
import picocolors from 'picocolors';
import { expect, test } from 'vitest';
import type { FixReport } from '../../src/core/fix-report.ts';
import type { Label } from '../../src/core/label.ts';
import { fixLook } from '../../src/reporters/fix-look.ts';
import { outcomePretty } from '../../src/reporters/fix-outcome-pretty.ts';
import { countMoves, planPretty, summarizePlan } from '../../src/reporters/fix-plan-pretty.ts';
import { hostileText, UNSEEN } from './hostile-report.ts';
import { FIX_SAMPLE } from './sample-fix.ts';

const COLORS = fixLook(picocolors.createColors(true));

test('shows what moves where and why, the lines that change, and what stays', async () => {
  await expect(planPretty(FIX_SAMPLE, fixLook())).toMatchFileSnapshot('../golden/reporters/fix-plan.txt');
});

test('shows where to revoke what has moved', async () => {
  await expect(outcomePretty(FIX_SAMPLE.files, fixLook())).toMatchFileSnapshot(
    '../golden/reporters/fix-outcome.txt',
  );
});

test.each<[readonly string[], string]>([
  [
    ['keychain://mcp-lint/a/b/C', 'keychain://mcp-lint/a/b/C'],
    'in the place of the old one: mcp-lint secret set keychain://mcp-lint/a/b/C\n',
  ],
  [
    ['pass://mcp-lint/a/b/C', 'Private/b/C'],
    'old one (for references that begin with keychain or pass): mcp-lint secret set pass://mcp-lint/a/b/C\n',
  ],
  [['Private/b/C'], 'Then put the new values where the old ones went.\n'],
])('says how the new values of %j are kept', (references, sentence) => {
  const [file] = FIX_SAMPLE.files;
  const [move] = file!.servers[0]!.moves;
  const servers = [{ moves: references.map((reference) => ({ ...move!, reference })) }];
  expect(outcomePretty([{ ...file!, servers }], fixLook())).toContain(sentence);
  expect(outcomePretty([{ ...file!, servers }], fixLook(), 'npx mcp-lint')).toContain(
    sentence.replace(/\bmcp-lint secret/, 'npx mcp-lint secret'),
  );
});

test('says a reason once for a file', () => {
  const [file] = FIX_SAMPLE.files;
  const [entry] = file!.servers;
  const [left] = FIX_SAMPLE.left;
  const text = planPretty(
    {
      files: [{ ...file!, servers: [entry!, entry!] }],
      left: [left!, { ...left!, what: 'the header X' }, { ...left!, path: 'b.json' }],
    },
    fixLook(),
  );
  expect(text.match(/The keychain of the system/g)).toHaveLength(1);
  expect(text.match(/Stays as it is in settings\.json:/g)).toHaveLength(1);
  expect(text.match(/written as one string\./g)).toHaveLength(2);
});

test('counts what was issued who knows where', () => {
  const [file] = FIX_SAMPLE.files;
  const [known] = file!.servers[0]!.moves;
  const [, unknown] = [file, file!.servers[1]!.moves[0]!];
  const outcome = (moves: readonly (typeof unknown)[]) =>
    outcomePretty([{ ...file!, servers: [{ moves }] }], fixLook());
  expect(outcome([unknown])).toContain('  the header Authorization: where it was issued\n');
  expect(outcome([unknown, unknown])).toContain('  all 2: where they were issued\n');
  expect(outcome([known!, unknown, unknown])).toContain('  the other 2: where they were issued\n');
});

test('shows the same in colours', () => {
  for (const [colored, plain] of [
    [planPretty(FIX_SAMPLE, COLORS), planPretty(FIX_SAMPLE, fixLook())],
    [outcomePretty(FIX_SAMPLE.files, COLORS), outcomePretty(FIX_SAMPLE.files, fixLook())],
  ] as const) {
    expect(colored).not.toBe(plain);
    expect(stripVTControlCharacters(colored)).toBe(plain);
  }
});

test.each<[Partial<FixReport>, number, string]>([
  [{}, 3, '3 credentials of 1 file can be moved, 1 stays.'],
  [{ left: [] }, 3, '3 credentials of 1 file can be moved.'],
  [{ files: [] }, 0, 'Nothing can be moved, 1 credential stays.'],
  [
    { files: [], left: [FIX_SAMPLE.left[0]!, FIX_SAMPLE.left[0]!] },
    0,
    'Nothing can be moved, 2 credentials stay.',
  ],
  [{ files: [], left: [] }, 0, 'Nothing to fix.'],
])('counts %#', (change, moves, sentence) => {
  const report = { ...FIX_SAMPLE, ...change };
  expect([countMoves(report), summarizePlan(report)]).toEqual([moves, sentence]);
});

test('cuts a line of the new file that never ends', () => {
  const [file] = FIX_SAMPLE.files;
  const diff = [{ line: 1, before: [], after: ['x'.repeat(100_000)] }];
  expect(planPretty({ files: [{ ...file!, diff }], left: [] }, fixLook()).length).toBeLessThan(5000);
});

test('no text of a plan leaves its place on a screen', () => {
  const hostile = fc.infiniteStream(hostileText).map((texts): FixReport => {
    const next = () => texts.next().value as string;
    const [file] = FIX_SAMPLE.files;
    return {
      files: [
        {
          ...file!,
          path: next(),
          host: next(),
          servers: file!.servers.map(({ moves }) => ({
            server: next() as Label,
            scope: next() as Label,
            moves: moves.map(() => ({
              what: next(),
              to: next(),
              reference: next(),
              why: next(),
              issuer: next(),
              rotate: next(),
            })),
          })),
          diff: [{ line: 1, before: [next()], after: [next()] }],
          launcher: { command: next(), why: next() },
          warnings: [next()],
          steps: [next()],
          exposure: [next()],
        },
      ],
      left: [{ path: next(), server: next() as Label, what: next(), reason: next() }],
    };
  });
  fc.assert(
    fc.property(hostile, (report) => {
      for (const text of [planPretty(report, fixLook()), outcomePretty(report.files, fixLook())])
        expect(text.replaceAll('\n', '')).not.toMatch(UNSEEN);
    }),
  );
});
