import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { classifyName } from '../src/credentials/name.ts';
import { lint } from '../src/run.ts';

// A collection of real public configs, scrubbed. It is no part of the project: without it these tests are skipped.
const CORPUS = process.env['MCP_LINT_CORPUS'] ?? join('..', 'shared', 'corpus');
const missing = !existsSync(join(CORPUS, 'files'));
const title = missing ? 'SKIPPED: no corpus of real configs at MCP_LINT_CORPUS' : 'real configs';

/** A Cloudflare account id in the address of a model provider: not an MCP server, and not a credential. */
const OUT_OF_SCOPE = ['opencode.jsonc'];

describe.skipIf(missing)(title, () => {
  const files = missing
    ? []
    : readdirSync(join(CORPUS, 'files'), { recursive: true, encoding: 'utf8' }).filter(
        (name) =>
          /\.(?:jsonc?|template|example)$/.test(name) &&
          !OUT_OF_SCOPE.some((ending) => name.endsWith(ending)),
      );
  const folder = join(CORPUS, 'files');

  test('every stand-in for a credential is found, with fewer than one false alarm in 100 files', async () => {
    const standIns = Object.keys(JSON.parse(readFileSync(join(CORPUS, 'credentials.json'), 'utf8')));
    const { findings } = await lint(files, { cwd: folder });
    const credentials = findings.filter(({ rule }) => rule === 'inline-credential');
    const missed: string[] = [];
    const falseAlarms: string[] = [];
    for (const file of files) {
      const text = readFileSync(join(folder, file), 'utf8').replace(/^\ufeff/, '');
      const found = credentials
        .filter((finding) => finding.file === file)
        .map(({ region }) => text.slice(region.offset, region.offset + region.length));
      const inFile = standIns.filter((value) => text.includes(value));
      // Part of a stand-in will do where the whole connection string was scrubbed as one.
      missed.push(...inFile.filter((value) => !found.some((part) => value.includes(part))).map(() => file));
      falseAlarms.push(
        ...found.filter((part) => !inFile.some((value) => value.includes(part))).map(() => file),
      );
    }
    expect(missed).toEqual([]);
    expect(falseAlarms.length).toBeLessThan(files.length / 100);
  });

  test('nothing is unreadable but what is no JSON', async () => {
    const report = await lint(files, { cwd: folder });
    const broken = report.files.filter(({ problem }) => problem);
    expect(broken.every(({ problem }) => problem!.code === 'syntax' && problem!.line !== undefined)).toBe(
      true,
    );
    expect(broken.length).toBeLessThanOrEqual(8);
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
