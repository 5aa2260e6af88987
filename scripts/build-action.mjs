// Bundles the GitHub Action, whose bundles are committed: the runner starts what is in the repository. `--check` only
// compares, byte by byte.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build as bundle } from 'esbuild';
import { dataBeside, LAZY, onlyVersion, roomIn, withoutEnum } from './bundle-settings.mjs';
import { checksOfRules } from './rule-parts.mjs';
import { noticesFor, recordFiles } from './third-party-notices.mjs';

const FOLDER = 'action';
const BUILT = '.cache/action';
const MAIN = {
  entry: 'src/action/main.ts',
  file: 'index.cjs',
  plugins: [withoutEnum, onlyVersion, checksOfRules],
};

/** Bundles the main entry, and of the lazy rooms those that it comes to. */
async function buildAll() {
  const { build, files } = recordFiles(bundle);
  const data = dataBeside(BUILT);
  const known = new Set([MAIN]);
  for (const room of known) {
    const { outputFiles, metafile } = await build(roomIn(BUILT, data, room));
    writeFileSync(join(BUILT, room.file), outputFiles[0].contents);
    const [{ imports }] = Object.values(metafile.outputs);
    const loads = imports.filter(({ external }) => external).map(({ path }) => basename(path));
    for (const other of Object.values(LAZY)) if (loads.includes(other.file)) known.add(other);
  }
  writeFileSync(join(BUILT, 'THIRD-PARTY-NOTICES.txt'), noticesFor(files));
}

rmSync(BUILT, { recursive: true, force: true });
mkdirSync(BUILT, { recursive: true });
await buildAll();
mkdirSync(FOLDER, { recursive: true });
const there = readdirSync(FOLDER);
const built = readdirSync(BUILT).map((file) => ({ file, bytes: readFileSync(join(BUILT, file)) }));
const stale = built.filter(
  ({ file, bytes }) => !there.includes(file) || !readFileSync(join(FOLDER, file)).equals(bytes),
);
const strange = there.filter((name) => !built.some(({ file }) => file === name));
if (process.argv.includes('--check')) {
  for (const { file } of stale) console.error(`${FOLDER}/${file} is out of date: run "npm run build:action"`);
  for (const file of strange) console.error(`${FOLDER}/${file} does not belong there`);
  if (stale.length + strange.length > 0) process.exitCode = 1;
} else {
  for (const file of strange) rmSync(join(FOLDER, file), { recursive: true });
  for (const { file, bytes } of stale) writeFileSync(join(FOLDER, file), bytes);
}
const size = built.reduce((sum, { bytes }) => sum + bytes.length, 0);
console.log(`${built.length} files, ${Math.round(size / 1024)} kB`);
