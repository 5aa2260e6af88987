import { label } from '../core/label.ts';
import { readHeld } from '../ranking/held.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { betterStepIn } from './better-step-in.ts';
import type { Rule } from './rule.ts';

/** A remote server that hosts register themselves with, as far as is known. */
export const dynamicRegistrationOnly: Rule = {
  meta: {
    id: 'dynamic-registration-only',
    title: 'A remote server whose sign-in rests on dynamic client registration',
    category: 'catalogue',
    severity: 'info',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A remote entry without credentials and without a client id, for a server that is known to let hosts register themselves ' +
        '(dynamic client registration) and not known to take client ID metadata documents. The config cannot show how a host ' +
        'registers, and the vendor may have moved on since the fact was read.',
      why:
        'Dynamic client registration is deprecated since the revision of 2026-07-28 of the MCP specification; the first revision on or after ' +
        '2027-07-28 may remove it. Hosts that follow that revision will ask for a client id or a metadata document instead.',
      fix:
        'Nothing has to change today. Prefer a host that identifies itself by a client ID metadata document, and where the vendor ' +
        'lets you register a client yourself, name its id in the entry.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "notion": { "type": "http", "url": "https://mcp.notion.com/mcp" }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "sentry": { "type": "http", "url": "https://mcp.sentry.dev/mcp" }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "notion": { "type": "http", "url": "https://mcp.notion.com/mcp", "oauth": { "clientId": "mcp-lint-example" } }\n  }\n}\n',
    },
  ],
  checkServer(facts, document) {
    const { launch, server } = facts;
    const { endpoint } = launch;
    const known = endpoint && facts.known;
    // The row speaks of the vendor's current address.
    if (!endpoint || known?.by !== 'url' || known.deprecatedUrl || !known.server.confirmed) return [];
    if (known.server.remote?.auth !== 'oauth-dcr' || bringsClient(facts)) return [];
    return [
      {
        range: endpoint.url.range,
        path: endpoint.path,
        severity: 'info',
        message: `Server "${label(server.name)}" (${known.server.provider}) is known to rely on dynamic client registration, which the MCP specification deprecates`,
        why: 'A revision on or after 2027-07-28 may remove it. This config cannot show how the host registers.',
        advice:
          betterStepIn(document, facts)?.advice ??
          'Nothing has to change today. Where the vendor lets you register a client yourself, name its id in the entry.',
        server,
      },
    ];
  },
};

/** The entry holds a credential or names a client of its own, so that nothing need be registered. */
function bringsClient(facts: ServerFacts): boolean {
  const { state, oauth, settings } = readHeld(facts);
  return state !== undefined || oauth.length > 0 || settings.clientId !== undefined;
}
