import type { Document } from './core/document.ts';
import type { Host } from './core/host.ts';
import type { Configuration, Server } from './core/model.ts';
import type { Exposure } from './core/report.ts';
import type { Value } from './core/value.ts';
import { classify } from './credentials/classify.ts';
import type { ClassifiedSlot, Draft, Rule } from './rules/rule.ts';
import { readConfiguration } from './slots/configuration.ts';

export interface LintedServer {
  readonly server: Server;
  readonly slots: readonly ClassifiedSlot[];
}

/** All that one document gives; words and places, still bound to the document. */
export interface LintedDocument {
  readonly document: Document;
  readonly root: Value;
  readonly host: Host;
  readonly servers: readonly LintedServer[];
  /** Slots outside any server. */
  readonly slots: readonly ClassifiedSlot[];
  readonly drafts: readonly { readonly rule: Rule; readonly draft: Draft }[];
  exposure(): Exposure;
}

/** One walk: every slot is classified once, every rule looks at it once. `hosts` come most specific first. */
export function lintDocument(
  document: Document,
  root: Value,
  hosts: readonly Host[],
  rules: readonly Rule[],
  exposure: () => Exposure,
): LintedDocument {
  const configuration = readConfiguration(root, hosts);
  const servers = configuration.servers.map((server) => ({
    server,
    slots: classifySlots(server.slots, server),
  }));
  const slots = classifySlots(configuration.slots);
  const host = hosts[0]!;
  const facts = { host, exposure };
  const drafts = rules.flatMap((rule) => [
    ...checkSlots(rule, [...servers.flatMap((entry) => entry.slots), ...slots], facts),
    ...checkDuplicates(rule, configuration, facts),
  ]);
  return { document, root, host, servers, slots, drafts, exposure };
}

function classifySlots(slots: Configuration['slots'], server?: Server): ClassifiedSlot[] {
  return slots.map((slot) => ({ slot, verdict: classify(slot), ...(server && { server }) }));
}

type Facts = Parameters<NonNullable<Rule['checkSlot']>>[1];

function checkSlots(
  rule: Rule,
  slots: readonly ClassifiedSlot[],
  facts: Facts,
): { rule: Rule; draft: Draft }[] {
  const drafts: { rule: Rule; draft: Draft }[] = [];
  const seen = new Set<string>();
  for (const slot of rule.checkSlot ? slots : []) {
    const draft = rule.checkSlot!(slot, facts);
    // Text that decodes in two ways is one place.
    const key = draft && `${draft.range.start}:${draft.range.end}`;
    if (!draft || seen.has(key!)) continue;
    seen.add(key!);
    drafts.push({ rule, draft });
  }
  return drafts;
}

function checkDuplicates(
  rule: Rule,
  { duplicates }: Configuration,
  facts: Facts,
): { rule: Rule; draft: Draft }[] {
  if (!rule.checkDuplicate) return [];
  return duplicates.flatMap((duplicate) => {
    const draft = rule.checkDuplicate!(duplicate, facts);
    return draft ? [{ rule, draft }] : [];
  });
}
