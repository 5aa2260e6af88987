import { hostAdvice } from '../servers/host-advice.ts';
import type { Rule } from './rule.ts';
import { placeOf } from './words.ts';

/** A JWT whose time is over. */
export const expiredToken: Rule = {
  meta: {
    id: 'expired-token',
    title: 'A token has expired',
    category: 'credentials',
    severity: 'info',
    tags: ['correctness'],
    since: '0.1.0',
    docs: {
      what: 'A JWT is written into the config whose end (`exp`) has passed. Its claims are read, its signature is not checked.',
      why: 'The server cannot work with it. A token that somebody has to put in anew by hand is soon replaced by one that never expires.',
      fix: 'Delete it. Sign in with OAuth, where the client renews tokens by itself, or have the host read a fresh one by reference or from a helper program.',
    },
  },
  bad: [
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{sample:jwt}}" } }\n  }\n}\n',
      also: ['inline-credential'],
    },
  ],
  good: [
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "url": "https://mcp.example.com/mcp" }\n  }\n}\n',
    },
  ],
  checkSlot(classified, document) {
    const { slot, verdict } = classified;
    if (verdict.kind !== 'literal' || !verdict.traits.includes('expired')) return undefined;
    return {
      range: verdict.secret.range,
      path: slot.path,
      severity: 'info',
      message: `The token in ${placeOf(classified)} has expired`,
      why: 'By its own claims it opens nothing any more.',
      advice: `Get a new token and keep it out of this file. ${hostAdvice(document.host, classified)}`,
      slot: classified,
    };
  },
};
