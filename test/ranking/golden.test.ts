import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { rank } from '../../src/rank.ts';
import { APPROACHES } from '../../src/ranking/approaches.ts';
import { rankPretty } from '../../src/reporters/rank-pretty.ts';
import { temporaryFolder } from '../support/cli.ts';
import { fillExample } from '../support/examples.ts';

const FOLDER = join(import.meta.dirname, '../golden/ranking');

/** A config as its vendor documents it, or as it was found; credentials are filled in. */
interface Golden {
  readonly from: readonly string[];
  readonly file: string;
  readonly config: object;
}

const names = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => name.slice(0, -'.json'.length));

async function rankGolden(name: string) {
  const { file, config } = JSON.parse(readFileSync(join(FOLDER, `${name}.json`), 'utf8')) as Golden;
  const cwd = temporaryFolder();
  const path = join(cwd, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fillExample(`${JSON.stringify(config, null, 2)}\n`));
  return rank([file], { cwd, home: cwd });
}

test.each(names)('%s', async (name) => {
  await expect(rankPretty(await rankGolden(name))).toMatchFileSnapshot(join(FOLDER, `${name}.txt`));
});

test('every approach is among them', async () => {
  const reports = await Promise.all(names.map(rankGolden));
  const seen = new Set(
    reports.flatMap(({ servers }) =>
      servers.flatMap(({ approach }) => (approach?.ids.length === 1 ? approach.ids : [])),
    ),
  );
  expect([...seen].sort()).toEqual(APPROACHES.map(({ id }) => id).sort());
});
