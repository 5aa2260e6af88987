import type { FixReport } from '../../src/core/fix-report.ts';
import { label } from '../../src/core/label.ts';

const REFERENCE = 'keychain://mcp-lint/claude-code-project/github/GITHUB_TOKEN';

/** A plan with a bit of everything. */
export const FIX_SAMPLE: FixReport = {
  files: [
    {
      path: '.mcp.json',
      host: 'Claude Code',
      servers: [
        {
          server: label('github'),
          moves: [
            {
              what: 'the environment variable GITHUB_TOKEN',
              to: 'keychain',
              reference: REFERENCE,
              why: 'The keychain of the system keeps the value, and mcp-lint hands it to this server when the host starts it.',
              issuer: 'GitHub',
              rotate: 'https://github.com/settings/tokens',
            },
            {
              what: 'the argument --api-key',
              to: 'keychain',
              reference: REFERENCE.replace('GITHUB_TOKEN', 'api-key'),
              why: 'The keychain of the system keeps the value, and mcp-lint hands it to this server when the host starts it.',
              issuer: 'Example',
            },
          ],
        },
        {
          server: label('search'),
          scope: label('/home/kim/project'),
          moves: [
            {
              what: 'the header Authorization',
              to: 'prompt of the host',
              reference: REFERENCE.replace('github/GITHUB_TOKEN', 'search/Authorization'),
              why: 'The host asks for the value once.',
            },
          ],
        },
      ],
      diff: [
        { line: 4, before: ['"command": "…",'], after: ['"command": "mcp-lint",'] },
        { line: 9, before: ['"GITHUB_TOKEN": "********"'], after: [`"GITHUB_TOKEN": "${REFERENCE}"`] },
        { line: 14, before: [], after: ['"inputs": [', '  { "id": "search-authorization" }', ']'] },
      ],
      launcher: {
        command: 'mcp-lint',
        why: 'mcp-lint is installed where every program of this machine finds it.',
      },
      warnings: [
        'The process list shows --api-key of github while it runs, as before; a variable is better.',
      ],
      steps: ['Enter the value when VS Code asks for it.'],
      exposure: ['git tracks this file: its history keeps the old values, and so does every clone.'],
    },
  ],
  left: [
    {
      path: 'settings.json',
      server: label('db'),
      what: 'the user information of a URL',
      reason: 'its command line is written as one string',
    },
  ],
};
