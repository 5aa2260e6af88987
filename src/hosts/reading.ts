import type { Host } from '../core/host.ts';
import { HOSTS } from './hosts.ts';

/** A server under a key that the host of a file does not read is in the file all the same. */
export function withGeneric(hosts: readonly Host[]): Host[] {
  return [...hosts.filter(({ id }) => id !== 'generic'), ...HOSTS.filter(({ id }) => id === 'generic')];
}

/** The parts of a file that is there for other things as well; nothing when all of it is read. */
export function partsToKeep(hosts: readonly Host[]): string[] | undefined {
  if (hosts.length === 0 || hosts.some((host) => host.dedicated)) return undefined;
  return withGeneric(hosts).flatMap((host) => [
    ...host.servers,
    ...host.environments,
    ...host.headers,
    ...host.inputs,
    ...(host.credentials ?? []),
  ]);
}
