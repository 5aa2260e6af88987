import type { Rule } from './rule.ts';

/** An ignore comment, or an ignore entry of the settings, that nothing is left out for. `src/triage` finds it. */
export const unusedIgnore: Rule = {
  meta: {
    id: 'unused-ignore',
    title: 'An ignore hides nothing',
    category: 'ignores',
    severity: 'warning',
    tags: ['maintainability'],
    since: '0.1.0',
    docs: {
      what: 'A comment `mcp-lint-ignore` or an entry of `ignore` in the settings fits no finding, or names no rule, or one that does not exist. Entries of the settings are told when their files were looked at: all of the folder, or the one file that they name. In files that could not be read in full, comments ignore nothing and nothing is said about them.',
      why: 'What it was written for is gone, or stands on another line now. An ignore that stays behind hides the next credential that is put there, and one with a typing mistake never hid anything.',
      fix: 'Delete it, or move it: a comment is about the line it is on, or, on lines of its own, about the next line that is no comment. `mcp-lint-ignore-file` in front of all else is about the whole file.',
    },
  },
  bad: [
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    // mcp-lint-ignore inline-credential -- the key of the demo account, which opens nothing\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp" }\n  }\n}\n',
    },
    {
      file: '.codex/config.toml',
      text: '[mcp_servers.search]\nurl = "https://mcp.example.com/mcp" # mcp-lint-ignore inline-credentials -- the key of the demo account\n',
    },
  ],
  good: [
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "search": {\n      "type": "http",\n      "url": "https://mcp.example.com/mcp",\n      // mcp-lint-ignore inline-credential -- the key of the demo account, which opens nothing\n      "headers": { "Authorization": "Bearer {{opaque}}" }\n    }\n  }\n}\n',
    },
  ],
};
