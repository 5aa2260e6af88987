import { readSync } from 'node:fs';

/** All of standard input; nothing when it cannot be read. A terminal is read until its user ends the input. */
export function readStandardInput(): Buffer | undefined {
  const chunks: Buffer[] = [];
  for (;;) {
    const chunk = Buffer.allocUnsafe(1 << 16);
    let count: number;
    try {
      count = readSync(0, chunk);
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      if (code === 'EOF') break;
      if (code !== 'EAGAIN') return undefined;
      // A writer that has nothing yet: wait without burning the processor.
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 10);
      continue;
    }
    if (count === 0) break;
    chunks.push(chunk.subarray(0, count));
  }
  return Buffer.concat(chunks);
}
