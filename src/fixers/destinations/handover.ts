import { lastPassing } from '../../core/last-passing.ts';
import { LocatedText } from '../../core/located-text.ts';
import type { Word } from '../../core/model.ts';
import { isExpandedOnTheWay } from '../../servers/expanders.ts';
import { isExpanded, isExpansionKnown } from '../../servers/expansion.ts';
import { readReferences } from '../../servers/references.ts';
import type { ServerFacts } from '../../servers/server-facts.ts';
import { ENVIRONMENT } from '../../slots/member.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { variableNameFor } from '../variable-name.ts';
import { mixesReferences } from './mixed-references.ts';
import { POSIX_SHELLS, shellWord } from './shell-word.ts';
import { startFacts } from './start-facts.ts';

/** How the server of an entry can be handed a credential by a program that starts it. */
export type Handover =
  /** The variable that holds it: all of its value is kept. */
  | { readonly kind: 'variable'; readonly name: string; readonly text: LocatedText }
  /** A new variable, for which somebody between the launcher and the server puts the value where it stood. */
  | {
      readonly kind: 'word';
      readonly name: string;
      /** The variable must have this very name. */
      readonly fixed: boolean;
      /** What is kept. */
      readonly text: LocatedText;
      /** What is replaced in the holder. */
      readonly part: LocatedText;
      readonly write: (name: string) => string;
    }
  /** The whole argument. */
  | { readonly kind: 'argument'; readonly text: LocatedText }
  | { readonly kind: 'none'; readonly reason: string };

/** Members of an entry that may hold all of its start: of Cline and Continue, and of older Zed. */
const NESTED: readonly (string | number)[] = ['transport', 'command'];

/** Finds the way on which a credential can reach the server of its entry, best first. */
export function handoverOf(credential: InlineCredential, { facts }: FixEntry): Handover {
  const { server } = facts;
  const { holder, path } = credential;
  if (server.words.length === 0)
    return none('the host itself calls this server, so there is no program to hand it to');
  const steps = path.slice(server.path.length);
  const name = steps.at(-1);
  if (credential.slot.slot.field === 'env') {
    const isVariable =
      typeof name === 'string' &&
      ENVIRONMENT.test(String(steps.at(-2))) &&
      (steps.length === 2 || (steps.length === 3 && NESTED.includes(steps[0]!)));
    if (!isVariable) return none('it is not the plain value of a variable');
    return mixesReferences(holder.text, 'env', facts)
      ? none('its value also has references in it')
      : { kind: 'variable', name, text: holder.text };
  }
  if (credential.slot.slot.field !== 'args') return none('it does not reach the server through its start');
  const index = startFacts(facts).wordAt.get(holder.text.range.start) ?? -1;
  if (index < 1 || server.words[index]!.text.length !== holder.text.length)
    return none('its command line is written as one string');
  return (
    intoContainer(credential, facts) ??
    intoScript(credential, facts, index) ??
    intoExpander(credential, facts) ??
    (mixesReferences(holder.text, 'args', facts)
      ? none('its argument also has references in it')
      : { kind: 'argument', text: holder.text })
  );
}

function none(reason: string): Handover {
  return { kind: 'none', reason };
}

/** `docker run -e NAME=value` becomes `-e NAME`, which takes the value from the environment of docker. */
function intoContainer({ holder, part }: InlineCredential, facts: ServerFacts): Handover | undefined {
  const { wrappers, container } = facts.launch;
  if (!container || !keepsEnvironment(wrappers)) return undefined;
  const { assignments, givenTo, variables } = startFacts(facts);
  // `NAME=value`, `-eNAME=value`, `--env=NAME=value`
  const source = holder.text.reveal();
  const start = /^(?:--env=|-e=?)?/.exec(source)![0].length;
  const value = assignments.get(holder.text.offsetAt(start))?.value;
  const equals = value?.reveal().indexOf('=') ?? -1;
  if (!value || equals < 1 || part.range.start < value.offsetAt(equals + 1)) return undefined;
  const text = value.slice(equals + 1);
  if (mixesReferences(text, 'args', facts)) return undefined;
  const name = value.slice(0, equals).reveal();
  // Set twice, or in the entry as well, it cannot be handed on under its name.
  if (givenTo.get(name) !== 1 || variables.has(name) || !/^[A-Za-z_]\w*$/.test(name)) return undefined;
  return { kind: 'word', name, fixed: true, text, part: value.slice(equals), write: () => '' };
}

