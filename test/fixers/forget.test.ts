import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { forgetLast } from '../../src/fixers/forget.ts';
import { fillExample } from '../support/examples.ts';
import { machineAt } from '../support/transaction-plan.ts';
import { configWith, Scratch } from '../support/transaction-scratch.ts';

const KEY = fillExample('{{opaque:a}}');
const TOKEN = fillExample('{{sample:github-pat-classic}}');

/** Of the newest journal, also of a damaged one. */
function newestId(scratch: Scratch): string {
  const ids = scratch.journals().map((text): string => JSON.parse(text).id);
  return ids.sort().at(-1)!;
}

function forget(scratch: Scratch, id = newestId(scratch)) {
  return forgetLast({ machine: machineAt(scratch.home), openVault: () => scratch.vault, id });
}

function damage({ home }: Scratch, id: string): void {
  writeFileSync(join(home, '.local/state/mcp-lint/journals', `${id}.json`), '{');
}

/** Two fixes, one after the other, each of a file; the second moves the same credential to the same item. */
function fixedTwice(): { scratch: Scratch; second: Scratch } {
  const scratch = new Scratch(configWith({ API_KEY: KEY }));
  const second = new Scratch(configWith({ API_KEY: KEY }));
  expect(scratch.fix()[0]!.failure).toBeUndefined();
  const plan = second.plan();
  const moves = plan.moves.map((move) => ({ ...move, item: { ...move.item, kept: true as const } }));
  expect(scratch.fix({ ...plan, moves })[0]!.failure).toBeUndefined();
  expect([scratch.journals().length, scratch.vault.kept.size]).toEqual([2, 1]);
  return { scratch, second };
}

test('of a file that is gone, the journal is deleted and the stored value stays', () => {
  const scratch = new Scratch(configWith({ API_KEY: KEY, GITHUB_TOKEN: TOKEN }));
  scratch.fix();
  rmSync(scratch.path);
  expect(scratch.undo()![0]!.failure).toBe('It is gone.');
  expect(forget(scratch)).toBe('forgotten');
  expect(scratch.journals()).toEqual([]);
  expect(scratch.vault.kept.size).toBe(2);
  expect(scratch.undo()).toBeUndefined();
});

test('the fix before can be undone then, and what the forgotten one asks for stays', () => {
  const { scratch, second } = fixedTwice();
  const fixed = second.read();
  expect(forget(scratch)).toBe('forgotten');
  expect(scratch.undo()).toEqual([{ path: scratch.path }]);
  expect(scratch.read()).toEqual(scratch.original);
  expect(second.read()).toEqual(fixed);
  expect(scratch.vault.kept.size).toBe(1);
  expect(scratch.journals()).toEqual([]);
});

test('a damaged journal can be forgotten: nobody knows what it asks for, so all stays', () => {
  const { scratch } = fixedTwice();
  const id = newestId(scratch);
  damage(scratch, id);
  expect(scratch.undo()![0]!.failure).toContain('damaged');
  expect(forget(scratch, id)).toBe('forgotten');
  expect(scratch.undo()).toEqual([{ path: scratch.path }]);
  expect(scratch.vault.kept.size).toBe(1);
});

test('only the journal that was agreed on is forgotten', () => {
  const { scratch } = fixedTwice();
  const journals = scratch.journals();
  const [older] = journals.map((text): string => JSON.parse(text).id).sort();
  expect(forget(scratch, older)).toBe('nothing');
  expect(scratch.journals()).toEqual(journals);
});

test('where nothing was fixed there is nothing to forget, and no folder is made', () => {
  const scratch = new Scratch('{}');
  expect(forget(scratch, 'x')).toBe('nothing');
  expect(scratch.journals()).toEqual([]);
});

test('it does without a vault', () => {
  const scratch = new Scratch(configWith({ API_KEY: KEY }));
  scratch.fix();
  scratch.vault.locked = true;
  expect(forget(scratch)).toBe('forgotten');
  expect(scratch.vault.kept.size).toBe(1);
});
