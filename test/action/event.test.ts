import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readEvent } from '../../src/action/event.ts';

const [A, B] = ['a'.repeat(40), 'b'.repeat(64)];

test.each([
  [
    'pull_request',
    { pull_request: { base: { sha: A }, head: { sha: B } } },
    { kind: 'pull-request', base: A, head: B },
  ],
  [
    'pull_request_target',
    { pull_request: { base: { sha: A }, head: { sha: B } } },
    { kind: 'pull-request', base: A, head: B },
  ],
  ['merge_group', { merge_group: { base_sha: A, head_sha: B } }, { kind: 'merge-group', base: A, head: B }],
  ['push', { before: A, after: B }, { kind: 'push', base: A, head: B }],
  ['push', { before: '0'.repeat(40), after: B }, { kind: 'push', head: B }],
  ['schedule', {}, { kind: 'other' }],
])('%s %j', (name, payload, event) => {
  expect(readEvent(name, JSON.stringify(payload))).toEqual(event);
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"before":"--output=x","after":"HEAD"}',
  `{"before":"${A}\\n","after":"${A}"}`,
  `{"before":["${A}"],"after":"${A}"}`,
  `{"__proto__":{"before":"${A}","after":"${A}"}}`,
])('a payload that makes no sense says nothing: %j', (text) => {
  expect(readEvent('push', text)).toEqual({ kind: 'other' });
});

test('no name of a commit is an option or an expression, whatever the payload', () => {
  const names = fc.constantFrom('push', 'pull_request', 'merge_group');
  const sha = fc.oneof(fc.string(), fc.constant(A), fc.anything());
  fc.assert(
    fc.property(names, sha, sha, (name, base, head) => {
      const payload = {
        before: base,
        after: head,
        merge_group: { base_sha: base, head_sha: head },
        pull_request: { base: { sha: base }, head: { sha: head } },
      };
      const event: object = readEvent(name, JSON.stringify(payload) ?? '');
      for (const [key, value] of Object.entries(event))
        if (key !== 'kind') expect(value).toMatch(/^[0-9a-f]{40,64}$/);
    }),
    { seed: 1, numRuns: 100 },
  );
});
