import { expect, test } from 'vitest';
import { classify } from '../../src/credentials/classify.ts';
import { ALPHABETS, characters, prng, sample } from '../support/samples.ts';
import { slotsOfServer } from '../support/slots.ts';

const random = prng(7);
const TOKEN = sample('github-pat-classic', random);
const OPAQUE = characters(random, ALPHABETS.B, 40);

/** What of an entry is taken for a credential. */
function literalsOf(entry: object): string[] {
  return slotsOfServer(entry)
    .filter((slot) => classify(slot).kind === 'literal')
    .map((slot) => slot.value.reveal());
}

/** Every place where Codex, Goose or Grok Build take the name of a variable. */
const places = (text: string): readonly (readonly [string, object])[] => [
  ['bearer_token_env_var', { url: 'https://h.example', bearer_token_env_var: text }],
  [
    'env_http_headers',
    { url: 'https://h.example', env_http_headers: { Authorization: text, 'X-Key': text } },
  ],
  ['env_vars', { command: 'x', env_vars: [text] }],
  ['env', { command: 'x', env: [text] }],
  ['env_keys', { cmd: 'x', env_keys: [text] }],
];

test.each(places('').map(([name]) => name))('%s: names of variables are no credentials', (place) => {
  const names = [
    'GITHUB_TOKEN',
    'github_token',
    'API_KEY_2',
    'MyToken',
    'X',
    'PASSWORD',
    'MY_SECRET_KEY_PROD',
  ];
  for (const name of names) expect(literalsOf(new Map(places(name)).get(place)!)).toEqual([]);
});

test.each(places('').map(([name]) => name))('%s: a credential in the place of a name is one', (place) => {
  for (const text of [TOKEN, OPAQUE]) expect(literalsOf(new Map(places(text)).get(place)!)).toContain(text);
});

test('names with their source', () => {
  expect(literalsOf({ command: 'x', env_vars: [{ name: 'API_KEY', source: 'local' }] })).toEqual([]);
});

test('a block of variables with such a name still has values', () => {
  expect(literalsOf({ command: 'x', build_env_vars: { API_KEY: OPAQUE } })).toEqual([OPAQUE]);
  expect(literalsOf({ command: 'x', env_vars: { API_KEY: OPAQUE } })).toEqual([OPAQUE]);
});

test('what prints headers is a command', () => {
  const entry = { url: 'https://h.example', http_headers_helper: `print-headers --token ${OPAQUE}` };
  expect(literalsOf(entry)).toEqual([OPAQUE]);
});
