import { hostAdvice } from '../servers/host-advice.ts';
import type { Rule } from './rule.ts';
import { placeOf } from './words.ts';

/** A quarter: what is good for longer is not renewed by a program but kept. */
const MAX_DAYS = 90;

/** A JWT that is good for a long time, or for ever. */
export const longLivedToken: Rule = {
  meta: {
    id: 'long-lived-token',
    title: 'A token stays valid for a long time',
    category: 'credentials',
    severity: 'info',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what: 'A JWT is written into the config that is valid for more than 90 days, or has no end (`exp`) at all. Its claims are read, its signature is not checked.',
      why: 'Whoever copies it can use it until it ends, and most services cannot take a single JWT back. The specification has authorization servers issue short-lived access tokens.',
      fix: 'Have it issued for a shorter time, or sign in with OAuth, where the client renews short-lived tokens by itself.',
    },
  },
  bad: [
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "flows": { "command": "flows-mcp", "env": { "N8N_API_KEY": "{{sample:n8n-api-key}}" } }\n  }\n}\n',
      also: ['inline-credential', 'stdio-holds-secret'],
    },
  ],
  good: [
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "flows": { "command": "flows-mcp" }\n  }\n}\n',
    },
  ],
  checkSlot(classified, document) {
    const { slot, verdict } = classified;
    if (verdict.kind !== 'literal' || verdict.lifetime === undefined) return undefined;
    if (verdict.lifetime <= MAX_DAYS || verdict.traits.includes('expired')) return undefined;
    return {
      range: verdict.secret.range,
      path: slot.path,
      severity: 'info',
      message: `The token in ${placeOf(classified)} ${describe(verdict.lifetime)}`,
      why: 'Whoever gets a copy can use it all that time, and few services can take back a single JWT.',
      advice: `Have a new one issued for a shorter time. ${hostAdvice(document.host, classified)}`,
      slot: classified,
    };
  },
};

function describe(days: number): string {
  if (days === Number.POSITIVE_INFINITY) return 'never expires';
  return days > 36_500 ? 'is valid for more than 100 years' : `is valid for ${Math.round(days)} days`;
}
