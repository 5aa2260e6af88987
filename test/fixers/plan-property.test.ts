import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { FilePlan } from '../../src/fixers/fix-plan.ts';
import { prng, sample } from '../support/samples.ts';
import { planTexts } from './plan-text.ts';

/** Files of hosts, with the key of their servers and whether the command is a list. */
const FILES: readonly { readonly file: string; readonly root: string; readonly list?: true }[] = [
  { file: 'claude_desktop_config.json', root: 'mcpServers' },
  { file: '.claude.json', root: 'mcpServers' },
  { file: '.mcp.json', root: 'mcpServers' },
  { file: '.cursor/mcp.json', root: 'mcpServers' },
  { file: '.vscode/mcp.json', root: 'servers' },
  { file: 'opencode.json', root: 'mcp', list: true },
  { file: '.gemini/settings.json', root: 'mcpServers' },
  { file: '.config/zed/settings.json', root: 'context_servers' },
  { file: '.codeium/windsurf/mcp_config.json', root: 'mcpServers' },
  { file: 'servers.json', root: 'mcpServers' },
];

/** Credentials are made from seeds, so that a failing case shows none. */
const seed = fc.integer({ min: 1, max: 1e9 });
const token = seed.map((from) => sample('github-pat-classic', prng(from)));
const opaque = seed.map((from) => {
  const random = prng(from);
  return Array.from({ length: 32 }, () => '0123456789abcdef'[Math.floor(random() * 16)]).join('');
});
/** With characters that JSON, shells and URLs read in their own way. */
const password = seed.map((from) => {
  const random = prng(from);
  const marks = `abcdefXYZ0123456789!#%&*()'"\\\`;<>?~é€`;
  return `pA9${Array.from({ length: 17 }, () => marks[Math.floor(random() * marks.length)]).join('')}z`;
});
const secret = fc.oneof(token, opaque);

const environment = fc.dictionary(
  fc.constantFrom('API_KEY', 'GITHUB_TOKEN', 'DB_PASSWORD', 'AUTH_HEADER', 'LOG_LEVEL'),
  fc.oneof(
    secret,
    password,
    secret.map((one) => `Bearer ${one}`),
    fc.constant('info'),
    fc.constant('${HOME}/x'),
  ),
  { maxKeys: 3 },
);

const argument = fc.oneof(
  fc.constantFrom(['--verbose'], ['--port', '8080'], ['${workspaceFolder}/data'], ['--dir', '/srv/data']),
  secret.map((one) => ['--api-key', one]),
  secret.map((one) => [`--token=${one}`]),
  secret.map((one) => [`postgresql://me:${one}@db.example.com/app`]),
  secret.map((one) => [`--header`, `Authorization: Bearer ${one}`]),
);

const commandLine = fc.oneof(
  fc.array(argument, { maxLength: 3 }).map((args) => ['npx', '-y', 'srv', ...args.flat()]),
  fc
    .tuple(secret, secret)
    .map(([a, b]) => ['docker', 'run', '-i', '-e', `API_KEY=${a}`, `--env=TOKEN=${b}`, 'img/x']),
  secret.map((one) => ['npx', 'mcp-remote', 'https://mcp.example.com/mcp', '--header', `X-Api-Key:${one}`]),
  fc
    .tuple(secret, fc.constantFrom('', "'", '"'))
    .map(([one, quote]) => ['sh', '-c', `API_TOKEN=${quote}${one}${quote} npx -y srv`]),
);

const started = fc.record({ words: commandLine, env: fc.option(environment, { nil: undefined }) });
const called = fc.record({
  url: fc.oneof(
    fc.constant('https://mcp.example.com/mcp'),
    secret.map((one) => `https://mcp.example.com/mcp?api_key=${one}`),
  ),
  headers: fc.dictionary(
    fc.constantFrom('Authorization', 'X-Api-Key', 'Accept'),
    fc.oneof(
      secret,
      secret.map((one) => `Bearer ${one}`),
      fc.constant('text/plain'),
    ),
    { maxKeys: 3 },
  ),
});

type Entry =
  | { words: string[]; env?: Record<string, string> | undefined }
  | { url: string; headers: Record<string, string> };

function entryOf(entry: Entry, list: boolean): object {
  if ('url' in entry) return { type: list ? 'remote' : 'http', ...entry };
  const { words, env } = entry;
  if (list) return { type: 'local', command: words, ...(env && { environment: env }) };
  return { command: words[0], args: words.slice(1), ...(env && { env }) };
}

const config = fc.record({
  place: fc.constantFrom(...FILES),
  servers: fc.dictionary(
    fc.constantFrom('github', 'db', 'my server', 'a/b', 'x.y', '日本', '__proto__x'),
    fc.oneof(started, called),
    { minKeys: 1, maxKeys: 4 },
  ),
  indent: fc.constantFrom(undefined, 2, '\t'),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  safety: fc.constantFrom('safe' as const, 'all' as const),
});

test('what is planned goes, stays gone, and nothing else changes', async () => {
  await fc.assert(
    fc.asyncProperty(config, async ({ place, servers, indent, lineEnd, safety }) => {
      const entries = Object.fromEntries(
        Object.entries(servers).map(([name, entry]) => [name, entryOf(entry as Entry, place.list === true)]),
      );
      const text = JSON.stringify({ [place.root]: entries }, undefined, indent).replaceAll('\n', lineEnd);
      const first = await planTexts({ [place.file]: text }, { safety });
      const file = first.plan.files[0];
      const after = first.after[place.file] ?? text;
      if (file)
        expect(
          movedTexts(file).filter((moved) => after.includes(JSON.stringify(moved).slice(1, -1))),
        ).toEqual([]);
      expect(first.vault.calls.filter((call) => !call.startsWith('read '))).toEqual([]);
      expect(accounts(first.plan.files)).toEqual([...new Set(accounts(first.plan.files))]);

      const second = await planTexts({ [place.file]: after }, { safety });
      expect(second.plan.files).toEqual([]);
      expect(second.left.length).toBe(first.left.length);
    }),
    { numRuns: 60, seed: 20_261_123 },
  );
});

/** Longer than what turns up by chance. */
function movedTexts({ moves }: FilePlan): string[] {
  return moves.map(({ credential }) => credential.part.reveal()).filter((one) => one.length >= 8);
}

function accounts(files: readonly FilePlan[]): string[] {
  const items = new Set(files.flatMap(({ moves }) => moves.map(({ item }) => item)));
  return [...items].map(({ account }) => account);
}
