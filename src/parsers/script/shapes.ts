import type { Value } from '../../core/value.ts';

const ADDRESSES = new Set(['url', 'serverUrl', 'httpUrl', 'server_url', 'uri', 'sseUrl']);
const PROGRAMS = new Set(['command', 'cmd', 'fullCommand']);
/** Beside a program. */
const LAUNCH = new Set(['args', 'env', 'environment', 'cwd', 'type', 'transport', 'envs', 'stderr']);
/** Beside an address. */
const CALL = new Set([
  'headers',
  'http_headers',
  'requestInit',
  'eventSourceInit',
  'transport',
  'transportType',
  'authProvider',
  'oauth',
  'auth',
  'authorization_token',
]);
const TRANSPORTS = /^(?:stdio|local|remote|url|(?:streamable-?_?)?http|sse|ws)$/i;

/** Something to start or somewhere to connect to; `certain`: and more of it, so that it can hardly be anything else. */
export function isServer(value: Value, certain: boolean): boolean {
  if (value.kind !== 'mapping') return false;
  const members = new Map(value.entries.map(({ key, value: member }) => [key.reveal(), member]));
  const has = (names: ReadonlySet<string>) => [...members.keys()].some((name) => names.has(name));
  const transport = members.get('transport');
  if (transport?.kind === 'mapping' && isServer(transport, certain)) return true;
  const type = members.get('type') ?? transport;
  const typed = type?.kind === 'scalar' && TRANSPORTS.test(type.text.reveal());
  if ([...PROGRAMS].some((name) => isProgram(members.get(name)))) {
    // `{ cmd: z.string() }` is anything.
    const written = [...members.values()].every(
      (one) => one.kind !== 'scalar' || !/^\$\{/.test(one.text.reveal()),
    );
    return !certain || has(LAUNCH) || (members.size === 1 && written);
  }
  const addressed = [...ADDRESSES].some((name) => isText(members.get(name)));
  return addressed && (!certain || has(CALL) || typed);
}

function isProgram(value: Value | undefined): boolean {
  return isText(value) || (value?.kind === 'sequence' && value.items.length > 0 && value.items.every(isText));
}

function isText(value: Value | undefined): boolean {
  return value?.kind === 'scalar' && value.type === 'string';
}

/** A member of a mapping, the one that counts. */
export function memberOf(value: Value, name: string): Value | undefined {
  if (value.kind !== 'mapping') return undefined;
  return value.entries.findLast(({ key, shadowed }) => !shadowed && key.reveal() === name)?.value;
}
