#!/usr/bin/env node
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { launch } from './launcher/launch.ts';

/** Hashes of the bundles by their names, from the build: V8 itself only compares the length of a text with that of its compiled code. */
declare const BUNDLE_HASHES: Readonly<Record<string, string>>;

/** What `src/cli.ts` exports. */
interface Main {
  /** Whether files were linted; if not, most of the code has not run, and so is not compiled. */
  readonly linted?: boolean;
}

/** What `src/launcher/launch.ts` exports. */
interface Launcher {
  readonly launch: typeof launch;
}

interface Bundle<Exports> {
  readonly exports: Exports;
  /** Keeps what is compiled by now, if an earlier run did not get as far. 0 to 255. */
  keep(reach: number): void;
}

/**
 * Runs a bundle from compiled code that an earlier run, or the build, has left beside it: to compile takes longer than
 * to lint a small config. It is kept nowhere else, since whoever may write there could change the bundle just as well.
 * Without it, or when it is of no use, the text is compiled. (`module.enableCompileCache` is slower, and not in Node.js 20.)
 */
function load<Exports>(name: string): Bundle<Exports> {
  const folder = join(__dirname, '.compile-cache');
  const file = join(folder, `${BUNDLE_HASHES[name]}-${process.versions.v8}-${process.arch}`);
  const kept = read(file);
  const filename = join(__dirname, `${name}.cjs`);
  // A function, as Node.js makes one of every CommonJS file.
  const text = `(function (exports, require, module, __filename, __dirname) {${readFileSync(filename, 'latin1')}})`;
  const script = new Script(text, { filename, ...(kept && { cachedData: kept.subarray(0, -1) }) });
  const bundle = { exports: {} as Exports };
  // Not loaded again, neither by us nor by bundles that Node.js itself has loaded.
  require.cache[filename] = bundle as NodeModule;
  // The last byte says how far that run got.
  const best = kept && !script.cachedDataRejected ? kept.at(-1)! : -1;
  script.runInThisContext()(bundle.exports, requireFromBundle, bundle, filename, __dirname);
  return {
    exports: bundle.exports,
    keep(reach) {
      if (reach > best) write(folder, file, Buffer.concat([script.createCachedData(), Buffer.of(reach)]));
    },
  };
}

/** Bundles that the first one asked for. */
const rooms: Bundle<unknown>[] = [];

/** `require` of a bundle: those beside it are run in the same way. */
function requireFromBundle(id: string): unknown {
  const name = /^\.\/(.+)\.cjs$/.exec(id)?.[1] ?? '';
  if (!(name in BUNDLE_HASHES)) return require(id);
  const loaded = require.cache[join(__dirname, `${name}.cjs`)];
  if (loaded) return loaded.exports;
  const room = load(name);
  rooms.push(room);
  return room.exports;
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whoever else does so at the same time. */
function write(folder: string, file: string, bytes: Buffer): void {
  try {
    mkdirSync(folder, { recursive: true });
    const draft = `${file}.${process.pid}`;
    writeFileSync(draft, bytes);
    renameSync(draft, file);
  } catch {
    // A folder that this user may not write to: the next run compiles again.
  }
}

/** A host waits for its server: the launcher is all that is loaded then. */
const first = process.argv[2];
if (first === 'exec' || first === 'headers') {
  const { exports, keep } = load<Launcher>('launch');
  exports.launch(keep);
} else {
  const main = load<Main>('main');
  process.on('exit', (code) => {
    // A run with findings, exit code 1, goes through more of the code than one without.
    if (code !== 0 && code !== 1) return;
    for (const bundle of main.exports.linted ? [main, ...rooms] : rooms) bundle.keep(code);
  });
}
