import { rmSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Changes } from '../../src/action/changes.ts';
import { Repository } from '../../src/action/repository.ts';
import { temporaryFolder, writeInto } from '../support/cli.ts';
import { git, noGit } from '../support/commits.ts';
import { commit, type Files } from '../support/pull-request.ts';

async function changesOf(before: Files, after: Files): Promise<{ folder: string; changes: Changes }> {
  const folder = temporaryFolder();
  await git(folder, 'init', '--quiet');
  const base = await commit(folder, before);
  const head = await commit(folder, after);
  return { folder, changes: Changes.between(Repository.of(folder, folder)!, base, head, folder)! };
}

const touched = (changes: Changes, path: string, lines: number) =>
  Array.from({ length: lines }, (_, index) => index + 1).filter((line) =>
    changes.touches(path, { startLine: line, endLine: line }),
  );

describe.skipIf(noGit)(`changes${noGit}`, () => {
  test('knows files by the paths of a report, whatever their names', async () => {
    const names = [
      'a b.json',
      'ü/日本.json',
      ':(top)x.json',
      '-x.json',
      '*.json',
      '"q".json',
      'sub/[a].json',
    ];
    const { changes } = await changesOf(
      Object.fromEntries([...names, 'same.json'].map((name) => [name, '1\n2\n3\n'])),
      Object.fromEntries(names.map((name) => [name, '1\nx\n3\n'])),
    );
    for (const name of names) expect(touched(changes, name, 3)).toEqual([2]);
    expect([changes.has('same.json'), changes.has('../same.json'), changes.has('/etc/passwd')]).toEqual([
      false,
      false,
      false,
    ]);
    expect(changes.before('a b.json')!.toString()).toBe('1\n2\n3\n');
    expect(changes.before('same.json')).toBeUndefined();
  });

  test('all of a file counts when it is new, was written anew since, or has other ends of lines', async () => {
    const { folder, changes } = await changesOf(
      {
        'old.json': '1\n2\n3\n',
        'cr.json': '1\r2\n3\n',
        'wide.json': Buffer.from('1\n2\n3\n', 'utf16le'),
        'gone.json': '1\n',
      },
      {
        'new.json': '1\n2\n3\n',
        'old.json': '1\nx\n3\n',
        'cr.json': '1\r2\nx\n',
        'wide.json': Buffer.from('1\nx\n3\n', 'utf16le'),
        'gone.json': undefined,
      },
    );
    expect(touched(changes, 'old.json', 3)).toEqual([2]);
    for (const name of ['new.json', 'cr.json', 'wide.json'])
      expect(touched(changes, name, 3)).toEqual([1, 2, 3]);
    expect(changes.has('gone.json')).toBe(true);
    const again = (text: string) => {
      writeInto(folder, 'old.json', text);
      return Changes.between(Repository.of(folder, folder)!, 'HEAD~1', 'HEAD', folder)!;
    };
    expect(touched(again('1\r\nx\r\n3\r\n'), 'old.json', 3)).toEqual([2]);
    expect(touched(again('0\n1\nx\n3\n'), 'old.json', 3)).toEqual([1, 2, 3]);
    rmSync(folder, { recursive: true });
  });

  test('what it says did not change stood there before, in the same order', async () => {
    const line = fc.constantFrom('{', '}', '},', '"a": 1', '"a": 1,', '', '@@ -1 +1 @@', '-x', '+x', '\\ x');
    const text = fc.array(line, { maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(text, text, async (before, after) => {
        const files = (lines: readonly string[]) => ({ 'x.json': lines.map((one) => `${one}\n`).join('') });
        const { folder, changes } = await changesOf(files(before), files(after));
        const left = after.filter(
          (_, index) => !changes.touches('x.json', { startLine: index + 1, endLine: index + 1 }),
        );
        rmSync(folder, { recursive: true });
        if (!changes.has('x.json')) return expect(after).toEqual(before);
        let at = 0;
        for (const one of left) {
          at =
            before.findIndex(
              (other, index) => index >= at && other.replace(/,$/, '') === one.replace(/,$/, ''),
            ) + 1;
          expect(at).toBeGreaterThan(0);
        }
      }),
      { seed: 1, numRuns: 10 },
    );
  });
});
