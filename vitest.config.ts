import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // By default one processor is left idle, of two half.
    maxWorkers: '100%',
    // Files of one worker share what they import: evaluating it again for each took more than the tests.
    isolate: false,
    setupFiles: ['./test/support/clean-up.ts'],
    reporters: ['default', './test/support/closing-line.ts'],
  },
});
