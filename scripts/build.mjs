// Bundles the command (CommonJS: it starts faster) and the library (ESM), and writes the library's types.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle, transform } from 'esbuild';
import {
  common,
  dataBeside,
  isRequireOnly,
  LAZY,
  lazyRooms,
  onlyVersion,
  roomIn,
  withoutEnum,
} from './bundle-settings.mjs';
import { deferTables } from './defer-tables.mjs';
import { packedCatalog } from './pack-catalog.mjs';
import { packedIssuers } from './pack-issuers.mjs';
import { checksOfRules } from './rule-parts.mjs';
import { noticesFor, recordFiles } from './third-party-notices.mjs';

const { build, files } = recordFiles(bundle);

const data = dataBeside('dist');

/** Modules of Node.js that take up to milliseconds to load, and what is used of them: loaded on their first use. */
const LATE = {
  'node:child_process': ['spawn', 'spawnSync'],
  'node:os': ['arch', 'constants', 'platform', 'tmpdir', 'userInfo'],
  'node:tty': ['isatty'],
};

const lateBuiltins = {
  name: 'late-builtins',
  setup(plugin) {
    const namespace = 'late-builtins';
    plugin.onResolve({ filter: /^node:/ }, ({ path, namespace: from, kind }) =>
      from === namespace || kind === 'dynamic-import' || !(path in LATE) ? undefined : { path, namespace },
    );
    plugin.onLoad({ filter: /./, namespace }, ({ path }) => ({
      contents: LATE[path]
        .map(
          (name) => `Object.defineProperty(exports, '${name}', { get: () => require('${path}').${name} });`,
        )
        .join('\n'),
    }));
    // A bundle of CommonJS has what `createRequire` would give it.
    plugin.onResolve({ filter: /^node:module$/ }, () => ({ path: 'own-require', namespace: 'own-require' }));
    plugin.onLoad({ filter: /./, namespace: 'own-require' }, () => ({
      contents:
        "exports.createRequire = (from) => from === __filename ? require : require('module').createRequire(from);",
    }));
  },
};

/** Hashes of the bundles that `src/start.ts` runs, by their names. */
const hashes = {};

/**
 * Writes a bundle that `src/start.ts` runs. ASCII, which V8 reads fastest: esbuild leaves only regular expressions as they are.
 */
function writeBundle(file, code) {
  const bundle = code.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(join('dist', file), bundle);
  hashes[file.replace(/\.cjs$/, '')] = createHash('sha256').update(bundle).digest('hex').slice(0, 16);
}

/** The same, of what is not minified yet: reading its own source is a good part of what a short run costs; the package has the sources beside it. */
async function writeMinified(file, text) {
  const { code } = await transform(text, {
    target: common.target,
    format: 'cjs',
    legalComments: 'none',
    minify: true,
  });
  writeBundle(file, code);
}

rmSync('dist', { recursive: true, force: true });
mkdirSync('dist');
const { outputFiles } = await build({
  ...common,
  entryPoints: ['src/cli.ts'],
  write: false,
  outdir: 'dist',
  format: 'cjs',
  // `import()` does not work in code that was compiled before; `require` does, and is faster.
  supported: { 'dynamic-import': false },
  plugins: [lazyRooms, withoutEnum, onlyVersion, checksOfRules, ...data],
});
const { outputFiles: launcher } = await build({
  ...common,
  entryPoints: ['src/launcher/launch.ts'],
  write: false,
  outdir: 'dist',
  format: 'cjs',
  supported: { 'dynamic-import': false },
  define: { 'import.meta.url': '__filename' },
  plugins: [lazyRooms, lateBuiltins],
});
await writeMinified('main.cjs', deferTables(outputFiles[0].text));
await writeMinified('launch.cjs', deferTables(launcher[0].text));
for (const room of Object.values(LAZY)) {
  const { outputFiles: output } = await build(roomIn('dist', data, room));
  // Node.js itself has to load what needs `import()`.
  if (isRequireOnly(room)) writeBundle(room.file, output[0].text);
  else writeFileSync(join('dist', room.file), output[0].text);
}
await build({
  ...common,
  entryPoints: ['src/start.ts'],
  outfile: 'dist/cli.cjs',
  format: 'cjs',
  minify: true,
  define: { BUNDLE_HASHES: JSON.stringify(hashes) },
});
await build({
  ...common,
  entryPoints: ['src/index.ts'],
  outfile: 'dist/index.js',
  format: 'esm',
  plugins: [lazyRooms, packedIssuers, packedCatalog],
});
writeFileSync('dist/THIRD-PARTY-NOTICES.txt', noticesFor(files));
execFileSync(process.execPath, ['node_modules/typescript/bin/tsc', '-p', 'tsconfig.types.json'], {
  stdio: 'inherit',
});
// Leaves the compiled code for this version of Node.js; other versions make theirs in their first run.
for (const args of [['examples'], ['exec', '--', process.execPath, '-e', '0']]) {
  // Exit code 1: the examples have findings.
  spawnSync(process.execPath, ['dist/cli.cjs', ...args], { stdio: 'ignore' });
}
