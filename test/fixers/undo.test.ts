import { rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fillExample } from '../support/examples.ts';
import { fakeVault } from '../support/fake-vault.ts';
import { configWith, Scratch } from '../support/transaction-scratch.ts';

const TOKEN = fillExample('{{sample:github-pat-classic}}');
const KEY = fillExample('{{opaque:a}}');
const BOTH = configWith({ GITHUB_TOKEN: TOKEN, API_KEY: KEY });

const utf16 = (text: string) => Buffer.from(`\ufeff${text}`, 'utf16le');

test('there is nothing to undo where nothing was fixed, and no folder is made', () => {
  const scratch = new Scratch(BOTH);
  expect(scratch.undo()).toBeUndefined();
  expect(scratch.steps).toEqual([]);
  scratch.fix();
  scratch.undo();
  expect(scratch.undo()).toBeUndefined();
});

describe('gives the same bytes', () => {
  test.each<[string, string | Buffer]>([
    [
      'with escapes',
      configWith({ API_KEY: KEY.replace(/^./, (first) => `\\u00${first.charCodeAt(0).toString(16)}`) }),
    ],
    ['with escaped slashes', configWith({ DATABASE_URL: `postgres:\\/\\/ana:${KEY}@db.example\\/main` })],
    ['with a byte order mark', `\ufeff${BOTH}`],
    ['with line ends of Windows', BOTH.replaceAll('\n', '\r\n')],
    ['with comments and trailing commas', BOTH.replace('" }', '", /* ä 𝒳 */ }').replace('{', '// 𝒳\n{')],
    ['of UTF-16', utf16(BOTH.replace('{', '// ä 𝒳\n{'))],
    ['of UTF-16, the other way', utf16(BOTH).swap16()],
    ['on one line', BOTH.replaceAll('\n', '')],
    [
      'with text that is none',
      Buffer.concat([Buffer.from([0x2f, 0x2a, 0xff, 0xc3, 0x2a, 0x2f]), Buffer.from(BOTH)]),
    ],
    ['with a key that stands twice', BOTH.replace('"env"', `"env": { "API_KEY": "${KEY}" }, "env"`)],
  ])('%s', (_, text) => {
    const scratch = new Scratch(text);
    const [outcome] = scratch.fix();
    expect(outcome!.failure).toBeUndefined();
    expect(scratch.read()).not.toEqual(scratch.original);
    expect(scratch.undo()).toEqual([{ path: scratch.path }]);
    expect(scratch.read()).toEqual(scratch.original);
    expect([...scratch.vault.kept]).toEqual([]);
  });

  test('of a large file that is not read as a whole', () => {
    const history = JSON.stringify({ a: 'x'.repeat(1 << 20), mcpServers: { not: 'this' }, ä: '𝒳' });
    const text = BOTH.replace('{', `{ "projects": ${history},`).replace(/\}\s*$/, `, "tips": ${history} }`);
    const scratch = new Scratch(text, fakeVault(), '.claude.json');
    expect(scratch.fix()[0]!.failure).toBeUndefined();
    expect(scratch.read().toString()).not.toContain(TOKEN);
    const fixed = scratch.read().toString();
    scratch.write(fixed.replace('"tips"', '"Tips"'));
    scratch.undo();
    expect(scratch.read().toString()).toBe(text.replace('"tips"', '"Tips"'));
    expect([...scratch.vault.kept]).toEqual([]);
  });

  test('through a symbolic link', () => {
    const target = new Scratch(BOTH);
    const scratch = new Scratch('{}');
    rmSync(scratch.path);
    symlinkSync(target.path, scratch.path);
    expect(scratch.fix()[0]!.failure).toBeUndefined();
    expect(scratch.undo()).toEqual([{ path: target.path }]);
    expect(target.read()).toEqual(target.original);
  });
});

test('the last run is undone first', () => {
  const scratch = new Scratch(configWith({ API_KEY: KEY }));
  scratch.fix();
  const first = scratch.read().toString();
  const second = first.replace(
    '"env"',
    `"env2": {}, "headers": { "Authorization": "Bearer ${TOKEN}" }, "env"`,
  );
  scratch.write(second);
  expect(scratch.fix()[0]!.failure).toBeUndefined();
  scratch.undo();
  expect(scratch.read().toString()).toBe(second);
  scratch.write(first);
  scratch.undo();
  expect(scratch.read()).toEqual(scratch.original);
  expect([...scratch.vault.kept]).toEqual([]);
});

