import { gzipSync } from 'node:zlib';
import { expect } from 'vitest';

/**
 * Checks a SARIF log against what GitHub code scanning takes: what it documents (docs.github.com, "SARIF support for code
 * scanning" and "SARIF results exceed one or more limits", read 2026-11-24), and what it refuses a file for beside that
 * ("expected at least one location", "expected artifact location", "unrecognized SARIF location URI scheme").
 */
export function expectIngestible(text: string): void {
  expect(gzipSync(text).length).toBeLessThanOrEqual(10_000_000);
  const log = JSON.parse(text);
  expect(log.version).toBe('2.1.0');
  expect(log.$schema).toMatch(/sarif-2\.1\.0\.json$/);
  expect(log.runs.length).toBeLessThanOrEqual(20);
  for (const run of log.runs) {
    expectDriver(run.tool);
    expect(run.results.length).toBeLessThanOrEqual(25_000);
    for (const result of run.results) expectResult(result, run.tool.driver.rules);
  }
}

// biome-ignore lint/suspicious/noExplicitAny: a parsed log
type Parsed = any;

function expectDriver({ driver, extensions = [] }: Parsed): void {
  expect(driver.name).toBe('mcp-lint');
  expect(typeof driver.semanticVersion).toBe('string');
  expect(extensions.length).toBeLessThanOrEqual(100);
  expect(driver.rules.length).toBeLessThanOrEqual(25_000);
  for (const rule of driver.rules) {
    expect(rule.id.length).toBeLessThanOrEqual(255);
    expect(rule.name.length).toBeLessThanOrEqual(255);
    expect(rule.shortDescription.text.length).toBeLessThanOrEqual(1024);
    expect(rule.fullDescription.text.length).toBeLessThanOrEqual(1024);
    expect(rule.help.text).not.toBe('');
    expect(['note', 'warning', 'error']).toContain(rule.defaultConfiguration.level);
    const { tags, precision, 'security-severity': severity } = rule.properties;
    expect(tags.length).toBeLessThanOrEqual(20);
    expect(['very-high', 'high', 'medium', 'low']).toContain(precision);
    // A text, and a number from 0 to 10.
    expect(severity).toMatch(/^(?:10\.0|\d\.\d)$/);
  }
}

function expectResult(result: Parsed, rules: readonly Parsed[]): void {
  const { ruleId, ruleIndex, level, message, locations, relatedLocations = [], codeFlows = [] } = result;
  if (ruleIndex !== undefined) expect(rules[ruleIndex].id).toBe(ruleId);
  expect(['note', 'warning', 'error']).toContain(level);
  expect(message.text).not.toBe('');
  expect(locations.length).toBeGreaterThan(0);
  expect(locations.length + relatedLocations.length).toBeLessThanOrEqual(1000);
  // Only so many are shown.
  expect(relatedLocations.length).toBeLessThanOrEqual(100);
  const steps = codeFlows.flatMap((flow: Parsed) =>
    flow.threadFlows.flatMap((thread: Parsed) => thread.locations),
  );
  expect(steps.length).toBeLessThanOrEqual(10_000);
  expect(Object.keys(result.partialFingerprints).length).toBeGreaterThan(0);
  // github/codeql-action works this one out, and warns of any other.
  expect(result.partialFingerprints).not.toHaveProperty('primaryLocationLineHash');
  for (const { physicalLocation } of [...locations, ...relatedLocations]) expectPlace(physicalLocation);
}

function expectPlace({ artifactLocation: { uri, uriBaseId }, region }: Parsed): void {
  // Percent-encoded; relative to the root of the repository, or a file.
  expect(uri).toMatch(/^(?:[\w!*'().~/-]|%[0-9A-F]{2})*$|^file:\/\//);
  expect(uriBaseId).toBe(uri.startsWith('file://') ? undefined : '%SRCROOT%');
  for (const member of ['startLine', 'startColumn', 'endLine', 'endColumn'])
    expect(region[member]).toBeGreaterThan(0);
}
