import { label } from '../core/label.ts';
import { type AddressCredential, addressCredentials } from '../servers/address-credentials.ts';
import type { Rule } from './rule.ts';
import { placeInEntry, rangeOf } from './words.ts';

/** A credential in the address of an MCP server. */
export const credentialInUrl: Rule = {
  meta: {
    id: 'credential-in-url',
    title: 'A credential is part of the address of a server',
    category: 'transport',
    severity: 'warning',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'The URL of an MCP server, in its entry or in the arguments of a bridge, has a credential in its query (warning) or in its ' +
        'path (info), written there or put in from a reference or a prompt. Addresses of databases do not count.',
      why:
        'Addresses are written to the logs of servers and proxies, to histories and to error reports, where nobody protects them. ' +
        'The MCP specification forbids access tokens in the query. It does not speak of paths; the risk is the same.',
      fix: 'Send the credential in a header, or sign in with OAuth, where the server offers it. Vendors that give out whole addresses as keys often have an endpoint for OAuth as well.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp?api_key=${SEARCH_API_KEY}" }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "flows": { "url": "https://mcp.example.com/api/mcp/s/{{opaque}}/mcp" }\n  }\n}\n',
      also: ['inline-credential'],
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "inputs": [{ "type": "promptString", "id": "key", "description": "API key", "password": true }],\n  "servers": {\n    "search": { "type": "stdio", "command": "npx", "args": ["-y", "mcp-remote@0.1.30", "https://mcp.example.com/mcp?token=${input:key}"] }\n  }\n}\n',
      also: ['command-line-secret'],
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "X-Api-Key": "${SEARCH_API_KEY}" } }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "flows": { "url": "https://mcp.example.com/api/mcp" }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "inputs": [{ "type": "promptString", "id": "key", "description": "API key", "password": true }],\n  "servers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${input:key}" } }\n  }\n}\n',
    },
  ],
  checkServer(facts, document) {
    const [first, ...others] = addressCredentials(facts);
    if (!first) return [];
    const { slot } = first;
    return [
      {
        range: rangeOf(slot),
        path: slot.slot.path,
        severity: first.part === 'query' ? 'warning' : 'info',
        message: `The address of server "${label(facts.server.name)}" has a credential in its ${first.part}`,
        why: WHY[first.part],
        // What is a reference already needs another place, not another form.
        advice:
          slot.verdict.kind === 'literal'
            ? document.host.advice[slot.slot.field]
            : 'Send it in a header instead, or sign in with OAuth where the server offers it.',
        slot,
        related: others.map((other) => ({
          range: rangeOf(other.slot),
          message: `another in ${placeInEntry(other.slot.slot)}`,
        })),
      },
    ];
  },
};

// basic/authorization#token-requirements of the specification.
const WHY: Readonly<Record<AddressCredential['part'], string>> = {
  query:
    'Queries end up in logs of servers and proxies. The entry makes the client send it there, which the specification forbids for access tokens.',
  path: 'Paths end up in logs of servers and proxies, and whoever sees the address has the key.',
};
