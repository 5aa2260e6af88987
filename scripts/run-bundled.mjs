import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

/** Bundles TypeScript and runs it, which plain Node 20 does not; gives what it exports. `entry` and `bundle` are paths in this repository. */
export async function runBundled(entry, bundle) {
  const root = new URL('../', import.meta.url);
  const outfile = fileURLToPath(new URL(bundle, root));
  await build({
    absWorkingDir: fileURLToPath(root),
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    mainFields: ['module', 'main'],
    // CommonJS that asks for modules while it runs.
    external: ['typescript', 'yaml'],
    logLevel: 'warning',
  });
  return import(pathToFileURL(outfile).href);
}
