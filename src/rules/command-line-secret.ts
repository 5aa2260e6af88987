import { label } from '../core/label.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { visibleArguments } from '../servers/visible-arguments.ts';
import type { DocumentFacts, Rule } from './rule.ts';
import { placeInEntry, rangeOf, relatedHeld } from './words.ts';

/** A credential among the arguments of a program. */
export const commandLineSecret: Rule = {
  meta: {
    id: 'command-line-secret',
    title: 'A credential is an argument, which the process list shows',
    category: 'credentials',
    severity: 'info',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A credential is in the arguments that a server is started with: a flag, a header for a bridge, a connection string, `-e NAME=value` ' +
        'of docker. It does not matter whether it is written there or put in by the host, from a reference or a prompt.',
      why:
        'The arguments of a process are shown to every user and every program of the machine (`ps`, the task manager), and end up in ' +
        'crash reports and audit logs. The environment of a process is not. The specification has stdio servers take their credentials from the environment.',
      fix:
        'Hand the credential over in a variable that the server reads. With docker write `-e NAME` without a value, which takes it ' +
        "from docker's own environment, and set the variable in `env` of the entry.",
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp@1.4.0", "--api-key", "${SEARCH_API_KEY}"] }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "inputs": [{ "type": "promptString", "id": "key", "description": "API key", "password": true }],\n  "servers": {\n    "search": { "type": "stdio", "command": "docker", "args": ["run", "-i", "--rm", "-e", "SEARCH_API_KEY=${input:key}", "example/search-mcp:1.4.0"] }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "command": "npx", "args": ["-y", "@example/search-mcp@1.4.0"], "env": { "SEARCH_API_KEY": "${SEARCH_API_KEY}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "inputs": [{ "type": "promptString", "id": "key", "description": "API key", "password": true }],\n  "servers": {\n    "search": { "type": "stdio", "command": "docker", "args": ["run", "-i", "--rm", "-e", "SEARCH_API_KEY", "example/search-mcp:1.4.0"], "env": { "SEARCH_API_KEY": "${input:key}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
  ],
  checkServer(facts, document) {
    const credentials = visibleArguments(facts);
    const first = credentials[0];
    if (!first) return [];
    const others = credentials.length > 1 ? ` and ${credentials.length - 1} more` : '';
    return [
      {
        range: rangeOf(first.slot),
        path: first.slot.slot.path,
        severity: 'info',
        message: `The process list shows a credential of server "${label(facts.server.name)}": ${placeInEntry(first.slot.slot)}${others}`,
        why:
          first.how === 'literal'
            ? 'Every user and program of this machine can read the arguments of a process.'
            : `The ${first.how} becomes an argument, and every user and program of this machine can read those.`,
        advice: adviceFor(first, facts, document),
        slot: first.slot,
        related: relatedHeld(credentials),
      },
    ];
  },
};

function adviceFor({ slot, how }: HeldCredential, { launch }: ServerFacts, { host }: DocumentFacts): string {
  const inContainer = launch.wrappers.some(({ kind }) => kind === 'container');
  // What is a reference already needs another place, not another form.
  if (inContainer && slot.slot.kind === 'assignment')
    return `Write "-e ${label(slot.slot.name)}" without a value, so that it is taken from the environment, and set it in "env".${how === 'literal' ? ` ${host.advice.env}` : ''}`;
  if (how === 'literal') return host.advice.args;
  return launch.endpoint?.bridge === 'mcp-remote' && slot.slot.kind === 'header'
    ? `Set a variable in "env" to the ${how}, and write "${label(slot.slot.name)}:\${NAME}" with its name as the header: mcp-remote puts the value in itself.`
    : `Move the ${how} to a variable in "env", where the server reads one.`;
}
