import { readFileSync, writeFileSync } from 'node:fs';

/** esbuild plugin: replaces `src/catalog/shipped-rows.ts` by one with the rows as text, most of which is never parsed. */
export const packedCatalog = pluginWith((text) => ({
  contents: `export const readLines = () => ${JSON.stringify(text)};`,
}));

/** The same with the text in a file beside the bundle, that is only read when it is needed. */
export const catalogBeside = (file) =>
  pluginWith((text) => {
    writeFileSync(file, text);
    const name = JSON.stringify(`/${file.split('/').at(-1)}`);
    return {
      contents: `import { readFileSync } from 'node:fs';\nexport const readLines = () => readFileSync(__dirname + ${name}, 'latin1');`,
    };
  });

function pluginWith(pack) {
  return {
    name: 'packed-catalog',
    setup(plugin) {
      plugin.onLoad({ filter: /[\\/]catalog[\\/]shipped-rows\.ts$/ }, ({ path }) => {
        const file = path.replace(/shipped-rows\.ts$/, 'known-servers.json');
        const rows = JSON.parse(readFileSync(file, 'utf8'));
        return { loader: 'js', ...pack(rows.map((row) => `${JSON.stringify(row)}\n`).join('')) };
      });
    },
  };
}
