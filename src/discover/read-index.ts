/** What an index file says about paths. Names are bytes, one character each. */
export interface IndexFile {
  readonly names: readonly string[];
  /** Names of folders (with `/`) that stand for all below them (sparse index). */
  readonly sparse: readonly string[];
  /** The index that this one is a difference to, with a compressed bitmap of the entries that are gone from it. */
  readonly base?: { readonly hash: string; readonly removed: Buffer };
}

/** Longer than any path that an operating system opens. */
const MAX_NAME = 1 << 15;
/** In a prefix-compressed index a few bytes can stand for a long name: a bound on what they unfold to. */
const MAX_NAMES_TOTAL = 1 << 28;
const STAT_LENGTH = 40;
const MODE_OFFSET = 24;
const FOLDER_TYPE = 0o4;

/**
 * Reads a git index of version 2, 3 or 4 (Documentation/gitformat-index). Throws a RangeError when the bytes are no such
 * index, as they may be anything.
 */
export function readIndex(bytes: Buffer, hashLength: 20 | 32): IndexFile {
  const version = bytes.readUInt32BE(4);
  if (bytes.toString('latin1', 0, 4) !== 'DIRC' || version < 2 || version > 4) throw new RangeError('header');
  const names: string[] = [];
  const sparse: string[] = [];
  const count = bytes.readUInt32BE(8);
  let at = 12;
  let name = '';
  let total = 0;
  for (let entry = 0; entry < count; entry++) {
    const start = at;
    at += STAT_LENGTH + hashLength;
    const extended = version > 2 && (bytes.readUInt16BE(at) & 0x4000) !== 0;
    at += extended ? 4 : 2;
    if (version === 4) {
      const strip = readOffset(bytes, at);
      if (strip.value > name.length) throw new RangeError('prefix');
      name = name.slice(0, name.length - strip.value);
      at = strip.end;
    } else {
      name = '';
    }
    const end = bytes.indexOf(0, at);
    if (end < 0) throw new RangeError('name');
    name += bytes.toString('latin1', at, end);
    total += name.length;
    if (name.length > MAX_NAME || total > MAX_NAMES_TOTAL) throw new RangeError('names');
    at = version === 4 ? end + 1 : start + (((end - start) >> 3) + 1) * 8;
    const isFolder = bytes.readUInt16BE(start + MODE_OFFSET + 2) >> 12 === FOLDER_TYPE;
    if (isFolder) sparse.push(name);
    names.push(name);
  }
  const base = readExtensions(bytes, at, hashLength);
  return { names, sparse, ...(base && { base }) };
}

/** The extension that makes this a split index; one that git would refuse to ignore is refused here, too. */
function readExtensions(bytes: Buffer, start: number, hashLength: number): IndexFile['base'] {
  const end = bytes.length - hashLength;
  if (start > end) throw new RangeError('length');
  let base: IndexFile['base'];
  for (let at = start; at < end; ) {
    const signature = bytes.toString('latin1', at, at + 4);
    const data = at + 8;
    at = data + bytes.readUInt32BE(at + 4);
    if (at > end) throw new RangeError('extension');
    if (signature === 'link') base = readLink(bytes.subarray(data, at), hashLength);
    else if (signature !== 'sdir' && !/^[A-Z]/.test(signature)) throw new RangeError('extension');
  }
  return base;
}

function readLink(data: Buffer, hashLength: number): IndexFile['base'] {
  if (data.length < hashLength) throw new RangeError('link');
  const hash = data.toString('hex', 0, hashLength);
  // All zeros: a split index without a base.
  if (/^0+$/.test(hash)) return undefined;
  return { hash, removed: data.subarray(hashLength) };
}

/** The variable-length number of a prefix-compressed entry (as in OFS_DELTA of packs). */
function readOffset(bytes: Buffer, start: number): { readonly value: number; readonly end: number } {
  let at = start;
  let byte = bytes.readUInt8(at++);
  let value = byte & 0x7f;
  while (byte & 0x80) {
    byte = bytes.readUInt8(at++);
    value = (value + 1) * 128 + (byte & 0x7f);
    if (value > MAX_NAME) throw new RangeError('prefix');
  }
  return { value, end: at };
}
