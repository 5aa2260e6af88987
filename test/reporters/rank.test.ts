import { readFileSync } from 'node:fs';
import { stripVTControlCharacters } from 'node:util';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import picocolors from 'picocolors';
import { describe, expect, test } from 'vitest';
import type { Label } from '../../src/core/label.ts';
import { APPROACHES, CRITERIA } from '../../src/ranking/approaches.ts';
import { STEPS } from '../../src/ranking/decisions.ts';
import { STATES } from '../../src/ranking/held.ts';
import type { RankReport } from '../../src/ranking/rank-report.ts';
import { rankJson } from '../../src/reporters/rank-json.ts';
import { rankMarkdown } from '../../src/reporters/rank-markdown.ts';
import { rankPretty } from '../../src/reporters/rank-pretty.ts';
import { widthOf } from '../../src/reporters/text-width.ts';
import { hostileText, UNSEEN } from './hostile-report.ts';
import { RANKING } from './rank-sample.ts';

const SCHEMA = JSON.parse(readFileSync(new URL('../../rank.schema.json', import.meta.url), 'utf8'));
const validate = new Ajv2020({ strict: true, allErrors: true }).compile(SCHEMA);

/** The sample with its free strings replaced. */
const hostileRanking: fc.Arbitrary<RankReport> = fc.infiniteStream(hostileText).map((texts) => {
  const next = () => texts.next().value as string;
  return {
    ...RANKING,
    servers: RANKING.servers.map((server) => ({
      ...server,
      name: next() as Label,
      ...(server.approach && { approach: { ...server.approach, evidence: [next()] } }),
      ...(server.unknown !== undefined && { unknown: next() }),
      ...(server.recommendation?.advice && {
        recommendation: { ...server.recommendation, advice: next() },
      }),
    })),
    files: RANKING.files.map((file) => ({
      ...file,
      ...(file.path === '.mcp.json' ? { verdict: next() } : { path: next() }),
    })),
  };
});

describe('json', () => {
  test('prints everything, in a stable order', () => {
    expect(JSON.parse(rankJson(RANKING))).toEqual(JSON.parse(JSON.stringify(RANKING)));
    expect(Object.keys(JSON.parse(rankJson(RANKING)))).toEqual([
      'version',
      'tool',
      'summary',
      'servers',
      'files',
      'source',
      'criteria',
      'approaches',
    ]);
  });

  test('is what the schema says, for any text', () => {
    fc.assert(
      fc.property(hostileRanking, (report) => {
        const text = rankJson(report);
        expect(text).not.toMatch(UNSEEN);
        validate(JSON.parse(text));
        expect(validate.errors).toBeNull();
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('the schema knows every word of the vocabularies and no other', () => {
    const { $defs, properties } = SCHEMA;
    const server = $defs.server.properties;
    expect($defs.approachId.enum).toEqual(APPROACHES.map(({ id }) => id));
    expect($defs.approach.properties.rank.enum).toEqual(APPROACHES.map(({ rank }) => rank));
    expect(properties.criteria.items.properties.id.enum).toEqual(CRITERIA.map(({ id }) => id));
    expect(Object.keys($defs.approach.properties.criteria.properties)).toEqual(CRITERIA.map(({ id }) => id));
    expect(server.approach.properties.state.enum).toEqual([...STATES]);
    expect(server.recommendation.properties.step.enum).toEqual(Object.keys(STEPS));
  });

  test('the schema refuses what it does not describe, and a server that is neither ranked nor unknown', () => {
    const report = JSON.parse(rankJson(RANKING));
    const [first] = report.servers;
    for (const spoil of [
      { ...report, extra: 1 },
      { ...report, servers: [{ ...first, url: 'x' }] },
      { ...report, servers: [{ ...first, unknown: 'x' }] },
      { ...report, servers: [{ ...first, approach: undefined, recommendation: undefined }] },
    ])
      expect(validate(JSON.parse(JSON.stringify(spoil)))).toBe(false);
  });
});

describe('pretty', () => {
  test('shows a table, a sentence and what to do for every file', async () => {
    await expect(rankPretty(RANKING)).toMatchFileSnapshot('../golden/ranking/report.pretty.txt');
  });

  test('shows the same in colours', () => {
    const colored = rankPretty(RANKING, { paint: picocolors.createColors(true) });
    expect(colored).not.toBe(rankPretty(RANKING));
    expect(stripVTControlCharacters(colored)).toBe(rankPretty(RANKING));
  });

  test.each([60, 80, 100, 140])('keeps to %i cells', (width) => {
    const lines = rankPretty(RANKING, { width }).split('\n');
    expect(lines.filter((line) => widthOf(line) > width && !line.includes('https://'))).toEqual([]);
  });

  test('says where it looked when there is nothing', () => {
    const nothing: RankReport = {
      ...RANKING,
      servers: [],
      files: [],
      summary: { ...RANKING.summary, files: 0 },
    };
    expect(rankPretty(nothing, { looked: 40 })).toBe('No MCP configs found in 40 places.\n');
    expect(rankPretty(nothing)).toBe('No MCP configs found.\n');
  });

  test('lets nothing through that acts on a terminal', () => {
    fc.assert(
      fc.property(hostileRanking, fc.integer({ min: 0, max: 120 }), (report, width) => {
        expect(rankPretty(report, { width })).not.toMatch(UNSEEN);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

describe('markdown', () => {
  test('is a table for a pull request comment', async () => {
    await expect(rankMarkdown(RANKING)).toMatchFileSnapshot('../golden/ranking/report.markdown.txt');
  });

  test('shows names and texts as they are: no markup, no mention, no link, no further cell', () => {
    const hostile = '`a` | <b>@kim</b> #12 [x](https://evil.example) www.evil.example **b** \n new';
    const [first] = RANKING.servers;
    const server = {
      ...first!,
      name: hostile as Label,
      approach: { ...first!.approach!, evidence: [hostile] },
    } as const;
    const text = rankMarkdown({ ...RANKING, servers: [server] });
    const row = text.split('\n').find((line) => line.startsWith('| <code>'))!;
    expect(row.match(/(?<!\\)\|/g)).toHaveLength(5);
    const [, name, , evidence] = row.split(/(?<!\\)\|/);
    expect(name!.trim()).toMatch(/^<code>[^<>`*[\]]+(?:<!-- -->[^<>`*[\]]+)*<\/code>$/);
    expect(evidence).not.toMatch(/[`<>[\]*](?!!--)(?<!<!--|-->)/);
    expect(evidence).not.toMatch(/@kim|(?<!&)#\d|:\/\/|www\.evil|&#</);
  });

  test('has five bars in every row, whatever the text', () => {
    fc.assert(
      fc.property(hostileRanking, (report) => {
        const text = rankMarkdown(report);
        expect(text).not.toMatch(UNSEEN);
        for (const line of text.split('\n').filter((one) => one.startsWith('|')))
          expect(line.replace(/`[^`]*`/, '').match(/(?<!\\)\|/g)).toHaveLength(5);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  test('says that there is nothing', () => {
    const { summary } = RANKING;
    expect(rankMarkdown({ ...RANKING, servers: [], files: [], summary: { ...summary, files: 0 } })).toBe(
      'No MCP configs found.\n',
    );
  });
});
