import { describe, expect, test } from 'vitest';
import { changesText } from '../../src/cli/init-text.ts';
import { fixLook } from '../../src/reporters/fix-look.ts';

const shown = (before: string | undefined, after: string) =>
  changesText(
    [{ path: 'x', after, purpose: 'test', ...(before !== undefined && { before }) }],
    fixLook(undefined),
  );

describe('what a set-up writes is shown', () => {
  test.each([
    [undefined, 'a\nb\n', 'x (new): test\n\n  + a\n  + b\n'],
    ['a\nb\n', 'a\nnew\nb\n', 'x (behind line 1): test\n\n  + new\n'],
    ['a', 'a\nnew\n', 'x (behind line 1): test\n\n  + new\n'],
    ['- a\n', '- a\n- a\n', 'x (behind line 1): test\n\n  + - a\n'],
    ['{"a": {"b": 1}}', '{"a": {"*": 2, "b": 1}}', 'x (in line 1): test\n\n  + "*": 2, \n'],
    ['x\nrepos: []\ny\n', 'x\nrepos:\n  - a\ny\n', 'x (in line 2): test\n\n  +   - a\n'],
  ])('%j becomes %j', (before, after, text) => {
    expect(shown(before, after)).toBe(text);
  });
});
