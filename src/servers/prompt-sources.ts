import type { ClassifiedSlot } from '../core/classified.ts';
import type { Host } from '../core/host.ts';
import type { Path, Prompt, Server } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import { classifyName } from '../credentials/name.ts';
import { textsOfEntry } from './entry-texts.ts';
import { isExpanded, knownExpansion } from './expansion.ts';
import { readReferences } from './references.ts';
import type { ServerFacts } from './server-facts.ts';
import { slotsAround } from './slots-around.ts';

/** A reference to a value that the host asks its user for. */
export interface PromptUse {
  /** Raw text: print it through `label`. */
  readonly id: string;
  readonly range: Range;
  readonly path: Path;
  readonly server: Server;
  /** The credential that comes from it. */
  readonly credential?: ClassifiedSlot;
}

const PROMPTS = new Set(['${input:id}', '${user_config.KEY}']);

/** The references to prompts in an entry, where its host asks for them in this very file. */
export function promptUses(facts: ServerFacts): PromptUse[] {
  const { server, host } = facts;
  if (host.inputs === undefined || host.unknownExpansion === 'all' || isListed(server, host)) return [];
  const isKnown = knownExpansion(server.path, host);
  const find = slotsAround(facts.slots, () => facts.credentials);
  return textsOfEntry(server)
    .filter(({ field }) => isKnown(field))
    .flatMap(({ field, text, path }) =>
      readReferences(text)
        .filter((reference) => PROMPTS.has(reference.syntax) && isExpanded(reference, field, host))
        .map(({ name, text: { range } }): PromptUse => {
          const { held } = find(range);
          return {
            id: name,
            range,
            path: held?.slot.path ?? path,
            server,
            ...(held && { credential: held }),
          };
        }),
    );
}

/** A plugin in a list of plugins may declare its prompts in a file of its own. */
function isListed({ path }: Server, host: Host): boolean {
  const listsPrompts = host.inputs?.some((pattern) => pattern.includes('[]')) ?? false;
  return listsPrompts && path.some((step) => typeof step === 'number');
}

/** A prompt for text that sounds secret and that the host shows and keeps like any other. */
export function isOpenPrompt({ id, hidden, typed }: Prompt): boolean {
  return typed && !hidden && /^(?:password|secret)$/.test(classifyName(id));
}
