import type { LocatedText } from './located-text.ts';
import type { OwnFormat } from './settings.ts';

export type Confidence = 'high' | 'medium' | 'low';

/** What makes a credential better or worse than its kind. */
export type Trait = 'admin' | 'sandbox' | 'expired' | 'short-lived' | 'development-default';

/** What the value of a slot is, and why we think so. Reasons are our own words and never quote the value. */
export type Verdict =
  | {
      readonly kind: 'literal';
      /** The credential alone, as it stands in the document. */
      readonly secret: LocatedText;
      /** Key of the credential format table; absent for an opaque value. */
      readonly format?: string;
      /** The format, when it is one of the user's own, which no table has. */
      readonly ownFormat?: OwnFormat;
      /** Key of the issuer table, from the format or from the name of the slot. */
      readonly issuer?: string;
      readonly confidence: Confidence;
      readonly checksum?: 'valid' | 'invalid';
      readonly traits: readonly Trait[];
      /** Days that a JWT is good for, from its issue where it tells when that was; `Infinity` when it never expires. */
      readonly lifetime?: number;
      readonly reason: string;
    }
  | { readonly kind: 'reference'; readonly syntax: string; readonly reason: string }
  | { readonly kind: 'placeholder'; readonly reason: string }
  | { readonly kind: 'public'; readonly format?: string; readonly reason: string }
  | { readonly kind: 'benign'; readonly reason: string };
