import { readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Journal } from '../../src/fixers/journal.ts';
import { hasJournals, Journals } from '../../src/fixers/transaction-journals.ts';
import { parseJournal } from '../../src/fixers/transaction-parse-journal.ts';
import { folderWith } from '../discover/temporary-folder.ts';

const HASH = '0'.repeat(64);
const kept = { vault: 'keychain', account: 'a/b/c' } as const;

const full = (id: string): Journal => ({
  version: 1,
  id,
  time: '2026-01-02T03:04:05.678Z',
  state: 'pending',
  files: [
    {
      path: '/home/ana/.mcp.json',
      hashBefore: HASH,
      hashAfter: HASH,
      edits: [
        { start: 3, length: 4, before: [{ text: 'x' }, kept] },
        { start: 7, length: 0, before: [], anchor: { path: ['servers', 0], offset: 2, hash: HASH } },
      ],
      items: [kept],
      restored: HASH,
    },
  ],
  items: [kept],
  replaced: [kept],
});

function journalsIn(folder: string): Journals {
  const journals = new Journals(folder, () => {});
  journals.tidy();
  return journals;
}

test('a journal is read as it was written, for its user alone', () => {
  const folder = folderWith([]);
  const journals = journalsIn(folder);
  expect(hasJournals(folder)).toBe(false);
  const journal = full(journals.begin().id);
  journals.write(journal);
  expect(journals.list()).toEqual([journal]);
  expect(journals.read(journal.id)).toEqual(journal);
  expect(hasJournals(folder)).toBe(true);
  if (process.platform !== 'win32') expect(statSync(journals.pathOf(journal.id)).mode & 0o777).toBe(0o600);
  expect(readdirSync(join(folder, 'journals'))).toEqual([`${journal.id}.json`]);
  journals.remove(journal.id);
  expect(journals.list()).toEqual([]);
});

test('a later journal comes last, also when the clock goes back', () => {
  const journals = journalsIn(folderWith([]));
  const future = full(`999999999999999-${'0'.repeat(16)}`);
  const first = full(journals.begin().id);
  journals.write(first);
  const second = full(journals.begin().id);
  journals.write(second);
  expect(journals.list()).toEqual([first, second]);
  journals.write({ ...future, id: `002999999999999-${'0'.repeat(16)}` });
  expect(journals.begin().id > future.id.replace('999', '002')).toBe(true);
});

test('what is no journal is told apart, and what is half written is removed', () => {
  const folder = folderWith([]);
  const journals = journalsIn(folder);
  const { id } = journals.begin();
  writeFileSync(journals.pathOf(id), '{"version":1,');
  writeFileSync(join(folder, 'journals', 'notes.txt'), 'mine');
  writeFileSync(join(folder, 'journals', `${id}.json.tmp`), '{');
  // Looking disturbs nobody who is writing.
  expect(new Journals(folder, () => {}).list()).toEqual([{ id, damaged: true }]);
  expect(readdirSync(join(folder, 'journals'))).toHaveLength(3);
  expect(journalsIn(folder).list()).toEqual([{ id, damaged: true }]);
  expect(readdirSync(join(folder, 'journals')).sort()).toEqual([`${id}.json`, 'notes.txt']);
});

describe('parseJournal', () => {
  const id = 'x';
  const text = JSON.stringify(full(id));

  test('takes what was written', () => {
    expect(parseJournal(text, id)).toEqual(full(id));
  });

  test.each([
    ['of another version', text.replace('"version":1', '"version":2')],
    ['of another id', text.replace('"id":"x"', '"id":"y"')],
    ['with a state of its own', text.replace('pending', 'undone')],
    ['with a relative path', text.replace('/home/ana/', '../')],
    ['with a path that ends early', text.replace('/home/ana/', '/home\\u0000/')],
    ['with edits over each other', text.replace('"start":7', '"start":6')],
    ['with a negative place', text.replace('"start":3', '"start":-3')],
    ['with a broken place', text.replace('"start":3', '"start":3.5')],
    ['with an endless place', text.replace('"start":3', '"start":1e999')],
    ['with another vault', text.replaceAll('keychain', '__proto__')],
    ['without an account', text.replaceAll('a/b/c', '')],
    ['with another hash', text.replace(HASH, 'g'.repeat(64))],
    [
      'with a list where none is',
      text.replace('"files":[', '"files":[[').replace('}],"items"', '}]],"items"'),
    ],
    ['that is cut', text.slice(0, -1)],
    ['that is nothing', 'null'],
  ])('takes none %s', (_, changed) => {
    expect(changed).not.toBe(text);
    expect(parseJournal(changed, id)).toBeUndefined();
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(30), fc.string(), (start, length, inserted) => {
        parseJournal(text.slice(0, start) + inserted + text.slice(start + length), id);
      }),
    );
    fc.assert(fc.property(fc.json(), (json) => parseJournal(json, id) === undefined));
    expect(parseJournal('['.repeat(100_000), id)).toBeUndefined();
  });
});

test('a journal holds what was asked for and nothing else', () => {
  const journals = journalsIn(folderWith([]));
  const journal = full(journals.begin().id);
  journals.write(journal);
  expect(JSON.parse(readFileSync(journals.pathOf(journal.id), 'utf8'))).toEqual(journal);
});
