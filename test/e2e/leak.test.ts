import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  builtCli,
  folderOf,
  madeUp,
  type RunResult,
  runCli,
  STACK_TRACE,
  temporaryFolder,
  writeInto,
} from '../support/cli.ts';
import { prng, sampledFormats, sampleOf } from '../support/samples.ts';

// Plants random credentials wherever one can stand and looks for six characters in a row of any of them, plain or
// encoded, in every byte that the command puts out.

const WINDOW = 6;

/** A config text with a credential in it. Its name says what is tested, for the message of a failure. */
interface Planted {
  readonly name: string;
  readonly file: string;
  readonly text: string | Buffer;
  readonly secrets: readonly string[];
}

/** Makes a new credential at each call. */
type Mint = () => string;

const ALPHA = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
const LOWER = 'abcdefghijkmnopqrstuvwxyz';
const ALPHANUMERIC = `${ALPHA}23456789`;

/** Kinds of credentials, each made from a random text of a length and an alphabet. */
const KINDS: Readonly<Record<string, (random: (length: number, alphabet: string) => string) => string>> = {
  opaque: (random) => random(32, ALPHANUMERIC),
  short: (random) => random(10, ALPHANUMERIC),
  letters: (random) => random(24, ALPHA),
  base64: (random) => `${random(38, ALPHANUMERIC)}==`,
  'letters and padding': (random) => `${random(14, ALPHA)}==`,
  symbols: (random) =>
    `${random(7, ALPHA)}"${random(7, ALPHA)}'${random(7, ALPHA)}\\${random(7, ALPHA)}<&>${random(7, ALPHA)}`,
  'URL characters': (random) =>
    `${random(8, ALPHA)}/${random(8, ALPHA)}?${random(8, ALPHA)}#${random(8, ALPHA)}%${random(8, ALPHA)}`,
  'at and colon': (random) =>
    `${random(8, ALPHA)}@${random(8, ALPHA)}:${random(8, ALPHA)};${random(8, ALPHA)},${random(8, ALPHA)}`,
  'sign in front': (random) => `-${random(16, ALPHA)}`,
  'shell characters': (random) =>
    `${random(8, ALPHA)}$${random(8, ALPHA)}\`${random(8, ALPHA)}!${random(8, ALPHA)}{${random(8, ALPHA)}}`,
  equals: (random) => `${random(12, ALPHA)}=${random(12, ALPHANUMERIC)}`,
  words: (random) => Array.from({ length: 5 }, () => random(7, LOWER)).join(' '),
  hyphens: (random) => Array.from({ length: 5 }, () => random(6, LOWER)).join('-'),
  unicode: (random) => `${random(7, ALPHA)}ß${random(7, ALPHA)}鍵${random(7, ALPHA)}🔑${random(7, ALPHA)}`,
};

const MINTS = Object.keys(KINDS);

/** Credentials of one kind, other ones for another seed. */
function mintOf(kind: string, seed: number, planted: string[]): Mint {
  const random = prng(seed);
  const text = (length: number, alphabet: string) =>
    Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
  return () => {
    const secret = KINDS[kind]!(text);
    planted.push(secret);
    return secret;
  };
}

const encode = encodeURIComponent;
const basic = (text: string) => Buffer.from(text).toString('base64');

