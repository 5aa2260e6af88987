import type { ServerFacts } from './server-facts.ts';
import type { Setting } from './settings.ts';

const TRANSPORT = /(?:^|_)(?:TRANSPORT(?:_TYPE|_MODE)?|MCP_MODE|SERVER_MODE)$/;
const HTTP = /^(?:http|https|sse|streamable[-_]?http|streamable|ws|websocket|web|rest)$/;
const PORT = /^(?:PORT|(?:MCP|FASTMCP|SERVER|HTTP|SSE|UVICORN|LISTEN|WEB)(?:_\w{1,40})?_PORT|BIND_PORT)$/;
const SWITCH = /^(?:HTTP|SSE|STREAMABLE_HTTP|SERVE_HTTP|HTTP_SERVER|ENABLE_HTTP|HTTP_MODE|WEB)$/;

/** Whether the settings of an entry make its server listen; nothing when they do not say. */
export function listens(settings: readonly Setting[]): boolean | undefined {
  const told = settings.filter(({ source }) => source !== 'member');
  const textOf = ({ value, next }: Setting) => value ?? next ?? '';
  const transports = told.filter(({ key }) => /TRANSPORT|_MODE/.test(key) && TRANSPORT.test(key)).map(textOf);
  if (transports.some((value) => HTTP.test(value))) return true;
  if (transports.includes('stdio') || told.some(({ key, source }) => key === 'STDIO' && source === 'flag'))
    return false;
  const serves = told.some(
    (setting) =>
      (setting.key.endsWith('PORT') && PORT.test(setting.key) && /^\d{2,5}$/.test(textOf(setting))) ||
      (setting.source === 'flag' && SWITCH.test(setting.key)),
  );
  return serves || undefined;
}

/** How a server that runs in a container is reached from outside: `host` has no network of its own. */
export function containment({
  launch,
}: Pick<ServerFacts, 'launch'>): 'none' | 'own-network' | 'host-network' {
  const contained =
    launch.container !== undefined ||
    launch.wrappers.some(({ kind, name }) => kind === 'container' || name === 'kubectl' || name === 'oc');
  if (!contained) return 'none';
  const onHost = launch.container?.some(
    ({ name, value }) =>
      /^--net(?:work)?$/.test(name) && value !== undefined && value.length === 4 && value.reveal() === 'host',
  );
  return onHost ? 'host-network' : 'own-network';
}
