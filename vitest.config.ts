import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 60_000,
    // By default one processor is left idle, of two half.
    maxWorkers: '100%',
    reporters: ['default', './test/support/closing-line.ts'],
  },
});
