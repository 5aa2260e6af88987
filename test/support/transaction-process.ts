import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { NODE, ROOT } from './cli.ts';
import type { Work, WorkerReport } from './transaction-worker.ts';

/** How a worker ended: with a report, or killed. */
export interface WorkerEnd {
  readonly signal: string | null;
  readonly report: WorkerReport | undefined;
  readonly errors: string;
}

export interface Worker {
  /** As an ordinary user where `ordinary` is set and the tests run as root. */
  run(work: Work, ordinary?: boolean): Promise<WorkerEnd>;
  remove(): void;
}

export const NOBODY = 65534;

/** Bundles the worker into a new folder: the steps of a transaction have to end with a process to be tested. */
export async function buildWorker(): Promise<Worker> {
  const folder = mkdtempSync(join(tmpdir(), 'mcp-lint-worker-'));
  chmodSync(folder, 0o755);
  const program = join(folder, 'worker.mjs');
  await build({
    entryPoints: [join(ROOT, 'test/support/transaction-worker.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    mainFields: ['module', 'main'],
    // As the build has it; the other is CommonJS, which asks for modules of Node.js in its own way.
    alias: { yaml: join(ROOT, 'node_modules/yaml/browser/index.js') },
    external: ['@napi-rs/keyring'],
    logLevel: 'error',
  });
  return {
    run: (work, ordinary = false) =>
      new Promise((resolve, reject) => {
        const child = spawn(NODE, [program, JSON.stringify(work)], {
          cwd: folder,
          ...(ordinary && process.geteuid?.() === 0 && { uid: NOBODY, gid: NOBODY }),
        });
        let [output, errors] = ['', ''];
        child.stdout.on('data', (data) => {
          output += data;
        });
        child.stderr.on('data', (data) => {
          errors += data;
        });
        child.on('error', reject);
        child.on('close', (_code, signal) =>
          resolve({ signal, report: output === '' ? undefined : JSON.parse(output), errors }),
        );
      }),
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}
