import { fitsName } from '../core/glob.ts';
import type { Field, Host } from '../core/host.ts';

/** Whether a host puts nothing for a variable of that name there, since it takes it for a credential of its own. */
export function isBlanked({ blanked }: Pick<Host, 'blanked'>, field: Field, name: string): boolean {
  if (!blanked?.fields.includes(field)) return false;
  return blanked.names.some((pattern) => fitsName(pattern, name));
}
