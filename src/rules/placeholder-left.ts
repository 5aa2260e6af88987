import { label } from '../core/label.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import { leftPlaceholders } from '../servers/left-placeholders.ts';
import type { Rule } from './rule.ts';
import { isTemplatePath } from './template-path.ts';
import { placeInEntry, rangeOf } from './words.ts';

/** A credential that nobody has filled in yet. */
export const placeholderLeft: Rule = {
  meta: {
    id: 'placeholder-left',
    title: 'A credential is still a placeholder',
    category: 'credentials',
    severity: 'info',
    tags: ['correctness'],
    since: '0.1.0',
    docs: {
      what: 'A variable, header or argument that is there for a credential has a value such as `YOUR_API_KEY`, which asks to be replaced. Files and folders with names of templates and values that a broker replaces do not count.',
      why: 'The server starts and fails at its first request. What follows matters more: whoever fixes it in a hurry writes the credential itself into the file.',
      fix: 'Put a reference there, in the form that this host expands, instead of the credential.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer YOUR_API_KEY" } }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${SEARCH_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: 'mcp.example.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer YOUR_API_KEY" } }\n  }\n}\n',
    },
  ],
  checkServer(facts, document) {
    const [first, ...others] = leftPlaceholders(facts);
    if (!first || isTemplatePath(document.path)) return [];
    const { slot } = first.slot;
    const more = others.length > 0 ? ` and ${others.length} more` : '';
    return [
      {
        range: rangeOf(first.slot),
        path: slot.path,
        severity: 'info',
        message: `A placeholder stands where server "${label(facts.server.name)}" expects a credential: ${placeInEntry(slot)}${more}`,
        why: 'The server cannot work with it, and the credential itself does not belong in this file.',
        advice: hostAdvice(document.host, first.slot),
        slot: first.slot,
        related: others.map((other) => ({
          range: rangeOf(other.slot),
          message: `another in ${placeInEntry(other.slot.slot)}`,
        })),
      },
    ];
  },
};
