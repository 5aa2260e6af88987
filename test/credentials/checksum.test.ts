import { describe, expect, test } from 'vitest';
import { type ChecksumId, sha256, verifyChecksum } from '../../src/credentials/checksum.ts';
import { ALPHABETS, characters, checks, prng, sample } from '../support/samples.ts';

interface Vector {
  readonly id: ChecksumId;
  readonly before: string;
  readonly body: string;
  /** What stands between body and check. */
  readonly joint?: string;
  readonly check: string;
  readonly after?: string;
}

/** Random bodies with their checks, computed by an independent implementation. Only a test puts the parts together. */
const VECTORS: readonly Vector[] = [
  { id: 'github', before: 'ghp_', body: 'mavzfVABqZ5YsOOlB1f46RfHk7hp3I', check: '4XLQxD' },
  { id: 'github', before: 'ghs_', body: 'GGI96wNk08Uk8i0qgTgE23T8FiEdnc', check: '00GP3S' },
  { id: 'npm', before: 'npm_', body: 'mavzfVABqZ5YsOOlB1f46RfHk7hp3I', check: '4XLQxD' },
  {
    id: 'vercel',
    before: 'vcp_',
    body: 'Tbru3Nd9T8HJIbPMoCfib7UVCij8j852WWQawE161CNE4TUK9W',
    check: '2QkTye',
  },
  { id: 'cloudflare', before: 'cfut_', body: '8vQ0dE1KExqFaJ9u3rVnrRjJBhjnEsWqIXc1ERKK', check: '1e4dd6ac' },
  { id: 'grafana', before: 'glsa_', body: 'DRsjjtx3yeKMVC33yWon5zpZWo0N3zWs', joint: '_', check: '56beff6b' },
  {
    id: 'gitlab-routable',
    before: 'glpat-',
    body: 'pU3KGCUwux1tEyze1iN7Lm86MQp1OjJzCA.01.0y',
    check: '10it1x3',
  },
  {
    id: 'atlassian',
    before: 'ATATT3xFfGF0',
    body: 'tG1ICXreXBFPzIIb07YmoFL6lP7uaroAk6pz4sh3=',
    check: '23EE4427',
  },
  {
    id: 'github-fine-grained',
    before: 'github_pat_',
    body: 'jEqAzshfLbQasFSP1EI0w8_hMVk4jnHzqehNIRpfhydpt0ix1NZ5UPGifgkzKZw397',
    check: 'FHOK3BAO',
    after: 'a1B2c3D4',
  },
  {
    id: 'confluent',
    before: 'cflt',
    body: 'geJ16KTDR8RpIxLGm2ZnTg7wAGQ1iDXupc75AhKCQlQe3atgFjm28b',
    check: 'FpNN3Q',
  },
  { id: 'zuplo', before: 'zpka_', body: 'a383f7df6daf73d654fb3b96e5bf407e', joint: '_', check: 'd59646e3' },
];

describe.each(VECTORS)('$id after $before', ({ id, before, body, joint = '', check, after = '' }) => {
  const fits = (itsBody: string, itsCheck: string) =>
    verifyChecksum(id, before + itsBody + joint + itsCheck + after);

  test('fits a published vector', () => {
    expect(fits(body, check)).toBe(true);
  });

  test('does not fit when anything of it changes', () => {
    for (let at = 0; at < body.length; at++) {
      const other = body[at] === 'x' ? 'y' : 'x';
      expect([at, fits(body.slice(0, at) + other + body.slice(at + 1), check)]).toEqual([at, false]);
    }
    expect(fits(body, [...check].reverse().join(''))).toBe(false);
  });

  test('does not fit what is too short to hold it', () => {
    for (const text of ['', before, check, before + check]) expect(verifyChecksum(id, text)).toBe(false);
  });
});

test('every one agrees with the maker of samples', () => {
  const makers: Record<ChecksumId, string> = {
    github: 'github-pat-classic',
    'github-fine-grained': 'github-fine-grained-pat',
    npm: 'npm-token',
    vercel: 'vercel-pat',
    atlassian: 'atlassian-api-token',
    'gitlab-routable': 'gitlab-pat-routable',
    cloudflare: 'cloudflare-user-token',
    grafana: 'grafana-service-account',
    zuplo: 'zuplo-key',
    confluent: 'confluent-secret',
  };
  for (const [id, format] of Object.entries(makers)) {
    for (let seed = 0; seed < 200; seed++) {
      expect([format, seed, verifyChecksum(id as ChecksumId, sample(format, prng(seed)))]).toEqual([
        format,
        seed,
        true,
      ]);
    }
  }
});

test('random checks do not fit', () => {
  const random = prng(1);
  for (let count = 0; count < 500; count++) {
    expect(verifyChecksum('github', `ghp_${characters(random, ALPHABETS.B, 36)}`)).toBe(false);
  }
});

test('an instance prefix of GitLab counts', () => {
  const text = `acme-glpat-${characters(prng(3), ALPHABETS.U, 30)}.01.0u`;
  expect(verifyChecksum('gitlab-routable', text + checks.base36(text))).toBe(true);
});

test('SHA-256 is the standard one', () => {
  // FIPS 180-2, appendix B.1
  expect(sha256('abc').toString('hex')).toMatch(/^ba7816bf8f01cfea/);
});
