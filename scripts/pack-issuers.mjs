import { writeFileSync } from 'node:fs';
import { build } from 'esbuild';

/**
 * esbuild plugin: replaces `src/credentials/issuers.ts` by what it evaluates to, with the issuers of each family as
 * JSON text. Engines read a string several times faster than the same data as source, and most stay unread.
 */
export const packedIssuers = pluginWith((families) => ({
  contents: listOf(families, (family) => `JSON.parse(${quoted(textOf(family))})`),
}));

/** The same with the texts in a file beside the bundle, a line for each family, that is only read when one is needed. */
export const issuersBeside = (file) =>
  pluginWith((families) => {
    writeFileSync(file, families.map(textOf).join('\n'));
    const name = JSON.stringify(`/${file.split('/').at(-1)}`);
    const read = `const read = (line) => JSON.parse((lines ??= readFileSync(__dirname + ${name}, 'utf8').split('\\n'))[line]);`;
    return {
      contents: `import { readFileSync } from 'node:fs';\nlet lines;\n${read}\n${listOf(families, (_, line) => `read(${line})`)}`,
    };
  });

function pluginWith(pack) {
  return {
    name: 'packed-issuers',
    setup(plugin) {
      plugin.onLoad({ filter: /[\\/]credentials[\\/]issuers\.ts$/ }, async ({ path }) => {
        const { outputFiles } = await build({
          entryPoints: [path],
          bundle: true,
          write: false,
          format: 'esm',
          logLevel: 'warning',
        });
        const code = Buffer.from(outputFiles[0].contents).toString('base64');
        const { FAMILIES } = await import(`data:text/javascript;base64,${code}`);
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
