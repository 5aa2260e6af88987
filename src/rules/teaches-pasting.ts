import { label } from '../core/label.ts';
import { leftPlaceholders } from '../servers/left-placeholders.ts';
import type { Rule } from './rule.ts';
import { placeInEntry, rangeOf } from './words.ts';

/** A text that tells its readers to write a credential into a config. */
export const teachesPasting: Rule = {
  meta: {
    id: 'teaches-pasting',
    title: 'A text tells readers to paste a credential into a config',
    category: 'documentation',
    severity: 'info',
    tags: ['documentation'],
    since: '0.1.0',
    optIn: true,
    docs: {
      what:
        'A Markdown text shows a config, a command or a link with a placeholder such as `<your-api-key>` where a server expects a ' +
        'credential. This is right for hosts that expand nothing, so the rule is off unless it is given a level.',
      why:
        'Readers do what a text shows. Most credentials in configs are there because the page of a server said so, and few texts say ' +
        'that the file must then not be committed.',
      fix:
        'Show the form that keeps the value out of the file: a reference that the host expands, a prompt of the host, a remote server ' +
        'that signs in with OAuth, or "mcp-lint fix" as the next step.',
    },
  },
  bad: [
    {
      file: 'README.md',
      text: '# Search\n\nAdd this to `.cursor/mcp.json`:\n\n```json\n{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp"], "env": { "SEARCH_API_KEY": "<your-api-key>" } }\n  }\n}\n```\n',
    },
    {
      file: 'docs/vscode.md',
      text: '# Search in VS Code, over MCP\n\n```json\n{\n  "servers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer YOUR_API_KEY" } }\n  }\n}\n```\n',
    },
  ],
  good: [
    {
      file: 'README.md',
      text: '# Search\n\nAdd this to `.mcp.json`, and export SEARCH_API_KEY:\n\n```json\n{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp"], "env": { "SEARCH_API_KEY": "${SEARCH_API_KEY}" } }\n  }\n}\n```\n',
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer YOUR_API_KEY" } }\n  }\n}\n',
      also: ['placeholder-left'],
    },
  ],
  documentation: true,
  checkServer(facts) {
    const { server, host } = facts;
    const [first, ...others] = host.documentation ? leftPlaceholders(facts) : [];
    if (!first) return [];
    const better = host.documentation!.find(
      ({ under }) => under === undefined || server.path.includes(under),
    );
    const { slot } = first.slot;
    return [
      {
        range: rangeOf(first.slot),
        path: slot.path,
        severity: 'info',
        message: `The text has readers paste a credential into the config of server "${label(server.name)}": ${placeInEntry(slot)}${others.length > 0 ? ` and ${others.length} more` : ''}`,
        why: 'Readers keep what a text shows, and so does git.',
        advice: better!.better,
        slot: first.slot,
        related: others.map((other) => ({
          range: rangeOf(other.slot),
          message: `another in ${placeInEntry(other.slot.slot)}`,
        })),
      },
    ];
  },
};
