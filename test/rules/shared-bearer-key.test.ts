import { createHash } from 'node:crypto';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { FORMATS } from '../../src/cli/options.ts';
import { printReport } from '../../src/cli/print-report.ts';
import type { Report, ReportedFinding } from '../../src/core/report.ts';
import { lint } from '../../src/run.ts';
import { folderOf, madeUp } from '../support/cli.ts';
import { lintExample } from '../support/examples.ts';
import { findingsOf as findingsOfRule } from '../support/findings.ts';
import { prng, sample } from '../support/samples.ts';

const ID = 'shared-bearer-key';

const findingsOf = (files: Readonly<Record<string, object>>) => findingsOfRule(ID, files);
const variable = (secret: string) => ({ command: 'x', env: { API_KEY: secret } });
const remote = (url: string, authorization: string) => ({ url, headers: { Authorization: authorization } });
const places = ({ file, region, related }: ReportedFinding) =>
  [{ file, region }, ...related].map((place) => `${place.file}:${place.region.offset}`).sort();

/** Equal credentials in some entries, different ones in others: by file and entry, the number of the credential. */
const distribution = fc.array(fc.array(fc.nat(5), { minLength: 1, maxLength: 5 }), {
  minLength: 1,
  maxLength: 4,
});
// Of two lengths, so that equal ones are told apart by more than that.
const POOL = [40, 40, 40, 32, 32, 40].map((length, index) => madeUp(length, 500 + index));

function filesOf(entries: readonly (readonly number[])[]): Record<string, object> {
  return Object.fromEntries(
    entries.map((credentials, file) => [
      `${file}/.cursor/mcp.json`,
      {
        mcpServers: Object.fromEntries(
          credentials.map((credential, index) => [`s${index}`, variable(POOL[credential]!)]),
        ),
      },
    ]),
  );
}

describe('which credentials are shared', () => {
  test('one finding for each that stands in several entries, with all of its places', async () => {
    await fc.assert(
      fc.asyncProperty(distribution, async (entries) => {
        const files = filesOf(entries);
        const found = await findingsOf(files);
        const expected = POOL.map((secret) =>
          Object.entries(files).flatMap(([file, config]) => {
            const text = `${JSON.stringify(config, null, 2)}\n`;
            return [...text.matchAll(new RegExp(secret, 'g'))].map(({ index }) => `${file}:${index}`);
          }),
        ).filter((all) => all.length > 1);
        expect(found.map(places).sort()).toEqual(expected.map((all) => all.sort()).sort());
        for (const finding of found) {
          expect(finding.severity).toBe('warning');
          // At the first place, in the order of the run.
          expect(`${finding.file}:${String(finding.region.offset).padStart(9)}`).toBe(
            [finding, ...finding.related]
              .map((place) => `${place.file}:${String(place.region.offset).padStart(9)}`)
              .sort()[0],
          );
        }
      }),
      { numRuns: 40 },
    );
  });

  test('says how many servers in how many files', async () => {
    const [finding] = await findingsOf(filesOf([[0, 0], [0]]));
    expect(finding!.message).toContain('3 servers in 2 files');
    expect(finding!.related.map(({ message }) => message)).toEqual([
      'the same in the environment variable API_KEY of server "s1" (Cursor)',
      'the same in the environment variable API_KEY of server "s0" (Cursor)',
    ]);
  });

  test('not the same text twice in one entry', async () => {
    const secret = madeUp(32);
    const entry = {
      url: 'https://mcp.example.com/mcp',
      headers: { 'X-Api-Key': secret },
      env: { API_KEY: secret },
    };
    expect(await findingsOf({ 'mcp.json': { mcpServers: { a: entry } } })).toEqual([]);
  });

  test('two projects of one file, and the user of it, are different places', async () => {
    const secret = madeUp(32);
    const inProject = { mcpServers: { a: variable(secret) } };
    const file = '.claude.json';
    const [finding, ...more] = await findingsOf({
      [file]: { mcpServers: { a: variable(secret) }, projects: { '/x': inProject, '/y': inProject } },
    });
    expect(more).toEqual([]);
    expect(finding!.message).toContain('3 servers in 1 file');
    expect(finding!.related[0]!.message).toContain('/x');
  });

  test('an inherited block and an entry are two places, two variables of the block are one', async () => {
    const secret = madeUp(32);
    const env = { A_API_KEY: secret, B_API_KEY: secret };
    expect(await findingsOf({ '.claude/settings.json': { env } })).toEqual([]);
    const [finding] = await findingsOf({
      '.claude/settings.json': { env },
      '.mcp.json': { mcpServers: { a: variable(secret) } },
    });
    expect(finding!.message).toContain('2 places in 2 files');
    expect(finding!.related).toHaveLength(2);
  });

  test('not defaults of local development, placeholders, references or expired tokens', async () => {
    const expired = sample('jwt', prng(3));
    for (const value of ['YOUR_API_KEY', '${API_KEY}', expired]) {
      expect(
        await findingsOf({ 'mcp.json': { mcpServers: { a: variable(value), b: variable(value) } } }),
      ).toEqual([]);
    }
    const database = { command: 'x', args: ['postgresql://postgres:postgres@localhost/app'] };
    expect(await findingsOf({ 'mcp.json': { mcpServers: { a: database, b: database } } })).toEqual([]);
  });

  test('a credential in a header, a URL and a command line is one', async () => {
    const secret = madeUp(36);
    const found = await findingsOf({
      'mcp.json': {
        mcpServers: {
          a: remote('https://a.example.com/mcp', `Bearer ${secret}`),
          b: { url: `https://b.example.com/mcp?api_key=${secret}` },
          c: { command: 'x', args: [`--token=${secret}`] },
          d: remote('https://d.example.com/mcp', `Basic ${Buffer.from(`me:${secret}`).toString('base64')}`),
        },
      },
    });
    expect(found.map(({ related }) => related.length)).toEqual([3]);
  });
});

