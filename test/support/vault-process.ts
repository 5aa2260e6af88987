import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { NODE, ROOT, runProgram, temporaryFolder, writeInto } from './cli.ts';

/** One call of a vault; `wait` waits until there is a file of that path, and makes `PATH.here` before. */
export type VaultStep =
  | readonly ['store', account: string, text: string]
  | readonly ['read' | 'remove' | 'wait', account: string]
  | readonly ['missing' | 'list'];

/** What a call gave: its result (texts opened, `null` for nothing), or the kind and message of its VaultError. */
export type VaultAnswer = { readonly gives: unknown } | { readonly fails: string; readonly message: string };

export interface VaultProcessOptions {
  readonly variables: Readonly<Record<string, string>>;
  /** Whether the native addon is installed there. */
  readonly addon: boolean;
  /** What is to stand for `/run/user`. */
  readonly runtimeFolders?: string;
}

let bundle: Promise<string> | undefined;

/**
 * Makes the calls in a new process with the environment given: libraries for keyrings read the environment of their
 * process, and find their bus once.
 */
export async function askKeychain(
  steps: readonly VaultStep[],
  { variables, addon, runtimeFolders }: VaultProcessOptions,
): Promise<VaultAnswer[]> {
  bundle ??= bundleVaults();
  const env = { ...variables, ...(addon && { NODE_PATH: join(ROOT, 'node_modules') }) };
  let program = await bundle;
  if (runtimeFolders !== undefined) {
    const text = readFileSync(program, 'utf8');
    if (!text.includes('"/run/user"')) throw new Error('nothing to replace');
    program = writeInto(
      temporaryFolder(),
      'ask.cjs',
      text.replace('"/run/user"', JSON.stringify(runtimeFolders)),
    );
  }
  const run = await runProgram(NODE, [program], { env, input: JSON.stringify(steps) });
  if (run.code !== 0) throw new Error(`the vault's process ended with ${run.code}: ${run.stderr}`);
  return JSON.parse(run.stdout);
}

async function bundleVaults(): Promise<string> {
  const folder = temporaryFolder();
  const outfile = join(folder, 'ask.cjs');
  const source = `
    import { existsSync, readFileSync, writeFileSync } from 'node:fs';
    import { openVault } from './src/vaults/vaults.ts';
    import { Secret } from './src/core/secret.ts';
    const { env } = process;
    const address = env.DBUS_SESSION_BUS_ADDRESS;
    const vault = openVault('keychain', { os: 'linux', home: env.HOME, variables: env, cwd: '/' });
    function answer([call, account, text]) {
      if (call === 'store') return vault.store(account, new Secret(text));
      if (call === 'read') return vault.read(account)?.reveal();
      if (call === 'wait') {
        writeFileSync(account + '.here', '');
        while (!existsSync(account)) Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 20);
        return;
      }
      return call === 'list' && !vault.list ? 'cannot' : vault[call](account);
    }
    const answers = JSON.parse(readFileSync(0, 'utf8')).map((step) => {
      try {
        return { gives: answer(step) ?? null, ...(env.DBUS_SESSION_BUS_ADDRESS === address || { left: true }) };
      } catch (error) {
        if (error.name !== 'VaultError') throw error;
        return { fails: error.kind, message: error.message };
      }
    });
    process.stdout.write(JSON.stringify(answers));
  `;
  await build({
    stdin: { contents: source, resolveDir: ROOT },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.url': '__filename' },
    logLevel: 'warning',
    outfile,
  });
  return outfile;
}
