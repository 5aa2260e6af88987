import { basename } from 'node:path';
import type { Field } from '../core/host.ts';
import { LocatedText } from '../core/located-text.ts';
import type { Machine } from '../core/machine.ts';
import { isExpanded, isExpansionKnown } from '../servers/expansion.ts';
import { type Reference, readReferences } from '../servers/references.ts';
import type { ServerFacts } from '../servers/server-facts.ts';

/** Where an entry is started. */
export interface Surroundings {
  readonly machine: Machine;
  /** Folder of the project that the config belongs to. */
  readonly project?: string;
}

/** Variables that every program of a user has, with one value. Others may differ between a terminal and a host. */
const STEADY: readonly string[] = [
  'HOME',
  'USERPROFILE',
  'USER',
  'USERNAME',
  'LOGNAME',
  'APPDATA',
  'LOCALAPPDATA',
];

/**
 * A string of an entry as its host hands it on, with values in the place of references; nothing where a value is not
 * certain.
 */
export function handedOn(
  text: string,
  field: Field,
  { host, server }: ServerFacts,
  surroundings: Surroundings,
): string | undefined {
  let written = '';
  let from = 0;
  for (const reference of readReferences(new LocatedText(text, 0))) {
    // Addresses in vaults are for the launcher.
    if (reference.syntax.endsWith('://…')) continue;
    if (!isExpansionKnown(field, server.path, host)) {
      if (reference.certainty === 'certain') return undefined;
      continue;
    }
    if (!isExpanded(reference, field, host)) continue;
    const value = valueFor(reference, surroundings);
    if (value === undefined) return undefined;
    written += text.slice(from, reference.start) + value;
    from = reference.start + reference.text.length;
  }
  return written + text.slice(from);
}

function valueFor({ name, syntax, text }: Reference, { machine, project }: Surroundings): string | undefined {
  const { variables, home, os } = machine;
  if (/^(?:\$\{NAME\}|\$NAME|\$\{env:NAME\}|\{env:NAME\})$/.test(syntax) && STEADY.includes(name))
    return variables[name];
  switch (text.reveal()) {
    case '${userHome}':
      return home;
    case '${workspaceFolder}':
    case '${workspaceRoot}':
      return project;
    case '${workspaceFolderBasename}':
      return project === undefined ? undefined : basename(project);
    case '${pathSeparator}':
    case '${/}':
      return os === 'windows' ? '\\' : '/';
    default:
      return undefined;
  }
}
