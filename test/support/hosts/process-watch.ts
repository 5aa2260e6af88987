import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { ROOT } from '../cli.ts';

/** Watches all processes of this machine (Linux) for texts while `act` runs; gives `cmdline …` and `environ …` lines. */
export async function processesHolding(
  texts: readonly string[],
  act: () => Promise<void>,
): Promise<string[]> {
  const watcher = spawn(process.execPath, [join(ROOT, 'test/support/hosts/watch-processes.mjs')], {
    env: {},
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  watcher.stdin.write(`${JSON.stringify(texts)}\n`);
  const found: string[] = [];
  const lines = createInterface({ input: watcher.stdout })[Symbol.asyncIterator]();
  await lines.next();
  try {
    await act();
  } finally {
    watcher.stdin.end();
  }
  for await (const line of { [Symbol.asyncIterator]: () => lines }) found.push(line);
  return found;
}
