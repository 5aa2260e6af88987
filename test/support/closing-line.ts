import type { Reporter, TestCase } from 'vitest/node';

/** Closes a run with `N passed, N failed, N skipped`, the line that continuous integration reads. */
export default class ClosingLine implements Reporter {
  readonly #counts = { passed: 0, failed: 0, skipped: 0 };

  onTestCaseResult(testCase: TestCase): void {
    const { state } = testCase.result();
    if (state !== 'pending') this.#counts[state] += 1;
  }

  onTestRunEnd(): void {
    const { passed, failed, skipped } = this.#counts;
    process.on('exit', () => console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`));
  }
}
