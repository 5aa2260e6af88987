import type { Start } from './command-use.ts';

export type Environment = Readonly<Record<string, string | undefined>>;

/** Windows calls `PATH` what others call `Path`. */
export function variableOf(environment: Environment, name: string, windows: boolean): string | undefined {
  if (!windows || environment[name] !== undefined) return environment[name];
  const found = Object.keys(environment).find((other) => other.toUpperCase() === name);
  return found === undefined ? undefined : environment[found];
}

/** Of what the entry sets, else of what was around it. */
export function variableOfStart(start: Start, name: string, windows: boolean): string | undefined {
  return variableOf(start.environment, name, windows) ?? variableOf(start.surroundings, name, windows);
}
