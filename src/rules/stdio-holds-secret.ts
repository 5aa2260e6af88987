import { label } from '../core/label.ts';
import type { Slot } from '../core/model.ts';
import { readHeld } from '../ranking/held.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import { type LocalUse, localUseOf } from '../servers/local-use.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { betterStepIn } from './better-step-in.ts';
import type { DocumentFacts, Rule } from './rule.ts';
import { severityOfHeld } from './severity-of-held.ts';
import { countHeld, placeInEntry, rangeOf, relatedHeld } from './words.ts';

/** A server that runs on this machine and is handed a credential, however it is written. */
export const stdioHoldsSecret: Rule = {
  meta: {
    id: 'stdio-holds-secret',
    title: 'A stdio server receives a credential',
    category: 'approach',
    severity: 'warning',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A server that the host starts as a program of this machine is given a credential: written in the config (warning), by ' +
        'reference, or asked from the user (both info). Programs that only pass on to a remote server, and servers that a broker ' +
        'starts with a placeholder, do not count.',
      why:
        'The MCP specification lets stdio servers take credentials from their environment, so this breaks no rule of it. But the ' +
        'whole process holds the value for as long as it runs, with every package that it loads, and every tool call that an ' +
        'injected prompt makes runs with it. A reference keeps the value out of the file, not out of the process.',
      fix:
        'Use the remote server of the vendor, which signs in with OAuth, where there is one; let the server sign in by itself where ' +
        'it can; start it through a broker that puts the credential in on the way; or at least let a launcher read it from the ' +
        'keychain. A broker cannot help with database passwords and with keys that sign or decrypt on this machine: there, a ' +
        'reference and an account with few rights is the best there is.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "sentry": {\n      "command": "npx",\n      "args": ["-y", "@sentry/mcp-server@0.20.0"],\n      "env": { "SENTRY_ACCESS_TOKEN": "${SENTRY_TOKEN}" }\n    }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "inputs": [{ "type": "promptString", "id": "dsn", "description": "Database URL", "password": true }],\n  "servers": {\n    "db": { "type": "stdio", "command": "npx", "args": ["-y", "@example/db-mcp@1.4.0"], "env": { "DATABASE_URL": "${input:dsn}", "DATABASE_PASSWORD": "${input:dsn}" } }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "uvx", "args": ["example-search-mcp==2.0.1"], "env": { "SEARCH_API_KEY": "{{opaque}}" } }\n  }\n}\n',
      also: ['inline-credential'],
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "sentry": { "type": "http", "url": "https://mcp.sentry.dev/mcp" }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "notes": { "type": "stdio", "command": "npx", "args": ["-y", "@example/notes-mcp@1.4.0"], "env": { "LOG_LEVEL": "info" } }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "authsome", "args": ["run", "--", "uvx", "example-search-mcp==2.0.1"], "env": { "SEARCH_API_KEY": "authsome-proxy-managed" } }\n  }\n}\n',
    },
  ],
  checkServer(facts, document) {
    const { launch, server } = facts;
    if (server.words.length === 0 || facts.credentials.length === 0 || launch.endpoint) return [];
    if (launch.wrappers.some(({ kind }) => kind === 'broker')) return [];
    const credentials = readHeld(facts).keys.filter(({ how }) => how !== 'placeholder');
    const first = credentials[0];
    if (!first) return [];
    return [
      {
        range: rangeOf(first.slot),
        path: first.slot.slot.path,
        severity: severityOfHeld(credentials),
        message: `The stdio server "${label(server.name)}" receives ${countHeld(credentials)}: ${placeInEntry(first.slot.slot)}${credentials.length > 1 ? ' and others' : ''}`,
        why: whyHere(credentials),
        advice: adviceFor(facts, credentials, document),
        slot: first.slot,
        related: relatedHeld(credentials),
      },
    ];
  },
};

function whyHere(credentials: readonly HeldCredential[]): string {
  const boundary = 'Every tool call that an injected prompt makes runs with it.';
  // Approaches to credentials: basic/authorization#protocol-requirements of the specification.
  if (credentials.some(({ slot }) => isArgument(slot.slot)))
    return `${boundary} The specification wants stdio servers to take credentials from their environment.`;
  if (credentials.every(({ how }) => how !== 'literal'))
    return `${boundary} A ${credentials[0]!.how} keeps it out of this file, not out of the process.`;
  return `${boundary} Here the value is in the file as well.`;
}

/** `docker -e NAME` passes the environment on; other words are there for all to see. */
function isArgument({ kind, name }: Slot): boolean {
  return kind === 'argument' || (kind === 'flag' && !/^e(?:nv)?$/.test(name));
}

const LIMITS: Readonly<Record<LocalUse, string>> = {
  database: 'A broker cannot help here, since it puts values into HTTPS requests only; the keychain can.',
  signing: 'A broker cannot help here, since the server works with the key itself; the keychain can.',
};

function adviceFor(
  facts: ServerFacts,
  credentials: readonly HeldCredential[],
  document: DocumentFacts,
): string {
  const better = betterStepIn(document, facts);
  const advice = better?.advice ?? hostAdvice(document.host, credentials[0]!.slot);
  if (better?.step === 'vendor-remote' || better?.step === 'self-login') return advice;
  const use = credentials.map(({ slot }) => localUseOf(slot.slot)).find((one) => one !== undefined);
  return use === undefined ? advice : `${advice} ${LIMITS[use]}`;
}