/** Every way to hand a credential to a server. */
const SERVERS: Readonly<Record<string, (mint: Mint) => object>> = {
  variable: (mint) => ({ command: 'x', env: { SERVICE_API_KEY: mint(), DB_PASSWORD: mint() } }),
  'variable of a plain name': (mint) => ({
    command: 'x',
    env: { NOTE: mint(), MAX_TOKENS: mint(), AWS_REGION: mint() },
  }),
  'variable that looks like a stand-in': (mint) => ({
    command: 'x',
    env: { API_KEY: `your-${mint()}-here`, TOKEN: `<${mint()}>`, SECRET: `****${mint()}` },
  }),
  'variables in a list': (mint) => ({
    command: 'x',
    env: [`API_KEY=${mint()}`, { name: 'TOKEN', value: mint() }],
  }),
  reference: (mint) => ({
    command: 'x',
    env: {
      A_KEY: `\${${mint()}}`,
      B_KEY: `{{${mint()}}}`,
      C_KEY: `op://vault/${mint()}`,
      D_KEY: `%${mint()}%`,
    },
  }),
  'default of a reference': (mint) => ({
    command: 'x',
    env: { API_KEY: `\${NAME:-${mint()}}`, URL: `https://\${HOST:-${mint()}}/` },
  }),
  header: (mint) => ({
    url: 'https://mcp.example.com/mcp',
    headers: { Authorization: `Bearer ${mint()}`, 'X-Api-Key': mint(), Accept: mint() },
  }),
  'Basic header': (mint) => ({
    url: 'https://mcp.example.com/mcp',
    headers: { Authorization: `Basic ${basic(`user:${mint()}`)}` },
  }),
  cookie: (mint) => ({
    url: 'https://mcp.example.com/mcp',
    headers: { Cookie: `theme=dark; session=${mint()}; id=${mint()}` },
  }),
  flag: (mint) => ({
    command: 'x',
    args: ['--api-key', mint(), `--token=${mint()}`, '-k', mint(), '--verbose'],
  }),
  argument: (mint) => ({
    command: 'x',
    args: [mint(), `KEY=${mint()}`, '-e', `API_KEY=${mint()}`, '--', mint()],
  }),
  'header argument': (mint) => ({
    command: 'npx',
    args: [
      'mcp-remote',
      'https://a.example/sse',
      '--header',
      `Authorization: Bearer ${mint()}`,
      '-H',
      `X-Key:${mint()}`,
    ],
  }),
  'password flag': (mint) => ({
    command: 'mysql',
    args: [`-p${mint()}`, `--password=${mint()}`, '-u', `root:${mint()}`],
  }),
  'flag beside a password flag': (mint) => ({ command: 'mysql', args: [`-p${mint()}`, '--api-key', mint()] }),
  'user of a URL, encoded': (mint) => ({
    url: `https://user:${encode(mint())}@mcp.example.com/mcp`,
    env: { DB_URL: `postgres://${encode(mint())}@db.example.com/x` },
  }),
  'user of a URL, as it is': (mint) => ({
    url: `https://user:${mint()}@mcp.example.com/mcp`,
    env: { DB_URL: `postgres://u:${mint()}@db.example.com/x` },
  }),
  'path of a URL': (mint) => ({ url: `https://mcp.example.com/${encode(mint())}/mcp/${encode(mint())}` }),
  'parameters of a URL': (mint) => ({
    url: `https://mcp.example.com/mcp?api_key=${encode(mint())}&note=${encode(mint())}&${encode(mint())}#${encode(mint())}`,
  }),
  'query of a URL, as it is': (mint) => ({ url: `https://mcp.example.com/mcp?${mint()}` }),
  'URL of JDBC': (mint) => ({
    url: `sqlserver://db.example.com;user=sa;password=${mint()}`,
    command: `jdbc:sqlserver://db.example.com;password=${mint()}`,
  }),
  'connection string': (mint) => ({
    command: 'x',
    env: {
      A: `Server=db;Database=d;User Id=sa;Password=${mint()};`,
      B: `DefaultEndpointsProtocol=https;AccountName=a;AccountKey=${mint()}`,
    },
  }),
  'connection string of libpq': (mint) => ({
    command: 'x',
    env: {
      A: `host=db user=u password='${mint()}' dbname=d`,
      B: `redis.example.com:6379,password=${mint()},ssl=True`,
    },
  }),
  'connection string without a scheme': (mint) => ({
    command: 'x',
    args: [`user:${mint()}@tcp(db:3306)/d`, `user:${mint()}@db.example.com:5432/d`],
  }),
  'shell script': (mint) => ({
    command: 'sh',
    args: [
      '-c',
      `API_KEY=${mint()} npx server --token ${mint()} && curl -H 'X-Key: ${mint()}' https://a.example`,
    ],
  }),
  'script of Windows': (mint) => ({
    command: 'cmd',
    args: ['/c', `set API_KEY=${mint()}&& npx server`],
    env: { PS: `powershell -c "$env:API_KEY='${mint()}'"` },
  }),
  PowerShell: (mint) => ({
    command: 'powershell',
    args: ['-Command', `$env:API_KEY = '${mint()}'; npx server -Token "${mint()}"`],
  }),
  'command line': (mint) => ({ command: `npx server --token ${mint()} KEY=${mint()}` }),
  'variable before a command': (mint) => ({ command: `DB_PASSWORD=${mint()} npx server` }),
  'address as a command': (mint) => ({ command: `https://user:${mint()}@a.example/x?token=${mint()}` }),
  'JSON in a string': (mint) => ({
    command: 'x',
    env: {
      CONFIG: JSON.stringify({
        token: mint(),
        deep: [{ password: mint() }],
        inner: JSON.stringify({ key: mint() }),
      }),
    },
  }),
  'broken JSON in a string': (mint) => ({
    command: 'x',
    env: { CONFIG: `{"token": "${mint()}`, OTHER: `{"password": ${mint()}, }` },
  }),
  OAuth: (mint) => ({
    url: 'https://mcp.example.com',
    oauth: { clientId: mint(), clientSecret: mint(), tokens: { refresh_token: mint() } },
    auth: mint(),
  }),
  helper: (mint) => ({
    url: 'https://mcp.example.com',
    headersHelper: `echo '{"Authorization": "Bearer ${mint()}"}'`,
    envFile: `/home/me/${mint()}`,
  }),
  'unknown members': (mint) => ({
    command: 'x',
    note: mint(),
    custom: { deep: [mint(), { password: mint() }] },
    type: mint(),
    cwd: mint(),
    description: `the token is ${mint()}, keep it`,
  }),
};

