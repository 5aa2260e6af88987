// Bundles the command (CommonJS: it starts faster) and the library (ESM), and writes the library's types.
import { execFileSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { build } from 'esbuild';
import { packedIssuers } from './pack-issuers.mjs';

/** Rooms that few runs enter: bundles of their own, so that the others do not even compile them. */
const LAZY = {
  commands: { entry: 'src/cli/commands.ts', file: 'commands.mjs', format: 'esm' },
  'expand-glob': { entry: 'src/discover/expand-glob.ts', file: 'expand-glob.cjs', format: 'cjs' },
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  legalComments: 'none',
  logLevel: 'warning',
};

/** Turns `import('…/commands.ts')` into an import of the bundle beside this one. */
const lazyRooms = {
  name: 'lazy-rooms',
  setup(plugin) {
    const rooms = Object.keys(LAZY).join('|');
    plugin.onResolve({ filter: new RegExp(`/(?:${rooms})\\.ts$`) }, ({ kind, path }) => {
      if (kind !== 'dynamic-import') return undefined;
      const name = path.split('/').at(-1).slice(0, -'.ts'.length);
      return { path: `./${LAZY[name].file}`, external: true };
    });
  },
};

rmSync('dist', { recursive: true, force: true });
// Minified, since reading its own source is a third of what a short run costs; the package has the sources beside it.
await build({ ...common, entryPoints: ['src/cli.ts'], outfile: 'dist/cli.cjs', format: 'cjs', minify: true, plugins: [lazyRooms, packedIssuers] });
for (const { entry, file, format } of Object.values(LAZY)) {
  // CommonJS parts of an ESM bundle need a `require` of their own.
  const banner = format === 'esm' ? { js: "import { createRequire as makeRequire } from 'node:module';\nconst require = makeRequire(import.meta.url);" } : {};
  await build({ ...common, entryPoints: [entry], outfile: `dist/${file}`, format, banner, plugins: [packedIssuers] });
}
await build({ ...common, entryPoints: ['src/index.ts'], outfile: 'dist/index.js', format: 'esm', plugins: [lazyRooms, packedIssuers] });
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], { stdio: 'inherit' });
