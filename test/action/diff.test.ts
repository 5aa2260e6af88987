import { expect, test } from 'vitest';
import { isWithin, readChangedFiles, readChangedLines } from '../../src/action/diff.ts';

const [A, B] = ['a'.repeat(40), 'b'.repeat(40)];
const linesIn = (...lines: string[]) => readChangedLines(Buffer.from(`${lines.join('\n')}\n`));

test('reads what changed; links and submodules have no content', () => {
  const output = [
    [`:100644 100755 ${A} ${B} M`, 'a b.json'],
    [`:000000 100644 ${A} ${B} A`, 'line\nfeed'],
    [`:100644 000000 ${A} ${B} D`, 'gone'],
    [`:120000 100644 ${A} ${B} T`, 'was a link'],
    [`:100644 120000 ${A} ${B} T`, 'is a link'],
    [`:160000 160000 ${A} ${B} M`, 'module'],
  ];
  expect(
    readChangedFiles(
      Buffer.from(
        output
          .flat()
          .map((field) => `${field}\0`)
          .join(''),
      ),
    ),
  ).toEqual([
    { name: 'a b.json', before: A, after: B },
    { name: 'line\nfeed', after: B },
    { name: 'gone', before: A },
    { name: 'was a link', after: B },
    { name: 'is a link', before: A },
    { name: 'module' },
  ]);
});

test('reads the lines that were added or changed', () => {
  expect(
    linesIn(
      'diff --git a/x b/x',
      '--- a/x',
      '+++ b/x',
      '@@ -3 +3 @@ @@ -9 +9 @@',
      '-a',
      '+b',
      '@@ -7,0 +8,2 @@',
      '+@@ -1 +1 @@',
      '+d',
      '\\ No newline at end of file',
    ),
  ).toEqual([
    { first: 3, last: 3 },
    { first: 8, last: 9 },
  ]);
});

test('lines that were taken away touch those around them', () => {
  expect(linesIn('@@ -4,2 +3,0 @@', '-a', '-b')).toEqual([{ first: 3, last: 4 }]);
  expect(linesIn('@@ -4,3 +4,2 @@', '-a', '-x', '-b', '+a,', '+b')).toEqual([{ first: 4, last: 5 }]);
});

test('a comma at the end of a line changes nothing', () => {
  expect(linesIn('@@ -4 +4 @@', '-  }', '+  },')).toEqual([]);
  expect(linesIn('@@ -4 +4,3 @@', '-  }\r', '+  },\r', '+  "b": {}\r', '+  }\r')).toEqual([
    { first: 5, last: 6 },
  ]);
  expect(linesIn('@@ -4 +4 @@', '-  "a,"', '+  "a"')).toEqual([{ first: 4, last: 4 }]);
});

test('says when there is no difference to read', () => {
  expect(linesIn('Binary files a/x and b/x differ')).toBeUndefined();
  expect(readChangedLines(Buffer.alloc(0))).toBeUndefined();
});

test('finds the stretches that lines are in', () => {
  const stretches = [
    { first: 3, last: 4 },
    { first: 4, last: 4 },
    { first: 9, last: 12 },
  ];
  const within = (start: number, end: number) => isWithin(stretches, start, end);
  expect([within(1, 2), within(5, 8), within(13, 99), isWithin([], 1, 9)]).toEqual([
    false,
    false,
    false,
    false,
  ]);
  expect([within(1, 3), within(4, 8), within(5, 9), within(10, 11), within(12, 99)]).toEqual(
    Array(5).fill(true),
  );
});