/** Every kind of file, and how it holds a server. */
const HOSTS: Readonly<Record<string, (server: object, mint: Mint) => object>> = {
  '.mcp.json': (server) => ({ mcpServers: { a: server } }),
  '.claude.json': (server, mint) => ({
    primaryApiKey: mint(),
    oauthAccount: { token: mint() },
    projects: { '/app': { history: [mint()], mcpServers: { a: server } } },
  }),
  'claude_desktop_config.json': (server) => ({ globalShortcut: '', mcpServers: { a: server } }),
  '.cursor/mcp.json': (server) => ({ mcpServers: { a: server } }),
  '.vscode/mcp.json': (server, mint) => ({
    inputs: [
      { id: 'k', type: 'promptString', description: `like ${mint()}`, default: mint(), password: true },
    ],
    servers: { a: server },
  }),
  '.vscode/settings.json': (server, mint) => ({ 'some.token': mint(), mcp: { servers: { a: server } } }),
  '.devcontainer/devcontainer.json': (server, mint) => ({
    remoteEnv: { TOKEN: mint() },
    customizations: { vscode: { mcp: { servers: { a: server } } } },
  }),
  'app.code-workspace': (server) => ({ folders: [], settings: { mcp: { servers: { a: server } } } }),
  '.claude/settings.json': (server, mint) => ({
    env: { TOKEN: mint() },
    apiKeyHelper: `echo ${mint()}`,
    mcpServers: { a: server },
  }),
  '.claude-plugin/plugin.json': (server, mint) => ({
    name: 'p',
    userConfig: { k: { default: mint(), sensitive: true } },
    mcpServers: { a: server },
  }),
  'manifest.json': (server, mint) => ({
    name: 'm',
    user_config: { k: { type: 'string', default: mint() } },
    server: { type: 'node', mcp_config: server },
  }),
  'opencode-mcp.json': (server) => ({ mcp: { a: server } }),
  'list.mcp.json': (server) => [{ name: 'a', ...server }],
};

/** Ways to write the same: half of all files have everything on the line of a finding. */
const WRITERS: readonly ((config: object) => string)[] = [
  (config) => JSON.stringify(config, null, 2),
  (config) => JSON.stringify(config),
  (config) => JSON.stringify(config, null, '\t').replaceAll('\n', '\r\n'),
];

/** There `x=y` is a name and a value, and names may be shown. */
const PAIRS: ReadonlySet<string> = new Set(['argument', 'parameters of a URL', 'query of a URL, as it is']);

