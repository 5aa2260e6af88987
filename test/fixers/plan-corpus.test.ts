import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { accepts } from '../../src/fixers/accept.ts';
import type { FilePlan, FixPlan } from '../../src/fixers/fix-plan.ts';
import { planFixes } from '../../src/fixers/plan.ts';
import { splice } from '../../src/fixers/splice.ts';
import { draftFix } from '../../src/fixers/transaction-draft.ts';
import { readConfigs } from '../../src/read-configs.ts';
import type { FileResult } from '../../src/report.ts';
import { fakeVault } from '../support/fake-vault.ts';
import { prng } from '../support/samples.ts';

// A collection of real public configs, scrubbed. It is no part of the project: without it these tests are skipped.
const CORPUS = process.env['MCP_LINT_CORPUS'] ?? join('..', 'shared', 'corpus');
const FOLDER = join(CORPUS, 'files');
const missing = !existsSync(FOLDER);
const title = missing ? 'SKIPPED: no corpus of real configs at MCP_LINT_CORPUS' : 'plans for real configs';

describe.skipIf(missing)(title, () => {
  const bin = realpathSync.native(mkdtempSync(join(tmpdir(), 'mcp-lint-corpus-')));
  afterAll(() => rmSync(bin, { recursive: true, force: true }));
  let results: FileResult[] = [];

  beforeAll(async () => {
    const names = readdirSync(FOLDER, { recursive: true, encoding: 'utf8' }).filter((name) =>
      /\.jsonc?$/.test(name),
    );
    const scrubbed = await readConfigs(names, { cwd: FOLDER, home: '/home/me', keepBytes: true }, []);
    results = [];
    for (const result of scrubbed) if (result.linted) results.push(await read(result.path, fill(result)));
    const programs = results.flatMap(({ linted }) =>
      (linted?.servers ?? []).flatMap(({ server }) => server.words[0]?.text.reveal() ?? []),
    );
    for (const program of new Set(['mcp-lint', ...programs]))
      if (/^[\w.-]{1,64}$/.test(program)) writeFileSync(join(bin, program), '', { mode: 0o755 });
  }, 120_000);

  const plan = (of: readonly FileResult[], safety: 'safe' | 'all'): FixPlan =>
    planFixes(of, {
      machine: { os: 'linux', home: '/home/me', variables: { HOME: '/home/me', PATH: bin }, cwd: '/' },
      openVault: () => fakeVault(),
      safety,
      only: [],
      launcher: ['mcp-lint'],
    });

  test.each(['safe', 'all'] as const)(
    '%s: each can be carried out and undone, and a second finds nothing',
    async (safety) => {
      const { files, left } = plan(results, safety);
      for (const file of files) {
        const path = file.document.absolute;
        const bytes = splice(file.bytes, file.document.document, file.edits);
        expect(accepts(file, bytes), path).toBe(true);
        expect(() => draftFix(file, path, 'journal', () => fakeVault()), path).not.toThrow();
      }
      const moved = files.reduce((sum, { moves }) => sum + moves.length, 0);
      console.info(`${safety}: ${moved} of ${moved + left.length} credentials of ${results.length} files`);
      const again = plan(await readAgain(files), safety);
      expect(again.files.map(({ document }) => document.path)).toEqual([]);
    },
    240_000,
  );

  /** The files as they are afterwards. */
  async function readAgain(files: readonly FilePlan[]): Promise<FileResult[]> {
    const results: FileResult[] = [];
    for (const { document, bytes, edits } of files)
      results.push(await read(document.path, splice(bytes, document.document, edits)));
    return results;
  }
});

async function read(path: string, bytes: Buffer): Promise<FileResult> {
  const input = { name: join('/', path), bytes };
  const [result] = await readConfigs([], { home: '/home/me', keepBytes: true, input }, []);
  return result!;
}

/** Makes credentials of what the people who scrubbed the collection, or wrote examples, put in their place. */
function fill({ linted, bytes }: FileResult): Buffer {
  const { document, servers, slots } = linted!;
  const random = prng(1);
  const opaque = () =>
    Array.from({ length: 32 }, () => '0123456789abcdef'[Math.floor(random() * 16)]).join('');
  const ranges = [...servers.flatMap((server) => server.slots), ...slots]
    .filter(({ verdict }) => verdict.kind === 'placeholder')
    .map(({ slot }) => slot.value.range)
    .sort((a, b) => a.start - b.start)
    .filter(({ start, end }, index, all) => end > start && (index === 0 || start >= all[index - 1]!.end));
  return splice(
    bytes!,
    document,
    ranges.map((range) => ({ range, text: opaque() })),
  );
}
