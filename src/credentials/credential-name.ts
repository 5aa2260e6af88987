import type { IssuedFormat } from './known-issuers.ts';

/** What people call a credential of this format: `GitHub PAT`; by its kind alone where nobody is behind it: `JWT`. */
export function nameOfCredential({ format: { kind }, issuer }: IssuedFormat): string {
  return issuer.nameless ? `${kind[0]!.toUpperCase()}${kind.slice(1)}` : `${issuer.name} ${kind}`;
}
