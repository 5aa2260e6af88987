import { accessSync, closeSync, constants, openSync, readSync } from 'node:fs';

const DEPTH = 4;
const HEAD = 4096;

/**
 * Whether the system can surely turn a process into this program. `execve` of Node.js ends the process with a dump of its
 * memory when it fails (Node.js 22 to 24), so that whatever is in doubt (a script without an interpreter, a program of
 * another processor, a missing loader) is better spawned.
 */
export function surelyExecutable(path: string, ownPath: string, depth = 0): boolean {
  const head = headOf(path);
  if (head === undefined) return false;
  if (head.toString('latin1', 0, 2) === '#!') {
    const interpreter = /^#!\s*(\/[^\s\0]+)[^\n]*\n/.exec(head.toString('latin1', 0, 256))?.[1];
    return depth < DEPTH && interpreter !== undefined && surelyExecutable(interpreter, ownPath, depth + 1);
  }
  const own = headOf(ownPath);
  if (own === undefined) return false;
  if (isElf(head)) return isElf(own) && sameMachine(head, own) && loaderIsThere(path, head);
  // Mach-O of the same processor; a universal one has it nearly always.
  return (
    isMachO(own) && (head.subarray(0, 8).equals(own.subarray(0, 8)) || head.readUInt32BE(0) === 0xcafebabe)
  );
}

/** Nothing when it may not be executed, or not be read: some programs are only executable. */
function headOf(path: string): Buffer | undefined {
  let file: number | undefined;
  try {
    accessSync(path, constants.X_OK);
    file = openSync(path, 'r');
    const head = Buffer.alloc(HEAD);
    return readSync(file, head, 0, HEAD, 0) < 8 ? undefined : head;
  } catch {
    return undefined;
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function isElf(head: Buffer): boolean {
  return head.readUInt32BE(0) === 0x7f454c46;
}

function isMachO(head: Buffer): boolean {
  return head.readUInt32LE(0) === 0xfeedfacf;
}

/** Class, byte order and processor (elf(5)). Only the formats of our own time: 64 bits, little endian. */
function sameMachine(head: Buffer, own: Buffer): boolean {
  const ours = head[4] === 2 && head[5] === 1;
  return ours && own[4] === 2 && own[5] === 1 && head.readUInt16LE(18) === own.readUInt16LE(18);
}

const PT_INTERP = 3;

/** The dynamic loader that the program asks for: that of another C library may be missing. */
function loaderIsThere(path: string, head: Buffer): boolean {
  const [start, size, count] = [
    Number(head.readBigUInt64LE(32)),
    head.readUInt16LE(54),
    head.readUInt16LE(56),
  ];
  for (let index = 0; index < count; index++) {
    const at = start + index * size;
    if (size < 56 || at + size > HEAD) return false;
    if (head.readUInt32LE(at) !== PT_INTERP) continue;
    const [offset, length] = [Number(head.readBigUInt64LE(at + 8)), Number(head.readBigUInt64LE(at + 32))];
    if (length < 2 || offset + length > HEAD) return false;
    return headOf(head.toString('latin1', offset, offset + length - 1)) !== undefined;
  }
  // Linked statically.
  return path !== '';
}
