import { writeFileSync } from 'node:fs';
import { evaluate } from './evaluate.mjs';

/**
 * esbuild plugin: replaces `src/credentials/issuers.ts` by what it evaluates to, with the issuers of each family as
 * JSON text. Engines read a string several times faster than the same data as source, and most stay unread.
 */
export const packedIssuers = pluginWith((families) => ({
  contents: listOf(families, (family) => `JSON.parse(${quoted(textOf(family))})`),
}));

/**
 * The same with the texts in a file beside the bundle that is only read when one is needed: the places of their bytes
 * are known, so that the others do not even become text.
 */
export const issuersBeside = (file) =>
  pluginWith((families) => {
    const texts = families.map((family) => Buffer.from(textOf(family)));
    writeFileSync(file, Buffer.concat(texts));
    const name = JSON.stringify(`/${file.split('/').at(-1)}`);
    const read = `const read = (from, to) => JSON.parse((bytes ??= readFileSync(__dirname + ${name})).toString('utf8', from, to));`;
    let end = 0;
    const places = texts.map(({ length }) => {
      end += length;
      return `${end - length}, ${end}`;
    });
    return {
      contents: `import { readFileSync } from 'node:fs';\nlet bytes;\n${read}\n${listOf(families, (_, index) => `read(${places[index]})`)}`,
    };
  });

function pluginWith(pack) {
  return {
    name: 'packed-issuers',
    setup(plugin) {
      plugin.onLoad({ filter: /[\\/]credentials[\\/]issuers\.ts$/ }, async ({ path }) => {
        const { FAMILIES } = await evaluate(path);
        return { loader: 'js', ...pack(FAMILIES) };
      });
    },
  };
}

const textOf = ({ load }) => JSON.stringify(load());

/** Source of the list of families; `load` gives the code that loads one. */
function listOf(families, load) {
  const entries = families.map((family, index) => {
    const { load: _, ...known } = family;
    return `{ ${JSON.stringify(known).slice(1, -1)}, load: () => ${load(family, index)} }`;
  });
  return `export const FAMILIES = [\n${entries.join(',\n')}\n];\n`;
}

/** In single quotes, which JSON text hardly holds, so that little is escaped. */
function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
