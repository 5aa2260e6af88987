import { mkdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { expect, test } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import { Secret } from '../../src/core/secret.ts';
import { findProgram } from '../../src/vaults/find-program.ts';
import { type ProgramRun, runProgram } from '../../src/vaults/run-program.ts';
import { temporaryFolder, writeInto } from '../support/cli.ts';

const run = (script: string, more: Partial<ProgramRun> = {}) =>
  runProgram({ program: process.execPath, args: ['-e', script], environment: {}, ...more });

test('gives input, takes output and exit code', () => {
  const { code, output, errors } = run(
    `process.stdin.on('data', (d) => { process.stdout.write('<' + d + '>'); process.stderr.write('oh'); });
     process.on('exit', () => { process.exitCode = 44; });`,
    { input: new Secret('a\n\u00e4 "$HOME"') },
  );
  expect([code, output.reveal(), errors.reveal()]).toEqual([44, '<a\n\u00e4 "$HOME">', 'oh']);
});

test('gives the program no more of an environment than it is to have', () => {
  const script = `process.stdout.write(Object.keys(process.env).sort().join())`;
  expect(run(script, { environment: { A: '1', B: undefined } }).output.reveal()).toBe('A');
});

test('can leave output unread', () => {
  const { code, output } = run(`process.stdout.write('x'.repeat(1 << 22))`, { dropOutput: true });
  expect([code, output.reveal()]).toEqual([0, '']);
});

test('says what became of a program that did not end by itself', () => {
  const never = 'setInterval(() => {}, 1000)';
  expect(run(never, { seconds: 0.2 }).code).toBe('cut off');
  expect(run(`process.on('SIGTERM', () => {}); ${never}`, { seconds: 0.5 }).code).toBe('cut off');
  expect(run(`process.stdout.write('x'.repeat(1 << 22))`).code).toBe('cut off');
  expect(run(`process.kill(process.pid, 'SIGKILL')`).code).toBe('cut off');
  expect(runProgram({ program: '/nonexistent', args: [], environment: {} }).code).toBe('not started');
  expect(runProgram({ program: temporaryFolder(), args: [], environment: {} }).code).toBe('not started');
});

test('does not mind a program that reads none of its input', () => {
  expect(run('process.exit(3)', { input: new Secret('x'.repeat(1 << 20)) }).code).toBe(3);
});

test('finds programs in absolute folders of PATH only', () => {
  const folder = temporaryFolder();
  mkdirSync(join(folder, 'empty/vault'), { recursive: true });
  const text = writeInto(folder, 'text/vault', '', 0o644);
  const program = writeInto(folder, 'bin/vault', '#!/bin/sh\n', 0o755);
  const find = (...folders: string[]) => {
    const machine: Machine = { os: 'linux', home: '/', cwd: '/', variables: { PATH: folders.join(':') } };
    return findProgram('vault', machine);
  };
  expect(find(join(folder, 'empty'), join(text, '..'), '/nonexistent', join(folder, 'bin'))).toBe(program);
  expect(find(relative('.', join(folder, 'bin')), '', '.')).toBeUndefined();
  expect(findProgram('vault', { os: 'linux', home: '/', cwd: '/', variables: {} })).toBeUndefined();
});
