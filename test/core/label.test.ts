import fc from 'fast-check';
import { expect, test } from 'vitest';
import { label } from '../../src/core/label.ts';

test('a label is one printable line of bounded length', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
      const shown = label(text);
      expect(shown.length).toBeLessThanOrEqual(120);
      expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/);
      expect(shown).not.toMatch(/\p{Surrogate}/u);
    }),
  );
});

test.each([
  'GITHUB_PERSONAL_ACCESS_TOKEN',
  'io.github.someone/postgres-mcp-server',
  'claude_desktop_config.json',
  '/home/someone/projects/my-app-2/.cursor/mcp.json',
  'X-API-Key',
  '--browserbaseApiKey',
  'server with spaces (v2)',
])('an ordinary name stays: %s', (name) => {
  expect(label(name)).toBe(name);
});

test('a name that looks like a credential is masked', () => {
  const opaque = ['a8f3', '09bc', '77d1', 'e45a', '0912', 'bbcd'].join('');
  expect(label(opaque)).toBe('***');
  expect(label(`key ${opaque} of mine`)).toBe('key *** of mine');
});

test('terminal escapes and line breaks become dots', () => {
  expect(label('a\u001b[31mb\r\n::error::c')).toBe('a·[31mb··::error::c');
});
