import type { ClassifiedSlot } from '../core/classified.ts';
import type { Host } from '../core/host.ts';
import type { Server } from '../core/model.ts';
import type { Mapping } from '../core/value.ts';
import { textsOfEntry } from './entry-texts.ts';

/** What its host advises for a credential in this place. */
export function hostAdvice({ advice }: Host, { slot, server }: ClassifiedSlot): string {
  if (slot.field !== 'headers' || advice.bareHeaders === undefined || !server) return advice[slot.field];
  const start = startsOf(server).get(JSON.stringify(slot.path));
  // A slot begins behind the scheme word of its header.
  return start === slot.value.range.start ? advice.bareHeaders : advice.headers;
}

/** Where the headers of an entry begin. Many slots of one entry ask. */
const known = new WeakMap<Mapping, ReadonlyMap<string, number>>();

function startsOf(server: Server): ReadonlyMap<string, number> {
  let starts = known.get(server.entry);
  if (!starts) {
    const headers = textsOfEntry(server).filter(({ field }) => field === 'headers');
    starts = new Map(headers.map(({ path, text }) => [JSON.stringify(path), text.range.start]));
    known.set(server.entry, starts);
  }
  return starts;
}
