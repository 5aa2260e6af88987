import { textOf } from './members.ts';
import { atText, type Requirement } from './requirement.ts';

const COMPACT = /^([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)\.([A-Za-z0-9_-]+)$/;

/** What is asked of `signed_metadata`, the same in RFC 8414 section 2.1 and RFC 9728 section 2.2. */
export const SIGNED_METADATA_REQUIREMENTS: readonly Requirement[] = [
  {
    id: 'signed-metadata-form',
    level: 'must',
    source: 'RFC 8414 section 2.1, RFC 9728 section 2.2',
    why: 'Its claims take precedence over the plain members, so it has to be a signed token that says who made it.',
    advice: 'Sign the metadata as a JWT with an "iss" claim and an algorithm other than "none".',
    check({ root }) {
      const text = textOf(root, 'signed_metadata');
      if (!text) return [];
      const [, header, claims] = COMPACT.exec(text.text.reveal()) ?? [];
      if (header === undefined || claims === undefined) return [atText(text, 'is not a signed JWT')];
      if (/"alg"\s*:\s*"none"/i.test(open(header))) return [atText(text, 'is a JWT without a signature')];
      return /"iss"\s*:/.test(open(claims)) ? [] : [atText(text, 'is a JWT without an "iss" claim')];
    },
  },
  {
    id: 'signed-metadata-nested',
    level: 'should',
    source: 'RFC 8414 section 2.1, RFC 9728 section 2.2',
    why: 'Signed metadata in signed metadata has no meaning.',
    advice: 'Leave the claim out.',
    check({ root }) {
      const text = textOf(root, 'signed_metadata');
      const claims = COMPACT.exec(text?.text.reveal() ?? '')?.[2];
      return text && claims !== undefined && /"signed_metadata"\s*:/.test(open(claims))
        ? [atText(text, 'has "signed_metadata" as a claim')]
        : [];
    },
  },
];

function open(part: string): string {
  return Buffer.from(part, 'base64url').toString('utf8');
}
