import type { Server } from '../../core/model.ts';
import type { Entry, Mapping, Value } from '../../core/value.ts';
import { launchMappings } from '../../servers/launch-mappings.ts';
import { readReferences } from '../../servers/references.ts';
import type { ServerFacts } from '../../servers/server-facts.ts';
import { HEADERS } from '../../slots/member.ts';
import type { ConfigEditor } from '../config-editor.ts';
import type { InlineCredential } from '../inline-credential.ts';

/** A header of a remote entry, with the mapping that it stands in. */
export interface HeaderMember {
  readonly name: string;
  /** The entry, or a part of it. */
  readonly outer: Mapping;
  readonly block: Entry;
  readonly headers: Mapping;
  readonly member: Entry;
}

/** The header that a credential is in; nothing where headers are written in another form. */
export function headerOf({ server }: ServerFacts, { holder }: InlineCredential): HeaderMember | undefined {
  const headers = known.get(server) ?? new Map(headersIn(server).map((one) => [one.member.value, one]));
  known.set(server, headers);
  return headers.get(holder);
}

/** Every credential of an entry asks. */
const known = new WeakMap<Server, ReadonlyMap<Value, HeaderMember>>();

function headersIn(server: Server): HeaderMember[] {
  return launchMappings(server.entry).flatMap(({ mapping: outer }) =>
    outer.entries.flatMap((block) => {
      const headers = block.value;
      if (!HEADERS.test(block.key.reveal()) || headers.kind !== 'mapping') return [];
      return headers.entries.map((member) => ({ name: member.key.reveal(), outer, block, headers, member }));
    }),
  );
}

/** Takes headers out of their entry, and the mapping that holds them when nothing is left in it. */
export function removeHeaders(editor: ConfigEditor, gone: readonly HeaderMember[]): void {
  const counts = new Map<Mapping, number>();
  for (const { headers } of gone) counts.set(headers, (counts.get(headers) ?? 0) + 1);
  for (const { outer, block, headers, member } of gone) {
    if (counts.get(headers) !== headers.entries.length) editor.removeMember(headers, member);
    else if (member === headers.entries[0]) editor.removeMember(outer, block);
  }
}

/** Scheme, host name and port of a remote entry, as `URL.origin` gives it; nothing where references stand for them. */
export function webOrigin({ server }: ServerFacts): string | undefined {
  const { url } = server;
  if (!url || !/^https?:\/\//i.test(url.reveal())) return undefined;
  const source = url.reveal();
  const authorityEnd = source.length - source.replace(/^[a-z]+:\/\/[^/?#]*/i, '').length;
  if (readReferences(url.slice(0, authorityEnd)).length > 0) return undefined;
  try {
    return new URL(source).origin;
  } catch {
    return undefined;
  }
}
