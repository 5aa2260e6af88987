import type { Host } from '../core/host.ts';
import type { PartForm } from '../core/part.ts';
import { HOSTS } from './hosts.ts';

/** A server under a key that the host of a file does not read is in the file all the same. */
export function withGeneric(hosts: readonly Host[]): Host[] {
  return [...hosts.filter(({ id }) => id !== 'generic'), ...HOSTS.filter(({ id }) => id === 'generic')];
}

/** The hosts that read a part of a file of `hosts`. */
export function hostsOfPart(form: PartForm, hosts: readonly Host[]): readonly Host[] {
  return form === 'whole' || form === 'frontmatter' ? hosts : HOSTS.filter(({ id }) => id === form);
}

/** The parts of a file that is there for other things as well; nothing when all of it is read. */
export function partsToKeep(hosts: readonly Host[]): string[] | undefined {
  if (hosts.length === 0 || hosts.some((host) => host.dedicated)) return undefined;
  return withGeneric(hosts).flatMap((host) => [
    ...host.servers,
    ...(host.environments ?? []),
    ...(host.headers ?? []),
    ...(host.inputs ?? []),
    ...(host.credentials ?? []),
  ]);
}
