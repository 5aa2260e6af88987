import { label } from '../core/label.ts';
import type { Rule } from './rule.ts';

/** The same key twice in one mapping. */
export const duplicateKey: Rule = {
  meta: {
    id: 'duplicate-key',
    title: 'A key stands twice, so that one entry hides another',
    category: 'structure',
    severity: 'warning',
    tags: ['correctness'],
    since: '0.1.0',
    docs: {
      what: 'A mapping that servers are read from has the same key more than once.',
      why: 'Hosts take the last one and say nothing. A person who reads or edits the first changes nothing, and a credential in it stays unnoticed.',
      fix: 'Keep one of the entries.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "fs": { "command": "mcp-server-filesystem", "args": ["./a"] },\n    "fs": { "command": "mcp-server-filesystem", "args": ["./b"] }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "fs-a": { "command": "mcp-server-filesystem", "args": ["./a"] },\n    "fs-b": { "command": "mcp-server-filesystem", "args": ["./b"] }\n  }\n}\n',
    },
  ],
  checkDuplicate(duplicate) {
    const name = label(duplicate.key);
    return {
      range: duplicate.range,
      path: duplicate.path,
      severity: 'warning',
      message: `The key "${name}" stands again further down, and that one is used`,
      why: 'This entry has no effect, but what it holds is still in the file.',
      advice: 'Keep one of the entries.',
      related: [{ range: duplicate.effective, message: `"${name}" as the host reads it` }],
    };
  },
};