describe('of a file that changed since', () => {
  /** Fixes, changes the file, undoes. */
  function changed(
    text: string,
    change: (fixed: string) => string,
  ): Scratch & { outcome?: string | undefined } {
    const scratch: Scratch & { outcome?: string | undefined } = new Scratch(text);
    scratch.fix();
    scratch.write(change(scratch.read().toString()));
    scratch.outcome = scratch.undo()![0]!.failure;
    return scratch;
  }

  test.each<[string, (text: string) => string]>([
    ['elsewhere', (text) => text.replace('{', '{ "numStartups": 12,')],
    [
      'in another server',
      (text) => text.replace('"mcpServers": {', '"mcpServers": { "other": { "command": "x" },'),
    ],
    ['in its line ends outside', (text) => text.replace(/\n\}\n$/, '\r\n}\r\n')],
  ])('%s, the entries are undone where they are now', (_, change) => {
    const scratch = changed(BOTH, change);
    expect(scratch.outcome).toBeUndefined();
    expect(scratch.read().toString()).toBe(change(BOTH));
    expect([...scratch.vault.kept]).toEqual([]);
    expect(scratch.journals()).toEqual([]);
  });

  test.each<[string, (text: string) => string, string]>([
    [
      'in the entry',
      (text) => text.replace('server-demo', 'server-demo@2'),
      'It changed since the fix in mcpServers.demo',
    ],
    [
      'without the entry',
      (text) => text.replace('"demo"', '"renamed"'),
      'It changed since the fix in mcpServers.demo',
    ],
    [
      'with two of the entry',
      (text) => text.replace(/"demo": (\{[\s\S]*?\n {4}\})/, '"demo": $1, "demo": $1'),
      'It changed since the fix in mcpServers.demo',
    ],
    ['until it is none', () => 'x', 'It changed since the fix in mcpServers.demo'],
  ])('%s, nothing is undone', (_, change, failure) => {
    const scratch = changed(BOTH, change);
    expect(scratch.outcome).toContain(failure);
    const fixed = new Scratch(BOTH);
    fixed.fix();
    expect(scratch.read().toString()).toBe(change(fixed.read().toString()));
    expect(scratch.vault.kept.size).toBe(2);
    expect(scratch.journals()).toHaveLength(1);
  });

  describe('what lies in no member', () => {
    const withInputs = () => {
      const scratch = new Scratch(BOTH);
      const plan = scratch.plan();
      const end = plan.document.document.text.reveal().lastIndexOf('\n}');
      const edits = [...plan.edits, { range: { start: end, end }, text: ',\n  "inputs": []' }];
      expect(scratch.fix({ ...plan, edits })[0]!.failure).toBeUndefined();
      return { scratch, fixed: scratch.read().toString() };
    };

    test('is found again by its lines', () => {
      const { scratch, fixed } = withInputs();
      scratch.write(`{\n  "more": 1,${fixed.slice(1)}`);
      expect(scratch.undo()![0]!.failure).toBeUndefined();
      expect(scratch.read().toString()).toBe(`{\n  "more": 1,${BOTH.slice(1)}`);
    });

    test.each([
      ['another line', (text: string) => text.replace('"inputs": []', '"inputs": [1]')],
      [
        'the same lines twice',
        (text: string) =>
          text.replace(
            '},\n  "inputs": []',
            '},\n  "inputs": []\n  , "x": {"y": {\n  },\n  "inputs": []\n  }',
          ),
      ],
    ])('is left where there is %s now', (_, change) => {
      const { scratch, fixed } = withInputs();
      scratch.write(change(fixed));
      expect(change(fixed)).not.toBe(fixed);
      expect(scratch.undo()![0]!.failure).toContain(
        'It changed since the fix in lines outside of its servers',
      );
      scratch.write(fixed);
      scratch.undo();
      expect(scratch.read()).toEqual(scratch.original);
    });
  });

  test('and was put back by hand: only the vault is left to clear', () => {
    const scratch = changed(BOTH, () => ` ${BOTH}`);
    expect(scratch.outcome).toBeUndefined();
    expect(scratch.read().toString()).toBe(` ${BOTH}`);
    expect([...scratch.vault.kept]).toEqual([]);
  });

  test('to ask for an item elsewhere: the item stays', () => {
    const scratch = new Scratch(configWith({ API_KEY: KEY }));
    scratch.fix();
    const text = scratch.read().toString();
    const reference = /keychain:[^"]+/.exec(text)![0];
    scratch.write(text.replace('{', `{ "copy": "${reference}",`));
    expect(scratch.undo()![0]!.failure).toBeUndefined();
    expect(scratch.read().toString()).toContain(KEY);
    expect(scratch.vault.kept.size).toBe(1);
    expect(scratch.notices.join()).toContain('the config still asks for it');
  });
});

