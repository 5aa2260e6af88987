import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { RULES } from '../../src/rules/rules.ts';
import { lintExample } from '../support/examples.ts';

describe.each(RULES.map((rule) => [rule.meta.id, rule] as const))('%s', (id, rule) => {
  const levels = rule.meta.optIn ? { [id]: rule.meta.severity } : {};

  test.each(rule.bad.map((example) => [example.file, example] as const))(
    'fires once on %s, and nothing else does but what the example names',
    async (_file, example) => {
      const { findings } = await lintExample(example, levels);
      const rules = findings.map((finding) => finding.rule).sort();
      expect(rules).toEqual([id, ...(example.also ?? [])].sort());
      const own = findings.find((finding) => finding.rule === id)!;
      expect(own.severity === 'error' && rule.meta.severity !== 'error').toBe(false);
    },
  );

  test.each(rule.good.map((example) => [example.file, example] as const))(
    'is silent on %s',
    async (_file, example) => {
      const { findings, summary } = await lintExample(example, levels);
      expect(findings.map((finding) => finding.rule)).toEqual([...(example.also ?? [])].sort());
      expect(summary.problems).toBe(0);
      expect(summary.files).toBeGreaterThan(0);
    },
  );

  test('has a file of its name and says what, why and what to do', () => {
    expect(readFileSync(`src/rules/${id}.ts`, 'utf8')).toContain(`id: '${id}'`);
    for (const text of Object.values(rule.meta.docs)) expect(text).toMatch(/^\S.*\.$/s);
  });
});
