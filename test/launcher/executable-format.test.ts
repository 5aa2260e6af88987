import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { surelyExecutable } from '../../src/launcher/executable-format.ts';
import { temporaryFolder, writeInto } from '../support/cli.ts';

const surely = (path: string) => surelyExecutable(path, process.execPath);

test('programs of this machine, and scripts of them', () => {
  expect(surely(process.execPath)).toBe(true);
  expect(surely('/bin/sh')).toBe(true);
  const folder = temporaryFolder();
  const first = writeInto(folder, 'first', '#! /usr/bin/env node\n', 0o755);
  expect(surely(first)).toBe(true);
  expect(surely(writeInto(folder, 'second', `#!${first} x\n`, 0o755))).toBe(true);
});

test.each([
  ['no interpreter', 'echo x\n'],
  ['an empty file', ''],
  ['an interpreter that is not there', '#!/no/such/thing\n'],
  ['a relative interpreter', '#!bin/sh\n'],
  ['an interpreter that is cut off', `#!/bin/${'s'.repeat(300)}\n`],
  ['no end of the line', '#!/bin/sh'],
  ['another format', 'MZ\u0090\0\u0003\0\0\0\u0004\0'],
])('is spawned: %s', (_, text) => {
  expect(surely(writeInto(temporaryFolder(), 'x', text, 0o755))).toBe(false);
});

test('is spawned: what may not be executed, or is not there', () => {
  expect(surely(writeInto(temporaryFolder(), 'x', '#!/bin/sh\n', 0o644))).toBe(false);
  expect(surely('/no/such/thing')).toBe(false);
});

test.runIf(process.platform === 'linux')(
  'is spawned: a program of another machine, or without its loader',
  () => {
    const bytes = readFileSync(process.execPath).subarray(0, 8192);
    const changed = (change: (copy: Buffer) => void) => {
      const copy = Buffer.from(bytes);
      change(copy);
      const path = join(temporaryFolder(), 'x');
      writeFileSync(path, copy, { mode: 0o755 });
      return path;
    };
    expect(surely(changed(() => {}))).toBe(true);
    expect(surely(changed((copy) => copy.writeUInt16LE(copy.readUInt16LE(18) + 1, 18)))).toBe(false);
    const loader = changed((copy) => copy.write('/no', copy.indexOf('/lib')));
    expect(surely(loader)).toBe(false);
  },
);

test('two scripts that name each other are no program', () => {
  const folder = temporaryFolder();
  writeInto(folder, 'a', `#!${folder}/b\n`, 0o755);
  writeInto(folder, 'b', `#!${folder}/a\n`, 0o755);
  expect(surely(join(folder, 'a'))).toBe(false);
});
