import { label } from '../core/label.ts';
import { suggest } from '../core/usage-error.ts';
import {
  type ByNameShape,
  type ListShape,
  LONGEST_TEXT,
  type MembersShape,
  type Shape,
  type TextShape,
} from './shape.ts';

/** Something wrong in a config. */
export interface Fault {
  readonly path: readonly (string | number)[];
  /** It is about the key, not about its value. */
  readonly key?: true;
  /** A sentence. Of the config it quotes keys, ids and levels only. */
  readonly message: string;
}

type Path = Fault['path'];

/** Everything about a value that is not as its shape says. */
export function checkShape(value: unknown, shape: Shape, path: Path = []): Fault[] {
  switch (shape.kind) {
    case 'text':
      return checkText(value, shape, path);
    case 'list':
      return checkList(value, shape, path);
    case 'members':
      return checkMembers(value, shape, path);
    case 'by-name':
      return checkByName(value, shape, path);
  }
}

function checkText(value: unknown, shape: TextShape, path: Path): Fault[] {
  const { choices, pattern, is, words, most = LONGEST_TEXT } = shape;
  const fault = (message: string): Fault[] => [{ path, message: `${nameOf(path)} ${message}` }];
  if (typeof value !== 'string') return fault('has to be a text.');
  if (choices) {
    if (choices.includes(value)) return [];
    const few = choices.length <= 12 ? `is one of ${choices.join(', ')}; got` : 'does not know';
    return fault(`${few} "${label(value)}".${suggest(value, choices)}`);
  }
  // As JSON Schema counts them.
  if ([...value.slice(0, 2 * most + 1)].length > most) return fault(`has at most ${most} characters.`);
  if (pattern !== undefined && !new RegExp(pattern, 'u').test(value))
    return fault(`has to be ${is}.${words ? suggest(value.split(':', 1)[0]!, words) : ''}`);
  return [];
}

function checkList(value: unknown, shape: ListShape, path: Path): Fault[] {
  if (shape.orOne && typeof value === 'string') return checkShape(value, shape.of, path);
  const fault = (message: string): Fault[] => [{ path, message: `${nameOf(path)} ${message}` }];
  if (!Array.isArray(value)) return fault(`has to be ${shape.orOne ? 'a text or ' : ''}a list.`);
  const { least = 0, most } = shape;
  if (value.length < least) return fault(`has at least ${least} ${least === 1 ? 'entry' : 'entries'}.`);
  if (value.length > most) return fault(`has at most ${most} entries.`);
  // By index: a list of code may have holes.
  return Array.from(value).flatMap((item, index) => checkShape(item, shape.of, [...path, index]));
}

function checkMembers(value: unknown, shape: MembersShape, path: Path): Fault[] {
  if (!isObject(value)) return [{ path, message: `${nameOf(path)} has to be an object.` }];
  const known = Object.keys(shape.members);
  const { required = [], someOf = [] } = shape;
  const missing = required.filter((name) => !Object.hasOwn(value, name));
  const faults: Fault[] = missing.map((name) => ({ path, message: `${nameOf(path)} lacks "${name}".` }));
  if (someOf.length > 0 && !someOf.some((name) => Object.hasOwn(value, name)))
    faults.push({ path, message: `${nameOf(path)} needs one of ${someOf.join(', ')}.` });
  for (const [name, inner] of Object.entries(value)) {
    const at = [...path, name];
    if (Object.hasOwn(shape.members, name)) faults.push(...checkShape(inner, shape.members[name]!, at));
    else
      faults.push({
        path: at,
        key: true,
        message: `There is no option "${label(name)}".${suggest(name, known)}`,
      });
  }
  return faults;
}

function checkByName(value: unknown, { noun, names, of }: ByNameShape, path: Path): Fault[] {
  if (!isObject(value)) return [{ path, message: `${nameOf(path)} has to be an object.` }];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = [...path, name];
    if (names.includes(name)) return checkShape(inner, of, at);
    const message = `There is no ${noun} "${label(name)}".${suggest(name, names)}`;
    return [{ path: at, key: true as const, message }];
  });
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** `"ignore[2].reason"`; the config as a whole has no path. */
function nameOf(path: Path): string {
  const name = path
    .map((step, index) => (typeof step === 'number' ? `[${step}]` : `${index > 0 ? '.' : ''}${label(step)}`))
    .join('');
  return name === '' ? 'The config' : `"${name}"`;
}
