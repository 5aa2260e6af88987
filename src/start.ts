#!/usr/bin/env node
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Script } from 'node:vm';

/** Hash of the bundle, from the build: V8 itself only compares the length of a text with that of its compiled code. */
declare const BUNDLE_HASH: string;

/** What `src/cli.ts` exports. */
interface Main {
  /** Whether files were linted; if not, most of the code has not run, and so is not compiled. */
  readonly linted?: boolean;
}

/**
 * Runs the bundle from compiled code that an earlier run, or the build, has left beside it: to compile takes longer than
 * to lint a small config. It is kept nowhere else, since whoever may write there could change the bundle just as well.
 * Without it, or when it is of no use, the text is compiled. (`module.enableCompileCache` is slower, and not in Node.js 20.)
 */
function start(): void {
  const folder = join(__dirname, '.compile-cache');
  const file = join(folder, `${BUNDLE_HASH}-${process.versions.v8}-${process.arch}`);
  const kept = read(file);
  const filename = join(__dirname, 'main.cjs');
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    ...(kept && { cachedData: kept.subarray(0, -1) }),
  });
  const main = { exports: {} as Main };
  // A run with findings, exit code 1, goes through more of the code than one without. The last byte says which it was.
  const best = kept && !script.cachedDataRejected ? kept.at(-1)! : -1;
  process.on('exit', (code) => {
    if (main.exports.linted && (code === 0 || code === 1) && code > best) {
      keep(folder, file, Buffer.concat([script.createCachedData(), Buffer.of(code)]));
    }
  });
  script.runInThisContext()(main.exports, require, main, filename, __dirname);
}

function read(file: string): Buffer | undefined {
  try {
    return readFileSync(file);
  } catch {
    return undefined;
  }
}

/** Whole or not at all, whoever else does so at the same time. */
function keep(folder: string, file: string, bytes: Buffer): void {
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
if (first === 'exec' || first === 'headers') require(join(__dirname, 'launch.cjs'));
else start();
