// Runs the comparison with other scanners in test/peers.
import { runBundled } from './run-bundled.mjs';

await runBundled('test/peers/main.ts', '.cache/compare.mjs');
