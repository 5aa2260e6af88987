import { writeSync } from 'node:fs';

export interface Progress {
  update(state: { readonly folders: number; readonly files: number }): void;
  clear(): void;
}

/** A scan that is over sooner says nothing. */
const QUIET_MS = 700;
const INTERVAL_MS = 100;

/** One line on standard error that is rewritten while a long scan goes on; only then, `isWanted` is asked. */
export function createProgress(isWanted: () => boolean): Progress {
  const started = Date.now();
  let wanted: boolean | undefined;
  let shown = 0;
  const write = (text: string) => {
    try {
      writeSync(2, text);
    } catch {
      // A terminal that is gone needs no progress.
    }
  };
  return {
    update({ folders, files }) {
      const now = Date.now();
      if (now - started < QUIET_MS || now - shown < INTERVAL_MS) return;
      wanted ??= isWanted();
      if (!wanted) return;
      shown = now;
      write(`\r\u001b[Kmcp-lint: ${folders} folders searched, ${files} configs read`);
    },
    clear() {
      if (shown > 0) write('\r\u001b[K');
    },
  };
}