describe('to whom it is sent', () => {
  const sentTo = async (format: string, url: string, header = 'Authorization') => {
    const config = { url, headers: { [header]: sample(format, prng(11)) } };
    const found = await findingsOf({ 'mcp.json': { mcpServers: { a: config } } });
    return found.map(({ severity }) => severity);
  };

  test.each([
    ['github-pat-classic', 'https://mcp.example.com/mcp'],
    ['github-fine-grained-pat', 'https://mcp.notion.com/mcp'],
    ['slack-bot-token', 'https://mcp.example.com/mcp'],
    ['openai-project-key', 'https://mcp.example.com/mcp'],
    ['notion-token', 'https://notes.example.org/mcp'],
  ])('%s to %s: an error', async (format, url) => {
    expect(await sentTo(format, url)).toEqual(['error']);
  });

  test.each([
    ['github-pat-classic', 'https://api.githubcopilot.com/mcp/'],
    ['github-pat-classic', 'https://copilot-api.example.ghe.com/mcp'],
    ['github-pat-classic', 'https://github.example.com/api/mcp'],
    ['github-pat-classic', 'http://localhost:8080/mcp'],
    ['github-pat-classic', 'http://10.0.0.7/mcp'],
    ['gitlab-pat', 'https://git.example.com/api/v4/mcp'],
    ['notion-token', 'https://mcp.notion.com/mcp'],
    ['huggingface-token', 'https://someone-tool.hf.space/mcp'],
    ['google-ai-key-standard', 'https://tool.example.com/mcp'],
    ['google-ai-key-standard', 'https://mapstools.googleapis.com/mcp'],
  ])('%s to %s: nothing', async (format, url) => {
    expect(await sentTo(format, url)).toEqual([]);
  });

  test('the issuer is told where other people run its product, but not where somebody else is known to be', async () => {
    expect(await sentTo('gitlab-pat', 'https://mcp.notion.com/mcp')).toEqual(['error']);
  });

  test('through a bridge as well, but not what a program keeps', async () => {
    const token = sample('github-pat-classic', prng(12));
    const bridge = [
      'mcp-remote',
      'https://mcp.example.com/mcp',
      '--header',
      `Authorization: Bearer ${token}`,
    ];
    const [finding] = await findingsOf({
      'mcp.json': { mcpServers: { a: { command: 'npx', args: bridge } } },
    });
    expect(finding).toMatchObject({ severity: 'error', message: expect.stringContaining('mcp.example.com') });
    const local = { command: 'github-mcp-server', env: { GITHUB_PERSONAL_ACCESS_TOKEN: token } };
    expect(await findingsOf({ 'mcp.json': { mcpServers: { a: local } } })).toEqual([]);
  });

  test('by way of a variable that a header refers to', async () => {
    const args = ['mcp-remote', 'https://mcp.example.com/mcp', '--header', 'Authorization:${AUTH}'];
    const env = { AUTH: `Bearer ${sample('github-pat-classic', prng(14))}` };
    const found = await findingsOf({ 'mcp.json': { mcpServers: { a: { command: 'npx', args, env } } } });
    expect(found.map(({ severity }) => severity)).toEqual(['error']);
  });

  test('is the first thing said of a credential that is shared as well', async () => {
    const token = sample('github-pat-classic', prng(13));
    const found = await findingsOf({
      'mcp.json': {
        mcpServers: {
          a: { command: 'github-mcp-server', env: { GITHUB_TOKEN: token } },
          b: remote('https://mcp.example.com/mcp', `Bearer ${token}`),
        },
      },
    });
    expect(found.map(({ severity, server }) => [severity, server])).toEqual([['error', 'b']]);
    expect(found[0]!.related).toHaveLength(1);
  });
});

