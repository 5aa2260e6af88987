import { basename, dirname, isAbsolute } from 'node:path';
import { portable } from '../core/home-folder.ts';
import type { Host } from '../core/host.ts';
import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import type { CommandUse } from '../core/use.ts';
import { useOfStart } from '../launcher/command-use.ts';
import { guardOf } from '../launcher/guard.ts';
import { readEnvironment } from '../servers/environment.ts';
import { launchMappings } from '../servers/launch-mappings.ts';
import { type NewStart, NotRewritable } from './destination.ts';
import { handedOn, type Surroundings } from './handed-on.ts';
import type { FixEntry } from './inline-credential.ts';
import { launcherLength } from './our-launcher.ts';

/**
 * The use that an entry makes of what stands at a place, once it starts as `start` says. Throws NotRewritable where the
 * launcher would refuse it.
 */
export function useOfEntry(
  entry: FixEntry,
  place: string,
  machine: Machine,
  start: NewStart = startOf(entry),
): CommandUse {
  const use = known.get(start) ?? useOfNewStart(entry, place, machine, start);
  known.set(start, use);
  return { ...use, place };
}

/** The places of one start differ in nothing else. */
const known = new WeakMap<NewStart, CommandUse>();

function useOfNewStart(entry: FixEntry, place: string, machine: Machine, start: NewStart): CommandUse {
  const { facts, document } = entry;
  const project = document.scope === 'project' ? projectOf(document.absolute, facts.host) : undefined;
  const surroundings = { machine, ...(project !== undefined && { project }) };
  const folder = folderOf(entry, surroundings);
  const described = {
    words: start.words.map((word, index) => {
      const handed = handedOn(word, index === 0 ? 'command' : 'args', facts, surroundings);
      if (handed === undefined)
        throw new NotRewritable('its command line has references whose values are not known here');
      return handed;
    }),
    environment: environmentOf(start, entry, surroundings),
    place,
    surroundings: machine.variables,
    ...(folder !== undefined && { folder }),
  };
  const use = useOfStart(described, machine.os === 'windows');
  if (use.program === '')
    throw new NotRewritable(
      `the program ${label(start.words[0] ?? '')} that it starts is not on this machine`,
    );
  if (use.folder === '')
    throw new NotRewritable(
      'its command line has relative paths, and the host does not say where they start',
    );
  return use;
}

/** As it stands in the file. */
function startOf({ facts }: FixEntry): NewStart {
  const { server } = facts;
  const words = server.words.map(({ text }) => text.reveal());
  const variables = readEnvironment(server).map(({ name, value }) => [name, value.reveal()]);
  return { words: words.slice(launcherLength(words)), environment: Object.fromEntries(variables) };
}

/** Only what could redirect the server is looked at later. */
function environmentOf(
  { environment }: NewStart,
  { facts }: FixEntry,
  surroundings: Surroundings,
): Record<string, string> {
  const pairs = Object.entries(environment).map(([name, value]) => {
    const handed = handedOn(value, 'env', facts, surroundings);
    if (handed === undefined && (guardOf(name) || name.toUpperCase() === 'PATH'))
      throw new NotRewritable(`its variable ${label(name)} has references whose values are not known here`);
    return [name, handed ?? value];
  });
  return Object.fromEntries(pairs);
}

/** Folder that a server is started in, where the config says so. */
function folderOf({ facts }: FixEntry, surroundings: Surroundings): string | undefined {
  const { server } = facts;
  const members = launchMappings(server.entry).flatMap(({ mapping: { entries } }) => entries);
  const cwd = members.findLast(({ key }) => key.reveal() === 'cwd')?.value;
  if (cwd?.kind !== 'scalar') return server.scope ?? surroundings.project;
  const handed = handedOn(cwd.text.reveal(), 'cwd', facts, surroundings);
  return handed !== undefined && isAbsolute(handed) ? handed : undefined;
}

/** A project's config lies in its root, or in a folder of the host there: `.vscode/mcp.json`. */
function projectOf(file: string, { files }: Host): string {
  const own = basename(file).toLowerCase();
  const names = files
    .filter(({ scope, path }) => scope === 'project' && path.toLowerCase().endsWith(own))
    .map(({ path }) => path.split('/').slice(0, -1));
  const folder = dirname(file);
  const above = names.find((steps) => portable(folder).endsWith(`/${steps.join('/')}`)) ?? [];
  return above.reduce((path) => dirname(path), folder);
}
