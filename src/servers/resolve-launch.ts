import type { Assignment, Endpoint, Launch, Option, Package, Wrapper } from '../core/launch.ts';
import type { Path, Server, Word } from '../core/model.ts';
import { append } from '../slots/append.ts';
import { programName } from '../slots/program.ts';
import { readAssignments } from './assignment.ts';
import { readEndpoint } from './endpoint.ts';
import { readEnvironment } from './environment.ts';
import { commandsOfScript, readScript } from './shell-line.ts';
import { unwrap } from './unwrap.ts';

/** Nobody wraps deeper by accident. */
const MAX_WRAPPERS = 16;

/** Kinds of wrappers that may be programs of packages themselves. */
const PASSING: ReadonlySet<Wrapper['kind'] | undefined> = new Set([
  'environment',
  'secret-manager',
  'broker',
  'bridge',
]);

/** Takes off what stands between the host and the server, outermost first. */
export function resolveLaunch(server: Server): Launch {
  const wrappers: Wrapper[] = [];
  const assignments: Assignment[] = [];
  let container: readonly Option[] | undefined;
  let found: Package | undefined;
  let program: string | undefined;
  let endpoint: Endpoint | undefined = server.url && readEndpoint(server.url, pathOfUrl(server));
  const first = readCommand(server);
  append(assignments, first.assignments);
  let words = first.words;
  for (let depth = 0; depth < MAX_WRAPPERS && words.length > 0; depth++) {
    const set = readAssignments(words);
    if (set.length > 0 && set.length < words.length) {
      append(assignments, set);
      words = words.slice(set.length);
    }
    const inner = unwrap(program ?? nameOf(words[0]!), words, () => readEnvironment(server, assignments));
    if (!inner) break;
    if (inner.wrapper) wrappers.push(inner.wrapper);
    append(assignments, inner.assignments ?? []);
    container = inner.container ?? container;
    // `npx dotenv-cli -- server`: that package was the wrapper's.
    const passes = inner.words !== words && found?.registry !== 'oci' && PASSING.has(inner.wrapper?.kind);
    found = inner.package ?? (passes ? undefined : found);
    endpoint ??= inner.address && readEndpoint(inner.address.url, inner.address.path, inner.wrapper?.name);
    // A bridge keeps its own words, and with them its name.
    if (inner.words !== words) program = inner.program;
    words = inner.words;
    if (inner.innermost) break;
  }
  const [word, ...args] = words;
  const name = program?.split('/').at(-1) ?? (word && nameOf(word));
  return {
    wrappers,
    ...(name && { program: name }),
    ...(word && { programWord: word }),
    args,
    ...(found && { package: found }),
    ...(endpoint && { endpoint }),
    assignments,
    ...(container && { container }),
  };
}

/** Hosts differ in what they call the address; some have it in a `transport` of its own. */
function pathOfUrl({ entry, path, url }: Server): Path {
  for (const { key, value } of entry.entries) {
    const step = [...path, key.reveal()];
    if (value.kind === 'scalar' && value.text === url) return step;
    const inner = value.kind === 'mapping' ? value.entries : [];
    const member = inner.find((one) => one.value.kind === 'scalar' && one.value.text === url);
    if (member) return [...step, member.key.reveal()];
  }
  return path;
}

/** Longer than any path of a program. */
const LONGEST = 4096;

function nameOf({ text }: Word): string {
  return text.length > LONGEST ? '' : programName(text);
}

/** The words of the entry; a `command` that is a script of several commands comes down to the one that starts something. */
function readCommand({ command, words, path }: Server): ReturnType<typeof readScript> & object {
  const isWhole = ({ path: [...steps] }: Word) => !String(steps.at(-1)).startsWith('#');
  if (!command || words.length === 0 || isWhole(words[0]!) || !/[;&|\n]/.test(command.reveal()))
    return { words, assignments: [] };
  const script = commandsOfScript({ text: command, path: [...path, 'command'] }, true);
  const reading = readScript(script);
  return reading
    ? { ...reading, words: [...reading.words, ...words.filter(isWhole)] }
    : { words, assignments: [] };
}
