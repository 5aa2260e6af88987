import { expect, test } from 'vitest';
import { findingsOfEntry } from '../support/findings.ts';
import { prng, sample } from '../support/samples.ts';

test.each([
  ['bitbucket-app-password', 'https://bitbucket.org/account/settings/app-passwords/'],
  ['atlassian-api-token', 'https://id.atlassian.com/manage-profile/security/api-tokens'],
])('%s is revoked on the page of its kind', async (format, page) => {
  const env = { API_TOKEN: sample(format, prng(91)) };
  const [finding] = await findingsOfEntry('inline-credential', { command: 'server', env });
  expect(finding?.credential).toMatchObject({ format, rotate: page });
});
