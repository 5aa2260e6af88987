import { type KeptReference, parseKeptReference } from '../core/kept-reference.ts';
import type { VaultId } from './vault.ts';

export { accountOf } from '../core/kept-reference.ts';

/** What our items are called in every vault: service, folder, first part of a name. */
export const SERVICE = 'mcp-lint';

/** An item of any vault; those of our own vaults can stand in a config (`KeptReference`). */
export interface Reference {
  readonly vault: VaultId;
  /** Of the item in its vault: `<host>/<server>/<name>`, parts percent-encoded. */
  readonly account: string;
}

/** Nothing for any other text. */
export function parseReference(text: string): KeptReference | undefined {
  return parseKeptReference(text);
}

export function formatReference({ vault, account }: Reference): string {
  return `${vault}://${SERVICE}/${account}`;
}
