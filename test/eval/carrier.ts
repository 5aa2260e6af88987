import type { Base, Draft } from './draft.ts';
import type { Random } from './random.ts';
import type { Supply } from './supply.ts';
import type { Node } from './tree.ts';

/** A way for a value to reach a server. */
export interface Carrier {
  readonly id: string;
  readonly weight: number;
  readonly bases: readonly Base[];
  readonly load: (random: Random, draft: Draft, supply: Supply) => void;
}

/** Adds a variable; a name that is there already gets a number. */
export function setEnv(draft: Draft, name: string, value: Node): void {
  let free = name;
  for (let number = 2; draft.env.some(([taken]) => taken === free); number += 1) free = `${name}_${number}`;
  draft.env.push([free, value]);
}

/** Adds a header unless it is there. */
export function setHeader(draft: Draft, name: string, value: Node): void {
  if (!draft.headers.some(([taken]) => taken.toLowerCase() === name.toLowerCase()))
    draft.headers.push([name, value]);
}

/** Adds a property of the entry unless it is there. */
export function setExtra(draft: Draft, name: string, value: Node): void {
  if (!draft.extra.some(([taken]) => taken === name)) draft.extra.push([name, value]);
}
