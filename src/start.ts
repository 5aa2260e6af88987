#!/usr/bin/env node
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';
import type { launch } from './launcher/launch.ts';

/** Hashes of the bundles, from the build: V8 itself only compares the length of a text with that of its compiled code. */
declare const BUNDLE_HASHES: { readonly main: string; readonly launch: string };

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
function load<Exports>(name: keyof typeof BUNDLE_HASHES): Bundle<Exports> {
  const folder = join(__dirname, '.compile-cache');
  const file = join(folder, `${BUNDLE_HASHES[name]}-${process.versions.v8}-${process.arch}`);
  const kept = read(file);
  const filename = join(__dirname, `${name}.cjs`);
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    ...(kept && { cachedData: kept.subarray(0, -1) }),
  });
  const bundle = { exports: {} as Exports };
  // The last byte says how far that run got.
  const best = kept && !script.cachedDataRejected ? kept.at(-1)! : -1;
  script.runInThisContext()(bundle.exports, require, bundle, filename, __dirname);
  return {
    exports: bundle.exports,
    keep(reach) {
      if (reach > best) write(folder, file, Buffer.concat([script.createCachedData(), Buffer.of(reach)]));
    },
  };
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
  const { exports, keep } = load<Main>('main');
  process.on('exit', (code) => {
    // A run with findings, exit code 1, goes through more of the code than one without.
    if (exports.linted && (code === 0 || code === 1)) keep(code);
  });
}
