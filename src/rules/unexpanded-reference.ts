import type { Field } from '../core/host.ts';
import { label } from '../core/label.ts';
import type { SlotField } from '../core/model.ts';
import type { Severity } from '../core/report.ts';
import { hostAdvice } from '../servers/host-advice.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { type BrokenReference, brokenReferences, brokenSharedReferences } from '../servers/unexpanded.ts';
import type { DocumentFacts, Draft, Rule } from './rule.ts';
import { placeInEntry } from './words.ts';

/** A reference that this host does not put a value for. */
export const unexpandedReference: Rule = {
  meta: {
    id: 'unexpanded-reference',
    title: 'A reference that nobody replaces',
    category: 'references',
    severity: 'warning',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A reference stands in a form, or in a field, that this host does not expand, and no program on the way to the server does ' +
        '(a shell, mcp-remote, a secret manager). Or Claude Code puts nothing for it, because it takes the variable for a credential ' +
        'of its own. A warning where a credential is expected, else info. Hosts of which nobody has written down what they expand ' +
        'are passed over.',
      why:
        'The server gets the text of the reference, or nothing, in place of its key. Calls fail, and the usual repair is to paste the ' +
        'real value into the file.',
      fix:
        'Write the reference in the form that this host expands in this field. Where the host expands nothing, let the server sign in ' +
        'by itself or start it through a launcher that reads the value from the keychain.',
    },
  },
  bad: [
    {
      file: 'claude_desktop_config.json',
      also: ['stdio-holds-secret'],
      text: '{\n  "mcpServers": {\n    "github": {\n      "command": "npx",\n      "args": ["-y", "@example/github-mcp@1.2.0"],\n      "env": { "GITHUB_TOKEN": "${GITHUB_TOKEN}" }\n    }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${SEARCH_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "sonar": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${SONAR_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: 'managed-settings.json',
      text: '{\n  "managedMcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${SEARCH_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: '.claude/settings.json',
      text: '{\n  "env": { "GITHUB_TOKEN": "${GITHUB_TOKEN}" }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "files": { "type": "stdio", "command": "npx", "args": ["-y", "@example/notes-mcp@1.2.0", "${HOME}/notes"] }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "search": {\n      "command": "authsome",\n      "args": ["run", "--", "npx", "-y", "mcp-remote@0.15.1", "https://mcp.example.com/mcp", "--header", "Authorization:${AUTH_HEADER}", "--enable-proxy"],\n      "env": { "AUTH_HEADER": "authsome-proxy-managed" }\n    }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${env:SEARCH_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "sonar": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer ${MY_SONAR_TOKEN}" } }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "files": { "type": "stdio", "command": "npx", "args": ["-y", "@example/notes-mcp@1.2.0", "${userHome}/notes"] }\n  }\n}\n',
    },
  ],
  checkServer(facts, document) {
    return draftsOf(brokenReferences(facts, document.scope), document, facts);
  },
  checkDocument(document) {
    const { host, scope, sharedVariables, slots } = document;
    return draftsOf(brokenSharedReferences(sharedVariables, slots, host, scope), document);
  },
};

/** One finding for each way in which references of an entry come to nothing. */
function draftsOf(
  references: readonly BrokenReference[],
  document: DocumentFacts,
  facts?: ServerFacts,
): Draft[] {
  return (['literal', 'blank', 'refused'] as const).flatMap((outcome) => {
    const alike = references.filter((reference) => reference.outcome === outcome);
    const first = alike.find((one) => severityOf(one, document) === 'warning') ?? alike[0];
    if (!first) return [];
    const others = alike.filter((one) => one !== first && one.range.start !== first.range.start);
    return [draftOf(first, others, document, facts)];
  });
}

function draftOf(
  first: BrokenReference,
  others: readonly BrokenReference[],
  document: DocumentFacts,
  facts: ServerFacts | undefined,
): Draft {
  const where = facts
    ? `${placeOfReference(first)} of server "${label(facts.server.name)}"`
    : placeOfReference(first);
  const { title } = document.host;
  const messages = {
    literal: `${title} does not expand ${wordsFor(first.syntax)} in ${where}`,
    blank: `${title} puts an empty value in place of the variable in ${where}`,
    refused: `${title} refuses an entry with ${wordsFor(first.syntax)} in ${where}`,
  };
  return {
    range: first.range,
    path: first.path,
    severity: severityOf(first, document),
    message: messages[first.outcome],
    why: whyHere(first, facts),
    advice: adviceFor(first, document),
    ...(first.slot ? { slot: first.slot } : facts && { server: facts.server }),
    related: others.map((one) => ({ range: one.range, message: `The same in ${placeOfReference(one)}` })),
  };
}

function wordsFor(syntax: string): string {
  return syntax.startsWith('an ') ? syntax : `references of the form ${syntax}`;
}

function severityOf({ outcome, credential, doubtful }: BrokenReference, { path }: DocumentFacts): Severity {
  if (isTemplate(path)) return 'info';
  return outcome !== 'literal' || (credential && !doubtful) ? 'warning' : 'info';
}

/** A file that is copied or filled in before a host reads it. */
function isTemplate(path: string): boolean {
  const name = path.split(/[\\/]/).at(-1)!;
  return /(?:^|[._-])(?:template|tmpl|tpl|example|sample|dist)(?:[._-]|$)/i.test(name);
}

function whyHere(
  { outcome, credential, doubtful, syntax }: BrokenReference,
  facts: ServerFacts | undefined,
): string {
  if (outcome === 'blank')
    return 'It takes a variable of this name for a credential of its own and sends an empty value to remote servers.';
  if (outcome === 'refused')
    return 'Only literal values are valid there, so the server is not started at all.';
  const receiver = facts ? 'The server gets' : 'Every server and command that this host starts gets';
  if (syntax === '{{NAME}}')
    return `${receiver} the braces as they stand, unless something fills this file in before.`;
  if (doubtful)
    return `${receiver} the address of the secret, not the secret, unless the program looks it up by itself.`;
  if (!credential) return `${receiver} the text as it stands, which names nothing.`;
  return facts
    ? 'The server gets that text as its credential. Its calls fail, and the usual repair is to paste the real value here.'
    : `${receiver} that text in place of the credential, even where the real variable is set outside.`;
}

function adviceFor(first: BrokenReference, { host }: DocumentFacts): string {
  if (first.credential || first.outcome !== 'literal')
    return first.field === 'headers' && first.slot
      ? hostAdvice(host, first.slot)
      : host.advice[ADVICE[first.field]];
  return first.form === undefined
    ? `Write the value itself there: ${host.title} expands nothing in this field.`
    : `Write "${first.form}" there, which ${host.title} does expand, or the value itself.`;
}

const ADVICE: Readonly<Record<Field, SlotField>> = {
  command: 'args',
  args: 'args',
  env: 'env',
  envFile: 'other',
  cwd: 'other',
  url: 'url',
  headers: 'headers',
  oauth: 'other',
  helper: 'other',
};

const PLACES: Readonly<Record<Field, string>> = {
  command: 'the command',
  args: 'an argument',
  env: 'a variable',
  envFile: 'the name of the file of variables',
  cwd: 'the working folder',
  url: 'the URL',
  headers: 'a header',
  oauth: 'an OAuth setting',
  helper: 'a command that prints headers',
};

function placeOfReference({ slot, field }: BrokenReference): string {
  return slot ? placeInEntry(slot.slot) : PLACES[field];
}
