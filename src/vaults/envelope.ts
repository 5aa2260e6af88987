import type { Secret } from '../core/secret.ts';
import type { Use } from '../core/use.ts';

/** A credential as a vault of ours keeps it. */
export interface KeptCredential {
  readonly secret: Secret;
  /**
   * How it stood in the file, where that is not the plain JSON spelling of it (`\u0041`, `\/`), so that undoing a fix
   * gives the same bytes.
   */
  readonly spelling?: Secret;
  readonly uses: readonly Use[];
}

/** One text for a vault. */
export function seal(_kept: KeptCredential): Secret {
  throw new Error('not written yet');
}

/** Throws a VaultError of kind `damaged` for any text that `seal` did not make. */
export function unseal(_content: Secret): KeptCredential {
  throw new Error('not written yet');
}
