import { label } from '../core/label.ts';
import { type OpenBind, openBinds } from '../servers/open-binds.ts';
import type { Rule } from './rule.ts';

/** A server on this machine that others on the network, or any program, can use. */
export const openLocalServer: Rule = {
  meta: {
    id: 'open-local-server',
    title: 'A local server is open to the network, or asks for no authentication',
    category: 'exposure',
    severity: 'warning',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'The entry makes a server of this machine listen on every interface (0.0.0.0, ::), publishes a port of its container on every ' +
        'interface, or switches its authentication off.',
      why:
        'Whoever reaches the port calls the tools, with the credentials and the files of the user who started it: everyone in the ' +
        'same network, and web pages through the browser of that user. The specification tells local HTTP servers to bind to the loopback address ' +
        'and to check where a request comes from.',
      fix: 'Bind to 127.0.0.1, publish ports as 127.0.0.1:8000:8000, and leave authentication on. Or use stdio, which opens no port.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "notes": { "command": "uvx", "args": ["example-notes-mcp==1.4.0", "--transport", "http", "--host", "0.0.0.0"] }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "grafana": { "command": "docker", "args": ["run", "--rm", "-i", "-p", "8000:8000", "mcp/grafana:0.7.6"] }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "inspector": { "type": "stdio", "command": "npx", "args": ["-y", "@modelcontextprotocol/inspector@0.17.0"], "env": { "DANGEROUSLY_OMIT_AUTH": "true" } }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "notes": { "command": "uvx", "args": ["example-notes-mcp==1.4.0", "--transport", "http", "--host", "127.0.0.1"] }\n  }\n}\n',
    },
    {
      file: 'claude_desktop_config.json',
      text: '{\n  "mcpServers": {\n    "grafana": { "command": "docker", "args": ["run", "--rm", "-i", "-p", "127.0.0.1:8000:8000", "mcp/grafana:0.7.6"] }\n  }\n}\n',
    },
    {
      file: '.vscode/mcp.json',
      text: '{\n  "servers": {\n    "inspector": { "type": "stdio", "command": "npx", "args": ["-y", "@modelcontextprotocol/inspector@0.17.0"] }\n  }\n}\n',
    },
  ],
  checkServer(facts) {
    const { server } = facts;
    const [first, ...others] = openBinds(facts);
    if (!first) return [];
    const { what, why, advice } = WORDS[first.kind];
    return [
      {
        range: first.range,
        path: first.path,
        severity: 'warning',
        message: `Server "${label(server.name)}" ${what(first)}`,
        why,
        advice,
        server,
        related: others.map((bind) => ({
          range: bind.range,
          message: `it also ${WORDS[bind.kind].what(bind)}`,
        })),
      },
    ];
  },
};

interface Words {
  what(bind: OpenBind): string;
  readonly why: string;
  readonly advice: string;
}

// transports/streamable-http of the specification: bind to localhost (SHOULD), check Origin (MUST).
const NETWORK =
  'Everyone who reaches this machine can call its tools, with the credentials and files that it has.';

const WORDS: Readonly<Record<OpenBind['kind'], Words>> = {
  'all-interfaces': {
    what: ({ name }) => `listens on every network interface (${name})`,
    why: `${NETWORK} The specification tells local servers to bind to the loopback address.`,
    advice: 'Bind to 127.0.0.1, or use stdio, which opens no port.',
  },
  'published-port': {
    what: ({ name }) => `publishes a port of its container on every network interface (${name})`,
    why: `${NETWORK} Docker opens published ports past the firewall of most systems.`,
    advice:
      'Publish the port on the loopback address (127.0.0.1:8000:8000), or leave it out where the host talks over stdio.',
  },
  'authentication-off': {
    what: ({ name }) => `has its authentication switched off (${name})`,
    why: 'Any program of this machine, and web pages in the browser of its user, can call its tools with the credentials that it has.',
    advice: 'Take the setting out, so that the server asks who calls.',
  },
};
