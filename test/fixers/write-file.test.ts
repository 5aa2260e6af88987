import {
  chmodSync,
  chownSync,
  linkSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkReplaceable, readTarget, replaceFile, temporaryBeside } from '../../src/fixers/write-file.ts';
import { folderWith } from '../discover/temporary-folder.ts';

const NEW = Buffer.from('new');

function replace(path: string, onStep: (step: string) => void = () => {}): void {
  const target = readTarget(path);
  checkReplaceable(target);
  replaceFile(target, NEW, temporaryBeside(target.path, 'id', 0), onStep);
}

function fileWith(mode = 0o644): string {
  const path = join(folderWith({ 'a.json': 'old' }), 'a.json');
  chmodSync(path, mode);
  return path;
}

const STEPS = [
  'create the temporary file',
  'write the temporary file',
  'flush the temporary file',
  'compare once more and rename',
];

test('tells its steps', () => {
  const steps: string[] = [];
  replace(fileWith(), (step) => steps.push(step));
  expect(steps).toEqual(STEPS);
});

describe.skipIf(process.platform === 'win32')('keeps', () => {
  test.each([0o600, 0o640, 0o664, 0o755])('mode %o', (mode) => {
    const path = fileWith(mode);
    replace(path);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(statSync(path).mode & 0o7777).toBe(mode);
  });

  const isRoot = process.geteuid?.() === 0;
  const why = isRoot ? '' : ' (SKIPPED: only root can give files away)';
  test.skipIf(!isRoot)(`owner and group${why}`, () => {
    const path = fileWith(0o640);
    chownSync(path, 1234, 4321);
    replace(path);
    expect(statSync(path)).toMatchObject({ uid: 1234, gid: 4321 });
    expect(statSync(path).mode & 0o777).toBe(0o640);
  });

  test('a symbolic link, and what it leads to is replaced', () => {
    const path = fileWith();
    const folder = folderWith([]);
    symlinkSync(path, join(folder, 'link'));
    replace(join(folder, 'link'));
    expect(lstatSync(join(folder, 'link')).isSymbolicLink()).toBe(true);
    expect(readFileSync(path, 'utf8')).toBe('new');
    expect(readdirSync(folder)).toEqual(['link']);
  });
});

test('nobody else can read the temporary file before it has the mode of the file', () => {
  const path = fileWith(0o644);
  const modes: Record<string, number> = {};
  replace(path, (step) => {
    const temporary = readdirSync(dirname(path)).find((name) => name.endsWith('.tmp'));
    if (temporary) modes[step] = statSync(join(dirname(path), temporary)).mode & 0o777;
  });
  expect(modes['write the temporary file']).toBe(0o600);
});

describe.skipIf(process.platform === 'win32')('refuses', () => {
  test.each<[string, (path: string) => void, string]>([
    ['a hard link', (path) => linkSync(path, `${path}.other`), 'It has another name'],
    ['a read-only file', (path) => chmodSync(path, 0o444), 'It is read-only.'],
  ])('%s', (_, prepare, message) => {
    const path = fileWith();
    prepare(path);
    expect(() => replace(path)).toThrow(message);
    expect(readFileSync(path, 'utf8')).toBe('old');
  });

  test('a folder', () => {
    expect(() => readTarget(folderWith([]))).toThrow('It is not a regular file.');
  });
});

describe('a file that somebody else changes meanwhile', () => {
  test.each(STEPS)('is left as they want it: %s', (moment) => {
    const path = fileWith();
    expect(() =>
      replace(path, (step) => {
        if (step === moment) writeFileSync(path, 'theirs');
      }),
    ).toThrow('It changed while it was worked on, and was left alone.');
    expect(readFileSync(path, 'utf8')).toBe('theirs');
    expect(readdirSync(dirname(path))).toEqual(['a.json']);
  });

  test('to the same bytes counts too', () => {
    const path = fileWith();
    expect(() =>
      replace(path, (step) => {
        if (step === STEPS.at(-1)) writeFileSync(path, 'old');
      }),
    ).toThrow('It changed');
  });
});

test.each(STEPS)('no temporary file is left after a failure: %s', (moment) => {
  const path = fileWith();
  expect(() =>
    replace(path, (step) => {
      if (step === moment) throw new Error('broken');
    }),
  ).toThrow('broken');
  expect(readFileSync(path, 'utf8')).toBe('old');
  expect(readdirSync(dirname(path))).toEqual(['a.json']);
});

test("somebody else's file of the same name is not touched", () => {
  const path = fileWith();
  const temporary = temporaryBeside(path, 'id', 0);
  mkdirSync(dirname(temporary), { recursive: true });
  writeFileSync(temporary, 'theirs');
  expect(() => replace(path)).toThrow();
  expect(readFileSync(temporary, 'utf8')).toBe('theirs');
});
