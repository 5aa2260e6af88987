import { label } from '../core/label.ts';
import {
  type BrokerName,
  ignoresProxy,
  mayStartAnything,
  type StandIn,
  unbrokeredLiterals,
  unbrokeredStandIns,
} from '../servers/broker-entry.ts';
import { type KeptReferenceUse, keptReferences } from '../servers/kept-references.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { Draft, Rule } from './rule.ts';
import { placeInEntry, rangeOf, relatedHeld } from './words.ts';

/** A value that only a broker or a launcher can replace, and nothing that does so; or the other way round. */
export const brokenBrokerEntry: Rule = {
  meta: {
    id: 'broken-broker-entry',
    title: 'A broker or launcher and what it is to replace do not go together',
    category: 'references',
    severity: 'error',
    tags: ['correctness'],
    since: '0.1.0',
    docs: {
      what:
        'The placeholder of a broker (authsome, Agent Vault, OneCLI) or a reference to what mcp-lint keeps ("keychain://mcp-lint/…", ' +
        '"pass://mcp-lint/…") stands in an entry that does not start its server through that program (error; a warning where the program may do so ' +
        'itself, info for a remote server, since the host may run under the broker); a broker starts the server, but the credential itself is handed to it (error); or ' +
        'authsome starts a server that runs on Node.js without NODE_USE_ENV_PROXY (info).',
      why:
        'A placeholder alone is what the server sends as its credential: its calls fail, and the usual repair is to paste the real ' +
        'value. A broker puts credentials into requests, so a server that holds the credential gains nothing from it. Node.js takes no ' +
        'notice of HTTPS_PROXY by itself, so that many servers go around the broker.',
      fix:
        'Start the server through the broker ("authsome run --", "agent-vault run --vault NAME --", "onecli run --") or the launcher ' +
        '("mcp-lint exec --"), and leave nothing but the placeholder in the entry. For authsome and Node.js set NODE_USE_ENV_PROXY to "1" and use ' +
        'Node.js 22.21, 24 or later. Clawvisor cannot stand in front of a server: what it offers is an MCP server of its own, with ' +
        'other tools, so that moving to it is a choice and no repair.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "github": {\n      "command": "npx",\n      "args": ["-y", "@example/github-mcp@1.4.0"],\n      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "authsome-proxy-managed" }\n    }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": {\n      "command": "agent-vault",\n      "args": ["run", "--vault", "work", "--", "uvx", "example-search-mcp==2.0.1"],\n      "env": { "SEARCH_API_KEY": "{{opaque}}" }\n    }\n  }\n}\n',
      also: ['inline-credential'],
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "search": {\n      "command": "uvx",\n      "args": ["example-search-mcp==2.0.1"],\n      "env": { "SEARCH_API_KEY": "keychain://mcp-lint/claude-desktop/search/SEARCH_API_KEY" }\n    }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": {\n      "command": "authsome",\n      "args": ["run", "--", "npx", "-y", "@example/search-mcp@1.2.0"],\n      "env": { "SEARCH_API_KEY": "authsome-proxy-managed" }\n    }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer onecli-managed" } }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "github": {\n      "command": "authsome",\n      "args": ["run", "--", "npx", "-y", "@example/github-mcp@1.4.0"],\n      "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "authsome-proxy-managed", "NODE_USE_ENV_PROXY": "1" }\n    }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": {\n      "command": "agent-vault",\n      "args": ["run", "--vault", "work", "--", "uvx", "example-search-mcp==2.0.1"],\n      "env": { "SEARCH_API_KEY": "__search_api_key__" }\n    }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "search": {\n      "command": "mcp-lint",\n      "args": ["exec", "--", "uvx", "example-search-mcp==2.0.1"],\n      "env": { "SEARCH_API_KEY": "keychain://mcp-lint/claude-desktop/search/SEARCH_API_KEY" }\n    }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headersHelper": "mcp-lint headers Authorization=keychain://mcp-lint/claude-code-project/search/Authorization" }\n  }\n}\n',
    },
  ],
  checkServer(facts) {
    const references = keptReferences(facts).filter(({ resolved }) => !resolved);
    return [
      ...standInDrafts(unbrokeredStandIns(facts), facts),
      ...referenceDrafts(references, facts),
      ...literalDrafts(facts),
      ...(ignoresProxy(facts) ? [proxyDraft(facts)] : []),
    ];
  },
};

