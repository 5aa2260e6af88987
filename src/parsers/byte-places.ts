import { isAscii, isUtf8 } from 'node:buffer';
import type { Place } from '../core/document.ts';

/** What has been counted up to a byte. */
interface Mark {
  readonly byte: number;
  readonly offset: number;
  readonly line: number;
  /** Offset of the first character of the line. */
  readonly lineStart: number;
}

const STRIDE = 1 << 13;
const LINE_FEED = 0x0a;

/** UTF-16 units that begin at each of the 256 bytes, in well-formed UTF-8. */
let units256: Uint8Array | undefined;

function unitsOfBytes(): Uint8Array {
  units256 ??= Uint8Array.from({ length: 256 }, (_, byte) =>
    isContinuation(byte) ? 0 : byte < 0xf0 ? 1 : 2,
  );
  return units256;
}

/**
 * Lines and columns of a UTF-8 file, counted from its bytes only as far as somebody asks, and only once: between
 * marks every 8 KiB there is little to count again. Malformed bytes count as the replacement characters that
 * decoders make of them.
 */
export class BytePlaces {
  readonly #bytes: Buffer;
  readonly #marks: Mark[];

  /** `start` is the first byte behind the byte order mark. */
  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#marks = [{ byte: start, offset: 0, line: 1, lineStart: 0 }];
  }

  /** Place of the character that begins at `byte`. */
  ofByte(byte: number): Place {
    const mark = this.#reach('byte', byte);
    return place(mark.offset, mark);
  }

  /** Place of the UTF-16 unit at `offset`. */
  ofOffset(offset: number): Place {
    return place(offset, this.#reach('offset', offset));
  }

  /** Byte that the UTF-16 unit at `offset` begins at. */
  byteAt(offset: number): number {
    return this.#reach('offset', offset).byte;
  }

  #reach(measure: 'byte' | 'offset', target: number): Mark {
    let last = this.#marks.at(-1)!;
    while (last[measure] < target && last.byte < this.#bytes.length) {
      last = this.#next(last);
      this.#marks.push(last);
    }
    let low = 0;
    for (let high = this.#marks.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (this.#marks[middle]![measure] <= target) low = middle;
      else high = middle;
    }
    const from = this.#marks[low]!;
    return measure === 'byte'
      ? this.#count(from, target, Number.POSITIVE_INFINITY)
      : this.#count(from, this.#bytes.length, target);
  }

  #next(mark: Mark): Mark {
    const end = this.#endOfStride(mark.byte);
    const stride = this.#bytes.subarray(mark.byte, end);
    const ascii = isAscii(stride);
    if (!ascii && !isUtf8(stride)) return this.#count(mark, end, Number.POSITIVE_INFINITY);
    let { line, lineStart } = mark;
    let lastLine = 0;
    for (let at = stride.indexOf(LINE_FEED); at >= 0; at = stride.indexOf(LINE_FEED, lastLine)) {
      line += 1;
      lastLine = at + 1;
    }
    const offset = mark.offset + (ascii ? lastLine : countUnits(stride, 0, lastLine));
    if (lastLine > 0) lineStart = offset;
    const rest = ascii ? stride.length - lastLine : countUnits(stride, lastLine, stride.length);
    return { byte: end, offset: offset + rest, line, lineStart };
  }

  /** Not inside a character, which has four bytes at most. */
  #endOfStride(start: number): number {
    const end = start + STRIDE;
    if (end >= this.#bytes.length) return this.#bytes.length;
    for (let first = end; first > end - 4; first--) {
      if (!isContinuation(this.#bytes[first]!)) return first;
    }
    return end;
  }

  /** Goes on from `mark` to the first character at or behind one of the limits. */
  #count(mark: Mark, byteLimit: number, offsetLimit: number): Mark {
    const bytes = this.#bytes;
    const end = Math.min(byteLimit, bytes.length);
    let { byte, offset, line, lineStart } = mark;
    while (byte < end && offset < offsetLimit) {
      const first = bytes[byte]!;
      if (first < 0x80) {
        byte += 1;
        offset += 1;
        if (first === LINE_FEED) {
          line += 1;
          lineStart = offset;
        }
      } else {
        const length = sequenceLength(bytes, byte, first);
        byte += length;
        offset += length === 4 ? 2 : 1;
      }
    }
    return { byte, offset, line, lineStart };
  }
}

function place(offset: number, mark: Mark): Place {
  return { offset, line: mark.line, column: offset - mark.lineStart + 1 };
}

function isContinuation(byte: number): boolean {
  return (byte & 0xc0) === 0x80;
}

/** In well-formed UTF-8. */
function countUnits(bytes: Uint8Array, start: number, end: number): number {
  let units = 0;
  const unitsOf = unitsOfBytes();
  for (let at = start; at < end; at++) units += unitsOf[bytes[at]!]!;
  return units;
}

/**
 * Bytes of the character at `at`, or of the malformed stretch that becomes one replacement character
 * (https://encoding.spec.whatwg.org/#utf-8-decoder). Only whole characters have four.
 */
function sequenceLength(bytes: Uint8Array, at: number, lead: number): number {
  let missing = 0;
  if (lead >= 0xc2 && lead <= 0xf4) missing = lead < 0xe0 ? 1 : lead < 0xf0 ? 2 : 3;
  let lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  let highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  let length = 1;
  for (; missing > 0 && at + length < bytes.length; missing--) {
    const next = bytes[at + length]!;
    if (next < lowest || next > highest) break;
    lowest = 0x80;
    highest = 0xbf;
    length += 1;
  }
  return length;
}
