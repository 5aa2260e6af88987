import { expect, test } from 'vitest';
import type { CommandUse } from '../../src/core/use.ts';
import { describeUse } from '../../src/fixers/use-label.ts';
import { madeUp } from '../support/cli.ts';

const KEY = madeUp(12, 81);
const REFERENCE = 'keychain://mcp-lint/cursor/a/KEY';

const use = (words: readonly string[], more: Partial<CommandUse> = {}): CommandUse => ({
  kind: 'command',
  place: 'env API_KEY',
  program: '/usr/bin/npx',
  words,
  variables: [],
  ...more,
});

test.each([
  [
    use(['npx', '-y', '@example/mcp-server', '--port', '3000']),
    'the variable API_KEY of: npx -y @example/mcp-server --port … (/usr/bin/npx; not all is shown of 1 word: see the file)',
  ],
  [
    use(['node', './server.js', '--api-key', REFERENCE], { place: 'argument', folder: '/home/kim/app' }),
    `an argument of: node ./server.js --api-key ${REFERENCE} (/usr/bin/npx in /home/kim/app)`,
  ],
  [
    use(['npx', '--registry=https://user:x@evil.example:8443/a?b', '-y', '@example/mcp-server']),
    'the variable API_KEY of: npx --registry=https://evil.example:8443… -y @example/mcp-server (/usr/bin/npx; not all is shown of 1 word: see the file)',
  ],
  [
    use(['x'], {
      program: '',
      variables: [
        { name: 'NODE_OPTIONS', hash: '', required: true },
        { name: 'PATH', hash: '', required: false },
      ],
    }),
    'the variable API_KEY of: x (a program that is not there, with NODE_OPTIONS as set there)',
  ],
  [
    { kind: 'origin', header: 'authorization', origin: 'https://mcp.example.com' } as const,
    'the header authorization for https://mcp.example.com',
  ],
])('%#', (one, sentence) => {
  expect(describeUse(one)).toBe(sentence);
});

test('words that may be credentials, and characters that act on a terminal, are not shown', () => {
  const words = [KEY, `--token=${KEY}`, `-p${KEY}`, 'hunter2', `sh -c "${KEY}"`, `KEY=${KEY}`, '\u001b[2J'];
  const sentence = describeUse(use(['npx', ...words], { program: '/bin/\u001b[31mx' }));
  expect(sentence).toBe(
    'the variable API_KEY of: npx … --token=… … … … … … (/bin/·[31mx; not all is shown of 7 words: see the file)',
  );
});
