import type { LocatedText } from '../../core/located-text.ts';
import { readEnvironment } from '../../servers/environment.ts';
import type { ConfigEditor } from '../config-editor.ts';
import { NotRewritable, type Tools } from '../destination.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { freeName } from '../variable-name.ts';
import { declinesByLauncher } from './by-launcher.ts';
import { type Handover, handoverOf } from './handover.ts';
import { memberOf } from './member-of.ts';

/** A value that a program puts into a variable of the server, without anything in the config that stands for it. */
export interface Injected {
  readonly variable: string;
  readonly text: LocatedText;
  readonly credential: InlineCredential;
}

/** What an injector needs of an entry is what a launcher needs that resolves variables only. */
const FORM = { ownWords: () => 0, resolvesArguments: false, bindsUses: false };
const NO_VARIABLE = 'no variable of the server holds it';

type Variable = Extract<Handover, { kind: 'variable' | 'word' }>;

/** The variable that a credential can be injected as; a clause where there is none. */
export function variableOf(credential: InlineCredential, entry: FixEntry): Variable | string {
  const reason = declinesByLauncher(FORM, credential, entry);
  if (reason !== undefined) return reason;
  const handover = handoverOf(credential, entry);
  return isVariable(handover) ? handover : NO_VARIABLE;
}

function isVariable(handover: Handover): handover is Variable {
  return handover.kind === 'variable' || handover.kind === 'word';
}

/** Takes credentials out of an entry whose launcher sets their variables. Of several in one string, the first stands for all. */
export function takeOut(
  entry: FixEntry,
  credentials: readonly InlineCredential[],
  { editor, machine }: Tools,
): readonly Injected[] {
  const injected: Injected[] = [];
  const names = readEnvironment(entry.facts.server).map(({ name }) => name);
  for (const credential of credentials) {
    const handover = handoverOf(credential, entry);
    if (!isVariable(handover)) throw new NotRewritable(NO_VARIABLE);
    const { text } = handover;
    if (injected.some((one) => one.text.range.start === text.range.start)) continue;
    const isNew = handover.kind === 'word' && !handover.fixed;
    const variable = isNew
      ? freeName(handover.name, [...names, ...Object.keys(machine.variables)])
      : handover.name;
    names.push(variable);
    remove(handover, variable, credential, entry, editor);
    injected.push({ variable, text, credential });
  }
  return injected;
}

function remove(
  handover: Variable,
  variable: string,
  { holder }: InlineCredential,
  { facts }: FixEntry,
  editor: ConfigEditor,
): void {
  if (handover.kind === 'word') {
    editor.replaceText(holder, handover.write(variable), handover.part);
    return;
  }
  const place = memberOf(holder, facts.server.entry);
  if (!place) throw new NotRewritable('its variable is written in an unusual form');
  editor.removeMember(place.mapping, place.member);
}
