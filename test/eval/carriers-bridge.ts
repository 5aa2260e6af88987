import { type Carrier, setEnv } from './carrier.ts';
import type { Draft } from './draft.ts';
import { pathUrl, queryUrl, userinfoUrl } from './endpoint.ts';
import { basic, header, oneLine } from './header.ts';
import { join } from './marked.ts';
import type { Random } from './random.ts';
import { fields, jsonText, type Node } from './tree.ts';

/** Programs that make a local server out of a remote one. */
export const BRIDGE_CARRIERS: readonly Carrier[] = [
  {
    id: 'bridge-header',
    weight: 12,
    bases: ['bridge'],
    load: (r, draft, supply) => {
      const [name, value] = header(r, 'bridge header', supply);
      const line = join(name, r.pick([': ', ':', ': ']), value);
      if (r.chance(0.15)) draft.args.push(join('--header=', line));
      else draft.args.push(r.pick(['--header', '--header', '--header', '-H']), line);
    },
  },
  {
    id: 'bridge-header-basic',
    weight: 2,
    bases: ['bridge'],
    load: (r, draft, supply) => {
      draft.args.push(
        '--header',
        join(
          r.pick(['Authorization: Basic ', 'Authorization:Basic ']),
          basic(r, 'bridge header basic', supply),
        ),
      );
    },
  },
  {
    id: 'bridge-header-split',
    weight: 2,
    bases: ['bridge'],
    load: (_r, draft, supply) => {
      const { value } = supply.key('bridge header two arguments', oneLine);
      draft.args.push('--headers', 'Authorization', join('Bearer ', value));
    },
  },
  {
    id: 'bridge-header-by-env',
    weight: 5,
    bases: ['bridge'],
    load: (r, draft, supply) => {
      draft.args.push(
        '--header',
        `Authorization:${r.pick(['${AUTH_HEADER}', '${AUTH_HEADER}', 'Bearer ${AUTH_TOKEN}'])}`,
      );
      const { value } = supply.key('env scheme', oneLine);
      if (String(draft.args.at(-1)).includes('AUTH_HEADER'))
        setEnv(draft, 'AUTH_HEADER', join('Bearer ', value));
      else setEnv(draft, 'AUTH_TOKEN', value);
    },
  },
  {
    id: 'bridge-oauth-info',
    weight: 2,
    bases: ['bridge'],
    load: (_r, draft, supply) => {
      const { value } = supply.key('bridge oauth info', oneLine);
      draft.args.push(
        '--static-oauth-client-info',
        jsonText(fields(['client_id', 'mcp-client-01'], ['client_secret', value])),
      );
    },
  },
  {
    id: 'bridge-bearer',
    weight: 2,
    bases: ['bridge'],
    load: (_r, draft, supply) => {
      draft.args.push('--oauth2Bearer', supply.key('flag pair', oneLine).value);
    },
  },
  {
    id: 'bridge-url',
    weight: 7,
    bases: ['bridge'],
    load: (r, draft, supply) => {
      const write = r.pick([queryUrl, queryUrl, queryUrl, pathUrl, userinfoUrl]);
      draft.url = write(r, 'bridge', supply);
    },
  },
];

/** Puts the bridge's own command line around what the carriers left in `args` and `url`. */
export function finishBridge(random: Random, draft: Draft): void {
  const [command, before] = random.pick<readonly [string, readonly Node[]]>([
    ['npx', ['-y', 'mcp-remote']],
    ['npx', ['mcp-remote@latest']],
    ['npx', ['-y', 'mcp-remote@0.1.29']],
    ['npx', ['-y', 'supergateway', '--streamableHttp']],
    ['npx', ['-y', 'supergateway', '--sse']],
    ['uvx', ['mcp-proxy', '--transport', 'streamablehttp']],
    ['cmd', ['/c', 'npx', '-y', 'mcp-remote']],
    ['bunx', ['mcp-remote']],
    ['C:\\Program Files\\nodejs\\npx.cmd', ['-y', 'mcp-remote']],
  ]);
  draft.command = command;
  const tail = random.pick<readonly Node[]>([
    [],
    [],
    ['--transport', 'http-only'],
    ['--allow-http'],
    ['--debug'],
    ['3334'],
  ]);
  if (before.includes('mcp-proxy')) draft.args = [...before, ...draft.args, draft.url];
  else draft.args = [...before, draft.url, ...draft.args, ...tail];
}
