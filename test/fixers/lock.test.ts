import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { takeLock } from '../../src/fixers/lock.ts';
import { folderWith } from '../discover/temporary-folder.ts';

const LONG_AGO = new Date(0);

function lockedFolder(content?: (own: string) => string, time?: Date): string {
  const folder = folderWith([]);
  const path = join(folder, 'lock');
  const release = takeLock(folder);
  const own = readFileSync(path, 'utf8');
  if (content) release();
  if (content) writeFileSync(path, content(own));
  if (time) utimesSync(path, time, time);
  return folder;
}

/** Number of a process that has ended. */
function endedProcess(): number {
  return spawnSync(process.execPath, ['-e', '']).pid;
}

test('is free again when it is given back', () => {
  const folder = folderWith([]);
  takeLock(folder)();
  takeLock(folder, 0)();
  expect(readdirSync(folder)).toEqual([]);
});

test('of a running process is not taken, and the message says whose it is', () => {
  expect(() => takeLock(lockedFolder(), 60)).toThrow(
    `Another mcp-lint is changing configs (process ${process.pid}): try again when it is done.`,
  );
});

const STALE: [string, (own: string) => string, Date?][] = [
  ['of a process that is gone', (own) => own.replace(/\d+/, String(endedProcess()))],
  ['that was never written, long ago', () => '', LONG_AGO],
  ['that is damaged, long ago', () => '[1,', LONG_AGO],
  ['of another machine, long ago', (own) => own.replace(/,"[^",]+ /, ',"elsewhere '), LONG_AGO],
];
// Only Linux tells when a process began.
if (process.platform === 'linux')
  STALE.push(['of another process with the same number', (own) => own.replace(/,"\d+"/, ',"1"')]);

test.each(STALE)('is taken over %s', (_, content, time) => {
  const folder = lockedFolder(content, time);
  const release = takeLock(folder, 60);
  expect(existsSync(join(folder, 'lock'))).toBe(true);
  release();
  expect(readdirSync(folder)).toEqual([]);
});

test.each<[string, (own: string) => string]>([
  ['that is being written', () => ''],
  ['of another machine', (own) => own.replace(/,"[^",]+ /, ',"elsewhere ').replace(/\d+/, '4194305')],
])('is respected %s', (_, content) => {
  expect(() => takeLock(lockedFolder(content), 60)).toThrow('Another mcp-lint is changing configs');
});

test('that somebody else has taken over is not given back', () => {
  const folder = folderWith([]);
  const release = takeLock(folder);
  writeFileSync(join(folder, 'lock'), 'another');
  release();
  expect(readFileSync(join(folder, 'lock'), 'utf8')).toBe('another');
});

test('is not left by one who broke it off', () => {
  const folder = lockedFolder((own) => own.replace(/\d+/, String(endedProcess())));
  writeFileSync(join(folder, 'lock.breaking'), '');
  utimesSync(join(folder, 'lock.breaking'), LONG_AGO, LONG_AGO);
  takeLock(folder, 200)();
  expect(readdirSync(folder)).toEqual([]);
});
