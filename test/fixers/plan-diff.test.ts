import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Edit } from '../../src/core/edit.ts';
import type { Hunk } from '../../src/core/fix-report.ts';
import { diffOf } from '../../src/fixers/plan-diff.ts';
import type { LintedDocument } from '../../src/lint-document.ts';
import { readConfigs } from '../../src/read-configs.ts';
import { madeUp } from '../support/cli.ts';

const KEY = madeUp(32, 61);
const OTHER = madeUp(32, 62);
const REFERENCE = 'keychain://mcp-lint/claude-code-project/a/API_KEY';

/** Marks in a text: `«old»` becomes old text, which an edit replaces by what follows in `→…←`. */
async function hunksOf(marked: string, launcher: readonly string[] = []): Promise<Hunk[]> {
  let text = '';
  const edits: Edit[] = [];
  for (const [, plain = '', old, fresh = ''] of marked.matchAll(/([^«]*)(?:«([^»]*)»→([^←]*)←)?/g)) {
    text += plain;
    if (old === undefined) continue;
    edits.push({ range: { start: text.length, end: text.length + old.length }, text: fresh });
    text += old;
  }
  const moved = [KEY].flatMap((secret) => {
    const start = text.indexOf(secret);
    return start < 0 ? [] : [{ start, end: start + secret.length }];
  });
  return diffOf(await documentOf(text), edits, moved, launcher);
}

async function documentOf(text: string): Promise<LintedDocument> {
  const [result] = await readConfigs([], { input: { name: '.mcp.json', bytes: Buffer.from(text) } }, []);
  return result!.linted!;
}

test('a value becomes a reference', async () => {
  const text = `{\n  "mcpServers": {\n    "a": {\n      "command": "x",\n      "env": {\n        "API_KEY": «"${KEY}"»→"${REFERENCE}"←,\n        "B": "${OTHER}"\n      }\n    }\n  }\n}\n`;
  expect(await hunksOf(text)).toEqual([
    { line: 6, before: ['"API_KEY": "********",'], after: [`"API_KEY": "${REFERENCE}",`] },
  ]);
});

test('words of a line that become strings of their own stay masked', async () => {
  const line = '«"srv --pin hunter2"»→"/opt/mcp-lint", "args": ["exec", "--", "srv", "--pin", "hunter2"]←';
  expect(await hunksOf(`{ "mcpServers": { "a": { "command": ${line} } } }`, ['/opt/mcp-lint'])).toEqual([
    {
      line: 1,
      before: ['{ "mcpServers": { "a": { "command": "…" } } }'],
      after: [
        '{ "mcpServers": { "a": { "command": "/opt/mcp-lint", "args": ["exec", "--", "srv", "…", "…"] } } }',
      ],
    },
  ]);
});

test('a part of a value is replaced; the rest of it stays masked', async () => {
  const text = `{ "mcpServers": { "a": { "url": "https://a.example", "headers": { "Authorization": "Bearer «${KEY}»→\${input:a}←" } } } }`;
  expect(await hunksOf(text)).toEqual([
    {
      line: 1,
      before: ['{ "mcpServers": { "a": { "url": "…", "headers": { "Authorization": "…********" } } } }'],
      after: ['{ "mcpServers": { "a": { "url": "…", "headers": { "Authorization": "…${input:a}" } } } }'],
    },
  ]);
});

test('words of the config that the new text takes over are masked, programs are shown', async () => {
  const text = `{"mcpServers":{"a":{"command":«"npx"»→"mcp-lint"←,"args":[«»→"exec","--","npx",←"-y","${OTHER}"]},"b":{"command":«"${KEY}"»→"mcp-lint"←,"args":[«»→"exec","--","${KEY}"←]}}}`;
  const shown = JSON.stringify(await hunksOf(text));
  expect(shown).toContain(String.raw`\"args\":[\"exec\",\"--\",\"npx\",`);
  expect(shown).toContain(String.raw`\"args\":[\"exec\",\"--\",\"…\"]`);
  expect(shown).not.toContain(KEY.slice(0, 6));
  expect(shown).not.toContain(OTHER.slice(0, 6));
});

