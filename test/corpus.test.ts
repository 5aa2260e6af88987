import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { describe, expect, test } from 'vitest';
import { dialectOf } from '../src/core/dialect.ts';
import type { Report } from '../src/core/report.ts';
import { classifyName } from '../src/credentials/name.ts';
import { lint } from '../src/run.ts';

// A collection of real public configs, scrubbed. It is no part of the project: without it these tests are skipped.
const CORPUS = process.env['MCP_LINT_CORPUS'] ?? join('..', 'shared', 'corpus');
const missing = !existsSync(join(CORPUS, 'files'));
const title = missing ? 'SKIPPED: no corpus of real configs at MCP_LINT_CORPUS' : 'real configs';

/** A file whose JSON is none, and where that begins. */
interface Broken {
  readonly end: string;
  readonly line: number;
  readonly column: number;
  readonly message: string;
  /** Nothing in it that could be read is a server, so that a folder does not tell of it. */
  readonly empty?: true;
}

const BROKEN: readonly Broken[] = [
  // A comment of another language
  { end: 'claude-config-example.json', line: 1, column: 1, message: 'invalid symbol' },
  // Dots for what is left out
  { end: 'REMOTE_ACCESS_GUIDE.md.fence1.json', line: 15, column: 9, message: 'invalid symbol' },
  { end: 'SETTINGS.md.fence1.json', line: 2, column: 19, message: 'invalid symbol', empty: true },
  { end: 'mcp-server.md.fence2.json', line: 1, column: 3, message: 'invalid symbol' },
  // The end of a comment that begins before the block
  {
    end: 'mcphub/docs/features/group-management.mdx.fence1.json',
    line: 18,
    column: 1,
    message: 'invalid symbol',
  },
  {
    end: 'docs/zh/features/group-management.mdx.fence1.json',
    line: 18,
    column: 1,
    message: 'invalid symbol',
  },
  { end: 'CONTRIBUTING.md.fence10.json', line: 11, column: 9, message: 'a comma is missing' },
];

/** A value that was replaced with the credentials and is none: its place in a file tells. */
interface NoCredential {
  readonly file: RegExp;
  /** The text that leads up to it. */
  readonly before: RegExp;
  readonly times: number;
  readonly what: string;
}

const NO_CREDENTIALS: readonly NoCredential[] = [
  {
    file: /\.github\/workflows\/[^/]+\.yml$/,
    before: /uses: '[\w./-]+@$/,
    times: 8,
    what: 'the commit of an action',
  },
  { file: /\.github\/workflows\/[^/]+\.yml$/, before: /@sha256:$/, times: 2, what: 'the digest of an image' },
  {
    file: /\/librechat\.example\.yaml$/,
    before: /\/image\/upload\/[\w,:/]+\/$/,
    times: 1,
    what: 'a part of the address of an icon',
  },
  {
    file: /\/opencode\.jsonc$/,
    before: /api\.cloudflare\.com\/client\/v4\/accounts\/$/,
    times: 1,
    what: 'the id of an account in the address of a model provider',
  },
];

/** Rules that say of a value that it is a credential. */
const OF_CREDENTIALS = ['inline-credential', 'command-line-secret', 'credential-in-url'];

