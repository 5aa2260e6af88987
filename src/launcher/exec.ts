import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import type { Secret } from '../core/secret.ts';
import type { CommandUse, Use } from '../core/use.ts';
import { parseReference, type Reference } from '../vaults/reference.ts';
import type { Program } from './become.ts';
import { differenceFrom, environmentOf, programOf, type Start } from './command-use.ts';
import { CredentialReader, type OpenVault } from './read-credential.ts';
import { EXIT, Refusal } from './refusal.ts';
import { searchedFolders } from './search-path.ts';

/** A reference in a command that is to be started. */
interface Found {
  readonly reference: Reference;
  /** As in `CommandUse.place`. */
  readonly place: string;
  /** Name of the variable, or index among the words. */
  readonly at: string | number;
}

/**
 * What `mcp-lint exec` is asked to start, with every reference replaced by its credential. All of them are read and
 * checked before anything is put in place. Throws a Refusal.
 */
export function prepareCommand(args: readonly string[], machine: Machine, openVault: OpenVault): Program {
  const words = args[0] === '--' ? args.slice(1) : args;
  if (words.length === 0 || (words === args && args[0]!.startsWith('-')))
    throw new Refusal(EXIT.usage, USAGE);
  const windows = machine.os === 'windows';
  const asked: Start = {
    words,
    place: '',
    environment: machine.variables,
    surroundings: {},
    folder: machine.cwd,
  };
  const program = programOf(asked, searchedFolders(asked, windows), windows);
  if (!('path' in program)) throw notStartable(words[0]!, program.problem);
  const found = referencesIn(asked);
  if (found.length === 0) return { path: program.path, words, environment: machine.variables };
  if (/child_|\*/i.test(machine.variables['NODE_DEBUG'] ?? ''))
    throw new Refusal(
      EXIT.refused,
      'NODE_DEBUG has Node.js print the environment of what it starts, credentials included.',
    );
  const reader = new CredentialReader(machine, openVault);
  let environment = asked.environment;
  const secrets: { readonly at: string | number; readonly secret: Secret }[] = [];
  for (const { reference, place, at } of found) {
    const start = { ...asked, place };
    const { secret, use } = reader.read(reference, placeInWords(at), isCommandUse, (one) =>
      differenceFrom(one, start, windows),
    );
    // A credential that ends early is worse than none.
    if (secret.reveal().includes('\0'))
      throw new Refusal(
        EXIT.refused,
        `${label(placeInWords(at))}: the credential holds a character that no variable and no argument can have.`,
      );
    environment = environmentOf(use, { ...start, environment }, windows);
    secrets.push({ at, secret });
  }
  const left = { ...asked, environment };
  const allowed = programOf(left, searchedFolders(left, windows), windows);
  if (!('path' in allowed)) throw notStartable(words[0]!, allowed.problem);
  return {
    path: allowed.path,
    words: words.map((word, index) => secrets.find(({ at }) => at === index)?.secret.reveal() ?? word),
    environment: {
      ...environment,
      ...Object.fromEntries(
        secrets.flatMap(({ at, secret }) => (typeof at === 'string' ? [[at, secret.reveal()]] : [])),
      ),
    },
  };
}

const USAGE = 'exec needs a command: mcp-lint exec -- command arguments…';

function isCommandUse(use: Use): use is CommandUse {
  return use.kind === 'command';
}

function referencesIn({ words, environment }: Start): readonly Found[] {
  const found: Found[] = [];
  for (const [name, value] of Object.entries(environment)) {
    const reference = parseReference(value ?? '');
    if (reference) found.push({ reference, place: `env ${name}`, at: name });
  }
  for (const [index, word] of words.entries()) {
    const reference = index > 0 ? parseReference(word) : undefined;
    if (reference) found.push({ reference, place: 'argument', at: index });
  }
  return found;
}

function placeInWords(at: string | number): string {
  return typeof at === 'string' ? at : `argument ${at}`;
}

function notStartable(command: string, problem: 'missing' | 'not executable'): Refusal {
  return problem === 'missing'
    ? new Refusal(EXIT.notFound, `${label(command)}: there is no such command.`)
    : new Refusal(EXIT.notExecutable, `${label(command)}: this file cannot be executed.`);
}
