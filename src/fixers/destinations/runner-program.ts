import { label } from '../../core/label.ts';
import type { Machine } from '../../core/machine.ts';
import { findProgram } from '../../vaults/find-program.ts';
import { isForOthers } from '../for-others.ts';
import type { FixEntry } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';

/**
 * The word that starts the program of a vault from a config: its path, since an application that is not started from a
 * terminal finds little by name; its name in a file that is for others too.
 */
export function programWord(name: string, { document }: FixEntry, machine: Machine): string {
  const path = findProgram(name, machine);
  const isFound = path === undefined || (machine.os === 'linux' && /^(?:\/usr)?\/bin\/[^/]+$/.test(path));
  return isFound || isForOthers(document) ? name : path;
}

/** What users should know whose servers get a secret from a program that is not ours. */
export function runnerWarnings(
  { facts }: FixEntry,
  { variables }: Machine,
  runner: {
    /** As its users call it. */
    readonly title: string;
    /** Variables that sign the user in. */
    readonly session: RegExp;
  },
): string[] {
  const server = serverLabel(facts.server);
  const session = Object.keys(variables).find((name) => runner.session.test(name) && variables[name]);
  return [
    `What ${runner.title} keeps is not bound to ${server}: every program that you start can ask for it.`,
    ...(session
      ? [
          `You are signed in to ${runner.title} by the variable ${label(session)}, which most hosts do not hand to what they start.`,
        ]
      : []),
  ];
}
