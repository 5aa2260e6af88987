import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Format } from '../../src/credentials/format.ts';
import { FAMILIES } from '../../src/credentials/issuers.ts';
import {
  formatById,
  formatByShape,
  issuerById,
  issuerForHost,
  issuersForName,
  matchFormats,
} from '../../src/credentials/match-formats.ts';
import { isPublishedSample } from '../../src/credentials/published-samples.ts';
import {
  ALPHABETS,
  characters,
  jwt,
  nearMisses,
  prng,
  sample,
  sampledFormats,
  sampleOf,
  uuid,
} from '../support/samples.ts';

const issuers = FAMILIES.flatMap((family) => family.load());
const formats: readonly Format[] = issuers.flatMap((issuer) => issuer.formats);
const searched = formats.filter(({ pattern }) => pattern !== '');
const seeds = Array.from({ length: 40 }, (_, index) => index + 1);

/** What `matchFormats` finds, as ids. */
const idsIn = (text: string) => matchFormats(text).map(({ format }) => format.id);

describe('the table', () => {
  test('has every id once', () => {
    expect(formats.length).toBe(new Set(formats.map(({ id }) => id)).size);
    expect(issuers.length).toBe(new Set(issuers.map(({ id }) => id)).size);
  });

  test('has a template for every format that is searched for', () => {
    expect([...sampledFormats].sort()).toEqual(searched.map(({ id }) => id).sort());
  });

  test('gives every searched format a prefix or an anchor', () => {
    expect(searched.filter(({ prefixes, anchor }) => prefixes.length === 0 && anchor === undefined)).toEqual(
      [],
    );
  });

  test('has prefixes that start like a word, for only such places are looked at', () => {
    const strange = searched.flatMap(({ prefixes }) => prefixes).filter((prefix) => !/^[\w-]/.test(prefix));
    expect(strange).toEqual([]);
  });

  test('compiles, and says how a checksum counts', () => {
    for (const { pattern, shape, checksum, checksumPolicy } of formats) {
      expect(() => [new RegExp(pattern, 'y'), new RegExp(shape ?? '')]).not.toThrow();
      expect(checksum === undefined).toBe(checksumPolicy === undefined);
    }
  });

  test('has addresses that are secure', () => {
    const addresses = [...issuers, ...formats].flatMap(({ rotateUrl }) => rotateUrl ?? []);
    expect(addresses.filter((address) => !URL.canParse(address) || !address.startsWith('https://'))).toEqual(
      [],
    );
  });

  test('repeats nothing inside a repetition, which could make a search slow', () => {
    const nested = searched.filter(({ pattern }) =>
      /\([^()]*[*+][^()]*\)[*+{]/.test(pattern.replace(/\\.|\[[^\]]*\]/g, 'x')),
    );
    expect(nested.map(({ id }) => id)).toEqual([]);
  });
});

describe.each(searched.map((format) => [format.id, format] as const))('%s', (id, format) => {
  test('is found as itself, whole, wherever it stands', () => {
    for (const seed of seeds) {
      const { text, secret } = sampleOf(id, prng(seed));
      for (const [before, after] of SURROUNDINGS) {
        const found = matchFormats(before + text + after);
        expect([seed, before, found.map((match) => match.format.id)]).toEqual([seed, before, [id]]);
        const start = before.length + text.lastIndexOf(secret);
        expect(found[0]).toMatchObject({ start, end: start + secret.length, exact: true });
        if (format.checksum !== undefined) expect(found[0]?.checksum).toBe('valid');
      }
    }
  });

  test('is not found in what only resembles it', () => {
    for (const seed of seeds) {
      for (const text of nearMisses(id, format.prefixes, prng(seed))) {
        expect([text.length, idsIn(text).filter((found) => found === id)]).toEqual([text.length, []]);
      }
    }
  });

  test('is searched for in long hostile texts without getting lost', () => {
    const text = sample(id, prng(1));
    const part = text.slice(0, Math.ceil(text.length / 3));
    const start = format.prefixes[0] ?? part;
    for (const one of [part, `${part}.`, `${start}/`, `${start}=`]) {
      const long = one.repeat(Math.ceil(20_000 / one.length));
      expect(idsIn(`${long} ${text}`).at(-1)).toBe(id);
    }
  });
});

