import { VaultError } from '../vaults/vault.ts';

/** Why a fix or its undoing stopped: one sentence of our own, with labels only. */
export class Failure extends Error {
  /** A file is not as it was when it was read. */
  readonly changed: boolean;

  constructor(message: string, { changed = false } = {}) {
    super(message);
    this.name = 'Failure';
    this.changed = changed;
  }
}

/** What codes of the system mean for somebody who changes a file; its messages quote paths. */
const SYSTEM: Readonly<Record<string, string>> = {
  ENOENT: 'It is gone.',
  ENOTDIR: 'It is gone.',
  EACCES: 'Its folder or file may not be written to.',
  EPERM: 'Its folder or file may not be written to.',
  EROFS: 'It is on a file system that is read-only.',
  ENOSPC: 'The disk is full.',
  EDQUOT: 'The quota of the disk is used up.',
  EFBIG: 'The file would be larger than the system allows.',
  EBUSY: 'It is in use by another program.',
  ELOOP: 'It is a loop of symbolic links.',
};

/** One sentence for anything that was thrown. Messages of others are never passed on. */
export function sentenceOf(error: unknown): string {
  if (error instanceof Failure) return error.message;
  if (error instanceof VaultError) return error.sentence;
  const code = (error as { readonly code?: unknown } | undefined)?.code;
  if (typeof code !== 'string' || !/^[A-Z][A-Z0-9_]{1,40}$/.test(code))
    return 'Something unforeseen went wrong.';
  return SYSTEM[code] ?? `The system refused it (${code}).`;
}
