import { label } from '../core/label.ts';
import type { CommandUse } from '../core/use.ts';
import type { Start } from './command-use.ts';
import { guardOf, hashOf } from './guard.ts';
import { isLeftover, startedByPackageManager } from './package-manager-leftovers.ts';

/** What a use keeps of the variables of its day. `PATH` is kept folder by folder (`search-path.ts`). */
export function recordVariables(start: Start, windows: boolean): CommandUse['variables'] {
  const known = nameOf(windows);
  const set = new Set(Object.keys(start.environment).map(known));
  const byNpm = startedByPackageManager(start.surroundings);
  const kept: CommandUse['variables'][number][] = [];
  const add = (name: string, value: string | undefined, required: boolean) => {
    if (value !== undefined && isCompared(name, start, windows) && guardOf(name))
      kept.push({ name: known(name), hash: hashOf(known(name), value), required });
  };
  for (const [name, value] of Object.entries(start.environment)) add(name, value, true);
  for (const [name, value] of Object.entries(start.surroundings))
    if (!set.has(known(name)) && !(byNpm && isLeftover(name))) add(name, value, false);
  return kept;
}

/** How the variables of a start differ from those of a use, as a clause; nothing when they do not. */
export function differentVariable(use: CommandUse, asked: Start, windows: boolean): string | undefined {
  const known = nameOf(windows);
  const present = new Map(Object.entries(asked.environment).map(([name, value]) => [known(name), value]));
  const gone = use.variables.find(({ name, required }) => required && present.get(name) === undefined);
  if (gone) return `${label(gone.name)} is not set, and it was when the credential was stored`;
  for (const [name, value] of present) {
    if (value === undefined || !isCompared(name, asked, windows)) continue;
    const standing = standingOf(use, asked, name, value);
    if (standing === 'changed')
      return `${label(name)} has another value than when the credential was stored, and it ${guardOf(name)?.reason ?? 'was set for it'}`;
    if (standing === 'new')
      return `${label(name)} is set, and it was not when the credential was stored: it ${guardOf(name)!.reason}`;
  }
  return undefined;
}

/** Names of the variables that the server of an allowed start does not get. */
export function variablesLeftOut(use: CommandUse, asked: Start, windows: boolean): ReadonlySet<string> {
  const known = nameOf(windows);
  return new Set(
    Object.entries(asked.environment)
      .filter(
        ([name, value]) =>
          value !== undefined &&
          isCompared(name, asked, windows) &&
          standingOf(use, asked, known(name), value) === 'left out',
      )
      .map(([name]) => name),
  );
}

function standingOf(
  use: CommandUse,
  asked: Start,
  name: string,
  value: string,
): 'as before' | 'left out' | 'changed' | 'new' {
  const kept = use.variables.find((variable) => variable.name === name);
  if (kept && kept.hash === hashOf(name, value)) return 'as before';
  if (kept?.required) return 'changed';
  if (isLeftover(name) && startedByPackageManager(asked.environment)) return 'left out';
  const guard = guardOf(name);
  if (!guard) return 'as before';
  if (guard.whenChanged === 'leave-out') return 'left out';
  return kept ? 'changed' : 'new';
}

/** The variable that holds the reference is compared by its place. */
function isCompared(name: string, { place }: Start, windows: boolean): boolean {
  const known = nameOf(windows);
  return (
    known(name) !== 'PATH' &&
    `env ${known(name)}` !== (windows ? place.replace(/(?<=^env ).*/s, known) : place)
  );
}

function nameOf(windows: boolean): (name: string) => string {
  return windows ? (name) => name.toUpperCase() : (name) => name;
}
