import { rmSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { replaceItem } from '../../src/fixers/replace-item.ts';
import { seal, unseal } from '../../src/vaults/envelope.ts';
import { fillExample } from '../support/examples.ts';
import { machineAt } from '../support/transaction-plan.ts';
import { configWith, Scratch } from '../support/transaction-scratch.ts';

const TOKEN = fillExample('{{sample:github-pat-classic}}');
const KEY = fillExample('{{opaque:a}}');
const NEW = fillExample('{{opaque:b}}');
const BOTH = configWith({ GITHUB_TOKEN: TOKEN, API_KEY: KEY });
/** The same text, written otherwise. */
const ODD = configWith({ API_KEY: KEY.replace(/^./, (first) => `\\u00${first.charCodeAt(0).toString(16)}`) });

/** Gives the item that keeps KEY another value; `meanwhile` is what somebody else does before. */
function replaceKey({ vault, home }: Scratch, meanwhile = () => {}): string | undefined {
  const [account, text] = [...vault.kept].find(([, content]) => content.includes(KEY))!;
  const before = new Secret(text);
  const content = seal({ secret: new Secret(NEW), uses: unseal(before).uses });
  meanwhile();
  const options = { machine: machineAt(home), openVault: () => vault };
  return replaceItem({ vault: 'keychain', account }, { before, content }, options);
}

function secretsOf({ vault }: Scratch): string[] {
  return [...vault.kept.values()].map((text) => unseal(new Secret(text)).secret.reveal()).sort();
}

describe('undo of a fix whose item has another value since', () => {
  test.each<[string, string, (text: string) => string]>([
    ['as it was fixed', BOTH, (text) => text],
    ['changed elsewhere', BOTH, (text) => text.replace('{', '{ "numStartups": 12,')],
    ['of an odd spelling', ODD, (text) => text],
  ])('leaves the file alone and says why: %s', (_, text, change) => {
    const scratch = new Scratch(text);
    scratch.fix();
    scratch.write(change(scratch.read().toString()));
    const fixed = scratch.read();
    expect(replaceKey(scratch)).toBeUndefined();
    const kept = secretsOf(scratch);
    expect(kept).toContain(NEW);
    expect(scratch.undo()![0]!.failure).toMatch(
      /^keychain:\/\/mcp-lint\/\S+ was given another value since, by "mcp-lint secret set": nothing of it was undone\.$/,
    );
    expect(scratch.read()).toEqual(fixed);
    expect(secretsOf(scratch)).toEqual(kept);
    expect(scratch.journals()).toHaveLength(1);
  });

  test('the new value stays when the old file was put back by hand', () => {
    const scratch = new Scratch(BOTH);
    scratch.fix();
    replaceKey(scratch);
    scratch.write(scratch.original);
    expect(scratch.undo()).toEqual([{ path: scratch.path }]);
    expect(scratch.read()).toEqual(scratch.original);
    expect(secretsOf(scratch)).toEqual([NEW]);
    expect(scratch.journals()).toEqual([]);
  });

  test('another file of the same fix is undone', () => {
    const [scratch, other] = [new Scratch(BOTH), new Scratch(configWith({ OTHER_KEY: TOKEN }))];
    scratch.fix(scratch.plan(), other.plan());
    expect(replaceKey(scratch)).toBeUndefined();
    const outcomes = scratch.undo()!;
    expect(outcomes.map(({ failure }) => failure === undefined)).toEqual([false, true]);
    expect(other.read()).toEqual(other.original);
    expect(secretsOf(scratch)).toEqual([TOKEN, NEW].sort());
  });
});

test('without journals no state folder is made', () => {
  const scratch = new Scratch(BOTH);
  scratch.fix();
  rmSync(`${scratch.home}/.local`, { recursive: true });
  expect(replaceKey(scratch)).toBeUndefined();
  expect(secretsOf(scratch)).toContain(NEW);
  expect(scratch.journals()).toEqual([]);
});

describe('what was kept is put back, and the fix can be undone', () => {
  test.each<[string, (scratch: Scratch) => void, string]>([
    [
      'when the vault refuses',
      ({ vault }) => Object.assign(vault, { storesFailFrom: 0 }),
      'The fake vault did not keep the item.',
    ],
    ['when it keeps nothing', ({ vault }) => Object.assign(vault, { forgets: true }), 'did not keep what'],
    [
      'when it keeps something else',
      ({ vault }) => {
        const { store } = vault;
        let calls = 0;
        vault.store = (account, content) =>
          store(account, calls++ === 0 ? new Secret(`${content.reveal()}.`) : content);
      },
      'did not keep what it was given.',
    ],
  ])('%s', (_, prepare, failure) => {
    const scratch = new Scratch(BOTH);
    scratch.fix();
    const [kept, journals] = [new Map(scratch.vault.kept), scratch.journals()];
    const told = replaceKey(scratch, () => prepare(scratch));
    expect(told).toContain(failure);
    expect(told).not.toContain('could not be put back');
    expect(scratch.vault.kept).toEqual(kept);
    expect(scratch.journals()).toEqual(journals);
    scratch.undo();
    expect(scratch.read()).toEqual(scratch.original);
  });

  test('or it is said that it was not', () => {
    const scratch = new Scratch(BOTH);
    scratch.fix();
    const { vault } = scratch;
    const told = replaceKey(scratch, () => {
      const { store } = vault;
      vault.store = (account, content) => {
        store(account, content);
        vault.locked = true;
      };
    });
    expect(told).toBe('The fake vault is locked. What it kept before could not be put back.');
    vault.locked = false;
    expect(secretsOf(scratch)).toContain(NEW);
    expect(scratch.undo()![0]!.failure).toContain('was given another value since');
  });

  test('when somebody else changed it meanwhile', () => {
    const scratch = new Scratch(BOTH);
    scratch.fix();
    const { vault } = scratch;
    const told = replaceKey(scratch, () => {
      for (const [account, text] of vault.kept) vault.kept.set(account, text.replace(KEY, 'theirs'));
    });
    expect(told).toBe('What Fake Vault keeps there was changed meanwhile, and was left alone.');
    expect(secretsOf(scratch)).toContain('theirs');
  });
});
