import type { LocatedText } from '../../core/located-text.ts';
import { placeInEntry } from '../../rules/words.ts';
import type { VaultId } from '../../vaults/vault.ts';
import { type Item, NotRewritable, type Rewritten, type Tools } from '../destination.ts';
import { isForOthers } from '../for-others.ts';
import { FreeNames } from '../free-names.ts';
import { isCode, ONLY_VARIABLES } from '../in-code.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';
import { handoverOf } from './handover.ts';
import { newStart, type Placed } from './new-start.ts';
import { startFacts } from './start-facts.ts';

/** A program that stands in front of a server's command line and puts values of a vault in the place of references. */
export interface LauncherForm {
  readonly vault: VaultId;
  /** Words in front of the command line, `--` included. */
  words(tools: Tools, entry: FixEntry): readonly string[];
  /** How many words at the beginning of a command line are this launcher's already; 0 for none. */
  ownWords(words: readonly string[], tools?: Tools): number;
  /** Where a credential is kept, of a vault whose items are called otherwise. Throws NotRewritable. */
  accountFor?(entry: FixEntry, name: string, text: LocatedText, tools: Tools): string;
  /** What stands in the config for what is kept under an account. */
  reference(account: string, tools: Tools): string;
  /** References among the arguments are resolved too, not only variables. */
  readonly resolvesArguments: boolean;
  /** What is kept is bound to this start of this server. */
  readonly bindsUses: boolean;
}

/** Why a credential cannot go to a vault that this launcher reads; nothing when it can. */
export function declinesByLauncher(
  form: Pick<LauncherForm, 'ownWords' | 'resolvesArguments' | 'bindsUses'>,
  credential: InlineCredential,
  entry: FixEntry,
): string | undefined {
  const { facts, document } = entry;
  const { host } = facts;
  if (isCode(document)) return ONLY_VARIABLES;
  if (host.isolated)
    return `${host.title} starts the server in a container, where the vault cannot be reached`;
  if (host.distributed) return 'the file is there for other machines, which have other vaults';
  const handover = handoverOf(credential, entry);
  if (handover.kind === 'none') return handover.reason;
  const { saysOnce, isList, isPlainLine, firstWords } = startFacts(facts);
  if (!saysOnce) return 'the entry says twice what it starts';
  if (!isList && !(handover.kind === 'variable' && isPlainLine))
    return 'its command line is not written as a program and a list of arguments';
  if (handover.kind === 'argument' && !form.resolvesArguments)
    return 'it is an argument, for which the server would have to read a variable';
  const own = form.ownWords(firstWords);
  if (handover.kind !== 'variable' && own > 0 && form.bindsUses)
    return 'other secrets of this server are bound to its command line as it is: run "mcp-lint undo" first, then fix all of them at once';
  return undefined;
}

/** Puts references in the place of credentials, and the launcher in front of the command line. */
export function rewriteByLauncher(
  form: LauncherForm,
  entry: FixEntry,
  credentials: readonly InlineCredential[],
  tools: Tools,
): Rewritten {
  const { facts } = entry;
  const { editor } = tools;
  const placed = placeAll(form, entry, credentials, tools);
  const own = form.ownWords(startFacts(facts).firstWords, tools);
  if (own === 0 && !editor.wrapCommand(facts, form.words(tools, entry)))
    throw new NotRewritable('its command line has a form that cannot be changed');
  for (const { handover, credential, variable, reference } of placed) {
    if (handover.kind === 'word') {
      editor.replaceText(credential.holder, handover.write(variable), handover.part);
      if (!editor.setVariable(facts, variable, reference))
        throw new NotRewritable('its variables are written in a form that cannot be changed');
    } else {
      editor.replaceText(credential.holder, reference);
    }
  }
  const start = form.bindsUses ? newStart(facts, placed, own) : undefined;
  const items = placed.map(({ handover, credential, variable, account }): Item => {
    const place = handover.kind === 'argument' ? 'argument' : `env ${variable}`;
    const uses = start ? [tools.useOf(entry, place, start)] : [];
    return { vault: form.vault, account, text: handover.text, uses, credential };
  });
  return { items, steps: [], warnings: warningsOf(entry, placed) };
}

/** Of several credentials in one string that is kept as a whole, the first stands for all. */
function placeAll(
  form: LauncherForm,
  entry: FixEntry,
  credentials: readonly InlineCredential[],
  tools: Tools,
): Placed[] {
  const placed: Placed[] = [];
  const { machine } = tools;
  const names = new FreeNames([...startFacts(entry.facts).variables, ...Object.keys(machine.variables)], '_');
  const kept = new Set<string>();
  for (const credential of credentials) {
    const handover = handoverOf(credential, entry);
    if (handover.kind === 'none') throw new NotRewritable(handover.reason);
    const { start, end } = handover.text.range;
    if (kept.has(`${start}:${end}`)) continue;
    kept.add(`${start}:${end}`);
    const variable = variableOf(handover, names);
    const name = handover.kind === 'argument' ? credential.name : variable;
    const account =
      form.accountFor?.(entry, name, handover.text, tools) ??
      tools.accountFor(form.vault, entry, name, handover.text);
    placed.push({ handover, credential, variable, account, reference: form.reference(account, tools) });
  }
  return placed;
}

function variableOf(handover: Placed['handover'], names: FreeNames): string {
  if (handover.kind === 'argument') return '';
  return handover.kind === 'variable' || handover.fixed ? handover.name : names.take(handover.name);
}

function warningsOf({ facts, document }: FixEntry, placed: readonly Placed[]): string[] {
  const server = serverLabel(facts.server);
  const warnings = placed.flatMap(({ handover, credential }) =>
    handover.kind === 'argument'
      ? [
          `The process list shows ${placeInEntry(credential.slot.slot)} of ${server} while it runs, as before; a variable in "env" is better where the server reads one.`,
        ]
      : [],
  );
  if (isForOthers(document))
    warnings.push(
      'Servers with a reference start on this machine only: others who use this file store a value of their own with "mcp-lint secret set".',
    );
  return warnings;
}
