import type { Place } from '../core/document.ts';
import type { BytePlaces } from './byte-places.ts';

const STAND_IN = 'null';

/** A text made of stretches of a UTF-8 file, a stand-in behind each, that knows where each stretch comes from. */
export class Shortened {
  readonly #bytes: Buffer;
  readonly #texts: string[] = [];
  // Of each stretch: offset in the text, characters, first byte in the file and the byte behind it.
  readonly #offsets: number[] = [];
  readonly #lengths: number[] = [];
  readonly #starts: number[] = [];
  readonly #ends: number[] = [];
  #cursor: number;
  #length = 0;

  /** The first stretch begins at byte `start`. */
  constructor(bytes: Buffer, start: number) {
    this.#bytes = bytes;
    this.#cursor = start;
  }

  /** Takes over what stands before byte `start` and puts `standIn` for the bytes from there to `end`. */
  replace(start: number, end: number, standIn = STAND_IN): void {
    const stretch = this.#bytes.toString('utf8', this.#cursor, start);
    this.#texts.push(stretch, standIn);
    this.#offsets.push(this.#length);
    this.#lengths.push(stretch.length);
    this.#starts.push(this.#cursor);
    this.#ends.push(start);
    this.#length += stretch.length + standIn.length;
    this.#cursor = end;
  }

  get text(): string {
    return this.#texts.join('');
  }

  /** Place in the file of an offset of the text; all of a stand-in is where the bytes begin that it stands for. */
  locate(offset: number, places: BytePlaces): Place {
    let low = 0;
    for (let high = this.#offsets.length; high - low > 1; ) {
      const middle = (low + high) >> 1;
      if (this.#offsets[middle]! <= offset) low = middle;
      else high = middle;
    }
    const inside = offset - this.#offsets[low]!;
    if (inside >= this.#lengths[low]!) return places.ofByte(this.#ends[low]!);
    return places.ofOffset(places.ofByte(this.#starts[low]!).offset + inside);
  }
}
