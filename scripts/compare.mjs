// Bundles the comparison with other scanners in test/peers and runs it: plain Node 20 does not run TypeScript.
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = new URL('../', import.meta.url);
const bundle = fileURLToPath(new URL('.cache/compare.mjs', root));

await build({
  absWorkingDir: fileURLToPath(root),
  entryPoints: ['test/peers/main.ts'],
  outfile: bundle,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  mainFields: ['module', 'main'],
  // CommonJS that asks for modules while it runs.
  external: ['typescript', 'yaml'],
  logLevel: 'warning',
});
await import(pathToFileURL(bundle).href);
