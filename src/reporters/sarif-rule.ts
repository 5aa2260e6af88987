import type { Severity } from '../core/report.ts';
import { RULES_URL, type RuleMeta } from '../rules/rule.ts';
import { shorten } from './printable.ts';

/** Our levels in SARIF's words. */
export const LEVELS = { error: 'error', warning: 'warning', info: 'note' } as const satisfies Record<
  Severity,
  string
>;

// GitHub reads a number from 0 to 10: high from 7.0, medium from 4.0, low below.
const SECURITY_SEVERITY: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.5', info: '2.0' };

/** What GitHub accepts of a description, and of tags. */
const MAX_DESCRIPTION = 1000;
const MAX_TAGS = 20;

/** SARIF's reportingDescriptor of a rule. */
export function describeRule(meta: RuleMeta) {
  const { what, why, fix } = meta.docs;
  return {
    id: meta.id,
    name: meta.id.split('-').map(capitalize).join(''),
    shortDescription: { text: shorten(meta.title, MAX_DESCRIPTION) },
    fullDescription: { text: shorten(what, MAX_DESCRIPTION) },
    help: {
      text: `${what}\n\nWhy: ${why}\n\nFix: ${fix}`,
      markdown: `${what}\n\n**Why**: ${why}\n\n**Fix**: ${fix}`,
    },
    helpUri: `${RULES_URL}#${encodeURIComponent(meta.id)}`,
    defaultConfiguration: { ...(meta.optIn && { enabled: false }), level: LEVELS[meta.severity] },
    properties: {
      tags: [...new Set(meta.tags)].slice(0, MAX_TAGS),
      precision: 'high',
      'security-severity': SECURITY_SEVERITY[meta.severity],
    },
  };
}

function capitalize(word: string): string {
  return `${word.slice(0, 1).toUpperCase()}${word.slice(1)}`;
}
