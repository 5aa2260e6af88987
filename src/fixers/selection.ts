import type { Server, Slot } from '../core/model.ts';
import type { LintedDocument } from '../lint-document.ts';
import type { InlineCredential } from './inline-credential.ts';

/** Whether a credential is meant by names of rules, of servers, or by `server.slot`; everything is when there are none. */
export function isSelected(
  { slot: { slot, server }, name }: InlineCredential,
  document: LintedDocument,
  only: readonly string[],
): boolean {
  if (only.length === 0) return true;
  const reported = reportedBy(document);
  const meant = new Set(only);
  const names = server ? [server.name, `${server.name}.${name}`, `${server.name}.${slot.name}`] : [];
  return (
    names.some((one) => meant.has(one)) ||
    only.some((rule) => reported.get(rule)?.has(slot) || (server && reported.get(rule)?.has(server)))
  );
}

/** What each rule spoke of: slots, and servers where it spoke of no slot. */
function reportedBy(document: LintedDocument): ReadonlyMap<string, ReadonlySet<Slot | Server>> {
  const found = known.get(document) ?? new Map<string, Set<Slot | Server>>();
  if (known.has(document)) return found;
  for (const { rule, draft } of document.drafts) {
    const place = draft.slot?.slot ?? draft.server;
    const places = found.get(rule.meta.id) ?? new Set();
    if (place) found.set(rule.meta.id, places.add(place));
  }
  known.set(document, found);
  return found;
}

/** Every credential of a document asks. */
const known = new WeakMap<LintedDocument, Map<string, Set<Slot | Server>>>();
