import { expect, test } from 'vitest';
import { HOMES } from '../../src/credentials/home-domains.ts';
import { issuerById } from '../../src/credentials/known-issuers.ts';

test.each(Object.entries(HOMES))(
  '%s is an issuer with a host, and its formats begin like that',
  (id, { prefixes }) => {
    const issuer = issuerById(id)!;
    expect(issuer.hosts.length).toBeGreaterThan(0);
    const begins = issuer.formats.filter((format) => !format.public).flatMap((format) => format.prefixes);
    for (const prefix of prefixes) {
      expect(begins.some((begin) => begin.startsWith(prefix) || prefix.startsWith(begin))).toBe(true);
      // Long enough that no other issuer's tokens begin so.
      expect(prefix.length).toBeGreaterThanOrEqual(3);
    }
  },
);
