// What the bundles of the package and those of the GitHub Action have in common.
import { readFileSync } from 'node:fs';
import { narrowTypescript } from './narrow-typescript.mjs';
import { catalogBeside } from './pack-catalog.mjs';
import { hostsBeside } from './pack-hosts.mjs';
import { issuersBeside } from './pack-issuers.mjs';
import { metasOfRules } from './rule-parts.mjs';

/** Rooms that few runs enter: bundles of their own, so that the others do not even compile them. */
export const LAZY = {
  commands: { entry: 'src/cli/commands.ts', file: 'commands.cjs' },
  rank: { entry: 'src/cli/rank.ts', file: 'rank.cjs' },
  fix: { entry: 'src/cli/fix.ts', file: 'fix.cjs' },
  undo: { entry: 'src/cli/undo.ts', file: 'undo.cjs' },
  secret: { entry: 'src/cli/secret.ts', file: 'secret.cjs' },
  examine: { entry: 'src/oauth/examine.ts', file: 'examine.cjs' },
  'print-sarif': { entry: 'src/cli/print-sarif.ts', file: 'print-sarif.cjs', plugins: [metasOfRules] },
  jsonl: { entry: 'src/reporters/jsonl.ts', file: 'jsonl.cjs' },
  junit: { entry: 'src/reporters/junit.ts', file: 'junit.cjs' },
  markdown: { entry: 'src/reporters/markdown.ts', file: 'markdown.cjs' },
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
  'load-settings': {
    entry: 'src/settings/load-settings.ts',
    file: 'load-settings.cjs',
    plugins: [metasOfRules],
  },
  // Runs code of the user's, which may be ES modules: `import()` stays one.
  'run-code-config': { entry: 'src/settings/run-code-config.ts', file: 'run-code-config.cjs', supported: {} },
  'own-knowledge': { entry: 'src/own-knowledge.ts', file: 'own-knowledge.cjs' },
  decide: { entry: 'src/triage/decide.ts', file: 'decide.cjs' },
  'use-baseline': { entry: 'src/cli/use-baseline.ts', file: 'use-baseline.cjs' },
  'expand-glob': { entry: 'src/discover/expand-glob.ts', file: 'expand-glob.cjs' },
  init: { entry: 'src/cli/init.ts', file: 'init.cjs' },
  staged: { entry: 'src/discover/staged.ts', file: 'staged.cjs' },
  'spawn-windows': { entry: 'src/launcher/spawn-windows.ts', file: 'spawn-windows.cjs' },
};

export const common = {
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

const REQUIRE_ONLY = { 'dynamic-import': false };

/** Whether `require` is all that a room loads with: `import()` does not work in code that was compiled before. */
export const isRequireOnly = ({ supported }) => supported === undefined;

/** Tables that all bundles of a folder read from the same files beside them. */
export const dataBeside = (folder) => [
  hostsBeside(`${folder}/hosts.json`),
  issuersBeside(`${folder}/issuers.json`),
  catalogBeside(`${folder}/known-servers.json`),
];

/** Settings of esbuild for a bundle of its own; minified, without names of folders in it, the text is the same wherever it is built. */
export const roomIn = (folder, data, { entry, file, plugins = [], supported = REQUIRE_ONLY }) => ({
  ...common,
  minify: true,
  entryPoints: [entry],
  write: false,
  outfile: `${folder}/${file}`,
  format: 'cjs',
  supported,
  // yargs asks where it is.
  define: { 'import.meta.url': 'moduleUrl' },
  banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
  plugins: [lazyRooms, ...data, ...plugins],
});

/** Turns `import('…/commands.ts')` into an import of the bundle beside this one. */
export const lazyRooms = {
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
export const withoutEnum = {
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

/** Of package.json only what `src/version.ts` reads. */
export const onlyVersion = {
  name: 'only-version',
  setup(plugin) {
    plugin.onLoad({ filter: /package\.json$/ }, ({ path }) => {
      const { version } = JSON.parse(readFileSync(path, 'utf8'));
      return { loader: 'json', contents: JSON.stringify({ version }) };
    });
  },
};