const SURROUNDINGS = [
  ['', ''],
  ['{"key": "', '"}'],
  ['Authorization: Bearer ', ' and more'],
  ['--token=', ''],
  ['a,', ',b'],
  ['first line\n', '\nlast line'],
  ['Bearer%20', ''],
  ["x='", "';"],
] as const;

describe('what is no credential', () => {
  const quiet = (text: string) => expect([text, idsIn(text)]).toEqual([text, []]);

  test('identifiers, digests and numbers', () => {
    const random = prng(5);
    for (let count = 0; count < 500; count++) {
      quiet(uuid(random));
      for (const length of [7, 32, 40, 64, 128]) quiet(characters(random, ALPHABETS.H, length));
      quiet(`sha256:${characters(random, ALPHABETS.H, 64)}`);
      quiet(`sha512-${characters(random, ALPHABETS.S, 86)}==`);
      quiet(characters(random, ALPHABETS.N, 20));
    }
  });

  test('words of configs', () => {
    for (const text of WORDS) quiet(text);
  });

  test('made-up package names, paths and addresses', () => {
    const word = fc
      .array(fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz'), { minLength: 2, maxLength: 12 })
      .map((list) => list.join(''));
    const kebab = fc.array(word, { minLength: 1, maxLength: 7 }).map((words) => words.join('-'));
    const snake = fc
      .array(word, { minLength: 1, maxLength: 7 })
      .map((words) => words.join('_').toUpperCase());
    const path = fc.array(kebab, { minLength: 1, maxLength: 6 }).map((parts) => `/${parts.join('/')}`);
    const address = fc
      .tuple(kebab, path)
      .map(([host, rest]) => `https://${host}.example.com:8443${rest}?mode=read`);
    const scoped = fc.tuple(kebab, kebab).map(([scope, name]) => `@${scope}/${name}@1.24.3-beta.10`);
    fc.assert(
      fc.property(fc.oneof(kebab, snake, path, address, scoped), (text) => {
        quiet(text);
      }),
      { numRuns: 3000, seed: 11 },
    );
  });

  test('any text at all is searched without failing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        for (const { start, end } of matchFormats(text)) expect(start < end && end <= text.length).toBe(true);
      }),
      { numRuns: 2000, seed: 3 },
    );
  });
});

const WORDS = [
  '@modelcontextprotocol/server-filesystem',
  '/Users/someone/Library/Application Support/Claude/claude_desktop_config.json',
  'C:\\Users\\someone\\AppData\\Roaming\\new-folder\\readme-for-everyone.txt',
  'npx -y mcp-remote@latest https://mcp.example.com/sse --transport http-only',
  'sk-learn-compatible-estimators-for-everyone-out-there',
  'your-openai-api-key-goes-here-please',
  'sk-your-api-key-goes-in-this-place-please',
  '${input:github-personal-access-token}',
  'ghp_YOUR_TOKEN_HERE_AND_NOTHING_ELSE',
  'github_pat_your_token_goes_here',
  'xoxb-your-bot-token-goes-right-here',
  'npm_config_registry_and_other_settings',
  'localhost:8080/some/path/that/is/rather/long',
  'https://api.example.com/v1/projects/some-project-name/data',
  'postgresql://user@localhost:5432/some_database_name',
  'arn:aws:iam::123456789012:role/some-role-with-a-name',
  'data:image/png;base64,',
  'BSA-is-the-name-of-some-organisation-somewhere',
  'pat-a-cake-pat-a-cake-bakers-man-bake-me-a-cake',
  'key_of_some_map_that_has_a_rather_long_name_indeed',
  'Entry_point_of_some_library_0_specified_in_options_of_the_compiler_was_not_found_6137'.slice(-80),
  `E${'ntry_point_of_library_0_in_compilerOptions_was_not_found_there_1418'.padEnd(79, '2')}`,
  'KEY_OF_SOME_MAP_THAT_HAS_A_RATHER_LONG_NAME_INDEED_OR_NOT_X',
];

