// Looks through the command lines and environments of all processes, over and over, for texts that it is given as JSON on
// its standard input; prints one line for each process that holds one, and ends with its input.
import { readdirSync, readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

const lines = createInterface({ input: process.stdin })[Symbol.asyncIterator]();
const texts = JSON.parse((await lines.next()).value).map((text) => Buffer.from(text));
const seen = new Set();

function look() {
  for (const pid of readdirSync('/proc')) {
    if (!/^\d+$/.test(pid)) continue;
    for (const where of ['cmdline', 'environ']) {
      try {
        const bytes = readFileSync(`/proc/${pid}/${where}`);
        if (!texts.some((text) => bytes.includes(text))) continue;
        const words = readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0').slice(0, 3).join(' ');
        const line = `${where} ${words}`;
        if (!seen.has(line)) process.stdout.write(`${line}\n`);
        seen.add(line);
      } catch {
        // Gone meanwhile, or another user's.
      }
    }
  }
}

process.stdout.write('ready\n');
const timer = setInterval(look, 1);
await lines.next();
clearInterval(timer);
