import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { COMMANDS, DESTINATION_IDS, LAUNCHER_COMMANDS, OPTIONS } from '../src/cli/options.ts';
import { type Dialect, dialectOf } from '../src/core/dialect.ts';
import { SYNTAXES } from '../src/fixers/syntaxes.ts';
import { isPossibleName } from '../src/hosts/recognise.ts';
import { planText } from './fixers/plan-text.ts';
import { ROOT } from './support/cli.ts';

const read = (file: string) => readFileSync(join(ROOT, file), 'utf8');
const PAGES = ['README.md', 'docs/usage.md', 'docs/adoption.md', 'docs/fixing.md', 'docs/files.md'];
const DOCUMENTS = PAGES.map(read).join('\n');

const cellsOf = (line: string) =>
  line
    .split('|')
    .slice(1, -1)
    .map((cell) => cell.trim());

/** The cells of a table, without its head, found by the first cells of the head. */
function rowsOf(...head: readonly string[]): string[][] {
  const lines = DOCUMENTS.split('\n');
  const start = lines.findIndex((line) => head.every((cell, index) => cellsOf(line)[index] === cell));
  expect(start, `a table of ${head.join(', ')}`).toBeGreaterThan(-1);
  const end = lines.indexOf('', start);
  return lines.slice(start + 2, end).map(cellsOf);
}

const coded = (text: string) => [...text.matchAll(/`([^`]+)`/g)].map(([, word]) => word!);

describe('the kinds of files', () => {
  const rows = rowsOf('kind', 'names', 'what is read there', '`fix`');
  const nameOf = (word: string) => (word.startsWith('.') ? `a${word}` : word);

  test('are all dialects', () => {
    const dialects: Record<Dialect, true> = {
      json: true,
      json5: true,
      toml: true,
      yaml: true,
      markdown: true,
      script: true,
      shell: true,
    };
    expect(rows.map(([kind]) => kind!.toLowerCase())).toEqual(Object.keys(dialects));
  });

  test.each(rows)('%s: %s', (kind, names) => {
    const [found, named = ''] = names!.split('when they are named:');
    for (const word of coded(names!)) expect(dialectOf(nameOf(word)), word).toBe(kind!.toLowerCase());
    for (const word of coded(found!)) expect(isPossibleName(nameOf(word)), word).toBe(true);
    for (const word of coded(named)) expect(isPossibleName(nameOf(word)), word).toBe(false);
  });

  test.each(rows)('%s is fixed, or is not', (kind, _names, _read, fix) => {
    const syntaxOf = SYNTAXES[kind!.toLowerCase() as Dialect];
    expect(fix!.startsWith('no')).toBe(syntaxOf === undefined);
    expect(fix!.includes('process.env')).toBe(syntaxOf?.('', {} as never).replaceByVariable !== undefined);
  });
});

describe('what a fix makes', () => {
  // A program that is there for sure.
  const present = (text: string) => text.replaceAll('search-mcp', 'node');

  test('of TOML', async () => {
    const [, after] = /```toml\n(\[mcp_servers\.search\][\s\S]*?)```/.exec(DOCUMENTS)!;
    const before = after!
      .replace('"mcp-lint"', '"search-mcp"')
      .replace(/^args.*\n/m, '')
      .replace(/keychain:[^"]+/, '{{opaque}}');
    expect((await planText('.codex/config.toml', present(before))).after).toBe(present(after!));
  });

  test('of code', async () => {
    const [, before, after] = /`(const KEY = .*?)` becomes `(.*?)`/.exec(DOCUMENTS)!;
    const around = (line: string) =>
      `import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';\n${line};\nnew StdioClientTransport({ command: 'srv', env: { SEARCH_API_KEY: KEY } });\n`;
    const planned = await planText('a.ts', around(before!.replace('the value', '{{opaque}}')), {
      safety: 'all',
    });
    expect(planned.after).toBe(around(after!));
  });
});

