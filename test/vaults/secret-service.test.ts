import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { madeUp, temporaryFolder } from '../support/cli.ts';
import { noKeyring, startKeyring, withoutKeyring } from '../support/keyring.ts';
import { askKeychain, type VaultStep } from '../support/vault-process.ts';

const ACCOUNT = 'claude-code/github/TOKEN';

const WAYS = [
  ['the addon', true],
  ['secret-tool', false],
] as const;

describe.skipIf(noKeyring !== '').each(WAYS)(`a GNOME Keyring through %s${noKeyring}`, (_, addon) => {
  const ask = (variables: Readonly<Record<string, string>>, ...steps: VaultStep[]) =>
    askKeychain(steps, { variables, addon });

  test('keeps, gives back, replaces and removes', async () => {
    const { named, lookUp } = startKeyring();
    const answers = await ask(
      named,
      ['missing'],
      ['read', ACCOUNT],
      ['store', ACCOUNT, 'one'],
      ['read', ACCOUNT],
      ['store', ACCOUNT, 'two'],
      ['read', ACCOUNT],
      ['read', 'claude-code/github/OTHER'],
    );
    expect(answers.map((answer) => 'gives' in answer && answer.gives)).toEqual([
      null,
      null,
      null,
      'one',
      null,
      'two',
      null,
    ]);
    expect(lookUp(ACCOUNT)).toBe('two');
    const after = await ask(named, ['remove', ACCOUNT], ['remove', ACCOUNT], ['read', ACCOUNT]);
    expect(after).toEqual([{ gives: true }, { gives: false }, { gives: null }]);
    expect(lookUp(ACCOUNT)).toBeUndefined();
  });

  test('is found when no variable names the bus', async () => {
    const { variables } = startKeyring();
    const answers = await ask(variables, ['store', ACCOUNT, 'one'], ['read', ACCOUNT]);
    expect(answers[1]).toEqual({ gives: 'one' });
  });

  test('is found in the bare environment that hosts start servers with', async () => {
    const { variables } = startKeyring();
    const { HOME = '', PATH = '', XDG_RUNTIME_DIR = '' } = variables;
    const runtimeFolders = temporaryFolder();
    symlinkSync(XDG_RUNTIME_DIR, join(runtimeFolders, `${process.getuid!()}`));
    const steps: VaultStep[] = [
      ['store', ACCOUNT, 'one'],
      ['read', ACCOUNT],
      ['read', ACCOUNT],
    ];
    const answers = await askKeychain(steps, { variables: { HOME, PATH }, addon, runtimeFolders });
    // That nothing is left of the bus in the environment of the process is in the answers too.
    expect(answers).toEqual([{ gives: null }, { gives: 'one' }, { gives: 'one' }]);
    expect(await ask({ HOME, PATH }, ['read', ACCOUNT])).toMatchObject([{ fails: 'unreachable' }]);
  });

  test.each([
    ['3 KB', madeUp(3000)],
    ['8 KB', madeUp(8191)],
    ['line ends and white space', ' a\r\nb\n\n\tc \n'],
    ['other scripts', 'n\u00e4\u4e2d\u{1f511}\u2028"\'\\$`'],
    ['nothing', ''],
  ])('keeps a text of %s', async (_, text) => {
    const { named } = startKeyring();
    const answers = await ask(named, ['store', ACCOUNT, text], ['read', ACCOUNT]);
    expect(answers).toEqual([{ gives: null }, { gives: text }]);
  });

  test('keeps items of odd names apart', async () => {
    const { named } = startKeyring();
    const accounts = [
      'a/b/c',
      'a/b',
      'a/B/c',
      'a/b/c%20d',
      'a b "c"',
      '\u00e4/\u4e2d',
      'x'.repeat(602),
      "a/$(b)/'",
    ];
    const answers = await ask(
      named,
      ...accounts.map((account): VaultStep => ['store', account, `text of ${account}`]),
      ...accounts.map((account): VaultStep => ['read', account]),
    );
    expect(answers.slice(accounts.length)).toEqual(
      accounts.map((account) => ({ gives: `text of ${account}` })),
    );
  });

  test('that is locked, with nobody to unlock it, says so', async () => {
    const { named, lock, unlock } = startKeyring();
    await ask(named, ['store', ACCOUNT, 'one']);
    lock();
    const answers = await ask(
      named,
      ['missing'],
      ['read', 'claude-code/github/OTHER'],
      ['read', ACCOUNT],
      ['store', ACCOUNT, 'two'],
      ['store', 'claude-code/github/OTHER', 'two'],
      ['remove', ACCOUNT],
      ['remove', 'claude-code/github/OTHER'],
    );
    const locked = { fails: 'locked', message: 'the keyring is locked, and nobody unlocked it' };
    expect(answers).toEqual([
      { gives: null },
      { gives: null },
      locked,
      locked,
      locked,
      locked,
      { gives: false },
    ]);
    unlock();
    expect(await ask(named, ['read', ACCOUNT])).toEqual([{ gives: 'one' }]);
  });

  test('whose daemon dies in between is locked until it is unlocked again', async () => {
    const { named, killDaemon, unlock } = startKeyring('unattended');
    const folder = temporaryFolder();
    const [died, unlocked] = [join(folder, 'died'), join(folder, 'unlocked')];
    const asking = ask(
      named,
      ['store', ACCOUNT, 'one'],
      ['wait', died],
      ['read', ACCOUNT],
      ['wait', unlocked],
      ['read', ACCOUNT],
    );
    await meet(`${died}.here`);
    killDaemon();
    writeFileSync(died, '');
    await meet(`${unlocked}.here`);
    unlock();
    writeFileSync(unlocked, '');
    const answers = await asking;
    expect(answers[2]).toMatchObject({ fails: 'locked' });
    expect(answers[4]).toEqual({ gives: 'one' });
  });

  test.each([
    { step: ['read', ACCOUNT], gives: 'one', after: 'one' },
    { step: ['store', ACCOUNT, 'two'], gives: null, after: 'two' },
    { step: ['remove', ACCOUNT], gives: true, after: null },
  ] as const)(
    'whose daemon dies while it is asked is asked again: $step.0',
    async ({ step, gives, after }) => {
      const { named, killDaemonWhenAsked } = startKeyring();
      const stopped = join(temporaryFolder(), 'stopped');
      const asking = ask(named, ['store', ACCOUNT, 'one'], ['wait', stopped], step, ['read', ACCOUNT]);
      await meet(`${stopped}.here`);
      await killDaemonWhenAsked();
      writeFileSync(stopped, '');
      expect((await asking).slice(2)).toEqual([{ gives }, { gives: after }]);
    },
  );

  test('whose daemon dies while it is asked, with nobody there to unlock it again, is locked', async () => {
    const { named, killDaemonWhenAsked } = startKeyring('unattended');
    const stopped = join(temporaryFolder(), 'stopped');
    const asking = ask(named, ['store', ACCOUNT, 'one'], ['wait', stopped], ['read', ACCOUNT]);
    await meet(`${stopped}.here`);
    await killDaemonWhenAsked();
    writeFileSync(stopped, '');
    expect((await asking)[2]).toMatchObject({ fails: 'locked' });
  });

  test('whose bus ends in between cannot be reached', async () => {
    const { named, stop } = startKeyring();
    const ended = join(temporaryFolder(), 'ended');
    const asking = ask(
      named,
      ['store', ACCOUNT, 'one'],
      ['wait', ended],
      ['read', ACCOUNT],
      ['store', ACCOUNT, 'two'],
    );
    await meet(`${ended}.here`);
    stop();
    writeFileSync(ended, '');
    const answers = await asking;
    expect(answers.slice(2)).toMatchObject([{ fails: 'unreachable' }, { fails: 'unreachable' }]);
  });

  test('serves two processes at once', async () => {
    const { named } = startKeyring();
    const accounts = (who: string) => Array.from({ length: 10 }, (_, index) => `a/${who}/${index}`);
    const stepsOf = (who: string): VaultStep[] =>
      accounts(who).flatMap((account) => [
        ['store', account, `text of ${account}`],
        ['store', 'a/shared/0', who],
        ['read', account],
      ]);
    await Promise.all(['one', 'two'].map((who) => ask(named, ...stepsOf(who))));
    const all = [...accounts('one'), ...accounts('two')];
    const answers = await ask(
      named,
      ['read', 'a/shared/0'],
      ...all.map((account): VaultStep => ['read', account]),
    );
    expect(['one', 'two']).toContain('gives' in answers[0]! && answers[0].gives);
    expect(answers.slice(1)).toEqual(all.map((account) => ({ gives: `text of ${account}` })));
  });

  const NO_BUS = {
    fails: 'unreachable',
    message: 'the session bus, over which the keyring is asked, was not found: set DBUS_SESSION_BUS_ADDRESS',
  };
  const EVERY_CALL: readonly VaultStep[] = [
    ['read', ACCOUNT],
    ['store', ACCOUNT, 'one'],
    ['remove', ACCOUNT],
  ];

  test.each([
    ['no bus', {}],
    ['a bus that is gone', { DBUS_SESSION_BUS_ADDRESS: 'unix:path=/nonexistent' }],
    ['an address that is none', { DBUS_SESSION_BUS_ADDRESS: 'nonsense' }],
  ])('with %s cannot be reached', async (_, more) => {
    const answers = await ask({ ...withoutKeyring(), ...more }, ['missing'], ...EVERY_CALL);
    expect(answers).toEqual([{ gives: NO_BUS.message }, NO_BUS, NO_BUS, NO_BUS]);
  });

  test('that does not answer on its bus cannot be reached', async () => {
    const { named } = startKeyring('silent');
    const answers = await ask(named, ['missing'], ...EVERY_CALL);
    expect(answers[0]).toMatchObject({
      gives: expect.stringContaining('no keyring answers on the session bus'),
    });
    for (const answer of answers.slice(1)) expect(answer).toMatchObject({ fails: 'unreachable' });
  });

  test('without a collection holds nothing and takes nothing', async () => {
    const { named } = startKeyring('empty');
    const answers = await ask(named, ['read', ACCOUNT], ['remove', ACCOUNT], ['store', ACCOUNT, 'one']);
    expect(answers.slice(0, 2)).toEqual([{ gives: null }, { gives: false }]);
    expect(answers[2]).toMatchObject({
      fails: 'refused',
      message: expect.stringContaining('no default keyring'),
    });
  });
});

