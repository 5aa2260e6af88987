import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Value } from '../../src/core/value.ts';
import type { ParseText } from '../../src/parsers/dialects.ts';
import { parseScript } from '../../src/parsers/script/parse-script.ts';

const script = new URL('../../scripts/narrow-typescript.mjs', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'mcp-lint-bundle-'));
const file = join(folder, 'parse-script.cjs');
let bundled: ParseText;

beforeAll(async () => {
  const { narrowTypescript } = await import(script);
  await build({
    entryPoints: ['src/parsers/script/parse-script.ts'],
    outfile: file,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    minify: true,
    mainFields: ['module', 'main'],
    plugins: [narrowTypescript],
  });
  bundled = createRequire(import.meta.url)(file).parseScript;
}, 60_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

function withPlaces(value: Value | undefined): unknown {
  if (!value) return undefined;
  if (value.kind === 'scalar') return [value.range, value.text.range, value.text.reveal()];
  if (value.kind === 'sequence') return [value.range, value.items.map(withPlaces)];
  return [value.range, value.entries.map(({ key, value: member }) => [key.reveal(), withPlaces(member)])];
}

test('TypeScript without the rest of it reads our own scripts as the whole does', () => {
  const names = ['src/parsers/script', 'src/fixers', 'scripts'].flatMap((name) =>
    readdirSync(name).map((one) => join(name, one)),
  );
  const scripts = names.filter((name) => /\.m?ts$|\.mjs$/.test(name)).slice(0, 60);
  for (const name of [...scripts, 'broken.ts', 'page.tsx']) {
    const source =
      name === 'broken.ts'
        ? `const mcpServers = { a: { command: 'a' } };\nclass { private x?: @y = <T,>(a) => ; enum A { B = 'c' }`
        : name === 'page.tsx'
          ? `@a() class A { x = <A mcpServers={{ a: { command: 'a', args: ['&amp;'] } }}>a &nbsp; {'b'}</A>; }`
          : readFileSync(name, 'utf8');
    const [one, other] = [bundled, parseScript].map((parse) => {
      const { root, fault } = parse(new LocatedText(source, 0), name);
      return { fault, root: withPlaces(root) };
    });
    expect(one, name).toEqual(other);
  }
});

test('the bundle holds the parser alone', () => {
  const text = readFileSync(file, 'utf8');
  expect(text.length).toBeLessThan(1_200_000);
  expect(text).not.toMatch(/require\("(?:node:)?(?:net|http|https|child_process|inspector|os)"\)/);
});
