import type { Field } from '../core/host.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, Server } from '../core/model.ts';
import type { Mapping, Value } from '../core/value.ts';
import { ADDRESS, ENVIRONMENT, HEADERS, OAUTH } from '../slots/member.ts';

/** A string of a server entry as it is written, before anything is taken apart. */
export interface EntryText {
  readonly field: Field;
  readonly text: LocatedText;
  readonly path: Path;
}

const FIELDS: readonly (readonly [RegExp, Field])[] = [
  [/^(?:command|cmd)$/, 'command'],
  [/^(?:args|arguments)$/, 'args'],
  [ENVIRONMENT, 'env'],
  [/^env_?files?$/i, 'envFile'],
  [/^(?:cwd|workingDirectory)$/, 'cwd'],
  [HEADERS, 'headers'],
  [ADDRESS, 'url'],
  [/^(?:headersHelper|envHelper|clientSecretHelper)$/, 'helper'],
  [OAUTH, 'oauth'],
];
/** Mappings that hold parts of an entry again: Cline's `transport`, `platform_overrides.<system>` of MCPB. */
const NESTED = /^(?:transport|platform_overrides|win32|darwin|linux)$/;

/** The strings of an entry that a host hands to the server or sends, each with its field. Shadowed members are not read. */
export function textsOfEntry({ entry, path }: Pick<Server, 'entry' | 'path'>): readonly EntryText[] {
  const known = read.get(entry);
  if (known) return known;
  const texts = textsOf(entry, path);
  read.set(entry, texts);
  return texts;
}

/** Several rules ask, one after the other. */
const read = new WeakMap<Mapping, readonly EntryText[]>();

function textsOf(value: Value, path: Path, field?: Field): EntryText[] {
  if (value.kind === 'scalar')
    return field && value.type === 'string' ? [{ field, text: value.text, path }] : [];
  if (value.kind === 'sequence') {
    return value.items.flatMap((item, index) =>
      // opencode: the words behind the program in one list with it.
      textsOf(item, [...path, index], field === 'command' && index > 0 ? 'args' : field),
    );
  }
  return value.entries.flatMap(({ key, value: member, shadowed }) => {
    if (shadowed) return [];
    const name = key.reveal();
    const own = field ?? FIELDS.find(([pattern]) => pattern.test(name))?.[1];
    return own || NESTED.test(name) ? textsOf(member, [...path, name], own) : [];
  });
}