describe('a megabyte', () => {
  const token = sample('github-pat-classic', prng(8));
  const part = characters(prng(8), ALPHABETS.B, 60);

  test.each([
    ...[
      'eyJ.',
      'eyJhbGciOiJIUzI1NiJ9.',
      'sl.',
      'IQoJb3JpZ2lu/',
      'xoxd-/',
      'fm2_/',
      'FlyV1 ',
      'ghs_a.',
      '%20',
      '\\n',
    ],
    ...[
      '-----BEGIN ',
      ['-----BEGIN', 'PRIVATE', 'KEY-----'].join(' '),
      'https://',
      'sk.eyJ1Ijoi.',
      'glpat-',
      'g-',
      'A',
      'a.',
      '1:',
      '0',
    ],
    ...[
      'https://a.logic.azure.com/workflows/',
      `${part}.`,
      `${part}-`,
      `eyJ${part}.`,
      'JQQJ9',
      '+ASt',
      'snyk_uat.',
      '_auth=',
    ],
  ])('of %j is searched, and so is what follows', (one) => {
    const long = one.repeat(Math.ceil(1e6 / one.length));
    expect(idsIn(`${long} ${token}`).at(-1)).toBe('github-pat-classic');
  });
});

describe('which format wins', () => {
  test('the longer prefix', () => {
    const random = prng(9);
    expect(idsIn(sample('anthropic-api-key', random))).toEqual(['anthropic-api-key']);
    expect(idsIn(`sk-${characters(random, ALPHABETS.B, 90)}`)).toEqual(['unknown-sk-key']);
    expect(idsIn(sample('workos-key', random))).toEqual(['workos-key']);
  });

  test('the longer form of one prefix', () => {
    const random = prng(10);
    expect(idsIn(sample('github-app-installation-token-stateless', random))).toEqual([
      'github-app-installation-token-stateless',
    ]);
    expect(idsIn(sample('gitlab-pat-routable', random))).toEqual(['gitlab-pat-routable']);
  });

  test('the JWT whose claims tell the issuer, then the plain one', () => {
    const random = prng(11);
    expect(matchFormats(jwt(random, { iss: 'supabase', role: 'service_role' }))[0]).toMatchObject({
      format: { id: 'supabase-service-role-jwt' },
      jwt: { alg: 'HS256', role: 'service_role', hasExpiry: false },
    });
    expect(idsIn(jwt(random, { iss: 'someone', role: 'service_role' }))).toEqual(['jwt']);
  });

  test('macaroons of Fly.io belong together', () => {
    const random = prng(12);
    const text = `FlyV1 fm2_${characters(random, ALPHABETS.S, 200)}==,fm2_${characters(random, ALPHABETS.S, 200)}`;
    expect(matchFormats(`${text} `)).toMatchObject([
      { format: { id: 'flyio-token' }, start: 0, end: text.length },
    ]);
  });

  test('several in a text come in their order', () => {
    const ids = [
      'telegram-bot-token',
      'github-pat-classic',
      'azure-search-key',
      'slack-bot-token',
      'fal-key',
      'jwt',
    ];
    const text = ids.map((id, index) => sample(id, prng(index + 20))).join(' ');
    expect(idsIn(text)).toEqual(ids);
  });
});

describe('lengths', () => {
  test.each([
    ['github-pat-classic', 'ghp_'],
    ['gitlab-pat', 'glpat-'],
    ['anthropic-api-key', 'sk-ant-api03-'],
    ['huggingface-token', 'hf_'],
    ['notion-token', 'ntn_'],
    ['npm-token', 'npm_'],
  ])('%s may have grown or shrunk a little', (id, prefix) => {
    const body = sample(id, prng(4)).slice(prefix.length);
    for (const changed of [body.slice(0, -2), `${body}a1`]) {
      const [match] = matchFormats(prefix + changed);
      expect(match).toMatchObject({ format: { id }, exact: false });
      expect(match?.checksum).toBeUndefined();
    }
  });
});