function validConfigs(seed: number): Planted[] {
  const hosts = Object.entries(HOSTS);
  let count = 0;
  return Object.entries(SERVERS).flatMap(([slot, server]) =>
    MINTS.filter((kind) => !(kind === 'equals' && PAIRS.has(slot))).map((kind) => {
      count += 1;
      const secrets: string[] = [];
      const mint = mintOf(kind, seed * 10_000 + count, secrets);
      const [file, host] = hosts[count % hosts.length]!;
      const text = WRITERS[count % WRITERS.length]!(host(server(mint), mint));
      return { name: `${slot}, ${kind}, ${file}`, file, text, secrets };
    }),
  );
}

/** A credential of every known format, under a name that says so, one that does not, and inside a sentence. */
function configsOfFormats(seed: number): Planted[] {
  const random = prng(seed);
  return sampledFormats.map((format) => {
    const secrets: string[] = [];
    const token = () => {
      const { text, secret } = sampleOf(format, random);
      secrets.push(secret);
      return text;
    };
    const env = { API_KEY: token(), NOTE: token(), TEXT: `use ${token()}, please` };
    const text = JSON.stringify({
      mcpServers: { a: { command: 'x', args: [token(), '--key', token()], env } },
    });
    return { name: `format ${format}`, file: '.mcp.json', text, secrets };
  });
}

