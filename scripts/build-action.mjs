// Bundles the GitHub Action, whose bundles are committed: the runner starts what is in the repository. `--check` only
// compares, byte by byte.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundleFiles } from 'esbuild';
import { common, LAZY, lazyRooms, onlyVersion, withoutEnum } from './bundle-settings.mjs';
import { packedCatalog } from './pack-catalog.mjs';
import { packedIssuers } from './pack-issuers.mjs';
import { checksOfRules } from './rule-parts.mjs';
import { noticesFor, recordFiles } from './third-party-notices.mjs';

const { build, files } = recordFiles(bundleFiles);
const FOLDER = 'action';
const MAIN = {
  entry: 'src/action/main.ts',
  file: 'index.cjs',
  plugins: [withoutEnum, onlyVersion, checksOfRules],
};

/** The text of a bundle, and the names of those that it loads from beside itself. */
async function bundle({ entry, file, plugins = [], supported = { 'dynamic-import': false } }) {
  const { outputFiles, metafile } = await build({
    ...common,
    entryPoints: [entry],
    outfile: join(FOLDER, file),
    format: 'cjs',
    write: false,
    // Without names of folders in it, the text is the same wherever it is built.
    minify: true,
    supported,
    define: { 'import.meta.url': 'moduleUrl' },
    banner: { js: "const moduleUrl = require('node:url').pathToFileURL(__filename).href;" },
    plugins: [lazyRooms, packedIssuers, packedCatalog, ...plugins],
  });
  const [{ imports }] = Object.values(metafile.outputs);
  const beside = imports.filter(({ path, external }) => external && path.startsWith('./'));
  return { text: Buffer.from(outputFiles[0].contents), loads: beside.map(({ path }) => basename(path)) };
}

/** Texts of the bundles by their names: the main one, and of the lazy rooms those that it comes to. */
async function bundleAll() {
  const texts = new Map();
  const left = [MAIN];
  for (let room = left.pop(); room; room = left.pop()) {
    const { text, loads } = await bundle(room);
    texts.set(room.file, text);
    const rooms = Object.values(LAZY).filter(({ file }) => loads.includes(file));
    left.push(...rooms.filter(({ file }) => !texts.has(file) && !left.some((one) => one.file === file)));
  }
  return texts;
}

const texts = await bundleAll();
texts.set('THIRD-PARTY-NOTICES.txt', Buffer.from(noticesFor(files)));
mkdirSync(FOLDER, { recursive: true });
const there = readdirSync(FOLDER);
const stale = [...texts].filter(
  ([file, text]) => !there.includes(file) || !readFileSync(join(FOLDER, file)).equals(text),
);
const strange = there.filter((file) => !texts.has(file));
if (process.argv.includes('--check')) {
  for (const [file] of stale) console.error(`${FOLDER}/${file} is out of date: run "npm run build:action"`);
  for (const file of strange) console.error(`${FOLDER}/${file} does not belong there`);
  if (stale.length + strange.length > 0) process.exitCode = 1;
} else {
  for (const file of strange) rmSync(join(FOLDER, file), { recursive: true });
  for (const [file, text] of stale) writeFileSync(join(FOLDER, file), text);
}
const bytes = [...texts.values()].reduce((sum, text) => sum + text.length, 0);
console.log(`${texts.size} files, ${Math.round(bytes / 1024)} kB`);
