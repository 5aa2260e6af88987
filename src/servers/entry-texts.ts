import type { Field } from '../core/host.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Path, Server } from '../core/model.ts';
import type { Mapping, Value } from '../core/value.ts';

/** A string of a server entry as it is written, before anything is taken apart. */
export interface EntryText {
  readonly field: Field;
  readonly text: LocatedText;
  readonly path: Path;
}

/** By name in lower case, without `_`: a table is asked faster than the expressions of `slots/member.ts`, whose names these are. */
const FIELDS: Readonly<Record<string, Field>> = {
  command: 'command',
  cmd: 'command',
  args: 'args',
  arguments: 'args',
  env: 'env',
  envs: 'env',
  environment: 'env',
  environmentvariables: 'env',
  environmentvariable: 'env',
  envvars: 'env',
  envvar: 'env',
  envfile: 'envFile',
  envfiles: 'envFile',
  cwd: 'cwd',
  workingdirectory: 'cwd',
  headers: 'headers',
  httpheaders: 'headers',
  requestheaders: 'headers',
  url: 'url',
  serverurl: 'url',
  httpurl: 'url',
  uri: 'url',
  sseurl: 'url',
  endpoint: 'url',
  baseurl: 'url',
  headershelper: 'helper',
  envhelper: 'helper',
  clientsecrethelper: 'helper',
  auth: 'oauth',
  tokens: 'oauth',
  clientinformation: 'oauth',
};

function fieldOf(name: string): Field | undefined {
  const key = name.toLowerCase().replaceAll('_', '');
  if (Object.hasOwn(FIELDS, key)) return FIELDS[key];
  return key.startsWith('oauth') ? 'oauth' : undefined;
}

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
    const own = field ?? fieldOf(name);
    return own || NESTED.test(name) ? textsOf(member, [...path, name], own) : [];
  });
}