const COMMANDS: Readonly<Record<BrokerName, string>> = {
  authsome: 'authsome run --',
  'agent-vault': 'agent-vault run --vault NAME --',
  onecli: 'onecli run --',
};

function standInDrafts([first, ...others]: readonly StandIn[], facts: ServerFacts): Draft[] {
  if (!first) return [];
  const { server, launch } = facts;
  const { broker } = first;
  const name = label(server.name);
  const isRemote = launch.endpoint !== undefined || server.url !== undefined;
  return [
    {
      range: first.range,
      path: first.path,
      severity: isRemote ? 'info' : mayStartAnything(facts) ? 'warning' : 'error',
      message: `Server "${name}" has the placeholder of the broker ${broker}, and nothing in its entry starts ${broker}`,
      why: isRemote
        ? `The placeholder is sent as it stands, unless the host itself runs under ${broker} and takes its proxy.`
        : 'The server gets the placeholder as its credential. Its calls fail, and the usual repair is to paste the real value here.',
      advice: isRemote
        ? `Let the host sign in with OAuth where the server offers it, or start the host itself with "${COMMANDS[broker]}".`
        : `Put "${COMMANDS[broker]}" in front of its command${broker === 'authsome' ? ' (and NODE_USE_ENV_PROXY=1 into its environment where it runs on Node.js)' : ''}.`,
      server,
      related: others.map(({ range }) => ({ range, message: 'Another placeholder' })),
    },
  ];
}

function referenceDrafts(
  [first, ...others]: readonly KeptReferenceUse[],
  { server, launch }: ServerFacts,
): Draft[] {
  if (!first) return [];
  const receiver = server.words.length > 0 && first.field !== 'helper' ? 'The server gets' : 'The host sends';
  const isLaunched = launch.wrappers.some(({ name }) => name === 'mcp-lint');
  return [
    {
      range: first.range,
      path: first.path,
      severity: 'error',
      message: isLaunched
        ? `Server "${label(server.name)}" refers to a credential that mcp-lint keeps within a longer text, where "mcp-lint exec" puts nothing`
        : `Server "${label(server.name)}" refers to a credential that mcp-lint keeps, and nothing in its entry asks mcp-lint for it`,
      why: `${receiver} the reference instead of the credential. Calls fail, and the usual repair is to paste the real value here.`,
      advice: adviceOn(first, server.words.length > 0, isLaunched),
      server,
      related: others.map(({ range }) => ({ range, message: 'Another reference' })),
    },
  ];
}

function adviceOn({ field }: KeptReferenceUse, isStarted: boolean, isLaunched: boolean): string {
  if (isLaunched) return 'Make the reference the whole value of a variable or of an argument.';
  return isStarted && field !== 'helper'
    ? 'Put "mcp-lint exec --" in front of its command.'
    : 'Where the host has a "headersHelper", let it be "mcp-lint headers NAME=…" with the reference; else run "mcp-lint undo".';
}

function literalDrafts(facts: ServerFacts): Draft[] {
  const literals = unbrokeredLiterals(facts);
  const [first] = literals;
  const broker = facts.launch.wrappers.find(({ kind }) => kind === 'broker')?.name;
  if (!first || broker === undefined) return [];
  const { verdict, slot } = first.slot;
  return [
    {
      range: rangeOf(first.slot),
      path: slot.path,
      severity: verdict.kind === 'literal' && verdict.confidence === 'low' ? 'warning' : 'error',
      message: `The broker ${broker} starts server "${label(facts.server.name)}", which is handed the credential itself all the same: ${placeInEntry(slot)}`,
      why: 'A broker is there so that the server never holds the credential; here it does, and the file has it too.',
      advice: `Store the credential in ${broker} and put its placeholder here.`,
      slot: first.slot,
      related: relatedHeld(literals),
    },
  ];
}

function proxyDraft({ server, launch }: ServerFacts): Draft {
  const word = launch.programWord ?? server.words[0]!;
  return {
    range: word.text.range,
    path: word.path,
    severity: 'info',
    message: `Server "${label(server.name)}" runs on Node.js under authsome without NODE_USE_ENV_PROXY, so that its requests may go around the broker`,
    why: 'Unless the server has an HTTP client of its own that reads HTTPS_PROXY, its requests go out with the placeholder.',
    advice:
      'Set NODE_USE_ENV_PROXY to "1" in its environment, and use Node.js 22.21, 24 or later: older ones ignore it.',
    server,
  };
}
