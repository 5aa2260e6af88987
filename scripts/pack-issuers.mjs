import { build } from 'esbuild';

/**
 * esbuild plugin: replaces `src/credentials/issuers.ts` by what it evaluates to, with the issuers of each family as
 * JSON text. Engines read a string several times faster than the same data as source, and most stay unread.
 */
export const packedIssuers = {
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
      return {
        loader: 'js',
        contents: `export const FAMILIES = [\n${FAMILIES.map(packed).join(',\n')}\n];\n`,
      };
    });
  },
};

function packed({ load, ...known }) {
  return `{ ${JSON.stringify(known).slice(1, -1)}, load: () => JSON.parse(${quoted(JSON.stringify(load()))}) }`;
}

/** In single quotes, which JSON text hardly holds, so that little is escaped. */
function quoted(text) {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
}
