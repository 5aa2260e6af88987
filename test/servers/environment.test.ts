import { expect, test } from 'vitest';
import { readEnvironment } from '../../src/servers/environment.ts';
import { factsOf } from '../support/server-facts.ts';

test.each([
  ['beside the command', { command: 'x', env: { A: '1' } }, ['env', 'A']],
  [
    'in a nested transport',
    { transport: { type: 'stdio', command: 'x', env: { A: '1' } } },
    ['transport', 'env', 'A'],
  ],
  [
    'in a command that is a mapping',
    { command: { path: 'x', args: [], env: { A: '1' } } },
    ['command', 'env', 'A'],
  ],
])('a variable %s is one of the server', (_, entry, path) => {
  const {
    facts: { server },
  } = factsOf(entry);
  const found = readEnvironment(server).map((variable) => [variable.name, variable.path.slice(-path.length)]);
  expect(found).toEqual([['A', path]]);
});