/** Wrappers before the container that hand on all variables. */
function keepsEnvironment(wrappers: ServerFacts['launch']['wrappers']): boolean {
  const before = wrappers.slice(
    0,
    wrappers.findIndex(({ kind }) => kind === 'container'),
  );
  return before.every(({ kind }) => kind === 'secret-manager' || kind === 'broker' || kind === 'runner');
}

/** `sh -c 'TOKEN=x npx server'`: the shell puts the value of a variable there. */
function intoScript(credential: InlineCredential, facts: ServerFacts, index: number): Handover | undefined {
  const { server, launch, host } = facts;
  const { holder, part, slot } = credential;
  if (!isScript(server.words, index, launch.wrappers)) return undefined;
  const shells = launch.wrappers.filter(({ kind }) => kind === 'shell' || kind === 'remote-shell');
  const at = indexOf(part, holder.text);
  const isPlain = shells.length === 1 && POSIX_SHELLS.includes(shells[0]!.name) && part.length > 0;
  const word = isPlain && at !== undefined ? shellWord(holder.text, at, part) : undefined;
  if (!word) return none('it stands in a script that cannot be changed with certainty');
  if (isTouched(word.write('NAME'), facts))
    return none(`${host.title} may put its own value for a variable in this script`);
  const { start, end, write } = word;
  // The script as a whole is called after the flag in front of it.
  const inner = slot.slot.name === '' ? credential.name : slot.slot.name;
  const name = variableNameFor(server.name, { ...credential, name: inner });
  return { kind: 'word', name, fixed: false, text: part, part: holder.text.slice(start, end), write };
}

/** Is the word at an index what a shell is told to run? */
function isScript(
  words: readonly Word[],
  index: number,
  wrappers: ServerFacts['launch']['wrappers'],
): boolean {
  if (!wrappers.some(({ kind }) => kind === 'shell')) return false;
  const before = words[index - 1]!.text.reveal();
  return (
    /^(?:-[a-z]*c|--command|-command|\/[ckr])$/i.test(before) && /\s|=/.test(words[index]!.text.reveal())
  );
}

/** Where a part begins in a text; nothing where no character of the text stands there. */
function indexOf(part: LocatedText, text: LocatedText): number | undefined {
  const { start } = part.range;
  const index = lastPassing(text.length, (at) => text.offsetAt(at) < start) + 1;
  return text.offsetAt(index) === start ? index : undefined;
}

/** `mcp-remote URL --header "Authorization: Bearer ${NAME}"`: the program puts the value of a variable there itself. */
function intoExpander(credential: InlineCredential, facts: ServerFacts): Handover | undefined {
  const { holder, part, slot } = credential;
  const write = (name: string) => `\${${name}}`;
  const [reference] = readReferences(new LocatedText(write('NAME'), 0));
  const isExpandedThere =
    indexOf(part, holder.text) !== undefined &&
    isExpandedOnTheWay(reference!, 'args', [slot.slot.kind], facts.launch) &&
    !facts.launch.wrappers.some(({ kind }) => kind === 'shell' || kind === 'remote-shell');
  if (!isExpandedThere || isTouched(write('NAME'), facts)) return undefined;
  return {
    kind: 'word',
    name: variableNameFor(facts.server.name, credential),
    fixed: false,
    text: part,
    part,
    write,
  };
}

/** May the host put something else for the reference, before anybody else sees it? */
function isTouched(written: string, { host, server }: ServerFacts): boolean {
  return (
    !isExpansionKnown('args', server.path, host) ||
    readReferences(new LocatedText(written, 0)).some((reference) => isExpanded(reference, 'args', host))
  );
}
