import { decodePart } from '../core/kept-reference.ts';
import { label } from '../core/label.ts';
import type { Reference } from '../vaults/reference.ts';

/**
 * A reference as it may be printed: as it stands, so that it can be typed again, but for a name in it that looks like a
 * credential.
 */
export function labelOfReference({ vault, account }: Reference): string {
  return `${vault}://mcp-lint/${labelOfAccount(account)}`;
}

/** The same for `<host>/<server>/<name>` and whatever other vaults call their items. */
export function labelOfAccount(account: string): string {
  return account
    .split('/')
    .map((part) => {
      // Encoded names would look like credentials: `My%20Server%202`.
      const name = decodePart(part);
      if (label(name) !== name) return label(name);
      return /^[\w.~%-]*$/.test(part) ? part : label(part);
    })
    .join('/');
}
