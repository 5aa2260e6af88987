import { label } from '../core/label.ts';
import type { Server } from '../core/model.ts';

/** The name of a server as it stands in a sentence: in quotes, since it may be of several words, or empty. */
export function serverLabel({ name }: Pick<Server, 'name'>): string {
  return `"${label(name)}"`;
}
