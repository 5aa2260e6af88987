import { writeFileSync, writeSync } from 'node:fs';
import { label } from '../core/label.ts';

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

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such folder',
  EISDIR: 'it is a folder',
  EACCES: 'not allowed',
  ENOSPC: 'no room left',
};

/** Writes the results to a file, or to standard output. */
export function writeResult(text: string, file: string | undefined): 0 | 2 {
  if (file === undefined) return writeAll(1, text);
  try {
    writeFileSync(file, text);
    return 0;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    writeAll(2, `mcp-lint: "${label(file)}" cannot be written (${REASONS[code] ?? code})\n`);
    return 2;
  }
}