describe('commands and options', () => {
  const texts = DOCUMENTS.replace(/^```[\s\S]*?^```/gm, '');
  const blocks = [...DOCUMENTS.matchAll(/^```sh\n([\s\S]*?)^```/gm)].map(([, block]) => block!);
  const commands = { ...COMMANDS, ...LAUNCHER_COMMANDS };
  const ofUs = [
    ...blocks.flatMap((block) => block.split('\n')).filter((line) => /(?:^|\| )mcp-lint /.test(line)),
    ...coded(texts).filter((word) => /^mcp-lint /.test(word)),
  ].map((line) => line.replace(/ +#.*/, ''));

  test('are those that there are', () => {
    expect(ofUs.length).toBeGreaterThan(15);
    const known = new Set(Object.keys(commands).map((command) => command.split(' ')[0]));
    for (const line of ofUs) {
      const [, first = ''] = /mcp-lint +(\S+)/.exec(line) ?? [];
      if (/^[a-z]+$/.test(first)) expect(known, line).toContain(first);
      for (const [, option] of line.matchAll(/ --([a-z][a-z-]*)/g))
        expect(
          OPTIONS.map(({ name }) => name),
          line,
        ).toContain(option);
    }
  });

  test('all options of a run are in the table', () => {
    const told = rowsOf('option', 'meaning').flatMap(([names]) =>
      [...names!.matchAll(/--([a-z-]+)/g)].map(([, name]) => name),
    );
    const own = OPTIONS.filter(({ commands }) => commands === undefined).map(({ name }) => name);
    const elsewhere = ['stdin-filename', 'version', 'help'];
    expect([...told, ...elsewhere].toSorted()).toEqual(own.toSorted());
  });

  test('all destinations are in the table', () => {
    const told = rowsOf('destination', '`--to`', 'chosen by itself').flatMap(([, ids]) =>
      coded(ids!).map((id) => id.replace(/[[:].*/, '')),
    );
    expect(told.toSorted()).toEqual([...DESTINATION_IDS].toSorted());
  });

  test('scripts of the package are there', () => {
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    for (const [, name] of DOCUMENTS.matchAll(/npm run ([a-z]+)/g))
      expect(Object.keys(scripts)).toContain(name);
  });
});

const anchorsOf = (file: string) =>
  new Set(
    [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, title]) =>
      title!
        .toLowerCase()
        .replace(/[^a-z0-9 -]/g, '')
        .replaceAll(' ', '-'),
    ),
  );

test.each([...PAGES, 'CONTRIBUTING.md', 'SECURITY.md', 'ARCHITECTURE.md'])(
  'links of %s lead somewhere',
  (page) => {
    for (const [, target, anchor] of read(page).matchAll(/\]\(([^)#\s]*)(?:#([^)\s]+))?\)/g)) {
      if (target!.startsWith('http')) continue;
      const file = target === '' ? page : join(dirname(page), target!);
      expect(existsSync(join(ROOT, file)), file).toBe(true);
      if (anchor !== undefined) expect(anchorsOf(file), `${file}#${anchor}`).toContain(anchor);
    }
  },
);

test('inputs and outputs of the action are in the tables', () => {
  const action = parse(read('action.yml')) as Record<'inputs' | 'outputs', Record<string, unknown>>;
  const told = (head: string) => rowsOf(head, 'meaning').flatMap(([names]) => coded(names!));
  expect(told('input').toSorted()).toEqual(Object.keys(action.inputs).toSorted());
  expect(told('output').toSorted()).toEqual(Object.keys(action.outputs).toSorted());
});

test('members of the settings are in the table', () => {
  const schema = JSON.parse(read('mcp-lint.schema.json')) as { properties: Record<string, unknown> };
  const told = rowsOf('member', 'meaning').flatMap(([names]) => coded(names!));
  expect(told.toSorted()).toEqual(
    [...Object.keys(schema.properties).filter((name) => name !== '$schema'), 'customRules'].toSorted(),
  );
});

test('it counts the known servers', () => {
  const rows = JSON.parse(read('src/catalog/known-servers.json')) as unknown[];
  expect(DOCUMENTS).toContain(`A catalogue of ${rows.length} known servers`);
});
