import type {
  FixReport,
  ReportedFix,
  ReportedFixEntry,
  ReportedLeft,
  ReportedMove,
} from '../core/fix-report.ts';
import { label } from '../core/label.ts';
import type { Server } from '../core/model.ts';
import { formatById, issuerById } from '../credentials/known-issuers.ts';
import type { LintedDocument } from '../lint-document.ts';
import { placeInEntry } from '../rules/words.ts';
import type { Item } from './destination.ts';
import type { FilePlan, FixPlan, Left, Move } from './fix-plan.ts';
import { diffOf } from './plan-diff.ts';
import { labelOfAccount, labelOfReference } from './reference-label.ts';

/** A plan as it may be printed. */
export function reportPlan(plan: FixPlan): FixReport {
  return {
    files: plan.files.map(reportFile),
    left: plan.left.map(reportLeft),
  };
}

function reportFile({ document, edits, moves, steps, warnings, launcher }: FilePlan): ReportedFix {
  const moved = moves.map(({ credential }) => credential.part.range);
  return {
    path: document.path,
    host: document.host.title,
    servers: entriesOf(moves),
    diff: diffOf(document, edits, moved, launcher?.words ?? []),
    ...(launcher && { launcher: { command: launcher.words.map(label).join(' '), why: launcher.why } }),
    warnings,
    steps,
    exposure: exposureOf(document),
  };
}

function entriesOf(moves: readonly Move[]): ReportedFixEntry[] {
  const entries = new Map<Server | undefined, Move[]>();
  for (const move of moves) {
    const { server } = move.credential.slot;
    const known = entries.get(server);
    if (known) known.push(move);
    else entries.set(server, [move]);
  }
  return [...entries].map(([server, own]) => ({
    ...(server && { server: label(server.name) }),
    ...(server?.scope !== undefined && { scope: label(server.scope) }),
    moves: own.map(reportMove),
  }));
}

function reportMove({ credential, destination, item }: Move): ReportedMove {
  const { slot, verdict } = credential.slot;
  const facts = verdict.kind === 'literal' ? verdict : undefined;
  const own = facts?.ownFormat;
  const known = facts?.format === undefined || own ? undefined : formatById(facts.format);
  const issuer = known?.issuer ?? (facts?.issuer === undefined ? undefined : issuerById(facts.issuer));
  const rotate = own ? own.rotateUrl : (known?.format.rotateUrl ?? issuer?.rotateUrl);
  return {
    what: placeInEntry(slot),
    to: destination.title,
    reference: referenceTo(item),
    why: destination.why,
    ...(issuer && !issuer.nameless && { issuer: issuer.name }),
    ...(rotate && { rotate }),
  };
}

/** Items of other vaults have names of the vault's own. */
function referenceTo({ vault, account }: Item): string {
  return vault === 'keychain' || vault === 'pass'
    ? labelOfReference({ vault, account })
    : labelOfAccount(account);
}

function reportLeft({ document, credential, reason }: Left): ReportedLeft {
  const { slot, server } = credential.slot;
  return {
    path: document.path,
    ...(server && { server: label(server.name) }),
    what: placeInEntry(slot),
    reason,
  };
}

/** Who had the values while they stood in the file. */
function exposureOf(document: LintedDocument): string[] {
  const { tracked, readableByOthers } = document.exposure();
  const { inHistory, syncedBy, backups } = document.surroundings();
  const sentences: string[] = [];
  if (tracked)
    sentences.push('git tracks this file: its history keeps the old values, and so does every clone.');
  else if (inHistory)
    sentences.push('git has earlier versions of this file with a credential, and so has every clone.');
  if (syncedBy !== undefined) sentences.push(`${syncedBy} has copied the old values to other machines.`);
  if (readableByOthers) sentences.push('Other users of this machine could read the old values.');
  if (backups.length > 0)
    sentences.push(
      `Copies beside it still hold credentials: ${backups.slice(0, 3).map(label).join(', ')}${backups.length > 3 ? ', …' : ''}. Delete them.`,
    );
  return sentences;
}