/** What people and crashes do to a file. `before` and `after` surround the text of a credential. */
const DAMAGES: Readonly<Record<string, (before: string, secret: string, after: string) => string | Buffer>> =
  {
    'cut in the credential': (before, secret) => before + secret.slice(0, Math.ceil(secret.length * 0.7)),
    'cut behind the credential': (before, secret) => before + secret,
    'no opening quote': (before, secret, after) => before.slice(0, -1) + secret + after,
    'no closing quote': (before, secret, after) => before + secret + after.slice(1),
    'no quotes': (before, secret, after) => before.slice(0, -1) + secret + after.slice(1),
    'single quotes': (before, secret, after) => `${before.slice(0, -1)}'${secret}'${after.slice(1)}`,
    'no colon': (before, secret, after) => before.replace(/:(?=\s*"$)/, ' ') + secret + after,
    'a quote inside': (before, secret, after) => `${before}${secret.slice(0, 8)}"${secret.slice(8)}${after}`,
    'a line break inside': (before, secret, after) =>
      `${before}${secret.slice(0, 8)}\n${secret.slice(8)}${after}`,
    'a bad escape inside': (before, secret, after) =>
      `${before}${secret.slice(0, 8)}\\x${secret.slice(8)}${after}`,
    'a NUL inside': (before, secret, after) =>
      `${before}${secret.slice(0, 8)}\u0000${secret.slice(8)}${after}`,
    'a byte that is no UTF-8 inside': (before, secret, after) =>
      Buffer.concat([
        Buffer.from(before + secret.slice(0, 8)),
        Buffer.from([0xff]),
        Buffer.from(secret.slice(8) + after),
      ]),
    'text behind the end': (before, secret, after) => `${before}${secret}${after} ${secret}`,
    'a second value': (before, secret, after) => `${before}${secret}" "${secret}${after}`,
    'a merge conflict': (before, secret, after) =>
      `${before}x",\n<<<<<<< ${secret}\n"K": "${secret}"\n=======\n${secret}\n>>>>>>> ${secret}\n"Z": "${after}`,
    'a line comment': (before, secret, after) =>
      `${before}x${after.slice(0, 1)} // ${secret}\n${after.slice(1)}`,
    'a comment in the line of a finding': (before, secret, after) =>
      `${before.slice(0, -1)}/* was "${secret}" */ "${secret}${after}`,
    'a comment that is not closed': (before, secret, after) => `${before}x${after} /* ${secret}`,
    'another language': (_before, secret) =>
      `API_KEY=${secret}\nexport TOKEN='${secret}'\n[mcp]\nkey: ${secret}\n`,
    'a value alone': (_before, secret) => JSON.stringify(secret),
    'a bare word': (_before, secret) => secret,
    'UTF-16': (before, secret, after) => Buffer.from(`\ufeff${before}${secret}${after}`, 'utf16le'),
    'UTF-16 cut': (before, secret, after) =>
      Buffer.from(`${before}${secret}${after}`, 'utf16le').subarray(0, -11),
    'deep brackets behind': (before, secret, after) =>
      `${before}${secret}${after.slice(0, 1)}, "d": ${'['.repeat(600)}${after}`,
    'a large file': (before, secret, after) =>
      `${before}${secret}${after.slice(0, 1)}, "pad": "${'x'.repeat(1_100_000)}"${after.slice(1)}`,
    'a large file, cut': (before, secret) =>
      `${before}${'x'.repeat(1_100_000)}", "b": "${secret.slice(0, -2)}`,
  };

function brokenConfigs(seed: number): Planted[] {
  const kinds = ['opaque', 'letters', 'words', 'symbols'];
  let count = 5_000;
  return Object.entries(DAMAGES).flatMap(([damage, write]) =>
    kinds.flatMap((kind) =>
      ['.mcp.json', '.claude.json'].map((file) => {
        count += 1;
        const secrets: string[] = [];
        const mint = mintOf(kind, seed * 10_000 + count, secrets);
        const config = {
          mcpServers: {
            a: {
              command: 'x',
              args: ['--token', mint()],
              env: { FIRST_KEY: mint(), API_KEY: '@@', LAST_KEY: mint() },
            },
          },
        };
        const [before, after] = (count % 2 ? JSON.stringify(config) : JSON.stringify(config, null, 2)).split(
          '@@',
        ) as [string, string];
        const escaped = JSON.stringify(mint()).slice(1, -1);
        return { name: `${damage}, ${kind}, ${file}`, file, text: write(before, escaped, after), secrets };
      }),
    ),
  );
}

function plant(seed: number): { folder: string; planted: readonly Planted[] } {
  const planted = [...validConfigs(seed), ...brokenConfigs(seed), ...configsOfFormats(seed)];
  const folder = folderOf(
    Object.fromEntries(planted.map(({ file, text }, index) => [`${index}/${file}`, text])),
  );
  return { folder, planted };
}

/** A text as it is and as programs write it. Where base64 does not start with the text, its ends hang on neighbours. */
function formsOf(secret: string): string[] {
  const base64 = [0, 1, 2].map((shift) => {
    const encoded = Buffer.from('x'.repeat(shift) + secret)
      .toString('base64')
      .replace(/=+$/, '');
    return encoded.slice(shift === 0 ? 0 : 4, -2);
  });
  const html = secret
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
  return [
    secret,
    [...secret].reverse().join(''),
    ...base64,
    ...base64.map((text) => text.replaceAll('+', '-').replaceAll('/', '_')),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    html,
  ];
}

function windowsOf(text: string): string[] {
  return Array.from({ length: Math.max(0, text.length - WINDOW + 1) }, (_, index) =>
    text.slice(index, index + WINDOW),
  );
}

/** Which credentials show, by the names of their configs. */
class Canaries {
  readonly #owners = new Map<string, string>();

  /** What is the same in `others` as well, such as the beginning that all tokens of a format have, tells nothing. */
  constructor(planted: readonly Planted[], others: readonly Planted[] = []) {
    const usual = new Set(others.flatMap(({ secrets }) => secrets.flatMap(formsOf).flatMap(windowsOf)));
    for (const { name, secrets } of planted) {
      for (const form of secrets.flatMap(formsOf))
        for (const window of windowsOf(form)) if (!usual.has(window)) this.#owners.set(window, name);
    }
  }

  /** `usual` is what the command prints of the same configs with other credentials. */
  seenIn(output: string, usual = ''): string[] {
    const seen = new Set<string>();
    // Most lines are there many times.
    for (const line of new Set(output.split('\n'))) {
      for (let at = 0; at + WINDOW <= line.length; at++) {
        const window = line.slice(at, at + WINDOW);
        const owner = this.#owners.get(window);
        if (owner !== undefined && !usual.includes(window)) seen.add(owner);
      }
    }
    return [...seen].sort();
  }
}

describe('no six characters of a credential are put out', () => {
  const ours = plant(1);
  const others = plant(2);
  // Tokens of one format may begin in several ways.
  const variants = [3, 4, 5, 6, 7, 8].flatMap(configsOfFormats);
  const canaries = new Canaries(ours.planted, [...others.planted, ...variants]);

  test('there are configs of every kind', () => {
    expect(ours.planted.length).toBeGreaterThan(700);
    expect(ours.planted.every(({ secrets }) => secrets.length > 0)).toBe(true);
  });

  test('the search sees what is there', () => {
    const secret = ours.planted[0]!.secrets[0]!;
    for (const form of formsOf(secret))
      expect(canaries.seenIn(`… ${form.slice(2, 8)} …`)).toEqual([ours.planted[0]!.name]);
    expect(canaries.seenIn(readFileSync(join(import.meta.dirname, '../../LICENSE'), 'utf8'))).toEqual([]);
  });

  /** What there is to see of other credentials in the same places. */
  const usual = new Map<string, Promise<string>>();
  const usualOf = (format: string) => {
    const run =
      usual.get(format) ??
      runCli(['--format', format, '--debug', '.'], { cwd: others.folder }).then(outputOf);
    usual.set(format, run);
    return run;
  };

  const OFF = ['--rule', 'inline-credential:off', '--rule', 'development-credential:off'];
  test.each<[string, string[]]>([
    ['pretty', ['--debug', '--color']],
    ['json', ['--debug', '--color']],
    ['sarif', ['--debug', '--color']],
    ['github', ['--debug', '--color']],
    ['jsonl', ['--debug', '--color']],
    ['junit', ['--verbose']],
    ['markdown', ['--verbose']],
    ['pretty', ['--quiet', '--host', 'cursor']],
    ['json', ['--quiet', '--host', 'cursor']],
    ['json', OFF],
  ])('%s with %j', async (format, options) => {
    const run = await runCli(['--format', format, ...options, '.'], { cwd: ours.folder });
    expect(run.code).toBe(2);
    expect(`\n${outputOf(run)}`).not.toMatch(STACK_TRACE);
    expect(canaries.seenIn(outputOf(run), await usualOf(format))).toEqual([]);
  });

  test('nor into a file', async () => {
    const output = join(temporaryFolder(), 'results');
    const run = await runCli(['--format', 'json', '--output', output, '.'], { cwd: ours.folder });
    expect(outputOf(run)).toBe('');
    const written = outputOf({ ...run, stdout: readFileSync(output, 'utf8') });
    expect(canaries.seenIn(written, await usualOf('json'))).toEqual([]);
  });

  test('nor into the compiled code that is kept beside the command', async () => {
    // Alone: six small letters in a row are found by chance in bytes that are no text.
    const secret = madeUp(40, 78);
    const alone = new Canaries([{ name: 'the key', file: '', text: '', secrets: [secret] }]);
    await runCli(['mcp.json'], {
      cwd: folderOf({ 'mcp.json': { mcpServers: { a: { command: 'x', env: { API_KEY: secret } } } } }),
    });
    const folder = join(dirname(builtCli()), '.compile-cache');
    for (const name of existsSync(folder) ? readdirSync(folder) : []) {
      const bytes = readFileSync(join(folder, name));
      for (const encoding of ['latin1', 'utf16le'] as const)
        expect(alone.seenIn(bytes.toString(encoding))).toEqual([]);
    }
  });

  test.each([
    [['missing.json', '--debug']],
    [['0/missing.json', '0', '--debug']],
    [['--formt', 'json', '.']],
    [['--rule', 'nope:off', '.']],
    [['--host', 'nope', '.']],
    [['--output', 'no/such/folder/file', '.', '--debug']],
    [['*/*.toml', '--debug']],
    [['explain', '0']],
  ])('nor on the way to an error: %j', async (args) => {
    const run = await runCli(args, { cwd: ours.folder });
    expect(run.code).toBe(2);
    expect(canaries.seenIn(outputOf(run))).toEqual([]);
  });

  test('nor of what comes on standard input', async () => {
    for (const { text, name } of ours.planted.filter((_, index) => index % 60 === 0)) {
      const args = ['--format', 'json', '--debug', '-', '--stdin-filename', 'mcp.json'];
      const run = await runCli(args, { input: text });
      expect([name, canaries.seenIn(outputOf(run), await usualOf('json'))]).toEqual([name, []]);
    }
  });
});

/** All that a run put out, without hashes of structural paths: among thousands some hold six figures of a token. */
function outputOf(run: RunResult): string {
  return (run.stdout + run.stderr).replace(/(?<="(?:fingerprint|mcpLint\/v1)": ")[0-9a-f]{16}(?=")/g, '');
}

describe('a crash quotes nothing', () => {
  const secret = madeUp(40, 77);
  const canaries = new Canaries([{ name: 'the message', file: '', text: '', secrets: [secret] }]);

  /** Throws from inside the command, at the Nth call of a function, what quotes a config as messages of Node.js do. */
  const hook = (target: string, calls: number, thrown: string) => `
    const owner = ${target.slice(0, target.lastIndexOf('.')).replace(/^fs$/, "require('node:fs')")};
    const name = ${JSON.stringify(target.slice(target.lastIndexOf('.') + 1))};
    const original = owner[name];
    const secret = ${JSON.stringify(secret)};
    let calls = 0;
    let armed = true;
    Error.stackTraceLimit = Infinity;
    owner[name] = function (...args) {
      // Only calls that the command makes count.
      if (armed && ++calls === ${calls} && /\\/dist\\/\\w+\\.cjs/.test(new Error().stack)) {
        armed = false;
        owner[name] = original;
        throw ${thrown};
      }
      if (calls === ${calls}) calls -= 1;
      return original.apply(this, args);
    };`;

  const THROWN = {
    'an error': 'new SyntaxError(`Unexpected token in JSON: "api_key": "${secret}"`)',
    'an error with a cause':
      'Object.assign(new Error("x", { cause: new Error(secret) }), { input: secret, path: secret, code: "EIO" })',
    'an error whose message looks like a place':
      'new TypeError(`${secret}.js:1:1\\n    at ${secret} (${secret}.cjs:2:2)`)',
    'an error of many lines': 'new RangeError(`1\\n    at f (${secret}.js:1:2)\\n${secret}`)',
    'an error with a name': 'Object.assign(new Error("x"), { name: secret, toString: () => secret })',
    'a text': 'secret',
    nothing: 'undefined',
  };

  test.each(
    Object.entries(THROWN).flatMap(([what, thrown]) =>
      [
        ['Map.prototype.set', 1],
        ['String.prototype.slice', 3],
        ['RegExp.prototype.test', 30],
        ['Array.prototype.flatMap', 12],
        ['JSON.stringify', 1],
        ['fs.openSync', 1],
        ['fs.fstatSync', 1],
        ['fs.readSync', 1],
      ].map(([target, calls]) => [what, target as string, calls as number, thrown] as const),
    ),
  )('%s out of %s, call %i', async (_what, target, calls, thrown) => {
    const folder = folderOf({
      'mcp.json': {
        mcpServers: { a: { command: 'x', args: ['--token', secret], env: { API_KEY: secret } } },
      },
    });
    const preload = writeInto(temporaryFolder(), 'hook.cjs', hook(target, calls, thrown));
    const run = await runCli(['--debug', '--format', 'json', 'mcp.json'], {
      cwd: folder,
      node: ['-r', preload],
    });
    expect(run.signal).toBe(null);
    expect(canaries.seenIn(run.stdout + run.stderr)).toEqual([]);
    expect(`\n${run.stdout}`).not.toMatch(STACK_TRACE);
    // Whatever happened, a file that was not linted is not called clean.
    expect([1, 2]).toContain(run.code);
  });

  test('and says that it is one, exit code 2', async () => {
    const preload = writeInto(
      temporaryFolder(),
      'hook.cjs',
      hook('String.prototype.slice', 3, THROWN['an error']),
    );
    const cwd = folderOf({ 'mcp.json': '{"mcpServers": {}}' });
    const quiet = await runCli(['mcp.json'], { cwd, node: ['-r', preload] });
    expect([quiet.code, quiet.stdout]).toEqual([2, '']);
    expect(quiet.stderr).toContain('internal error (SyntaxError)');
    expect(quiet.stderr).not.toMatch(/:\d+:\d+/);
    const debug = await runCli(['--debug', 'mcp.json'], { cwd, node: ['-r', preload] });
    expect(debug.stderr).toMatch(/\w+\.cjs:\d+:\d+/);
  });
});
