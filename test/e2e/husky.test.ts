import { cpSync, existsSync, mkdirSync, readFileSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { builtCli, NODE, ROOT, runProgram, temporaryFolder, writeInto } from '../support/cli.ts';
import { git, runGit } from '../support/commits.ts';
import { prng, sample } from '../support/samples.ts';

const PACKAGES = join(ROOT, '.cache/hook-runners/node_modules');
const missing = existsSync(PACKAGES) ? '' : ' (SKIPPED: scripts/install-hook-runners.sh first)';

const TOKEN = sample('grafana-service-account', prng(81));
const server = (key: string) => ({
  mcpServers: {
    search: { type: 'http', url: 'https://search.example.com/mcp', headers: { 'X-Api-Key': key } },
  },
});

/** A project in which husky, lint-staged and mcp-lint are installed. */
async function project(manifest: object, hook: string): Promise<string> {
  const folder = temporaryFolder();
  await git(folder, 'init', '--quiet');
  mkdirSync(join(folder, 'node_modules'));
  cpSync(PACKAGES, join(folder, 'node_modules'), { recursive: true, verbatimSymlinks: true });
  symlinkSync(builtCli(), join(folder, 'node_modules/.bin/mcp-lint'));
  writeInto(folder, '.gitignore', 'node_modules\n');
  writeInto(folder, 'package.json', { name: 'x', private: true, ...manifest });
  await runProgram(NODE, [join(folder, 'node_modules/husky/bin.js')], { cwd: folder });
  writeInto(folder, '.husky/pre-commit', hook);
  return folder;
}

async function commit(folder: string) {
  await git(folder, 'add', '--all');
  const { code, stdout, stderr } = await runGit(folder, ['commit', '--message', 'm'], { patience: 60 });
  const output = stdout + stderr;
  expect(output).not.toContain(TOKEN);
  return { refused: code !== 0, output };
}

const text = (path: string) => readFileSync(join(ROOT, 'examples', path), 'utf8');

describe.skipIf(missing !== '')(`the examples${missing}`, () => {
  test.each([
    ['husky', {}, text('husky/pre-commit')],
    ['lint-staged', JSON.parse(text('lint-staged/package.json')), 'npx lint-staged\n'],
  ])(
    'for %s refuse a commit with a token and let one with a reference pass',
    async (_, manifest, hook) => {
      const folder = await project(manifest, hook);
      writeInto(folder, 'broken.json', '{');
      writeInto(folder, '.mcp.json', server('${SEARCH_API_KEY}'));
      const clean = await commit(folder);
      expect(clean).toEqual({ refused: false, output: clean.output });
      writeInto(folder, '.mcp.json', server(TOKEN));
      const dirty = await commit(folder);
      expect(dirty.refused).toBe(true);
      expect(dirty.output).toContain('error[inline-credential]');
    },
    120_000,
  );
});
