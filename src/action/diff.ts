/** A file that differs between two commits. */
export interface ChangedFile {
  /** Below the top of the working tree, `/`-separated; bytes that are no UTF-8 are replaced. */
  readonly name: string;
  /** Object with its content in the first commit; absent where it was no regular file. */
  readonly before?: string;
  /** The same in the second. */
  readonly after?: string;
}

const REGULAR = /^100(?:644|755)$/;

/** Reads `:<mode> <mode> <object> <object> <letter>`, NUL, name, NUL (git-diff-tree(1), "Raw output format"). */
export function readChangedFiles(output: Buffer): ChangedFile[] {
  const fields = output.toString('utf8').split('\0');
  const files: ChangedFile[] = [];
  for (let at = 0; at + 1 < fields.length; at += 2) {
    const [was = '', is = '', before = '', after = ''] = fields[at]!.slice(1).split(' ');
    files.push({
      name: fields[at + 1]!,
      ...(REGULAR.test(was) && { before }),
      ...(REGULAR.test(is) && { after }),
    });
  }
  return files;
}

/** Lines of the second file, from 1, the last one included. */
export interface Stretch {
  readonly first: number;
  readonly last: number;
}

/** Whether lines, the last one included, share one with stretches, which stand in their order. */
export function isWithin(stretches: readonly Stretch[], start: number, end: number): boolean {
  let low = 0;
  let high = stretches.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (stretches[middle]!.last < start) low = middle + 1;
    else high = middle;
  }
  return low < stretches.length && stretches[low]!.first <= end;
}

const LINE_FEED = 0x0a;
const HUNK = /^@@ -\d+(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/;
const LONGEST_HEADER = 100;

/**
 * Reads a difference of one file without context: the lines that were added or changed. Where lines were only taken away,
 * those before and after count: what stood between them is gone. A comma more or less at the end of a line, as a new entry
 * gives it to the one before, changes nothing. Nothing when there is no difference in the output.
 */
export function readChangedLines(output: Buffer): Stretch[] | undefined {
  const stretches: Stretch[] = [];
  let hunks = 0;
  const lines = new Lines(output);
  for (let line = lines.next(); line; line = lines.next()) {
    const header = HUNK.exec(line.toString('latin1', 0, LONGEST_HEADER));
    if (!header) continue;
    hunks++;
    const [, minus = '1', start, plus = '1'] = header;
    const before = lines.take(Number(minus), '-');
    const after = lines.take(Number(plus), '+');
    const stretch = stretchOf(before, after, Number(start));
    if (stretch) stretches.push(stretch);
  }
  return hunks > 0 ? stretches : undefined;
}

function stretchOf(before: readonly Buffer[], after: readonly Buffer[], start: number): Stretch | undefined {
  if (after.length === 0) return { first: start, last: start + 1 };
  const shorter = Math.min(before.length, after.length);
  let head = 0;
  while (head < shorter && isSameEntry(before[head]!, after[head]!)) head++;
  let tail = 0;
  while (tail < shorter - head && isSameEntry(before.at(-1 - tail)!, after.at(-1 - tail)!)) tail++;
  if (head + tail < after.length) return { first: start + head, last: start + after.length - 1 - tail };
  // Nothing was added; lines may have been taken away between the others.
  return head + tail < before.length ? { first: start + head - 1, last: start + head } : undefined;
}

/** Whether lines are the same but for a comma at the end. */
function isSameEntry(before: Buffer, after: Buffer): boolean {
  return withoutComma(before).equals(withoutComma(after));
}

function withoutComma(line: Buffer): Buffer {
  const end = line.at(-1) === 0x0d ? line.length - 1 : line.length;
  return line.subarray(0, line[end - 1] === 0x2c ? end - 1 : end);
}

/** The lines of a text, one after the other. */
class Lines {
  readonly #text: Buffer;
  #at = 0;

  constructor(text: Buffer) {
    this.#text = text;
  }

  next(): Buffer | undefined {
    if (this.#at >= this.#text.length) return undefined;
    const end = this.#text.indexOf(LINE_FEED, this.#at);
    const line = this.#text.subarray(this.#at, end < 0 ? this.#text.length : end);
    this.#at += line.length + 1;
    return line;
  }

  /** So many lines without the sign that they begin with; notes such as `\\ No newline at end of file` are passed over. */
  take(count: number, sign: '-' | '+'): Buffer[] {
    const taken: Buffer[] = [];
    while (taken.length < count) {
      const line = this.next();
      if (!line) break;
      if (line[0] === sign.charCodeAt(0)) taken.push(line.subarray(1));
    }
    return taken;
  }
}
