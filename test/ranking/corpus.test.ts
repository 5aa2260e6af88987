import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { rank } from '../../src/rank.ts';
import { rankJson } from '../../src/reporters/rank-json.ts';
import { rankMarkdown } from '../../src/reporters/rank-markdown.ts';
import { rankPretty } from '../../src/reporters/rank-pretty.ts';

// Real configs with their credentials replaced. It is no part of the project: without it these tests are skipped.
const CORPUS = process.env['MCP_LINT_CORPUS'] ?? join('..', 'shared', 'corpus');
const folder = join(CORPUS, 'files');
const missing = !existsSync(folder);

describe.skipIf(missing)(
  missing ? 'SKIPPED: no corpus of real configs at MCP_LINT_CORPUS' : 'real configs',
  () => {
    const files = missing
      ? []
      : readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => /\.jsonc?$/.test(name));

    test('every server has a place or a reason why not, and few have none', async () => {
      const { servers, summary } = await rank(files, { cwd: folder });
      for (const { approach, unknown } of servers)
        expect((approach === undefined) !== (unknown === undefined)).toBe(true);
      const share = summary.unknown / summary.servers;
      console.log(
        `ranking of the corpus: ${summary.servers} servers, ${summary.unknown} unknown (${(share * 100).toFixed(1)} %)`,
      );
      expect(summary.servers).toBeGreaterThan(500);
      expect(share).toBeLessThan(0.15);
    });

    test('no output holds a stand-in for a credential', async () => {
      const standIns = Object.keys(JSON.parse(readFileSync(join(CORPUS, 'credentials.json'), 'utf8')));
      const report = await rank(files, { cwd: folder });
      for (const text of [rankJson(report), rankPretty(report), rankMarkdown(report)])
        expect(standIns.filter((value) => text.includes(value))).toEqual([]);
    });
  },
);
