import type { Rule } from './rule.ts';

/** An ignore comment that does not say why. `src/triage` finds it. */
export const ignoreWithoutReason: Rule = {
  meta: {
    id: 'ignore-without-reason',
    title: 'An ignore comment gives no reason',
    category: 'ignores',
    severity: 'warning',
    tags: ['maintainability'],
    since: '0.1.0',
    docs: {
      what: 'A comment `mcp-lint-ignore` names rules, but not why they do not count here. It ignores nothing then.',
      why: 'Who reads it next cannot tell whether the reason still holds, so that nobody dares to delete it and the credential stays.',
      fix: 'Put the reason behind two dashes: `mcp-lint-ignore inline-credential -- key of the demo account, opens nothing`. Or delete the comment.',
    },
  },
  bad: [
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "search": {\n      "type": "http",\n      "url": "https://mcp.example.com/mcp",\n      // mcp-lint-ignore inline-credential\n      "headers": { "Authorization": "Bearer {{opaque}}" }\n    }\n  }\n}\n',
      also: ['inline-credential'],
    },
  ],
  good: [
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "search": {\n      "type": "http",\n      "url": "https://mcp.example.com/mcp",\n      // mcp-lint-ignore inline-credential -- the key of the demo account, which opens nothing\n      "headers": { "Authorization": "Bearer {{opaque}}" }\n    }\n  }\n}\n',
    },
  ],
};
