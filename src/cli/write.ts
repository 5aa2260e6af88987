import { writeFileSync, writeSync } from 'node:fs';

/**
 * Writes everything to a descriptor, however slow its reader; exit code 0, or 2 when the reader is gone. Standard
 * output's stream object is only made when the pipe is full: making it costs start-up time.
 */
export function writeAll(descriptor: 1 | 2, text: string): 0 | 2 {
  const bytes = Buffer.from(text);
  let written = 0;
  while (written < bytes.length) {
    try {
      written += writeSync(descriptor, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') return 2;
      // The stream waits for the reader; the process lives until it has written all.
      const stream = descriptor === 1 ? process.stdout : process.stderr;
      stream.on('error', () => {
        process.exitCode = 2;
      });
      stream.write(bytes.subarray(written));
      return 0;
    }
  }
  return 0;
}

/** Writes the results to a file, or to standard output. */
export function writeResult(text: string, file: string | undefined): 0 | 2 {
  if (file === undefined) return writeAll(1, text);
  try {
    writeFileSync(file, text);
    return 0;
  } catch {
    writeAll(2, 'mcp-lint: the output file cannot be written\n');
    return 2;
  }
}
