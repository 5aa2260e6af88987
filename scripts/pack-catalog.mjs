import { readFileSync, writeFileSync } from 'node:fs';
import { evaluate } from './evaluate.mjs';

/**
 * esbuild plugin: replaces `src/catalog/shipped-rows.ts` by one with the rows as text, most of which is never parsed, and
 * the index of their names.
 */
export const packedCatalog = pluginWith(
  (lines) => `export const readLines = () => ${JSON.stringify(lines)};`,
);

/** The same with the rows in a file beside the bundle, that is only read when the index has what is looked for. */
export const catalogBeside = (file) =>
  pluginWith((lines) => {
    writeFileSync(file, lines);
    const name = JSON.stringify(`/${file.split('/').at(-1)}`);
    return `import { readFileSync } from 'node:fs';\nexport const readLines = () => readFileSync(__dirname + ${name}, 'latin1');`;
  });

function pluginWith(pack) {
  return {
    name: 'packed-catalog',
    setup(plugin) {
      plugin.onLoad({ filter: /[\\/]catalog[\\/]shipped-rows\.ts$/ }, async ({ path }) => {
        const rows = JSON.parse(
          readFileSync(path.replace(/shipped-rows\.ts$/, 'known-servers.json'), 'utf8'),
        );
        const names = await indexOf(path, rows);
        const lines = rows.map((row) => `${JSON.stringify(row)}\n`).join('');
        return {
          loader: 'js',
          contents: `${pack(lines)}\nexport const readNames = () => ${JSON.stringify(names)};`,
        };
      });
    },
  };
}

async function indexOf(path, rows) {
  const { nameIndex } = await evaluate(path.replace(/shipped-rows\.ts$/, 'name-index.ts'));
  return nameIndex(rows);
}
