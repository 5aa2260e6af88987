import type { ClassifiedSlot } from './core/classified.ts';
import { type Document, regionOf } from './core/document.ts';
import type { Host, HostFile } from './core/host.ts';
import type { LocatedText } from './core/located-text.ts';
import type { Configuration, Server } from './core/model.ts';
import type { Part } from './core/part.ts';
import type { Range } from './core/range.ts';
import type { Exposure, Region } from './core/report.ts';
import type { EnvFileFacts, Surroundings } from './core/surroundings.ts';
import type { Value } from './core/value.ts';
import { classify } from './credentials/classify.ts';
import { hostsOfPart } from './hosts/reading.ts';
import type { ExaminedDocument } from './oauth/examined.ts';
import type { OwnKnowledge } from './own-knowledge.ts';
import type { DocumentFacts, Draft, Rule } from './rules/rule.ts';
import { ServerFacts } from './servers/server-facts.ts';
import { readConfiguration } from './slots/configuration.ts';
import { readSharedVariables } from './slots/shared-variables.ts';

export interface RuleDraft {
  readonly rule: Rule;
  readonly draft: Draft;
}

/** What is outside of a document: found when a rule asks for it. */
export interface Outside {
  readonly scope: HostFile['scope'];
  readonly oauth?: ExaminedDocument;
  exposure(): Exposure;
  surroundings(): Surroundings;
  envFile(file: LocatedText): EnvFileFacts | undefined;
}

/** Where nothing is asked: when only the text counts. */
export const NOWHERE: Outside = {
  scope: 'project',
  exposure: () => ({ tracked: false, readableByOthers: false }),
  surroundings: () => ({ repository: false, backups: [] }),
  envFile: () => undefined,
};

/** All that one document gives; words and places, still bound to the document. */
export interface LintedDocument extends DocumentFacts {
  /** The same without what it only shows to its readers. */
  readonly inUse: DocumentFacts;
  readonly document: Document;
  readonly root: Value;
  readonly drafts: readonly RuleDraft[];
}

/** A document that was read, as `parse` gives it. */
export interface Readable {
  readonly document: Document;
  readonly root: Value;
  readonly parts?: readonly Part[];
}

/**
 * One walk: every slot is classified once, every rule looks at it once. `hosts` are those of the file, most specific first;
 * `own` is what the settings know.
 */
export function lintDocument(
  { document, root, parts = [{ form: 'whole', value: root, path: [] }] }: Readable,
  hosts: readonly Host[],
  rules: readonly Rule[],
  outside: Outside,
  own: OwnKnowledge = {},
): LintedDocument {
  const readings = parts.map((part) => readPart(part, hosts, own));
  const hostsSeen = [...new Set(readings.map((reading) => reading.host))];
  const host = hostsSeen[0] ?? hosts[0]!;
  const facts: DocumentFacts = {
    host,
    path: document.path,
    absolute: document.absolute,
    ...join(readings),
    sharedVariables: readSharedVariables(root, host),
    ...outside,
    regionOf: (range: Range): Region => regionOf(document, range),
  };
  // Rules see a document as one host does: advice is that of the host which reads the part at hand.
  const views = hostsSeen.map((own) => {
    const parts = readings.filter((reading) => reading.host === own);
    return {
      facts: hostsSeen.length === 1 ? facts : { ...facts, host: own, ...join(parts) },
      duplicates: parts.flatMap((reading) => reading.duplicates),
    };
  });
  const drafts = rules.flatMap((rule) =>
    views.flatMap((view) =>
      view.facts.host.documentation && !rule.documentation
        ? []
        : applyRule(rule, view.facts, view.duplicates),
    ),
  );
  const used = readings.filter((reading) => !reading.host.documentation);
  const inUse = used.length === readings.length ? facts : { ...facts, ...join(used) };
  return { ...facts, inUse, document, root, drafts };
}

/** What a part says, each slot classified. */
interface Reading extends Pick<DocumentFacts, 'host' | 'servers' | 'slots' | 'prompts'> {
  readonly duplicates: Configuration['duplicates'];
}

function readPart({ form, value, path }: Part, hosts: readonly Host[], own: OwnKnowledge): Reading {
  const readAs = hostsOfPart(form, hosts);
  const host = readAs[0]!;
  const { servers, slots, prompts, duplicates } = readConfiguration(value, readAs, path);
  return {
    host,
    servers: servers.map((read) => {
      const server = own.servers?.declare(read) ?? read;
      return new ServerFacts(server, host, classifySlots(server.slots, own, server), own.servers);
    }),
    slots: classifySlots(slots, own),
    prompts,
    duplicates,
  };
}

function join(readings: readonly Reading[]): Pick<DocumentFacts, 'servers' | 'slots' | 'prompts'> {
  return {
    servers: readings.flatMap(({ servers }) => servers),
    slots: readings.flatMap(({ slots }) => slots),
    prompts: readings.flatMap(({ prompts }) => prompts),
  };
}

function classifySlots(
  slots: Configuration['slots'],
  { verdict: own }: OwnKnowledge,
  server?: Server,
): ClassifiedSlot[] {
  return slots.map((slot) => ({ slot, verdict: classify(slot, own), ...(server && { server }) }));
}

function applyRule(rule: Rule, facts: DocumentFacts, duplicates: Configuration['duplicates']): RuleDraft[] {
  const drafts: Draft[] = [];
  const take = (draft: Draft | undefined) => draft && drafts.push(draft);
  if (rule.checkSlot) {
    for (const server of facts.servers) for (const slot of server.slots) take(rule.checkSlot(slot, facts));
    for (const slot of facts.slots) take(rule.checkSlot(slot, facts));
  }
  if (rule.checkServer) for (const server of facts.servers) drafts.push(...rule.checkServer(server, facts));
  if (rule.checkDocument) drafts.push(...rule.checkDocument(facts));
  if (rule.checkDuplicate) for (const duplicate of duplicates) take(rule.checkDuplicate(duplicate, facts));
  return onePerPlace(drafts).map((draft) => ({ rule, draft }));
}

/** Text that decodes in two ways is one place. What is told at one brace about two missing members is two. */
function onePerPlace(drafts: readonly Draft[]): readonly Draft[] {
  if (drafts.length < 2) return drafts;
  const places = new Map<string, Draft>();
  for (const draft of drafts) {
    const own = draft.slot || draft.server ? '' : draft.path.join('\0');
    const key = `${draft.range.start}:${draft.range.end}:${own}`;
    if (!places.has(key)) places.set(key, draft);
  }
  return [...places.values()];
}
