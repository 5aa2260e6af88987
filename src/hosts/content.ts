import type { Host } from '../core/host.ts';

/**
 * Without the hosts that share a name such as `server.json` with other programs and whose file this is not. `hasMember`
 * tells whether the root has a member of that name.
 */
export function hostsForContent(
  hosts: readonly Host[],
  hasMember: (name: string) => boolean,
): readonly Host[] {
  return hosts.filter(({ requires }) => requires?.every((names) => names.some(hasMember)) ?? true);
}

/** Do the bytes of a JSON file, whole or broken, name what tells the file of a host with such a name? */
export function mayBeFileOf({ requires }: Host, bytes: Buffer): boolean {
  return requires?.every((names) => names.some((name) => bytes.includes(`"${name}"`))) ?? false;
}
