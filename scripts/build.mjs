// Bundles the command (CommonJS: it starts faster) and the library (ESM), and writes the library's types.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build as bundle, transform } from 'esbuild';
import { deferTables } from './defer-tables.mjs';
import { narrowTypescript } from './narrow-typescript.mjs';
import { catalogBeside, packedCatalog } from './pack-catalog.mjs';
import { hostsBeside } from './pack-hosts.mjs';
import { issuersBeside, packedIssuers } from './pack-issuers.mjs';
import { checksOfRules, metasOfRules } from './rule-parts.mjs';
import { noticesFor, recordFiles } from './third-party-notices.mjs';

const { build, files } = recordFiles(bundle);

/** Rooms that few runs enter: bundles of their own, so that the others do not even compile them. */
const LAZY = {
  commands: { entry: 'src/cli/commands.ts', file: 'commands.cjs' },
  rank: { entry: 'src/cli/rank.ts', file: 'rank.cjs' },
  fix: { entry: 'src/cli/fix.ts', file: 'fix.cjs' },
  undo: { entry: 'src/cli/undo.ts', file: 'undo.cjs' },
  secret: { entry: 'src/cli/secret.ts', file: 'secret.cjs' },
  examine: { entry: 'src/oauth/examine.ts', file: 'examine.cjs' },
  'print-sarif': { entry: 'src/cli/print-sarif.ts', file: 'print-sarif.cjs', plugins: [metasOfRules] },
  'parse-json5': { entry: 'src/parsers/json5/parse-json5.ts', file: 'parse-json5.cjs' },
  'parse-toml': { entry: 'src/parsers/toml/parse-toml.ts', file: 'parse-toml.cjs' },
  'parse-yaml': { entry: 'src/parsers/yaml/parse-yaml.ts', file: 'parse-yaml.cjs' },
  'parse-markdown': { entry: 'src/parsers/markdown/parse-markdown.ts', file: 'parse-markdown.cjs' },
  'parse-script': {
    entry: 'src/parsers/script/parse-script.ts',
    file: 'parse-script.cjs',
    plugins: [narrowTypescript],
  },
  'parse-shell': { entry: 'src/parsers/shell/parse-shell.ts', file: 'parse-shell.cjs' },
  'expand-glob': { entry: 'src/discover/expand-glob.ts', file: 'expand-glob.cjs' },
  'spawn-windows': { entry: 'src/launcher/spawn-windows.ts', file: 'spawn-windows.cjs' },
};

const common = {
  bundle: true,
  platform: 'node',
  target: 'node20.19',
  mainFields: ['module', 'main'],
  alias: {
    // All that is used of it; the whole brings tables of its own along, which cost time in every run.
    'jsonc-parser': 'jsonc-parser/lib/esm/impl/parser.js',
    // The one for Node.js prints what it reads when the environment asks for it (LOG_TOKENS, LOG_STREAM).
    yaml: './node_modules/yaml/browser/index.js',
  },
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

/** Leaves out a table of jsonc-parser that nothing uses and that every run would fill. */
const withoutEnum = {
  name: 'without-enum',
  setup(plugin) {
    plugin.onLoad({ filter: /jsonc-parser[\\/]lib[\\/]esm[\\/]impl[\\/]scanner\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, 'utf8').replace(
        /^var CharacterCodes;\n\(function[\s\S]*?^\}\)\(CharacterCodes[^\n]*$/m,
        '',
      ),
    }));
  },
};

/** Tables that all bundles of the command read from the same files beside them. */
const dataBeside = [
  hostsBeside('dist/hosts.json'),
  issuersBeside('dist/issuers.json'),
  catalogBeside('dist/known-servers.json'),
];

/** Of package.json only what `src/version.ts` reads. */
const onlyVersion = {
  name: 'only-version',
  setup(plugin) {
    plugin.onLoad({ filter: /package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { loader: 'json', contents: JSON.stringify({ version }) };
    });
  },
};

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

/**
 * Writes a bundle that `src/start.ts` runs, and gives its hash. Minified, since reading its own source is a good part of
 * what a short run costs; the package has the sources beside it.
 */
async function writeCompilable(file, text) {
  const { code } = await transform(text, {
    target: common.target,
    format: 'cjs',
    legalComments: 'none',
    minify: true,
  });
  // A function, as Node.js makes one of every CommonJS file; ASCII, which V8 reads fastest: esbuild leaves only regular
  // expressions as they are.
  const bundle = `(function (exports, require, module, __filename, __dirname) {${code}})`.replace(
    /[\u0080-\uffff]/g,
    (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  writeFileSync(join('dist', file), bundle);
  return createHash('sha256').update(bundle).digest('hex').slice(0, 16);
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
  plugins: [lazyRooms, withoutEnum, onlyVersion, checksOfRules, ...dataBeside],
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
await build({
  ...common,
  entryPoints: ['src/start.ts'],
  outfile: 'dist/cli.cjs',
  format: 'cjs',
  minify: true,
  define: {
    BUNDLE_HASHES: JSON.stringify({
      main: await writeCompilable('main.cjs', deferTables(outputFiles[0].text)),
      launch: await writeCompilable('launch.cjs', deferTables(launcher[0].text)),
    }),
  },
});
for (const { entry, file, plugins = [] } of Object.values(LAZY)) {
  await build({
    ...common,
    minify: true,
    entryPoints: [entry],
    outfile: `dist/${file}`,
    format: 'cjs',
    supported: { 'dynamic-import': false },
    // yargs asks where it is.
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [lazyRooms, ...dataBeside, ...plugins],
  });
}
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
