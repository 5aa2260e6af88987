import { type Marked, negative, optional } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';

/** A stand-in for a credential and the style it is written in. */
interface Style {
  readonly kind: string;
  readonly weight: number;
  /** `name` is the variable's, as in `GITHUB_TOKEN`. */
  readonly write: (random: Random, name: string) => string;
}

const kebab = (name: string): string => name.toLowerCase().replaceAll('_', '-');
const snake = (name: string): string => name.toLowerCase().replaceAll('-', '_');
const caps = (name: string): string => name.toUpperCase().replaceAll('-', '_');

/** Openings of real tokens, so that a sample keeps the look of the real thing. */
const OPENINGS =
  'ghp_ github_pat_ gho_ glpat- sk- sk-proj- sk-ant- sk-ant-api03- AIza AIzaSy gsk_ hf_ pplx- tvly- fc- xoxb- xoxp- xapp- ntn_ secret_ figd_ lin_api_ sbp_ sk_live_ sk_test_ whsec_ SG. key- BSA pat re_ dop_v1_ npm_ glsa_ eyJ apify_api_ r8_ ctx7sk- phx_ rnd_ sntrys_ xkeysib- AC ATATT3'.split(
    ' ',
  );

const STYLES: readonly Style[] = [
  {
    kind: 'your',
    weight: 10,
    write: (r, name) =>
      r.pick([
        `your-${kebab(name)}`,
        `your_${snake(name)}`,
        `YOUR_${caps(name)}`,
        `your-${kebab(name)}-here`,
        `your_${snake(name)}_here`,
        'your-api-key-here',
        'your_api_key',
        'YOUR_API_KEY',
        'YOUR-API-KEY',
        'your-token',
        'yourapikey',
        'YourTokenHere',
        'your token here',
        'your-real-key',
        'my-api-key',
        'my_secret_token',
        'mytoken',
      ]),
  },
  {
    kind: 'here',
    weight: 6,
    write: (r, name) =>
      r.pick([
        `YOUR_${caps(name)}_HERE`,
        `${caps(name)}_HERE`,
        `${snake(name)}_goes_here`,
        `INSERT_${caps(name)}_HERE`,
        'PASTE_YOUR_TOKEN_HERE',
        'put-your-key-here',
        'API_KEY_GOES_HERE',
        'enter your api key',
        'add-your-key',
        'replace-me',
        'REPLACE_ME',
        'REPLACE_WITH_YOUR_KEY',
        'replace_with_real_token',
        'changeme',
        'CHANGE_ME',
        'change-me-in-production',
        'change_this_secret',
        'fill-me-in',
        'FILL_IN_TOKEN',
        'TODO',
        'TODO: add key',
        'FIXME',
        'tbd',
        'set-me',
      ]),
  },
  {
    kind: 'angle',
    weight: 7,
    write: (r, name) =>
      r.pick([
        `<your-${kebab(name)}>`,
        `<${caps(name)}>`,
        `<YOUR_${caps(name)}>`,
        '<your-token>',
        '<your service account token>',
        '<token>',
        '<API KEY>',
        '<REDACTED>',
        '<insert key>',
        `<${kebab(name)}>`,
        '<VALUE>',
        '<secret>',
        '<paste-your-key-here>',
      ]),
  },
  {
    kind: 'brackets',
    weight: 3,
    write: (r, name) =>
      r.pick([
        `[${caps(name)}]`,
        '[YOUR_API_KEY]',
        '[your token]',
        '[REDACTED]',
        '[[API_KEY]]',
        '{API_KEY}',
        `{your_${snake(name)}}`,
        '{{your-token}}',
        '(your token)',
        '__API_KEY__',
        `__${caps(name)}__`,
        '%API_KEY%',
        '*your key*',
        '«token»',
      ]),
  },
  {
    kind: 'x-run',
    weight: 6,
    write: (r) =>
      r.pick([
        'xxxx',
        'XXXXXXXX',
        'x'.repeat(r.int(3, 40)),
        'X'.repeat(r.int(3, 40)),
        'xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx',
        'XXXX-XXXX-XXXX',
        '*'.repeat(r.int(4, 40)),
        '•'.repeat(8),
        '.'.repeat(3),
        '-'.repeat(8),
        '_'.repeat(10),
        '0'.repeat(32),
        '00000000-0000-0000-0000-000000000000',
        '#'.repeat(12),
        '?'.repeat(6),
        'a'.repeat(32),
        '1'.repeat(20),
      ]),
  },
  {
    kind: 'prefixed-x',
    weight: 8,
    write: (r) =>
      r.pick(OPENINGS) +
      r.pick([
        'x'.repeat(r.int(3, 40)),
        'X'.repeat(r.int(3, 40)),
        'xxxx-xxxx-xxxx',
        '*'.repeat(r.int(4, 36)),
        '0'.repeat(r.int(8, 36)),
        'XXXXXXXXXXXX-XXXXXXXXXXXX',
      ]),
  },
  {
    kind: 'prefixed-word',
    weight: 7,
    write: (r, name) =>
      r.pick(OPENINGS) +
      r.pick([
        'your-key-here',
        'your_token',
        'your-token-here',
        'YOUR_KEY',
        'YOUR_TOKEN_HERE',
        'your_key_here',
        'example',
        'example-key',
        'placeholder',
        'REPLACE_ME',
        'changeme',
        'token',
        'yourtoken',
        'dummy',
        'fake-key',
        'test',
        'your-actual-key-here',
        `your-${kebab(name)}`,
        'abc123',
        '1234567890',
        'abcdefghijklmnopqrstuvwxyz',
      ]),
  },
  {
    kind: 'prefixed-ellipsis',
    weight: 6,
    write: (r) =>
      r.pick(OPENINGS) +
      r.pick([
        '...',
        '…',
        '....',
        '***',
        `${fill('{a:4}', r)}...`,
        `...${fill('{a:4}', r)}`,
        `${fill('{a:4}', r)}…${fill('{a:4}', r)}`,
        `${fill('{a:6}', r)}${'*'.repeat(20)}`,
        '[...]',
        '<...>',
        '<your-key>',
        '<token>',
        '{token}',
      ]),
  },
  {
    kind: 'redacted',
    weight: 4,
    write: (r) =>
      r.pick([
        'REDACTED',
        'redacted',
        '[REDACTED]',
        '***REDACTED***',
        '<redacted>',
        'REDACTED_API_KEY',
        '[REDACTED_API_KEY]',
        'MASKED',
        'HIDDEN',
        '(hidden)',
        'removed',
        'REMOVED_FOR_SECURITY',
        '<removed>',
        '[FILTERED]',
        'sanitized',
        'XXX-REDACTED-XXX',
        'censored',
      ]),
  },
  {
    kind: 'word',
    weight: 7,
    write: (r) =>
      r.pick([
        'test',
        'token',
        'secret',
        'password',
        'example',
        'sample',
        'demo',
        'dummy',
        'fake',
        'mock',
        'foo',
        'bar',
        'foobar',
        'placeholder',
        'none',
        'null',
        'undefined',
        'N/A',
        'n/a',
        'optional',
        'required',
        'required-env-var',
        'key',
        'value',
        'string',
        'api_key',
        'apikey',
        'api-key',
        'abc',
        'abc123',
        'abc-123',
        '123456',
        '12345',
        'deadbeef',
        'local',
        'empty',
        'unused',
        'not-needed',
        'not-used',
        'no-key-required',
        'anything',
        'dummy-key',
        'test-token',
        'test_api_key',
        'fake-token',
        'example-token',
        'sample_key',
        'demo-key',
        'mock-secret',
        'secret-token',
        'my-secret',
        'super-secret',
        'supersecret',
        'the-token',
        'some-key',
        'some_api_key',
        'API_KEY',
        'TOKEN',
        'Bearer token or API key',
        'lorem ipsum',
        'qwerty',
        'placeholder-token',
        'ignored',
        'disabled',
        'n.a.',
        '-',
        ' ',
        'test-key-123',
        'unset',
      ]),
  },
  {
    kind: 'sequence',
    weight: 4,
    write: (r) =>
      r.pick([
        '1234567890',
        '0123456789abcdef',
        '0123456789abcdef0123456789abcdef',
        '12345678901234567890123456789012',
        'abcdefghijklmnopqrstuvwxyz',
        'abcdefghijklmnopqrstuvwxyz123456',
        'abcdef1234567890',
        'abcdef1234567890abcdef1234567890',
        'abcd1234abcd1234abcd1234',
        '1234-5678-9012',
        'a1b2c3d4e5f6',
        'a1b2c3d4e5f6g7h8i9j0',
        'a1b2c3d4-e5f6-7890-abcd-ef1234567890',
        '12345678-1234-1234-1234-123456789012',
        '12345678-1234-1234-1234-123456789abc',
        'deadbeefdeadbeefdeadbeefdeadbeef',
        'qwertyuiop',
        'qwerty123456',
        'aaaabbbbccccdddd',
        '1q2w3e4r5t',
        'abcabcabcabcabc',
        '11111111-2222-3333-4444-555555555555',
      ]),
  },
  {
    kind: 'foreign',
    weight: 3,
    write: (r) =>
      r.pick([
        'votre-cle-api',
        'VOTRE_TOKEN_ICI',
        'remplacez-moi',
        'tu-clave-api',
        'TU_API_KEY_AQUI',
        'tu_token_aqui',
        'su-token',
        'ihr-api-schluessel',
        'DEIN_API_KEY',
        'dein-token-hier',
        'sua-chave-aqui',
        'SEU_TOKEN_AQUI',
        'il-tuo-token',
        'la-tua-chiave',
        '你的API密钥',
        '你的token',
        '请填写你的密钥',
        'あなたのAPIキー',
        'ここにトークン',
        'ваш_токен',
        'ВАШ_API_КЛЮЧ',
        '여기에_토큰',
      ]),
  },
  {
    kind: 'published-sample',
    weight: 1,
    write: (r) =>
      r.pick([
        ['AKIA', 'IOSFODNN7', 'EXAMPLE'].join(''),
        ['wJalrXUtnFEMI', '/K7MDENG/', 'bPxRfiCY', 'EXAMPLEKEY'].join(''),
        ['AKIA', 'I44QH8DHB', 'EXAMPLE'].join(''),
      ]),
  },
];

const WEAK = new Set(['word', 'sequence', 'x-run', 'prefixed-word', 'foreign']);

/** A placeholder under a variable called `name`. `accepts` refuses what a carrier cannot hold. */
export function placeholder(
  random: Random,
  name: string,
  accepts: (value: string) => boolean = () => true,
): Marked {
  for (;;) {
    const style = random.weighted(STYLES);
    const value = style.write(random, name);
    if (!accepts(value)) continue;
    const kind = `placeholder:${style.kind}`;
    // A bad password looks like a stand-in; people do have bad passwords.
    return /pass|pwd/i.test(name) && WEAK.has(style.kind) ? optional(value, kind) : negative(value, kind);
  }
}
