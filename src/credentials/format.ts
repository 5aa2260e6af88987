import type { ChecksumId } from './checksum.ts';

/** What a format alone tells about its tokens. */
export type FormatTrait = 'admin' | 'sandbox' | 'short-lived';

/**
 * A kind of credential of one issuer. Formats whose `pattern` is empty are never searched for: a name, a host or the
 * structure around them tells what they are.
 */
export interface Format {
  /** Unique over all issuers. */
  readonly id: string;
  /** What the issuer calls it. */
  readonly kind: string;
  /** Literal beginnings; the pattern is only tried where one of them stands at the start of a word. */
  readonly prefixes: readonly string[];
  /**
   * Regex source of the whole token, prefix included. Linear on any input: bounded repetition, no repetition inside
   * another. Body lengths are a bit wider than documented where the prefix alone is telling, since issuers change them.
   */
  readonly pattern: string;
  /** For tokens without a telling beginning: literal texts in their middle, and their least and greatest offset. */
  readonly anchor?: {
    readonly texts: readonly string[];
    readonly at: readonly [least: number, greatest: number];
  };
  /** Documented lengths of the whole secret. Absent when every match of the pattern is as documented. */
  readonly lengths?: readonly number[] | { readonly min: number; readonly max: number };
  /** Regex source of a whole value that has no telling beginning; counts only where the issuer is known. */
  readonly shape?: string;
  /** The token is, or holds, a JWT whose payload has all of these in its compact JSON text. */
  readonly claims?: readonly string[];
  readonly checksum?: ChecksumId;
  /** `decisive`: a mismatch means a made-up token. `booster`: a match means a genuine one, a mismatch means nothing. */
  readonly checksumPolicy?: 'decisive' | 'booster';
  /** Meant to be seen by everybody. */
  readonly public?: boolean;
  /** The half of a pair that only names it: opens nothing without the other half. */
  readonly identifier?: boolean;
  /** Self-managed instances may put a word and a hyphen in front. */
  readonly instancePrefix?: boolean;
  readonly traits?: readonly FormatTrait[];
  /** Capture group of the secret alone, when the pattern matches more than it (a webhook URL). */
  readonly secretGroup?: 1;
  /** Where this kind is revoked, when not at the issuer's `rotateUrl`. */
  readonly rotateUrl?: string;
}

/** Who hands out credentials, and where theirs turn up. */
export interface Issuer {
  readonly id: string;
  readonly name: string;
  /** Nobody goes by this name: the formats are called by their kind alone. */
  readonly nameless?: true;
  /** Page where credentials are revoked and made anew; self-hosted products have none. */
  readonly rotateUrl?: string;
  /** Variables that tell this issuer. Names that many programs use (`API_TOKEN`) are left out. */
  readonly envNames: readonly string[];
  readonly headers?: readonly string[];
  /** Host names; their subdomains count too. */
  readonly hosts: readonly string[];
  readonly formats: readonly Format[];
}