test('lines that are new are shown with their indentation, whatever ends them', async () => {
  for (const end of ['\n', '\r\n', '\r']) {
    const text = `{\n\t"mcpServers": {\n\t\t"a": { // ${OTHER}\n\t\t\t"command": "x"«»→,\n\t\t\t"env": {\n\t\t\t\t"K": "${REFERENCE}"\n\t\t\t}←\n\t\t}\n\t}\n}`;
    expect(await hunksOf(text.replaceAll('\n', end))).toEqual([
      {
        line: 4,
        before: ['"command": "…"'],
        after: ['"command": "…",', '"env": {', ` "K": "${REFERENCE}"`, '}'],
      },
    ]);
  }
});

test('comments beside a change are masked', async () => {
  const text = `{"mcpServers": {\n/* ${OTHER} "${OTHER}\n ${OTHER} */ "a": {"command": "x", "env": {"A": «"${KEY}"»→"${REFERENCE}"←}} // "${OTHER}"\n}}`;
  const shown = JSON.stringify(await hunksOf(text));
  expect(shown).toContain(REFERENCE);
  expect(shown).not.toContain(OTHER.slice(0, 6));
});

test('changes far from each other on one line are told one by one', async () => {
  const servers = Array.from(
    { length: 30 },
    (_, index) =>
      `"s${index}":{"command":"x","note":"${OTHER}${OTHER}","env":{"K":«"k${index}"»→"${REFERENCE}"←}}`,
  );
  const hunks = await hunksOf(`{"mcpServers":{${servers.join(',')}}}`);
  expect(hunks.length).toBeGreaterThan(28);
  for (const { line, before, after } of hunks) {
    expect(line).toBe(1);
    expect(after.join('')).toContain(REFERENCE);
    expect((before.join('') + after.join('')).length).toBeLessThan(500);
  }
});

test('encoded names in a reference do not look like a credential, a credential in a name does', async () => {
  const reference = 'keychain://mcp-lint/claude-code-project/My%20Server%202%20%28prod%29/';
  for (const [name, shown] of [
    ['API_KEY', 'API_KEY'],
    [KEY, '***'],
  ]) {
    const text = `{"mcpServers": {"a": {"env": {"A": «"${OTHER}"»→"${reference}${name}"←}}}}`;
    expect((await hunksOf(text))[0]!.after.join('')).toContain(`"${reference}${shown}"`);
    const helper = `{"mcpServers": {"a": {"headersHelper": «"${OTHER}"»→"mcp-lint headers X=${reference}${name}"←}}}`;
    expect((await hunksOf(helper))[0]!.after.join('')).toContain(`"mcp-lint headers X=${reference}${shown}"`);
  }
});

test('no six characters of an old value are shown, wherever edits are made', async () => {
  const word = fc.integer({ min: 1, max: 1e9 }).map((seed) => madeUp(24, seed));
  const value = fc.letrec((tie) => ({
    node: fc.oneof(
      { depthSize: 'small' },
      word,
      fc.tuple(word, word).map((pair) => pair.join('"\\\n ')),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(fc.constantFrom('env', 'args', 'command', 'API_KEY', 'a', 'headers'), tie('node')),
    ),
  })).node;
  await fc.assert(
    fc.asyncProperty(
      fc.array(value, { minLength: 1, maxLength: 3 }),
      fc.constantFrom(0, 1, 2, '\t'),
      fc.infiniteStream(fc.nat(7)),
      async (entries, indent, choices) => {
        const servers = Object.fromEntries(entries.map((entry, index) => [`s${index}`, { entry }]));
        const text = JSON.stringify({ mcpServers: servers }, null, indent);
        const edits: Edit[] = [];
        for (const { 0: token, 1: colon, index } of text.matchAll(/"(?:[^"\\]|\\.)*"(:?)/g)) {
          if (colon !== '') continue;
          const choice = choices.next().value!;
          const [start, end] = [index, index + token.length];
          if (choice === 0) edits.push({ range: { start, end }, text: `"${REFERENCE}"` });
          if (choice === 1) edits.push({ range: { start: start + 3, end: end - 2 }, text: '${input:x}' });
          if (choice === 2) edits.push({ range: { start, end: start }, text: '"exec",\n"--",' });
        }
        const hunks = diffOf(await documentOf(text), edits, [], []);
        const shown = hunks.flatMap(({ before, after }) => [...before, ...after]).join('\n');
        for (const { 0: secret } of text.matchAll(/[A-Za-z0-9]{24,}/g))
          for (let at = 0; at + 6 <= secret.length; at += 3)
            expect(shown).not.toContain(secret.slice(at, at + 6));
        if (edits.some((edit) => edit.text.includes(REFERENCE))) expect(shown).toContain(REFERENCE);
      },
    ),
    { numRuns: 200 },
  );
});
