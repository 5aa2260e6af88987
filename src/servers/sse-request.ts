import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Mapping } from '../core/value.ts';
import type { ServerFacts } from './server-facts.ts';

/** The place where an entry asks for the HTTP+SSE transport in so many words. */
export interface SseRequest {
  readonly by: 'declaration' | 'flag';
  readonly range: Range;
  readonly path: Path;
}

const DECLARATIONS = ['type', 'transport', 'transportType'];

/** Finds `"type": "sse"` of a remote entry, or `--transport sse-only` (mcp-remote) and `--sse <url>` (supergateway) of a bridge. */
export function sseRequest({ server, launch }: ServerFacts): SseRequest | undefined {
  if (!launch.endpoint) return undefined;
  if (launch.endpoint.bridge === undefined)
    return server.transport === 'sse' ? declaration(server.entry, server.path) : undefined;
  const words = launch.args.map(({ text, path }) => ({ text, path, source: text.reveal() }));
  const index = words.findIndex(
    ({ source }, at) =>
      /^--transport=sse(?:-only)?$/.test(source) ||
      (source === '--transport' && /^sse(?:-only)?$/.test(words[at + 1]?.source ?? '')) ||
      (source === '--sse' && /^https?:/i.test(words[at + 1]?.source ?? '')),
  );
  if (index === -1) return undefined;
  const { text, path, source } = words[index]!;
  const end = source === '--transport' ? words[index + 1]!.text.range.end : text.range.end;
  return { by: 'flag', range: { start: text.range.start, end }, path };
}

function declaration(entry: Mapping, path: Path): SseRequest | undefined {
  for (const { key, value, shadowed } of entry.entries) {
    const name = key.reveal();
    if (shadowed || !DECLARATIONS.includes(name)) continue;
    const inner = value.kind === 'mapping' ? declaration(value, [...path, name]) : undefined;
    if (inner) return inner;
    if (value.kind === 'scalar' && /^sse/i.test(value.text.reveal()))
      return { by: 'declaration', range: value.text.range, path: [...path, name] };
  }
  return undefined;
}
