import { knownServerById } from '../catalog/catalog.ts';
import type { KnownServer } from '../catalog/known-server.ts';
import { label } from '../core/label.ts';
import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { Rule } from './rule.ts';
import { countHeld } from './words.ts';

/** A server that its maintainers have given up. */
export const deprecatedServer: Rule = {
  meta: {
    id: 'deprecated-server',
    title: 'A server is archived, or its address was given up',
    category: 'catalogue',
    severity: 'warning',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'The package, image, program or address belongs to a known server that its maintainers have archived or replaced. A warning ' +
        'when the server is handed a credential, info when not.',
      why:
        'Nobody repairs an archived server: holes that are found in it, or in what it is built from, stay open, and a credential in ' +
        'its hands is as safe as the worst of them.',
      fix: 'Change to the successor that the finding names; if there is none, look for a maintained server, or take the entry out.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "github": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-github@2025.4.8"], "env": { "GITHUB_PERSONAL_ACCESS_TOKEN": "${GITHUB_PAT}" } }\n  }\n}\n',
      also: ['stdio-holds-secret'],
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "browser": { "command": "npx", "args": ["-y", "@modelcontextprotocol/server-puppeteer@2025.5.12"] }\n  }\n}\n',
    },
  ],
  good: [
    {
      file: '.mcp.json',
      text: '{\n  "mcpServers": {\n    "github": { "type": "http", "url": "https://api.githubcopilot.com/mcp/" }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "docs": { "command": "npx", "args": ["-y", "@upstash/context7-mcp@1.0.31"] }\n  }\n}\n',
    },
  ],
  checkServer(facts) {
    const { known, server } = facts;
    if (!known) return [];
    const place = placeOfServer(facts);
    if (!place) return [];
    // A given-up address that only changes the transport is another rule's.
    const address = known.deprecatedUrl === true && !/\/sse\/?$/.test(facts.launch.endpoint?.pathname ?? '');
    if (!known.server.deprecated && !address) return [];
    const credentials = facts.credentials.filter(({ how }) => how !== 'placeholder');
    const holds = credentials.length > 0;
    const name = label(server.name);
    return [
      {
        ...place,
        // The name of a program alone may be anyone's.
        severity: holds && known.server.confirmed && known.by !== 'binary' ? 'warning' : 'info',
        message: `Server "${name}" ${address ? `is called at an address that ${known.server.provider} has given up` : `runs an archived ${kindOf(facts)}`}${holds ? `, and is handed ${countHeld(credentials)}` : ''}`,
        why: holds
          ? 'Nobody repairs it any more, and a credential in its hands is as safe as the oldest hole in it.'
          : 'Nobody repairs it any more: holes that are found in it stay open.',
        advice: address ? `Use ${known.server.remote?.url}.` : adviceFor(known.server),
        server,
      },
    ];
  },
};

/** The word that says which server it is. */
function placeOfServer({ launch, known, server }: ServerFacts): { range: Range; path: Path } | undefined {
  if (known?.by === 'url')
    return launch.endpoint && { range: launch.endpoint.url.range, path: launch.endpoint.path };
  if (launch.package) return { range: launch.package.range, path: launch.package.path };
  const word = launch.programWord ?? server.words[0];
  return word && { range: word.text.range, path: word.path };
}

function kindOf({ launch }: ServerFacts): string {
  if (!launch.package) return 'program';
  return launch.package.registry === 'oci' ? 'image' : 'package';
}

function adviceFor({ successor }: KnownServer): string {
  const next = successor === undefined ? undefined : knownServerById(successor);
  if (!next) return 'It has no known successor: look for a maintained server, or take the entry out.';
  const ways = [
    next.remote && next.remote.auth !== 'bearer' ? `the remote server at ${next.remote.url}` : undefined,
    publishedAs(next),
  ].filter((way) => way !== undefined);
  return ways.length > 0
    ? `Use its successor, ${ways.join(', or ')}.`
    : `Use its successor, ${next.provider === '' ? next.id : `the server of ${next.provider}`}.`;
}

function publishedAs({ npm, pypi, images }: KnownServer): string | undefined {
  if (npm[0] !== undefined) return `${npm[0]} from npm`;
  if (pypi[0] !== undefined) return `${pypi[0]} from PyPI`;
  return images[0] === undefined ? undefined : `the image ${images[0]}`;
}
