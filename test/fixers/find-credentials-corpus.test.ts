import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { literalCredential } from '../../src/core/literal-credential.ts';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import { findCredentials } from '../../src/fixers/find-credentials.ts';
import { splice } from '../../src/fixers/splice.ts';
import { withGeneric } from '../../src/hosts/reading.ts';
import { hostsForPath } from '../../src/hosts/recognise.ts';
import { type LintedDocument, lintDocument, NOWHERE } from '../../src/lint-document.ts';
import { decodeBytes, documentOfText } from '../../src/parsers/decode.ts';
import { parse } from '../../src/parsers/parse.ts';
import { inverseOf } from '../support/edits.ts';

// A collection of real public configs, scrubbed. It is no part of the project: without it these tests are skipped.
const CORPUS = process.env['MCP_LINT_CORPUS'] ?? join('..', 'shared', 'corpus');
const FOLDER = join(CORPUS, 'files');
const missing = !existsSync(FOLDER);
const title = missing ? 'SKIPPED: no corpus of real configs at MCP_LINT_CORPUS' : 'changes of real configs';

/** Nothing for what is no JSON. */
function read(name: string, bytes: Buffer): LintedDocument | undefined {
  const path = join('/', name);
  const { document, root, problem } = parse({ path, absolute: path, bytes }, undefined);
  if (!root || problem) return undefined;
  return lintDocument({ document, root }, withGeneric(hostsForPath(path)), [], NOWHERE);
}

const literals = ({ servers, slots }: LintedDocument) =>
  [...servers.flatMap((server) => server.slots), ...slots].flatMap((slot) => literalCredential(slot) ?? []);

const wordsOf = ({ servers }: LintedDocument) =>
  servers.map(({ server }) => server.words.map(({ text }) => text.reveal()));

describe.skipIf(missing)(title, () => {
  const files: { readonly name: string; readonly bytes: Buffer; readonly linted: LintedDocument }[] = [];

  beforeAll(() => {
    for (const name of readdirSync(FOLDER, { recursive: true, encoding: 'utf8' })) {
      if (!/\.jsonc?$/.test(name)) continue;
      const bytes = readFileSync(join(FOLDER, name));
      const linted = read(name, bytes);
      if (linted && linted.servers.length > 0) files.push({ name, bytes, linted });
    }
  }, 60_000);

  test('every credential is in a part; without the parts there is none', () => {
    let seen = 0;
    for (const { name, bytes, linted } of files) {
      const { entries, outside } = findCredentials(linted);
      const credentials = [...entries.flatMap((entry) => entry.credentials), ...outside];
      const editor = new ConfigEditor(linted.document, linted.root);
      for (const { range } of literals(linted).map(({ secret }) => secret)) {
        seen += 1;
        expect(
          credentials.some(({ part }) => part.range.start <= range.start && range.end <= part.range.end),
        ).toBe(true);
      }
      for (const { holder, part } of credentials) editor.replaceText(holder, '${A_KEY}', part);
      const after = read(name, splice(bytes, linted.document, editor.edits()));
      expect([name, literals(after!).length]).toEqual([name, 0]);
    }
    expect(seen).toBeGreaterThan(0);
  });

  test('words go in front of nearly every command line, a variable into every entry, and out again', () => {
    let refused = 0;
    let wrapped = 0;
    for (const { name, bytes, linted } of files) {
      const editor = new ConfigEditor(linted.document, linted.root);
      const before = wordsOf(linted);
      const expected = linted.servers.map((facts, index) => {
        if (before[index]!.length === 0) return [];
        editor.setVariable(facts, 'MCP_LINT_NEW', 'x');
        const done = editor.wrapCommand(facts, ['mcp-lint', 'exec', '--']);
        if (done) wrapped += 1;
        else refused += 1;
        return done ? ['mcp-lint', 'exec', '--', ...before[index]!] : before[index]!;
      });
      const edits = editor.edits();
      const changed = splice(bytes, linted.document, edits);
      const after = read(name, changed)!;
      expect([name, wordsOf(after)]).toEqual([name, expected]);
      const text = decodeBytes(bytes);
      const document = documentOfText(decodeBytes(changed), { path: name, absolute: name });
      const inverse = inverseOf(text, edits, linted.document);
      expect(splice(changed, document, inverse).equals(bytes)).toBe(true);
    }
    console.log(`${wrapped} command lines of ${files.length} files, ${refused} refused`);
    expect(refused).toBeLessThan(wrapped / 100);
  });
});
