/** Beyond it Buffer and string limits are near, as for files. */
const MAX_BYTES = 1 << 29;
const LINE_FEED = 0x0a;

/** What came for a name. */
export type StagedObject = Buffer | 'missing' | 'too large';

/** Takes apart what `git cat-file --batch` writes, while it comes: only one object is kept. */
export class ObjectReader {
  readonly #onObject: (object: StagedObject) => void;
  #head: Buffer[] = [];
  #body: Buffer[] = [];
  /** Bytes that are left of the object, its line feed included; nothing between objects. */
  #left: number | undefined;
  #size = 0;

  /** `onObject` hears of each name that was asked for, in that order. */
  constructor(onObject: (object: StagedObject) => void) {
    this.#onObject = onObject;
  }

  take(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; )
      at = this.#left === undefined ? this.#takeHead(chunk, at) : this.#takeBody(chunk, at);
  }

  /** `<name> <type> <size>`, or `<name> missing`. */
  #takeHead(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(LINE_FEED, at);
    this.#head.push(chunk.subarray(at, end < 0 ? chunk.length : end));
    if (end < 0) return chunk.length;
    const size = / blob (\d+)$/.exec(Buffer.concat(this.#head).toString('latin1'))?.[1];
    this.#head = [];
    if (size === undefined) this.#onObject('missing');
    else {
      this.#size = Number(size);
      this.#left = this.#size + 1;
    }
    return end + 1;
  }

  #takeBody(chunk: Buffer, at: number): number {
    const end = Math.min(chunk.length, at + this.#left!);
    if (this.#size <= MAX_BYTES) this.#body.push(chunk.subarray(at, end));
    this.#left! -= end - at;
    if (this.#left === 0) {
      this.#onObject(this.#size > MAX_BYTES ? 'too large' : Buffer.concat(this.#body, this.#size));
      this.#body = [];
      this.#left = undefined;
    }
    return end;
  }
}
