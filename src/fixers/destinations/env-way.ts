import type { Field, VariableNames } from '../../core/host.ts';
import { LocatedText } from '../../core/located-text.ts';
import type { Mapping } from '../../core/value.ts';
import { isExpansionKnown, isWrittenAs } from '../../servers/expansion.ts';
import { launchMappings } from '../../servers/launch-mappings.ts';
import { readReferences } from '../../servers/references.ts';
import { isCode } from '../in-code.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { isLaunchedByUs } from '../our-launcher.ts';
import { fieldOf } from './field-of.ts';
import { handoverOf } from './handover.ts';
import { type HeaderMember, headerOf } from './headers.ts';
import { memberOf } from './member-of.ts';
import { mixesReferences } from './mixed-references.ts';

/** How an entry takes a value from a variable of the environment around it. */
export type EnvWay =
  /** By a reference in its place. `list`: the host takes references to variables of this list only. */
  | { readonly kind: 'reference'; readonly form: string; readonly field: Field; readonly list?: NameList }
  /** In code, which reads its environment. */
  | { readonly kind: 'code' }
  /** By its own name in a list of variables that are handed on. */
  | { readonly kind: 'listed'; readonly name: string; readonly list: NameList }
  /** By a name in the place of the token of a header, or of all of the header. */
  | { readonly kind: 'bearer' | 'header'; readonly header: HeaderMember; readonly member: string };

/** A list of names, there or not yet. */
export interface NameList {
  readonly mapping: Mapping;
  readonly member: string;
}

/** Forms of hosts that stand for a variable of their user's environment, the safest to write first. */
const FORMS: readonly string[] = [
  '${env:NAME}',
  '{env:NAME}',
  '${NAME}',
  // Of Continue, which looks into its environment too (core/config/yaml/LocalPlatformClient.ts).
  '${{ secrets.NAME }}',
];
/** `${NAME:-${OTHER}}`. */
export const IN_REFERENCE = 'it is the default of a reference, in which no host takes another';
const BEARER = /^Bearer +$/i;
const VARIABLE = /^[A-Za-z_]\w*$/;
const CAPITALS = /^[A-Z_][A-Z0-9_]*$/;

/** Finds the way; a clause where there is none. */
export function envWayOf(
  credential: InlineCredential,
  entry: FixEntry,
): EnvWay | { readonly reason: string } {
  const { facts, document } = entry;
  const { host } = facts;
  if (isCode(document)) return { kind: 'code' };
  if (host.isolated && !host.expandsOutside)
    return { reason: `${host.title} does not hand on the environment of its user` };
  const field = fieldOf(facts, credential);
  const nowhere = `${host.title} takes no variables of the environment there`;
  if (field === undefined) return { reason: nowhere };
  const form = formFor(field, entry);
  if (form === undefined) return wayByName(credential, entry) ?? { reason: nowhere };
  if (credential.slot.slot.kind === 'reference-default') return { reason: IN_REFERENCE };
  if ((field === 'args' || field === 'command') && isLaunchedByUs(facts))
    return { reason: 'other secrets of this server are bound to its command line as it is' };
  const { env, listed = false } = host.variableNames ?? {};
  const list = listed && env !== undefined && { mapping: facts.server.entry, member: env };
  return { kind: 'reference', form, field, ...(list && { list }) };
}

/** The form in which the host takes a variable in a field, if it does. */
function formFor(field: Field, { facts, document }: FixEntry): string | undefined {
  const { host, server } = facts;
  if (!isExpansionKnown(field, server.path, host)) return undefined;
  return FORMS.find((form) => {
    const [written] = readReferences(new LocatedText(form, 0));
    const isRefused = host.refused?.some(
      (refusal) =>
        refusal.fields.includes(field) &&
        (refusal.scope ?? document.scope) === document.scope &&
        isWrittenAs(written!, refusal.syntax),
    );
    return (
      !isRefused && host.interpolation.some(({ syntax, fields }) => syntax === form && fields.includes(field))
    );
  });
}

/** The way of a host that takes names of variables in members of their own. */
function wayByName(credential: InlineCredential, entry: FixEntry): EnvWay | undefined {
  const { server, host } = entry.facts;
  // Under a key that another host reads, nobody knows what its members mean.
  if (!host.variableNames || !isExpansionKnown('headers', server.path, host)) return undefined;
  const { field } = credential.slot.slot;
  if (field === 'headers') return wayOfHeader(credential, entry, host.variableNames);
  return field === 'env' ? wayOfVariable(credential, entry, host.variableNames) : undefined;
}

function wayOfVariable(
  credential: InlineCredential,
  entry: FixEntry,
  { env, listed }: VariableNames,
): EnvWay | undefined {
  const { entry: written } = entry.facts.server;
  const handover = handoverOf(credential, entry);
  const place = memberOf(credential.holder, written);
  if (env === undefined || handover.kind !== 'variable' || !place || place.member.shadowed) return undefined;
  // Goose looks for the name in capitals.
  if (!(listed ? CAPITALS : VARIABLE).test(handover.name)) return undefined;
  // What has the block: the entry itself in nearly all.
  const outer = launchMappings(written).find(({ mapping }) =>
    mapping.entries.some(({ value }) => value === place.mapping),
  );
  return outer && { kind: 'listed', name: handover.name, list: { mapping: outer.mapping, member: env } };
}

function wayOfHeader(
  credential: InlineCredential,
  { facts }: FixEntry,
  { bearer, headers }: VariableNames,
): EnvWay | undefined {
  const { holder, part } = credential;
  const header = headerOf(facts, credential);
  if (!header || header.member.shadowed || header.block.shadowed) return undefined;
  if (mixesReferences(holder.text, 'headers', facts)) return undefined;
  const before = holder.text.reveal().slice(0, holder.text.length - part.length);
  const isFree = (member: string) => !header.outer.entries.some(({ key }) => key.reveal() === member);
  if (bearer !== undefined && isFree(bearer) && /^authorization$/i.test(header.name) && BEARER.test(before))
    return { kind: 'bearer', header, member: bearer };
  return headers === undefined ? undefined : { kind: 'header', header, member: headers };
}
