import { expect, test } from 'vitest';
import { Secret } from '../../src/core/secret.ts';
import { formOf } from '../../src/fixers/kept-form.ts';
import { fillExample } from '../support/examples.ts';

test.each<[string, string | undefined]>([
  ['{{opaque}}', undefined],
  ['{{opaque}}==', undefined],
  ['{{sample:github-pat-classic}}', undefined],
  ['p@ss,w0rd!', undefined],
  ['postgres://ana:{{opaque}}@db.example/main', 'all of the address'],
  ['Bearer {{opaque}}', 'with the word in front of the credential, such as Bearer'],
  ['--api-key={{opaque}}', 'with the name in front of the credential'],
  ['API_KEY={{opaque}}', 'with the name in front of the credential'],
  ['{"key":"{{opaque}}"}', 'with all that is around the credential'],
  ['Server=db;Password={{opaque}}', 'with the name in front of the credential'],
  ['a b {{opaque}}', 'with all that is around the credential'],
])('%s is kept %s', (text, form) => {
  expect(formOf(new Secret(fillExample(text)))).toBe(form);
});
