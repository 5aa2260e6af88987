import { expect, test } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import { Secret } from '../../src/core/secret.ts';
import { copyToClipboard } from '../../src/vaults/clipboard.ts';
import { printSecret } from '../../src/vaults/print-secret.ts';
import { madeUp, temporaryFolder } from '../support/cli.ts';

const KEY = madeUp(32, 91);

/** What is written, and what the call gives. */
function written<T>(act: (write: (text: string) => void) => T): [T, string] {
  let text = '';
  const result = act((more) => {
    text += more;
  });
  return [result, text];
}

test.each([KEY, `${KEY}\n`, '-----BEGIN X-----\r\nabc\r\n-----END X-----', 'a\tb', 'ß鍵🔑', ''])(
  'prints a secret as it is: %#',
  (text) => {
    expect(written((write) => printSecret(new Secret(text), write))).toEqual([true, `${text}\n`]);
  },
);

test.each(['\u001b[2J', 'a\u0007', 'a\rb', '\u009b2J', '\u0000'])(
  'prints none that a terminal would obey: %#',
  (text) => {
    expect(written((write) => printSecret(new Secret(KEY + text), write))).toEqual([false, '']);
  },
);

test('asks the terminal where no program reaches a screen', () => {
  const cwd = temporaryFolder();
  const unreachable = { DISPLAY: ':987', WAYLAND_DISPLAY: 'nowhere', XDG_RUNTIME_DIR: cwd };
  for (const variables of [{}, unreachable]) {
    const machine: Machine = { os: 'linux', home: cwd, variables, cwd };
    const [who, text] = written((write) => copyToClipboard(new Secret(`${KEY}ß`), machine, write));
    expect(who).toBe('terminal');
    expect(text).toBe(`\u001b]52;c;${Buffer.from(`${KEY}ß`).toString('base64')}\u0007`);
  }
});
