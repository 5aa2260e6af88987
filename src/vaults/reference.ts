import type { VaultId } from './vault.ts';

/**
 * Names a kept credential in a config: `keychain://mcp-lint/<host>/<server>/<name>`, `pass://mcp-lint/…`; each part
 * percent-encoded. It is always a whole value: of a variable, of an argument.
 */
export interface Reference {
  readonly vault: VaultId;
  /** Of the item in its vault: `<host>/<server>/<name>`, parts percent-encoded. */
  readonly account: string;
}

const REFERENCE = /^(keychain|pass):\/\/mcp-lint\/([A-Za-z0-9._~%-]{1,200}(?:\/[A-Za-z0-9._~%-]{1,200}){2})$/;

/** Nothing for any other text. */
export function parseReference(text: string): Reference | undefined {
  const match = REFERENCE.exec(text);
  return match ? { vault: match[1] as VaultId, account: match[2]! } : undefined;
}

export function formatReference({ vault, account }: Reference): string {
  return `${vault}://mcp-lint/${account}`;
}

/** Account of an item; names are raw text of a config. */
export function accountOf(host: string, server: string, name: string): string {
  return [host, server, name].map(encodePart).join('/');
}

/** Like `encodeURIComponent`, for any text, and for the few marks that it leaves; never empty, at most 200 characters. */
function encodePart(part: string): string {
  const encoded = encodeURIComponent(part.replace(/\p{Surrogate}/gu, '\ufffd')).replace(
    /[!'()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  const short = encoded.slice(0, 200).replace(/%[0-9A-F]?$/, '');
  return short === '' ? '_' : short;
}
