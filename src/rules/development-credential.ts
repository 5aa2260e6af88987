import type { Rule } from './rule.ts';
import { placeOf } from './words.ts';

/** `postgres:postgres@localhost` and its like. */
export const developmentCredential: Rule = {
  meta: {
    id: 'development-credential',
    title: 'A well-known default password of local development',
    category: 'credentials',
    severity: 'info',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what: 'The value is a default that images and tutorials start with, for a service on this machine or of a name that only a local network knows.',
      why: 'It protects nothing that is not local. It becomes a credential on the day the same config points to a real server.',
      fix: 'Fine for development. Use a reference before the address changes.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "db": { "command": "uvx", "args": ["postgres-mcp==0.3.0", "postgresql://postgres:postgres@localhost:5432/app"] }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "db": { "command": "uvx", "args": ["postgres-mcp==0.3.0"], "env": { "DATABASE_URI": "${DATABASE_URI}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
  ],
  checkSlot(classified, document) {
    const { slot, verdict } = classified;
    if (verdict.kind !== 'literal' || !verdict.traits.includes('development-default')) return undefined;
    return {
      range: verdict.secret.range,
      path: slot.path,
      severity: 'info',
      message: `Default password of local development in ${placeOf(classified)}`,
      why: 'It is no secret; the same config with a real address would hold one.',
      advice: document.host.advice[slot.field],
      slot: classified,
    };
  },
};
