// Runs the labelled evaluation in test/eval.
import { runBundled } from './run-bundled.mjs';

await runBundled('test/eval/main.ts', '.cache/eval.mjs');
