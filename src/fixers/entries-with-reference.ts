import { type KeptReference, locateKeptReferences } from '../core/kept-reference.ts';
import type { Machine } from '../core/machine.ts';
import type { Use } from '../core/use.ts';
import type { Value } from '../core/value.ts';
import type { LintedDocument } from '../lint-document.ts';
import { readEnvironment } from '../servers/environment.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import { formatReference } from '../vaults/reference.ts';
import { NotRewritable } from './destination.ts';
import { webOrigin } from './destinations/headers.ts';
import { launcherLength } from './our-launcher.ts';
import { useOfEntry } from './start-use.ts';

/** An entry that has a reference where our launcher, or our `headers`, would look for it. */
export interface EntryWithReference {
  readonly facts: ServerFacts;
  readonly document: LintedDocument;
  /** What the entry would do with what is kept, or why that cannot be told, a clause. */
  readonly use: Use | { readonly problem: string };
}

/** References of ours in any string of a document, as they are written. */
export function referencesIn({ root }: LintedDocument): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (value: Value): void => {
    if (value.kind === 'sequence') for (const item of value.items) walk(item);
    else if (value.kind === 'mapping') for (const { value: member } of value.entries) walk(member);
    else
      for (const { reference } of locateKeptReferences(value.text.reveal()))
        found.add(formatReference(reference));
  };
  walk(root);
  return found;
}

/** The entries of documents that name what is kept, and how. */
export function entriesWithReference(
  documents: readonly LintedDocument[],
  reference: KeptReference,
  machine: Machine,
): EntryWithReference[] {
  const wanted = formatReference(reference);
  return documents.flatMap((document) =>
    document.servers.flatMap((facts) =>
      usesOf(facts, document, wanted, machine).map((use) => ({ facts, document, use })),
    ),
  );
}

function usesOf(
  facts: ServerFacts,
  document: LintedDocument,
  wanted: string,
  machine: Machine,
): EntryWithReference['use'][] {
  const { server } = facts;
  const words = server.words.map(({ text }) => text.reveal());
  const length = launcherLength(words);
  const places =
    length === 0
      ? []
      : [
          ...readEnvironment(server).flatMap(({ name, value }) =>
            value.reveal() === wanted ? [`env ${name}`] : [],
          ),
          ...(words.slice(length).includes(wanted) ? ['argument'] : []),
        ];
  const starts = places.map((place) => {
    try {
      return useOfEntry({ facts, document, credentials: [] }, place, machine);
    } catch (error) {
      if (error instanceof NotRewritable) return { problem: error.message };
      throw error;
    }
  });
  return [...starts, ...headerUses(facts, wanted)];
}

/** `"headersHelper": "mcp-lint headers Authorization=keychain://…"`. */
function headerUses(facts: ServerFacts, wanted: string): Use[] {
  const helper = facts.server.entry.entries.findLast(({ key }) => key.reveal() === 'headersHelper')?.value;
  const origin = webOrigin(facts);
  if (helper?.kind !== 'scalar' || origin === undefined) return [];
  const command = helper.text.reveal();
  return locateKeptReferences(command).flatMap(({ reference, start }): Use[] => {
    const header = /([A-Za-z0-9_-]{1,100})=$/.exec(command.slice(Math.max(0, start - 101), start))?.[1];
    return header === undefined || formatReference(reference) !== wanted
      ? []
      : [{ kind: 'origin', header: header.toLowerCase(), origin }];
  });
}
