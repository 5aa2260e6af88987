import { label } from '../core/label.ts';
import type { SlotKind } from '../core/model.ts';
import type { Exposure } from '../core/report.ts';
import { nameOfCredential } from '../credentials/credential-name.ts';
import { formatById, issuerById } from '../credentials/known-issuers.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import type { Rule } from './rule.ts';
import { severityOf } from './severity.ts';
import { placeOf } from './words.ts';

/** A literal credential in any slot. */
export const inlineCredential: Rule = {
  meta: {
    id: 'inline-credential',
    title: 'A credential is written into the config',
    category: 'credentials',
    severity: 'error',
    tags: ['security', 'inline-credential'],
    since: '0.1.0',
    docs: {
      what:
        'A value in a credential position (environment variable, header, argument, URL, connection string, shell string, JSON in a string, ' +
        'default of a reference or of a prompt, OAuth setting) is the credential itself: it has the format of a known issuer, or its name ' +
        'says that it is secret and it is neither a placeholder nor a reference.',
      why:
        'Config files are committed, synchronised and backed up, and every agent that can read files can be told to read them. A ' +
        'credential in one is copied with it and outlives every rotation policy.',
      fix:
        'Put a reference there instead, in the form that this host expands, or let the host ask for the value; then revoke the old ' +
        'credential at its issuer, because it was on disk.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "github": {\n      "command": "docker",\n      "args": ["run", "-i", "--rm", "ghcr.io/github/github-mcp-server:v0.20.1"],\n      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "{{sample:github-pat-classic}}" }\n    }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque}}" } }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "figma": { "command": "npx", "args": ["-y", "figma-developer-mcp@0.6.4", "--figma-api-key", "{{opaque}}"] }\n  }\n}\n',
      also: ['command-line-secret', 'stdio-holds-secret'],
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "github": { "command": "github-mcp-server", "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "${GITHUB_PAT}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "inputs": [{ "type": "promptString", "id": "key", "description": "API key", "password": true }],\n  "servers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${input:key}" } }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "brave": { "command": "npx", "args": ["-y", "brave-search"], "env": { "BRAVE_API_KEY": "YOUR_API_KEY_HERE" } }\n  }\n}\n',
      also: ['placeholder-left'],
    },
  ],
  documentation: true,
  checkSlot(classified, document) {
    const { slot, verdict } = classified;
    if (verdict.kind !== 'literal' || verdict.traits.includes('development-default')) return undefined;
    const exposure = document.exposure();
    const published = document.host.documentation !== undefined;
    const { format, ownFormat } = verdict;
    const known = format === undefined || ownFormat ? undefined : formatById(format);
    const issuer = verdict.issuer === undefined ? undefined : issuerById(verdict.issuer);
    const what = ownFormat
      ? label(ownFormat.title)
      : known
        ? nameOfCredential(known)
        : issuer && !issuer.nameless
          ? `Credential, probably of ${issuer.name},`
          : 'Credential';
    const expired = verdict.traits.includes('expired') ? ', expired,' : '';
    return {
      range: verdict.secret.range,
      path: slot.path,
      severity: severityOf(verdict.confidence, verdict.traits, exposure, published),
      message: `${what}${expired} in ${placeOf(classified)}`,
      why: published ? PUBLISHED : whyHere(slot.kind, exposure),
      advice: hostAdvice(document.host, classified),
      slot: classified,
    };
  },
};

const CARRIER_REASONS: Partial<Record<SlotKind, string>> = {
  argument: 'arguments show in the process list',
  flag: 'arguments show in the process list',
  assignment: 'arguments show in the process list',
  'url-query': 'URLs end up in logs and histories',
  'url-path': 'URLs end up in logs and histories',
  'url-userinfo': 'URLs end up in logs and histories',
};

const PUBLISHED = 'Everyone who reads this text has the credential, and some will start a server with it.';

/** Why it matters in this place, worst reason first. */
function whyHere(kind: SlotKind, exposure: Exposure): string {
  const reasons = [
    exposure.tracked ? 'git tracks this file, so everyone with the repository has the credential' : undefined,
    exposure.readableByOthers ? 'other users of this machine can read this file' : undefined,
    CARRIER_REASONS[kind],
    'every agent and program of this user can read it',
  ].filter((reason) => reason !== undefined);
  const sentence = reasons.slice(0, 2).join('; ');
  return `${sentence[0]!.toUpperCase()}${sentence.slice(1)}.`;
}
