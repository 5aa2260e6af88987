import type { CommandUse } from '../core/use.ts';

/** A start of a program, as a config describes it or as the launcher is asked for it. */
export interface Start {
  /** Program and arguments; references as references. */
  readonly words: readonly string[];
  /** `env NAME` or `argument`. */
  readonly place: string;
  /** Variables that the entry sets. Of a start that is asked for: all variables. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Variables around it, on the day of storing. */
  readonly surroundings: Readonly<Record<string, string | undefined>>;
  /** Folder that it is started in, where that is known. */
  readonly folder?: string;
}

/** What a start is, so that it can be told from others later. */
export function useOfStart(_start: Start): CommandUse {
  throw new Error('not written yet');
}

/** How a start differs from the use that was allowed, as one clause with labels only; nothing when it does not. */
export function differenceFrom(_use: CommandUse, _asked: Start): string | undefined {
  throw new Error('not written yet');
}
