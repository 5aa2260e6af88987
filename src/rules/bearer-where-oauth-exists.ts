import type { KnownServer } from '../catalog/known-server.ts';
import { label } from '../core/label.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import { belongsToOAuth } from '../servers/oauth-settings.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { betterStepIn } from './better-step-in.ts';
import type { Rule } from './rule.ts';
import { severityOfHeld } from './severity-of-held.ts';
import { countHeld, placeInEntry, rangeOf, relatedHeld } from './words.ts';

/** A static key for a remote server that is known to sign its users in with OAuth. */
export const bearerWhereOauthExists: Rule = {
  meta: {
    id: 'bearer-where-oauth-exists',
    title: 'A static key is used where the server does OAuth',
    category: 'approach',
    severity: 'warning',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A header, a URL or a bridge (mcp-remote --header) hands a static key to a remote server that, as far as its documentation ' +
        'says, signs its users in with OAuth. A warning where the key is written in the file, info where it is a reference or asked ' +
        'from the user, or where that fact about the server was not read at its source.',
      why:
        'A static key is sent with every request, works for everyone who has it, usually for months, and with all the rights of ' +
        'its owner. With OAuth the host keeps a token that is short-lived, made for this server, and limited to the scopes that its user saw. ' +
        'Authorization is optional in the MCP specification and many vendors document a key, so this is a worse choice, not a breach.',
      fix:
        'Delete the key here, let the host sign in through the browser, and revoke the key. Keep a key, by reference, where nobody can ' +
        'sign in: in CI, on servers, in scheduled agents; there, turn this rule off.',
    },
  },
  bad: [
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "linear": { "url": "https://mcp.linear.app/mcp", "headers": { "Authorization": "Bearer ${env:LINEAR_API_KEY}" } }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "sentry": { "command": "npx", "args": ["-y", "mcp-remote@0.1.29", "https://mcp.sentry.dev/mcp", "--header", "Authorization: Bearer {{opaque}}"] }\n  }\n}\n',
      also: ['command-line-secret', 'inline-credential'],
    },
  ],
  good: [
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "sentry": { "url": "https://mcp.sentry.dev/mcp" }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "sentry": { "command": "npx", "args": ["-y", "mcp-remote@0.1.29", "https://mcp.sentry.dev/mcp"] }\n  }\n}\n',
    },
  ],
  checkServer(facts, document) {
    if (facts.credentials.length === 0) return [];
    const { known, server } = facts;
    if (!known?.server.remote || known.by !== 'url' || !doesOauth(known.server.remote)) return [];
    const credentials = facts.credentials.filter((one) => isStaticKey(one, facts));
    const first = credentials[0];
    if (!first) return [];
    return [
      {
        range: rangeOf(first.slot),
        path: first.slot.slot.path,
        severity: known.server.confirmed ? severityOfHeld(credentials) : 'info',
        message: `Server "${label(server.name)}" (${known.server.provider}) can sign in with OAuth but is handed ${countHeld(credentials)}: ${placeInEntry(first.slot.slot)}`,
        why: whyHere(known.server),
        advice: betterStepIn(document, facts)?.advice ?? hostAdvice(document.host, first.slot),
        slot: first.slot,
        related: relatedHeld(credentials),
      },
    ];
  },
};

function doesOauth({ auth, oauth }: NonNullable<KnownServer['remote']>): boolean {
  return oauth || auth === 'oauth-preregistered' || auth === 'oauth-dcr' || auth === 'oauth-cimd';
}

/** Client secrets are part of OAuth; the environment reaches a remote server only through a bridge or a reference. */
function isStaticKey({ how, slot, also = [] }: HeldCredential, { launch }: ServerFacts): boolean {
  if (how === 'placeholder') return false;
  return [slot, ...also].some(
    (one) => !belongsToOAuth(one.slot) && (one.slot.kind !== 'env' || launch.endpoint?.bridge !== undefined),
  );
}

function whyHere({ remote, confirmed }: KnownServer): string {
  const key = 'A static key works for everyone who has it until someone revokes it.';
  const documented =
    remote?.bearer === true
      ? ' The vendor documents a key as well, for machines without a browser.'
      : remote?.bearer === false
        ? ' The vendor documents OAuth only: a key may not work at all.'
        : '';
  return `${key}${confirmed ? documented : ' That the server does OAuth was not confirmed at its source.'}`;
}