describe('leaves everything as it is', () => {
  test.each<[string, (scratch: Scratch) => void, string]>([
    [
      'when the vault is locked',
      ({ vault }) => Object.assign(vault, { locked: true }),
      'The fake vault is locked.',
    ],
    [
      'when an item is gone',
      ({ vault }) => vault.kept.clear(),
      'Fake Vault does not keep claude-code-project/demo/',
    ],
    [
      'when an item is another',
      ({ vault }) => {
        for (const [account, content] of vault.kept) vault.kept.set(account, content.replace(KEY, 'another'));
      },
      'What its vault keeps is not what stood in it.',
    ],
    [
      'when an item is damaged',
      ({ vault }) => vault.kept.set([...vault.kept.keys()][0]!, 'x'),
      'What the vault keeps there is not',
    ],
    ['when the file is gone', ({ path }) => rmSync(path), 'It is gone.'],
  ])('%s', (_, prepare, failure) => {
    const scratch = new Scratch(BOTH);
    scratch.fix();
    const fixed = scratch.read();
    prepare(scratch);
    const kept = new Map(scratch.vault.kept);
    const journal = scratch.journals();
    expect(scratch.undo()![0]!.failure).toContain(failure);
    if (scratch.names().length > 0) expect(scratch.read()).toEqual(fixed);
    expect(scratch.vault.kept).toEqual(kept);
    expect(scratch.journals()).toEqual(journal);
  });

  test('when the journal is damaged', () => {
    const scratch = new Scratch(BOTH);
    scratch.fix();
    const folder = join(scratch.home, '.local/state/mcp-lint/journals');
    const [name] = scratch.journals().length === 1 ? [JSON.parse(scratch.journals()[0]!).id] : [];
    writeFileSync(join(folder, `${name}.json`), '{');
    expect(scratch.undo()).toEqual([
      { path: join(folder, `${name}.json`), failure: 'The journal of the last fix is damaged.' },
    ]);
    expect(scratch.vault.kept.size).toBe(2);
  });
});

test('a file that somebody else changes meanwhile is left as they want it, at every step', () => {
  const probe = new Scratch(BOTH);
  probe.fix();
  probe.steps.length = 0;
  probe.undo();
  const steps = probe.steps.slice(0, probe.steps.indexOf('compare once more and rename') + 1);
  for (const index of steps.keys()) {
    const scratch = new Scratch(BOTH);
    scratch.fix();
    const theirs = '{ "theirs": true }';
    scratch.steps.length = 0;
    scratch.onStep = () => {
      if (scratch.steps.length === index + 1) scratch.write(theirs);
    };
    expect(scratch.undo()![0]!.failure).toContain('It changed');
    expect(scratch.read().toString()).toBe(theirs);
    expect(scratch.vault.kept.size).toBe(2);
    expect(scratch.names()).toEqual(['.mcp.json']);
  }
});

test('the vault is locked when the file is back: the next run clears it', () => {
  const scratch = new Scratch(BOTH);
  scratch.fix();
  scratch.onStep = (step) => {
    if (step === 'settle') scratch.vault.locked = true;
  };
  expect(scratch.undo()).toEqual([{ path: scratch.path }]);
  expect(scratch.read()).toEqual(scratch.original);
  expect(scratch.vault.kept.size).toBe(2);
  scratch.onStep = () => {};
  scratch.vault.locked = false;
  expect(scratch.undo()).toBeUndefined();
  expect([...scratch.vault.kept]).toEqual([]);
  expect(scratch.journals()).toEqual([]);
});