test('one OAuth client secret at different addresses has its own words', async () => {
  const oauth = { clientId: 'linter', clientSecret: madeUp(40) };
  const entry = (url: string) => ({ url, oauth });
  const [finding] = await findingsOf({
    '.mcp.json': {
      mcpServers: { a: entry('https://a.example.com/mcp'), b: entry('https://b.example.org/mcp') },
    },
  });
  expect(finding!.message).toMatch(/^One OAuth client secret is used by 2 servers/);
  const [same] = await findingsOf({
    '.mcp.json': {
      mcpServers: { a: entry('https://a.example.com/mcp'), b: entry('https://a.example.com/mcp') },
    },
  });
  expect(same!.message).toContain('is shared by 2 servers');
});

test.each(['.claude-plugin/plugin.json', 'managed-mcp.json'])(
  'a literal in %s, which is there to be given to others',
  async (file) => {
    const cwd = folderOf({ [file]: { mcpServers: { a: variable(madeUp(32)) } } });
    const { findings } = await lint([file], {
      cwd,
      ...(file.startsWith('m') && { host: 'claude-code-managed-mcp' }),
    });
    expect(findings.filter(({ rule }) => rule === ID).map(({ message }) => message)).toEqual([
      expect.stringContaining('given to others'),
    ]);
  },
);

test('a literal in a file that git tracks, but not in one that it does not', async () => {
  const text = '{ "mcpServers": { "a": { "command": "x", "env": { "API_KEY": "{{opaque}}" } } } }';
  const messagesOf = async (git: 'tracked' | 'untracked') => {
    const { findings } = await lintExample({ file: '.mcp.json', text, git });
    return findings.filter(({ rule }) => rule === ID).map(({ message }) => message);
  };
  expect(await messagesOf('tracked')).toEqual([expect.stringContaining('tracked by git')]);
  expect(await messagesOf('untracked')).toEqual([]);
});

describe('nothing of the credentials is told', () => {
  /** All that can be made of a text without a key. */
  const tracesOf = (secret: string) => [
    secret,
    ...['md5', 'sha1', 'sha256', 'sha512'].flatMap((algorithm) =>
      (['hex', 'base64', 'base64url'] as const).map((encoding) =>
        createHash(algorithm).update(secret).digest(encoding).slice(0, 20),
      ),
    ),
  ];

  const print = (report: Report) =>
    Promise.all(
      FORMATS.map((format) =>
        printReport(
          report,
          format,
          { quiet: false, verbose: true, failOn: 'warning' },
          { color: false, named: [] },
        ),
      ),
    );

  test('in no format, with or without a key for fingerprints', async () => {
    await fc.assert(
      fc.asyncProperty(distribution, fc.boolean(), async (entries, keyed) => {
        const files = filesOf(entries);
        const report = await lint(Object.keys(files), {
          cwd: folderOf(files),
          ...(keyed && { fingerprintKey: Buffer.from(madeUp(32, 9)) }),
        });
        const printed = (await print(report)).join('\n');
        expect(POOL.flatMap(tracesOf).filter((trace) => printed.includes(trace))).toEqual([]);
      }),
      { numRuns: 15 },
    );
  });

  test('nor whether two reports without a key are of the same credential', async () => {
    const reportOf = async (seed: number) => {
      const entry = variable(madeUp(32, seed));
      const cwd = folderOf({ 'mcp.json': { mcpServers: { a: entry, b: entry } } });
      return (await print(await lint(['mcp.json'], { cwd }))).join('\n').replaceAll(join(cwd), '');
    };
    expect(await reportOf(1)).toBe(await reportOf(2));
  });
});