describe('where a token may stand', () => {
  const token = sample('gitlab-pat', prng(2));

  test('an instance of GitLab may put its name in front', () => {
    expect(matchFormats(`a acme-${token}`)).toMatchObject([
      { format: { id: 'gitlab-pat' }, start: 2, exact: true },
    ]);
  });

  test('others may not', () => {
    expect(idsIn(`acme-${sample('github-pat-classic', prng(2))}`)).toEqual([]);
    expect(idsIn(`acme_${sample('github-pat-classic', prng(2))}`)).toEqual([]);
  });

  test('escapes end a word', () => {
    const other = sample('github-pat-classic', prng(2));
    expect(matchFormats(`a%3D${other}`)[0]?.start).toBe(4);
    expect(matchFormats(`line\\n${other}\\n`)[0]?.start).toBe(6);
  });

  test('a longer word holds no token', () => {
    expect(idsIn(`${sample('aws-access-key-id', prng(2))}X7`)).toEqual([]);
    expect(idsIn(`${sample('aws-access-key-id', prng(2))}_b`)).toEqual([]);
  });
});

describe('a JWT', () => {
  test('must decode', () => {
    const [header, , signature] = jwt(prng(1), { a: 1 }).split('.');
    expect(idsIn(`${header}.${characters(prng(1), ALPHABETS.B, 60)}.${signature}`)).toEqual([]);
  });
});

describe('issuers', () => {
  const ids = (name: string) => issuersForName(name).map(({ id }) => id);

  test('are known by the names of variables and headers, however they are spelt', () => {
    expect(ids('GITHUB_TOKEN')).toEqual(['github']);
    expect(ids('github-token')).toEqual(['github']);
    expect(ids('Private-Token')).toEqual(['gitlab']);
    expect(ids('DASHSCOPE_API_KEY')).toEqual(['alibaba-cloud-model-studio']);
    expect(ids('API_TOKEN')).toEqual([]);
    expect(ids('')).toEqual([]);
  });

  test('are known by host names and what is below them', () => {
    expect(issuerForHost('api.github.com')?.id).toBe('github');
    expect(issuerForHost('Uploads.GitHub.com')?.id).toBe('github');
    expect(issuerForHost('acme.openai.azure.com')?.id).toBe('azure');
    expect(issuerForHost('notgithub.com')).toBeUndefined();
    expect(issuerForHost('github.com.evil.example')).toBeUndefined();
    expect(issuerForHost('localhost')).toBeUndefined();
    expect(issuerForHost('')).toBeUndefined();
  });

  test('are found by id, as are formats that are never searched for', () => {
    expect(issuerById('mistral-ai')?.name).toBe('Mistral AI');
    expect(issuerById('nobody')).toBeUndefined();
    expect(formatById('mistral-key')).toMatchObject({
      format: { pattern: '' },
      issuer: { id: 'mistral-ai' },
    });
    expect(formatById('nothing')).toBeUndefined();
  });

  test('tell what an opaque value is', () => {
    const random = prng(6);
    expect(formatByShape(issuerById('datadog')!, characters(random, ALPHABETS.H, 32))?.id).toBe(
      'datadog-api-key',
    );
    expect(formatByShape(issuerById('datadog')!, characters(random, ALPHABETS.H, 40))?.id).toBe(
      'datadog-app-key',
    );
    expect(formatByShape(issuerById('deepseek')!, `sk-${characters(random, ALPHABETS.H, 32)}`)?.id).toBe(
      'deepseek-key',
    );
    expect(formatByShape(issuerById('datadog')!, 'words')).toBeUndefined();
  });
});

describe('published samples', () => {
  test('are known by what they are', () => {
    for (const parts of [
      ['AKIAIOSFODNN7', 'EXAMPLE'],
      [...Array<string>(11).fill('test '), 'junk'],
      ['super-secret-jwt-token-', 'with-at-least-32-', 'characters-long'],
    ]) {
      expect(isPublishedSample(parts.join(''))).toBe(true);
      expect(isPublishedSample(`${parts.join('')} `)).toBe(false);
    }
  });

  test('nothing else is one, not even with the same length and ends', () => {
    const random = prng(14);
    expect(isPublishedSample('')).toBe(false);
    expect(isPublishedSample(`A${characters(random, ALPHABETS.D, 18)}E`)).toBe(false);
    for (const id of ['stripe-secret-test', 'supabase-secret-key', 'azure-cosmos-key', 'jwt']) {
      expect(isPublishedSample(sample(id, random))).toBe(false);
    }
  });
});
