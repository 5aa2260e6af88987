import type { Host } from '../core/host.ts';
import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Mapping } from '../core/value.ts';
import { readEndpoint } from './endpoint.ts';
import { travelsOpenly } from './network-reach.ts';
import type { ServerFacts } from './server-facts.ts';

/** An address of an authorization server that is used without TLS. */
export interface CleartextAddress {
  /** Name of the member, one of ours. */
  readonly name: string;
  readonly range: Range;
  readonly path: Path;
}

const NAMES = [
  'authorizationUrl',
  'authorization_url',
  'authorization_endpoint',
  'tokenUrl',
  'token_url',
  'token_endpoint',
  'registrationUrl',
  'registration_url',
  'registration_endpoint',
  'authServerMetadataUrl',
];
const MAX_DEPTH = 4;

/** The OAuth addresses of an entry that begin with `http://` and mean another machine. */
export function cleartextOAuth({ server, host }: Pick<ServerFacts, 'server' | 'host'>): CleartextAddress[] {
  return search(server.entry, server.path, host, 0);
}

function search(entry: Mapping, path: Path, host: Host, depth: number): CleartextAddress[] {
  return entry.entries.flatMap(({ key, value, shadowed }) => {
    if (shadowed) return [];
    const name = key.reveal();
    const inner = [...path, name];
    if (value.kind === 'mapping') return depth < MAX_DEPTH ? search(value, inner, host, depth + 1) : [];
    const known = NAMES.find((one) => one === name);
    if (known === undefined || value.kind !== 'scalar' || value.type !== 'string') return [];
    const address = readEndpoint(value.text, inner);
    if (address?.scheme !== 'http' || !travelsOpenly(address, host)) return [];
    return [{ name: known, range: value.text.range, path: inner }];
  });
}
