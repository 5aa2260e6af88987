import type { ClassifiedSlot } from '../core/classified.ts';
import { parseKeptReference } from '../core/kept-reference.ts';
import type { Assignment } from '../core/launch.ts';
import type { Path } from '../core/model.ts';
import { isCredentialName, isCredentialReference } from './credential-place.ts';
import { type Reference, readReferences } from './references.ts';
import type { ServerFacts } from './server-facts.ts';
import { isBearerVariable, isHeaderVariables } from './variable-names.ts';

/** A credential that a server receives. */
export interface HeldCredential {
  readonly slot: ClassifiedSlot;
  /** How the config gives it: the value itself, a reference, a question to the user, or a placeholder to be replaced. */
  readonly how: 'literal' | 'reference' | 'prompt' | 'placeholder';
  /** Other slots of the server that hand on the same value. */
  readonly also?: readonly ClassifiedSlot[];
}

type Holder = Pick<ServerFacts, 'slots' | 'known'> & Partial<Pick<ServerFacts, 'launch'>>;

/**
 * The credentials among the slots of a server, each told once; defaults of local development are none, and neither are
 * the stand-ins of a broker.
 */
export function heldCredentials(holder: Holder): HeldCredential[] {
  const { slots, launch } = holder;
  const assignments = launch?.assignments ?? [];
  // Most servers hold none, and what they are need not be known then.
  if (!slots.some(mayHold) && assignments.every(({ value }) => value)) return [];
  const { known } = holder;
  const brokered = launch?.wrappers.some(({ kind }) => kind === 'broker') ?? false;
  const passed = passedOn(slots, assignments);
  const held = slots.flatMap((classified): HeldCredential[] => {
    const how = howHeld(classified, known) ?? (passed(classified) ? 'reference' : undefined);
    return how === undefined || (brokered && how === 'placeholder') ? [] : [{ slot: classified, how }];
  });
  return onePerCredential(held);
}

function mayHold({ slot, verdict }: ClassifiedSlot): boolean {
  return (verdict.kind !== 'benign' && verdict.kind !== 'public') || isVariableName(slot);
}

function howHeld(
  { slot, verdict }: ClassifiedSlot,
  known: Holder['known'],
): HeldCredential['how'] | undefined {
  // A token where its variable's name belongs is there all the same.
  if (verdict.kind !== 'literal' && isVariableName(slot))
    return isBearerVariable(slot.name) || isCredentialName(slot, known) ? 'reference' : undefined;
  switch (verdict.kind) {
    case 'literal':
      return verdict.traits.includes('development-default') ? undefined : 'literal';
    case 'placeholder':
      return slot.declaredSecret || isCredentialName(slot, known) ? 'placeholder' : undefined;
    case 'reference': {
      // What a helper of the host prints is no part of the config.
      if (slot.path.includes('headersHelper') && parseKeptReference(slot.value.reveal())) return undefined;
      const references = readReferences(slot.value);
      if (!isCredentialReference(slot, verdict.syntax, references, known)) return undefined;
      return references.some(isPrompt) ? 'prompt' : 'reference';
    }
    default:
      return undefined;
  }
}

/** `${input:id}` of VS Code, `${user_config.KEY}` of MCPB: the host asks its user. */
function isPrompt({ syntax }: Reference): boolean {
  return /\binput:|user_config/.test(syntax);
}

/** Members that hold the name of a variable where its value is meant (Codex). */
function isVariableName({ name, path, value }: ClassifiedSlot['slot']): boolean {
  const indirect =
    isBearerVariable(name) || path.some((step) => typeof step === 'string' && isHeaderVariables(step));
  return indirect && value.length <= 128 && /^[A-Za-z_]\w*$/.test(value.reveal());
}

/** Recognises `docker -e NAME`, which hands a variable of the host on, where no slot gives its value. */
function passedOn(
  slots: readonly ClassifiedSlot[],
  assignments: readonly Assignment[],
): (classified: ClassifiedSlot) => boolean {
  const given = new Set(slots.flatMap(({ slot }) => (isVariable(slot.kind) ? [slot.name] : [])));
  const names = new Map(
    assignments.flatMap(({ name, value, path }) => (value || given.has(name) ? [] : [[keyOf(path), name]])),
  );
  return ({ slot }) => {
    const name = names.size === 0 ? undefined : names.get(keyOf(slot.path));
    return name !== undefined && isCredentialName({ ...slot, kind: 'env', name }, undefined);
  };
}

function keyOf(path: Path): string {
  return JSON.stringify(path);
}

function isVariable(kind: ClassifiedSlot['slot']['kind']): boolean {
  return kind === 'env' || kind === 'assignment';
}

/**
 * A reference to a variable of the same entry is that variable's credential, and two references to one name are one
 * (`--header "Authorization: ${AUTH}"` with `env: { AUTH: … }`); so is a reference beside its own default.
 */
function onePerCredential(held: readonly HeldCredential[]): HeldCredential[] {
  if (held.length < 2) return [...held];
  const byName = new Map<string, HeldCredential>();
  for (const one of held) if (isVariable(one.slot.slot.kind)) byName.set(one.slot.slot.name, one);
  const defaults = new Map<string, HeldCredential>();
  for (const one of held) {
    const { kind, path } = one.slot.slot;
    if (kind === 'reference-default') defaults.set(keyOf(path.slice(0, -1)), one);
  }
  const source = new Map<HeldCredential, HeldCredential>();
  for (const one of held) {
    const { path, value } = one.slot.slot;
    const names =
      one.slot.verdict.kind === 'reference' ? readReferences(value).flatMap(({ name }) => name || []) : [];
    const same =
      names.map((name) => byName.get(name)).find((other) => other && other !== one) ??
      (one.how === 'reference' ? defaults.get(keyOf(path)) : undefined);
    if (same && rootOf(same, source) !== one) source.set(one, same);
    else for (const name of names) if (!byName.has(name)) byName.set(name, one);
  }
  const also = new Map<HeldCredential, ClassifiedSlot[]>();
  for (const one of source.keys()) {
    const root = rootOf(one, source);
    const slots = also.get(root) ?? [];
    also.set(root, slots);
    slots.push(one.slot);
  }
  return held.flatMap((one) => {
    const others = also.get(one);
    return source.has(one) ? [] : others ? [{ ...one, also: others }] : [one];
  });
}

/** The end of a chain of references; what leads to it is shortened, so that long chains cost linear time. */
function rootOf(one: HeldCredential, source: Map<HeldCredential, HeldCredential>): HeldCredential {
  let root = one;
  for (let next = source.get(root); next; next = source.get(root)) {
    const beyond = source.get(next);
    if (beyond) source.set(root, beyond);
    root = next;
  }
  return root;
}