describe.skipIf(noKeyring !== '')(`a GNOME Keyring${noKeyring}`, () => {
  test('has one item, whichever of the two ways it is stored and stored again', async () => {
    const { named } = startKeyring();
    for (const [first, second] of [
      [true, false],
      [false, true],
    ] as const) {
      const account = `a/b/${first}`;
      await askKeychain([['store', account, 'one']], { variables: named, addon: first });
      const through = { variables: named, addon: second };
      expect(
        await askKeychain(
          [
            ['read', account],
            ['store', account, 'two'],
          ],
          through,
        ),
      ).toEqual([{ gives: 'one' }, { gives: null }]);
      expect(await askKeychain([['read', account]], { variables: named, addon: first })).toEqual([
        { gives: 'two' },
      ]);
      const found = execFileSync(
        'secret-tool',
        ['search', '--all', 'service', 'mcp-lint', 'username', account],
        {
          env: named,
          stdio: ['ignore', 'pipe', 'ignore'],
        },
      );
      expect(found.toString().match(/^secret = /gm)).toHaveLength(1);
      expect(await askKeychain([['remove', account]], through)).toEqual([{ gives: true }]);
      expect(await askKeychain([['read', account]], { variables: named, addon: first })).toEqual([
        { gives: null },
      ]);
    }
  });

  test('takes no more from secret-tool than that takes from us', async () => {
    const { named, lookUp } = startKeyring();
    const through = { variables: named, addon: false };
    expect(await askKeychain([['store', ACCOUNT, madeUp(8192)]], through)).toMatchObject([
      { fails: 'too-long' },
    ]);
    expect(lookUp(ACCOUNT)).toBeUndefined();
  });

  test('lists accounts through the addon only', async () => {
    const { named, lock } = startKeyring();
    const through = { variables: named, addon: true };
    const steps: VaultStep[] = [['list'], ['store', 'a/b/c', 'one'], ['store', 'a/b/d', 'two'], ['list']];
    const answers = await askKeychain(steps, through);
    expect(answers[0]).toEqual({ gives: [] });
    expect(answers[3]).toEqual({ gives: expect.arrayContaining(['a/b/c', 'a/b/d']) });
    expect(await askKeychain([['list']], { variables: named, addon: false })).toEqual([{ gives: 'cannot' }]);
    lock();
    expect(await askKeychain([['list']], through)).toMatchObject([{ fails: 'locked' }]);
    expect(await askKeychain([['list']], { variables: withoutKeyring(), addon: true })).toMatchObject([
      { fails: 'unreachable' },
    ]);
  });

  test('that neither the addon nor secret-tool is there for says what to install', async () => {
    const { named } = startKeyring();
    const bare = { ...named, PATH: withNodeOnly() };
    const answers = await askKeychain([['missing'], ['read', ACCOUNT]], { variables: bare, addon: false });
    expect(answers).toMatchObject([
      { gives: expect.stringContaining('npm install @napi-rs/keyring') },
      { fails: 'unreachable' },
    ]);
  });
});

function withNodeOnly(): string {
  const folder = join(temporaryFolder(), 'bin');
  mkdirSync(folder);
  symlinkSync(process.execPath, join(folder, 'node'));
  return folder;
}

async function meet(path: string): Promise<void> {
  while (!existsSync(path)) await new Promise((done) => setTimeout(done, 20));
}