describe.skipIf(missing)(title, () => {
  const folder = join(CORPUS, 'files');
  const files = missing
    ? []
    : readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map(({ parentPath, name }) => relative(folder, join(parentPath, name)).split(sep).join('/'))
        .sort();
  const textOf = (file: string) => readFileSync(join(folder, file), 'utf8').replace(/^\ufeff/, '');
  const standIns = missing
    ? []
    : Object.keys(JSON.parse(readFileSync(join(CORPUS, 'credentials.json'), 'utf8')));
  const occurrences = files.flatMap((file) => {
    const text = textOf(file);
    return standIns.flatMap((value) => placesOf(text, value).map((start) => ({ file, text, value, start })));
  });

  const nothing = Promise.resolve({ files: [], findings: [] });
  const inFolder: Promise<Pick<Report, 'files' | 'findings'>> = missing
    ? nothing
    : lint(['.'], { cwd: folder });
  const named: typeof inFolder = missing ? nothing : lint(files, { cwd: folder });

  test('every stand-in for a credential is found in the folder, but for what is argued to be none', async () => {
    const { findings } = await inFolder;
    const isFound = ({ file, value, start }: (typeof occurrences)[number]) =>
      findings.some(
        ({ rule, file: other, region }) =>
          rule === 'inline-credential' &&
          other.split(sep).join('/') === file &&
          region.offset < start + value.length &&
          region.offset + region.length > start,
      );
    const argued = (row: NoCredential) =>
      occurrences.filter(
        ({ file, text, start }) => row.file.test(file) && row.before.test(text.slice(start - 100, start)),
      );
    for (const row of NO_CREDENTIALS) expect([row.what, argued(row).length]).toEqual([row.what, row.times]);
    const exceptions = new Set(NO_CREDENTIALS.flatMap(argued));
    expect(
      occurrences
        .filter((one) => isFound(one) === exceptions.has(one))
        .map(({ file, start }) => `${file}:${start}`),
    ).toEqual([]);
    expect(occurrences.length - exceptions.size).toBe(12);
  });

  test('nothing else is called a credential, in files of any dialect', async () => {
    const { findings } = await named;
    expect([...new Set(files.map(dialectOf))].sort()).toEqual(['json', 'toml', 'yaml']);
    const alarms = findings.filter(({ rule, severity, file, region }) => {
      if (!OF_CREDENTIALS.includes(rule) || severity === 'info') return false;
      const own = occurrences.filter((one) => one.file === file.split(sep).join('/'));
      return !own.some(
        ({ value, start }) => region.offset < start + value.length && region.offset + region.length > start,
      );
    });
    expect(alarms.map(({ rule, file, region }) => `${rule} ${file}:${region.startLine}`)).toEqual([]);
  });

  test('every file is read, but for those that break their own syntax: these are told with place and reason', async () => {
    const { files: read } = await named;
    expect(read.length).toBe(files.length);
    expect(brokenOf(read)).toEqual(expectedOf(files, BROKEN));
  });

  test('a folder tells of the broken ones that hold servers', async () => {
    const { files: read } = await inFolder;
    expect(brokenOf(read)).toEqual(
      expectedOf(
        files,
        BROKEN.filter(({ empty }) => !empty),
      ),
    );
  });

  test('names are classified as their authors label them, but where authors contradict each other or themselves', () => {
    const rows = readFileSync(join(CORPUS, 'envnames.csv'), 'utf8').trim().split('\n').slice(1);
    const labels = rows.map(
      (row) => row.split(',').slice(-3) as [name: string, secret: string, source: string],
    );
    const isSecret = (name: string) => /^(?:password|secret|weak)$/.test(classifyName(name));
    const wrong = labels
      .filter(([name, secret]) => isSecret(name) !== (secret === 'true'))
      .map(([name]) => name);
    expect(1 - wrong.length / labels.length).toBeGreaterThan(0.93);
    // What remains is an OAuth client id, user name, tenant or address called secret, a public key or the path of a file called secret, or a
    // key, token, secret or connection string called no secret.
    const argued =
      /(?:CLIENT_ID|CUSTOMER_ID|TENANT_ID|USERNAME|_USER|BASE_URL|VANITY_DOMAIN|_CLOUD|PUBLIC_KEY|_HEADERS|APPLICATION_CREDENTIALS)$|(?:API_KEY|ACCESS_KEY|TOKEN|CLIENT_SECRET|CONNECTION_STRING|connectionString|access_token)$/;
    expect(wrong.filter((name) => !argued.test(name))).toEqual([]);
  });
});

/** The files with a problem, sorted, each with what is told of it. */
function brokenOf(files: Report['files']): unknown[] {
  return files
    .flatMap(({ path, problem }) => (problem ? [{ path: path.split(sep).join('/'), problem }] : []))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}

function expectedOf(files: readonly string[], rows: readonly Broken[]): unknown[] {
  return files.flatMap((path) =>
    rows
      .filter(({ end }) => path.endsWith(`/${end}`))
      .map(({ message, line, column }) => ({ path, problem: { code: 'syntax', message, line, column } })),
  );
}

function placesOf(text: string, value: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + 1)) places.push(at);
  return places;
}
