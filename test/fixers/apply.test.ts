import { rmSync, writeFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import type { FilePlan } from '../../src/fixers/fix-plan.ts';
import { seal, unseal } from '../../src/vaults/envelope.ts';
import { fillExample } from '../support/examples.ts';
import { fakeVault } from '../support/fake-vault.ts';
import { configWith, Scratch } from '../support/transaction-scratch.ts';

const TOKEN = fillExample('{{sample:github-pat-classic}}');
const KEY = fillExample('{{opaque:a}}');
const BOTH = configWith({ GITHUB_TOKEN: TOKEN, API_KEY: KEY });
const REFERENCE = 'keychain://mcp-lint/claude-code-project/demo/';

const failureOf = ([outcome]: ReturnType<Scratch['fix']>) => outcome!.failure;

/** Nothing happened, or all of it was taken back. */
function expectUntouched(scratch: Scratch): void {
  expect(scratch.read()).toEqual(scratch.original);
  expect([...scratch.vault.kept]).toEqual([]);
  expect(scratch.journals()).toEqual([]);
  expect(scratch.names()).toEqual(['.mcp.json']);
}

test('moves credentials into the vault, and what the vault keeps can be put back', () => {
  const scratch = new Scratch(BOTH);
  expect(scratch.fix()).toMatchObject([{ file: { moves: [{}, {}] } }]);
  const text = scratch.read().toString();
  expect(text).not.toContain(TOKEN);
  expect(text).not.toContain(KEY);
  expect(text).toContain(`"${REFERENCE}GITHUB_TOKEN-0"`);
  const kept = [...scratch.vault.kept.values()].map((content) => unseal(new Secret(content)).secret.reveal());
  expect(kept).toEqual([TOKEN, KEY]);
  expect(scratch.undo()).toEqual([{ path: scratch.path }]);
  expectUntouched(scratch);
});

test('journal, steps and outcomes hold no credential', () => {
  const scratch = new Scratch(BOTH);
  scratch.fix();
  const told = [...scratch.journals(), ...scratch.steps].join('\n');
  expect(told).toContain('"state": "done"');
  for (const secret of [TOKEN, KEY]) expect(told).not.toContain(secret.slice(0, 12));
});

test('a credential that stands twice in what is rewritten is in no journal', () => {
  const scratch = new Scratch(configWith({ API_KEY: `${KEY}" /* was ${KEY}, or */, "B": "x` }));
  const plan = scratch.plan();
  const text = plan.document.document.text.reveal();
  const [start, end] = [text.indexOf('"env"'), text.indexOf('\n    }')];
  const whole: FilePlan = { ...plan, edits: [{ range: { start, end }, text: '"env": {}' }] };
  scratch.accepts = () => true;
  expect(failureOf(scratch.fix(whole))).toBeUndefined();
  expect(scratch.journals().join('')).not.toContain(KEY);
  scratch.undo();
  expectUntouched(scratch);
});

test.each([
  ['a credential of a known form', `// ${TOKEN}\n`],
  ['another slot', `"OTHER_SECRET": "${fillExample('{{opaque:b}}')}",`],
])('what would put %s into the journal is refused', (_, more) => {
  const scratch = new Scratch(configWith({ API_KEY: KEY }).replace('"env": {', `"env": { ${more}`));
  const plan = scratch.plan();
  const text = plan.document.document.text.reveal();
  const [start, end] = [text.indexOf('"env"'), text.indexOf('\n    }')];
  const moves = plan.moves.filter(({ item }) => item.text.reveal() === KEY);
  scratch.accepts = () => true;
  expect(
    failureOf(scratch.fix({ ...plan, moves, edits: [{ range: { start, end }, text: '"env": {}' }] })),
  ).toBe('A credential that does not move stands in what would have to be rewritten.');
  expectUntouched(scratch);
});

test('an edit that takes away half a credential is refused', () => {
  const scratch = new Scratch(BOTH);
  const plan = scratch.plan();
  const { start, end } = plan.moves[0]!.item.text.range;
  scratch.fix({ ...plan, edits: [{ range: { start: start + 4, end }, text: '' }] });
  expectUntouched(scratch);
});

describe('leaves everything as it was', () => {
  test.each<[string, (scratch: Scratch) => void, string]>([
    [
      'when the vault is locked',
      ({ vault }) => Object.assign(vault, { locked: true }),
      'The fake vault is locked.',
    ],
    [
      'when the vault refuses',
      ({ vault }) => Object.assign(vault, { storesFailFrom: 1 }),
      'The fake vault did not keep the item.',
    ],
    [
      'when the vault refuses the second',
      ({ vault }) => Object.assign(vault, { storesFailFrom: 2 }),
      'The fake vault did not keep the item.',
    ],
    [
      'when the vault forgets',
      ({ vault }) => Object.assign(vault, { forgets: true }),
      'Fake Vault did not keep what it was given.',
    ],
    [
      'when the vault lies',
      ({ vault }) => Object.assign(vault, { lies: true }),
      'Fake Vault did not keep what it was given.',
    ],
    [
      'when the result is not right',
      (scratch) => Object.assign(scratch, { accepts: () => false }),
      'What it would read like afterwards is not right.',
    ],
    [
      'when something unforeseen happens',
      (scratch) => {
        scratch.accepts = () => {
          throw new Error(TOKEN);
        };
      },
      'Something unforeseen went wrong.',
    ],
  ])('%s', (_, prepare, failure) => {
    const scratch = new Scratch(BOTH);
    prepare(scratch);
    expect(failureOf(scratch.fix())).toBe(failure);
    expectUntouched(scratch);
  });

  test('when the vault is gone in the middle: what it keeps is removed when it is back', () => {
    const scratch = new Scratch(BOTH);
    scratch.onStep = (step) => {
      if (step === 'create the temporary file') {
        scratch.vault.locked = true;
        throw new Error('stop');
      }
    };
    expect(failureOf(scratch.fix())).toBe('Something unforeseen went wrong.');
    expect(scratch.read()).toEqual(scratch.original);
    expect(scratch.vault.kept.size).toBe(2);
    scratch.onStep = () => {};
    scratch.vault.locked = false;
    expect(scratch.undo()).toBeUndefined();
    expectUntouched(scratch);
  });
});

describe('a file that somebody else changes meanwhile', () => {
  const probe = () => {
    const scratch = new Scratch(BOTH);
    scratch.fix();
    return scratch.steps.slice(0, scratch.steps.indexOf('compare once more and rename') + 1);
  };

  test('is left as they want it, at every step', () => {
    const steps = probe();
    expect(steps.length).toBeGreaterThan(10);
    for (const index of steps.keys()) {
      const scratch = new Scratch(BOTH);
      const theirs = BOTH.replace('"npx"', '"bunx"');
      scratch.onStep = () => {
        if (scratch.steps.length === index + 1) writeFileSync(scratch.path, theirs);
      };
      expect(scratch.fix()).toMatchObject([
        { failure: expect.stringContaining('It changed'), changed: true },
      ]);
      expect(scratch.read().toString()).toBe(theirs);
      expect([...scratch.vault.kept]).toEqual([]);
      expect(scratch.journals()).toEqual([]);
      expect(scratch.names()).toEqual(['.mcp.json']);
    }
  });

  test('and has no credential any more: the vault keeps it, and the user is told', () => {
    for (const theirs of ['{}', undefined]) {
      const scratch = new Scratch(BOTH);
      scratch.onStep = (step) => {
        if (step !== 'write the temporary file') return;
        if (theirs === undefined) rmSync(scratch.path);
        else writeFileSync(scratch.path, theirs);
      };
      expect(failureOf(scratch.fix())).toMatch(theirs === undefined ? /gone/ : /changed/);
      expect(scratch.vault.kept.size).toBe(2);
      expect(scratch.notices).toHaveLength(2);
      expect(scratch.notices[0]).toContain('stays in its vault');
      expect(scratch.journals()).toEqual([]);
    }
  });
});

describe('what the vault has already', () => {
  const account = 'claude-code-project/demo/API_KEY-0';
  const content = (secret: string) => seal({ secret: new Secret(secret), uses: [] }).reveal();

  test('is kept when it is the same, also when the fix is undone', () => {
    const scratch = new Scratch(configWith({ API_KEY: KEY }));
    scratch.vault.kept.set(account, content(KEY));
    expect(failureOf(scratch.fix())).toBeUndefined();
    expect(scratch.vault.calls).not.toContain(`store ${account}`);
    scratch.undo();
    expect(scratch.read()).toEqual(scratch.original);
    expect([...scratch.vault.kept.keys()]).toEqual([account]);
  });

  test('is never replaced when it is another', () => {
    const scratch = new Scratch(configWith({ API_KEY: KEY }));
    scratch.vault.kept.set(account, content('another'));
    expect(scratch.fix()).toMatchObject([
      { failure: 'Fake Vault changed since it was looked into.', changed: true },
    ]);
    expect(scratch.vault.kept.get(account)).toBe(content('another'));
    expect(scratch.read()).toEqual(scratch.original);
  });

  test('is enough when the plan says so, and missed when it is gone', () => {
    const uses = [{ kind: 'origin', header: 'x', origin: 'https://a.example' }] as const;
    const scratch = new Scratch(configWith({ API_KEY: KEY }));
    const plan = scratch.plan();
    const [move] = plan.moves;
    const known = { ...plan, moves: [{ ...move!, item: { ...move!.item, kept: true as const } }] };
    expect(scratch.fix(known)).toMatchObject([{ changed: true }]);
    scratch.vault.kept.set(account, seal({ secret: new Secret(KEY), uses }).reveal());
    expect(failureOf(scratch.fix(known))).toBeUndefined();
    scratch.undo();
    expect(scratch.read()).toEqual(scratch.original);
    expect([...scratch.vault.kept.keys()]).toEqual([account]);
  });
});

describe('a vault that holds no envelopes', () => {
  test('gets the bare value', () => {
    const scratch = new Scratch(configWith({ API_KEY: KEY }), fakeVault('doppler'));
    scratch.fix();
    expect([...scratch.vault.kept.values()]).toEqual([KEY]);
    scratch.undo();
    expectUntouched(scratch);
  });

  test('cannot keep a spelling', () => {
    const scratch = new Scratch(configWith({ API_KEY: `${KEY}\\/` }), fakeVault('doppler'));
    expect(failureOf(scratch.fix())).toBe(
      'It spells a credential with escapes, which Fake Vault cannot keep.',
    );
    expectUntouched(scratch);
  });
});

test('two credentials that differ do not go to one account', () => {
  const scratch = new Scratch(BOTH);
  const plan = scratch.plan();
  const { account } = plan.moves[0]!.item;
  const moves = plan.moves.map((move) => ({ ...move, item: { ...move.item, account } }));
  expect(failureOf(scratch.fix({ ...plan, moves }))).toContain(
    'Two credentials that differ would be kept as',
  );
  expectUntouched(scratch);
});

test('files stand for themselves: one fails, the others are fixed, before and after it', () => {
  const scratches = [1, 2, 3].map(() => new Scratch(configWith({ API_KEY: KEY })));
  const plans = scratches.map((scratch, index) => {
    const plan = scratch.plan();
    const moves = plan.moves.map((move) => ({
      ...move,
      item: { ...move.item, account: `${move.item.account}-${index}` },
    }));
    return { ...plan, moves };
  });
  scratches[1]!.write(`${scratches[1]!.read()}\n`);
  const [first] = scratches;
  const outcomes = first!.fix(...plans);
  expect(outcomes.map(({ changed }) => changed)).toEqual([undefined, true, undefined]);
  expect(first!.undo()).toEqual([{ path: scratches[0]!.path }, { path: scratches[2]!.path }]);
  expectUntouched(first!);
  expect(scratches[2]!.read()).toEqual(scratches[2]!.original);
});

test('an item that two files share goes with the last of them', () => {
  const [one, two] = [1, 2].map(() => new Scratch(configWith({ API_KEY: KEY }))) as [Scratch, Scratch];
  expect(one.fix(one.plan(), two.plan()).map(({ failure }) => failure)).toEqual([undefined, undefined]);
  const fixed = two.read();
  two.write('{}');
  expect(one.undo()).toEqual([
    { path: one.path },
    { path: two.path, failure: expect.stringContaining('It changed since the fix in mcpServers.demo') },
  ]);
  expect(one.read()).toEqual(one.original);
  expect(one.vault.kept.size).toBe(1);
  two.write(fixed);
  expect(one.undo()).toEqual([{ path: two.path }]);
  expectUntouched(one);
});

test('a file that changes before anything is stored: there is nothing to tell of', () => {
  const scratch = new Scratch(BOTH);
  scratch.vault.storesFailFrom = 1;
  scratch.onStep = (step) => {
    if (step === 'store an item') scratch.write('{}');
  };
  expect(failureOf(scratch.fix())).toBe('The fake vault did not keep the item.');
  expect(scratch.notices).toEqual([]);
  expect(scratch.journals()).toEqual([]);
});

test('nothing is done where the state folder cannot be made', () => {
  const scratch = new Scratch(BOTH);
  writeFileSync(`${scratch.home}/.local`, '');
  expect(scratch.fix()).toHaveLength(1);
  expect(failureOf(scratch.fix())).toMatch(/^The state folder of mcp-lint cannot be used: /);
  expect(scratch.read()).toEqual(scratch.original);
  expect([...scratch.vault.kept]).toEqual([]);
});
