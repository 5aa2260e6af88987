import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearMissOf } from '../../src/catalog/catalog.ts';
import { namesOf } from '../../src/catalog/names.ts';
import { isNearMiss } from '../../src/catalog/near-miss.ts';
import { singleEdit } from '../../src/catalog/single-edit.ts';

const REGISTRIES = ['npm', 'pypi', 'oci'] as const;

test.each([
  ['npm', 'firecrawl-mpc', 'firecrawl-mcp'],
  ['npm', 'firecrawl-mccp', 'firecrawl-mcp'],
  ['npm', 'firecraw1-mcp', 'firecrawl-mcp'],
  ['npm', 'firecrawlmcp', 'firecrawl-mcp'],
  ['npm', 'firecrawl_mcp', 'firecrawl-mcp'],
  ['npm', 'mcp-sever-kubernetes', 'mcp-server-kubernetes'],
  ['npm', 'mcp-server-kubernetse', 'mcp-server-kubernetes'],
  ['npm', '@modelcontextprotcol/server-github', '@modelcontextprotocol/server-github'],
  ['npm', '@model-contextprotocol/server-github', '@modelcontextprotocol/server-github'],
  ['npm', 'server-filesystem', '@modelcontextprotocol/server-filesystem'],
  ['npm', 'Tavily-MPC', 'tavily-mcp'],
  ['pypi', 'mcp_atlasian', 'mcp-atlassian'],
  ['pypi', 'mcpserver-fetch', 'mcp-server-fetch'],
  ['pypi', 'awslabs-s3-tables-mcp-sever', 'awslabs.s3-tables-mcp-server'],
  ['oci', 'ghcr.io/githubb/github-mcp-server', 'ghcr.io/github/github-mcp-server'],
  ['oci', 'sonarsuorce/sonarqube-mcp', 'sonarsource/sonarqube-mcp'],
] as const)('%s: %s is nearly %s', (registry, name, known) => {
  expect(nearMissOf(registry, name)?.name).toBe(known);
});

// Names of other packages, seen in public configs or such as anybody might choose.
test.each([
  ['npm', 'chrome-mcp'],
  ['npm', 'playwright-mcp'],
  ['npm', 'playwright-mcp2'],
  ['npm', 'playwright-mcp-server'],
  ['npm', 'notion-mcp-server'],
  ['npm', 'docker-mcp'],
  ['npm', 'n8n-mcp2'],
  ['npm', 'mcp-remote2'],
  ['npm', 'mcp-servers'],
  ['npm', 'stack-mcp-server'],
  ['npm', 'exam-mcp-server'],
  ['npm', 'kubernetes-mcp-servers'],
  ['npm', 'firecrawl-acp'],
  ['npm', '@someone/firecrawl-mcp'],
  ['npm', '@modelcontextprotocol/server-githubb'],
  ['npm', '@playwright/mcp2'],
  ['npm', 'mcp-searxng'],
  ['npm', 'mcp-mermaid'],
  ['npm', 'ios-simulator-mcp'],
  ['npm', '@automatalabs/mcp-server-playwright'],
  ['pypi', 'chrome-mcp'],
  ['pypi', 'mcp-server-timer'],
  ['pypi', 'mcp-server-gist'],
  ['pypi', 'zapier-mcp'],
  ['oci', 'mcp/githubb'],
  ['oci', 'mcp/gitlabs'],
] as const)('%s: %s is a name of its own', (registry, name) => {
  expect(nearMissOf(registry, name)).toBeUndefined();
});

test('no known name is nearly another', () => {
  const confusable = REGISTRIES.flatMap((registry) => {
    const names = [...namesOf(registry).keys()];
    return names.flatMap((known) =>
      names.filter((name) => isNearMiss(registry, known, name)).map((name) => `${known} ${name}`),
    );
  });
  expect(confusable).toEqual([]);
});

const registry = fc.constantFrom(...REGISTRIES);
const letter = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-');

test('a near miss is never known itself, and names what it is near to', () => {
  fc.assert(
    fc.property(
      registry,
      fc.nat(),
      fc.nat(),
      fc.constantFrom(0, 1),
      letter,
      (kind, pick, where, cut, unit) => {
        const names = [...namesOf(kind).keys()];
        const known = names[pick % names.length]!;
        const at = where % (known.length + 1);
        const name = known.slice(0, at) + unit + known.slice(at + cut);
        const found = nearMissOf(kind, name);
        if (namesOf(kind).has(name)) expect(found).toBeUndefined();
        if (found)
          expect([...found.server.npm, ...found.server.pypi, ...found.server.images]).toContain(found.name);
      },
    ),
    { numRuns: 2000 },
  );
});

test('a doubled letter in a long word of a name without owner is always seen', () => {
  fc.assert(
    fc.property(fc.constantFrom('npm', 'pypi'), fc.nat(), fc.nat(), (kind: 'npm' | 'pypi', pick, where) => {
      const names = [...namesOf(kind).keys()].filter((name) => !name.includes('/') && name.length >= 8);
      const known = names[pick % names.length]!;
      const spots = [...known.matchAll(/[a-z]{5,}/g)].map(({ index }) => index);
      fc.pre(spots.length > 0);
      const at = spots[where % spots.length]! + 1;
      const name = known.slice(0, at) + known[at - 1] + known.slice(at);
      expect(nearMissOf(kind, name)?.name.replace(/[-_.]+/g, '-')).toBe(known.replace(/[-_.]+/g, '-'));
    }),
  );
});

test('one change is found exactly when one is enough', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', 'c', '-'), maxLength: 6 });
  fc.assert(
    fc.property(text, text, (before, after) => {
      const near = new Set<string>();
      for (let at = 0; at <= before.length; at += 1) {
        const [start, end] = [before.slice(0, at), before.slice(at)];
        near.add(start + end.slice(1));
        for (const unit of 'abc-') near.add(start + unit + end).add(start + unit + end.slice(1));
        if (end.length > 1) near.add(start + end[1] + end[0] + end.slice(2));
      }
      near.delete(before);
      expect(singleEdit(before, after) !== undefined).toBe(near.has(after));
    }),
    { numRuns: 3000 },
  );
});
