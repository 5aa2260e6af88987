import type { Dialog } from './dialog.ts';
import { type HiddenAnswer, HiddenLine } from './hidden-line.ts';

const MARK_PASTES = '\u001b[?2004h';
const MARK_NO_PASTES = '\u001b[?2004l';

/** Asks for a value that the terminal does not show. Only where there is a person. */
export async function askHidden(question: string, { say }: Dialog): Promise<HiddenAnswer> {
  const terminal = new (process.getBuiltinModule('node:tty').ReadStream)(0);
  const line = new HiddenLine();
  const ended = new Promise<void>((end) => {
    terminal.on('data', (chunk: string) => line.feed(chunk) && end());
    // A terminal that is closed is an error of some systems.
    for (const event of ['end', 'error', 'close']) terminal.on(event, () => end());
  });
  try {
    terminal.setEncoding('utf8').setRawMode(true);
    if (!terminal.isRaw) return { problem: 'this terminal would show it' };
    // Not before, so that nothing that follows the question is shown.
    say(`${MARK_PASTES}${question}`);
    await ended;
    say(`${MARK_NO_PASTES}\n`);
    return line.answer();
  } finally {
    terminal.setRawMode(false);
    terminal.destroy();
  }
}
