import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Report } from '../../src/core/report.ts';
import type { Example } from '../../src/rules/rule.ts';
import { RULES } from '../../src/rules/rules.ts';
import { lint } from '../../src/run.ts';
import { fillExample } from '../support/examples.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'mcp-lint-examples-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

async function lintExample({ file, text }: Example): Promise<Report> {
  const path = join(folder, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, fillExample(text), { mode: 0o600 });
  return lint([file], { cwd: folder });
}

describe.each(RULES.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  test.each(rule.bad.map((example) => [example.file, example] as const))(
    'fires on %s, and alone',
    async (_file, example) => {
      const { findings } = await lintExample(example);
      expect(findings.map((finding) => finding.rule)).toEqual([id]);
      expect(findings[0]!.severity === 'error' && rule.meta.severity !== 'error').toBe(false);
    },
  );

  test.each(rule.good.map((example) => [example.file, example] as const))(
    'is silent on %s',
    async (_file, example) => {
      const { findings, summary } = await lintExample(example);
      expect(findings).toEqual([]);
      expect(summary).toMatchObject({ files: 1, problems: 0 });
      expect(summary.servers).toBeGreaterThan(0);
    },
  );

  test('has a file of its name and says what, why and what to do', () => {
    expect(readFileSync(`src/rules/${id}.ts`, 'utf8')).toContain(`id: '${id}'`);
    for (const text of Object.values(rule.meta.docs)) expect(text).toMatch(/^\S.*\.$/s);
  });
});
