import type { Server } from '../core/model.ts';
import type { Entry, Mapping, Scalar, Sequence, Value } from '../core/value.ts';
import { launchMappings } from '../servers/launch-mappings.ts';
import { isNameList } from '../servers/variable-names.ts';
import { ENVIRONMENT } from '../slots/member.ts';
import { splitShell } from '../slots/shell-words.ts';

const PROGRAM = /^(?:command|cmd)$/;
const ARGUMENTS = /^(?:args|arguments)$/;

/** Where an entry says what is started. */
export interface Launching {
  /** The entry, its nested `transport` (Cline, Continue), or its `command` where that is a mapping (older Zed). */
  readonly mapping: Mapping;
  /** `command`, `cmd` of Goose, or `path` of a command that is a mapping. */
  readonly program: Entry;
  readonly args?: Entry;
}

/** Nothing when the entry starts no program, or says twice what it starts. */
export function launchingOf({ entry }: Server): Launching | undefined {
  const mappings = launchMappings(entry).map(({ mapping }) => mapping);
  const programs = mappings.flatMap((mapping) => programsOf(mapping, mappings));
  const args = mappings.flatMap((mapping) => membersOf(mapping, ARGUMENTS));
  const mapping = mappings.find(({ entries }) => entries.includes(programs[0]!));
  if (!mapping || programs.length > 1 || args.length > 1) return undefined;
  if (args[0] && !mapping.entries.includes(args[0])) return undefined;
  return { mapping, program: programs[0]!, ...(args[0] && { args: args[0] }) };
}

function programsOf(mapping: Mapping, mappings: readonly Mapping[]): Entry[] {
  const isCommand = mappings.some((other) =>
    membersOf(other, PROGRAM).some(({ value }) => value === mapping),
  );
  return isCommand
    ? membersOf(mapping, /^path$/)
    : membersOf(mapping, PROGRAM).filter(({ value }) => value.kind !== 'mapping');
}

/** How a command line is written. */
export type CommandForm =
  | { readonly kind: 'list'; readonly list: Sequence }
  /** A whole command line in one string, which the host splits. */
  | { readonly kind: 'line'; readonly line: Scalar }
  | { readonly kind: 'program'; readonly program: Scalar; readonly args?: Sequence };

/** Nothing for a form that no host is known to read. */
export function commandForm({ words }: Server, { program, args }: Launching): CommandForm | undefined {
  const { value } = program;
  if (args && args.value.kind !== 'sequence') return undefined;
  if (value.kind === 'sequence') return value.items.length > 0 ? { kind: 'list', list: value } : undefined;
  if (!isString(value) || value.text.trim().length === 0) return undefined;
  const isSplit = words[0]?.path.at(-1) === '#0';
  if (!isSplit) return { kind: 'program', program: value, ...(args && { args: args.value as Sequence }) };
  // What stands behind `&&` would be started without the words in front.
  return splitShell(value.text, { backslash: true }).length === 1 ? { kind: 'line', line: value } : undefined;
}

/** Where the variables of a server are, or where a block for them goes. */
export type BlockPlace =
  | { readonly kind: 'block'; readonly block: Mapping | Sequence }
  /** A block that is `null`. */
  | { readonly kind: 'empty'; readonly scalar: Scalar }
  | { readonly kind: 'none'; readonly mapping: Mapping; readonly name: string; readonly after: Entry };

/** Of several blocks, the one that counts. Nothing when the entry starts no program. */
export function blockPlace(server: Server): BlockPlace | undefined {
  const block = launchMappings(server.entry)
    .flatMap(({ mapping }) => membersOf(mapping, ENVIRONMENT))
    .findLast(({ key, value, shadowed }) => !shadowed && !isNameList(key.reveal(), value))?.value;
  if (block?.kind === 'scalar') return block.type === 'null' ? { kind: 'empty', scalar: block } : undefined;
  if (block) return { kind: 'block', block };
  const launching = launchingOf(server);
  if (!launching) return undefined;
  const { mapping, program, args = program } = launching;
  const after = mapping.entries.indexOf(args) > mapping.entries.indexOf(program) ? args : program;
  return { kind: 'none', mapping, name: blockName(program), after };
}

/** opencode and Kilo Code have the command in a list, Goose has `cmd`. */
function blockName({ key, value }: Entry): string {
  if (key.reveal() === 'cmd') return 'envs';
  return value.kind === 'sequence' ? 'environment' : 'env';
}

/** The value of a variable in a block of any form. `prefix`: what stands before it in the same string. */
export function findVariable(
  block: Mapping | Sequence,
  name: string,
): { readonly value: Value; readonly prefix: string } | undefined {
  if (block.kind === 'mapping') {
    const member = block.entries.find(({ key, shadowed }) => !shadowed && key.reveal() === name);
    return member && { value: member.value, prefix: '' };
  }
  for (const item of block.items) {
    if (item.kind === 'scalar') {
      const prefix = /^\s*([A-Za-z_][A-Za-z0-9_-]{0,127})\s*(?:=|:\s)\s*/.exec(item.text.reveal());
      if (prefix?.[1] === name) return { value: item, prefix: prefix[0] };
    } else if (item.kind === 'mapping') {
      const named = membersOf(item, /^(?:name|key)$/)[0]?.value;
      const value = membersOf(item, /^value$/).findLast(({ shadowed }) => !shadowed)?.value;
      if (named?.kind === 'scalar' && named.text.reveal() === name && value) return { value, prefix: '' };
    }
  }
  return undefined;
}

/** The mappings that may say how a server is started. */
function membersOf(mapping: Mapping, name: RegExp): Entry[] {
  return mapping.entries.filter(({ key }) => name.test(key.reveal()));
}

function isString(value: Value): value is Scalar {
  return value.kind === 'scalar' && value.type === 'string';
}
