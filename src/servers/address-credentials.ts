import type { ClassifiedSlot } from '../core/classified.ts';
import type { ServerFacts } from './server-facts.ts';

/** A credential in the address of a server. */
export interface AddressCredential {
  readonly slot: ClassifiedSlot;
  readonly part: 'query' | 'path';
}

/** The credentials in the query and in the path of a server's address, of an entry or of a bridge; the query's first. */
export function addressCredentials({ credentials, launch }: ServerFacts): AddressCredential[] {
  const address = launch.endpoint?.path;
  const slots = credentials.flatMap(({ slot, how, also = [] }) =>
    how === 'placeholder' ? [] : [slot, ...also],
  );
  const found = slots.flatMap((slot): AddressCredential[] => {
    const { field, kind, path } = slot.slot;
    if (field !== 'url' && !address?.every((step, index) => path[index] === step)) return [];
    if (kind === 'url-path') return [{ slot, part: 'path' }];
    // JSON in an address is the value of a parameter.
    return kind === 'url-query' || kind === 'embedded-json' ? [{ slot, part: 'query' }] : [];
  });
  return [...found.filter(({ part }) => part === 'query'), ...found.filter(({ part }) => part === 'path')];
}
