import type { ClassifiedSlot } from '../core/classified.ts';
import type { CustomRule, FileView, PackageView, ServerView, SlotView } from '../core/custom-rule.ts';
import { label } from '../core/label.ts';
import type { Endpoint, Package } from '../core/launch.ts';
import { UsageError } from '../core/usage-error.ts';
import { readPhrase } from '../credentials/phrase.ts';
import { labelOfPath, labelOfSlot } from '../credentials/slot-label.ts';
import type { ServerFacts } from '../servers/server-facts.ts';
import type { DocumentFacts, Draft, Rule } from './rule.ts';
import { labelOfPackage } from './words.ts';

/** A rule of the user's own, applied as ours are: it is handed views, and what it says is made fit to print. */
export function ruleOf(custom: CustomRule): Rule {
  const { id, title, severity = 'warning', docs } = custom.meta;
  const words = { severity, why: sentence(docs.why), advice: sentence(docs.fix) };
  const { checkServer, checkSlot } = custom;
  return {
    meta: {
      id,
      title,
      category: 'own',
      severity,
      tags: [],
      since: '',
      docs: { what: title, why: docs.why, fix: docs.fix },
      own: docs.url === undefined ? {} : { page: docs.url },
    },
    bad: [],
    good: [],
    ...(checkServer && {
      checkServer: (facts, document): Draft[] => {
        const { range, path } = facts.server;
        const message = ask(id, () => checkServer.call(custom, viewOfServer(facts), viewOfFile(document)));
        return message === undefined ? [] : [{ ...words, message, range, path, server: facts.server }];
      },
    }),
    ...(checkSlot && {
      checkDocument: (document): Draft[] => {
        const file = viewOfFile(document);
        const check = (slot: ClassifiedSlot, server?: ServerView): Draft[] => {
          const { value, path } = slot.slot;
          const message = ask(id, () => checkSlot.call(custom, viewOfSlot(slot), server, file));
          return message === undefined ? [] : [{ ...words, message, range: value.range, path, slot }];
        };
        return [
          ...document.servers.flatMap((facts) => {
            const server = viewOfServer(facts);
            return facts.slots.flatMap((slot) => check(slot, server));
          }),
          ...document.slots.flatMap((slot) => check(slot)),
        ];
      },
    }),
  };
}

/** What a rule says. Throws a UsageError when it breaks down: its own message may quote anything. */
function ask(id: string, check: () => unknown): string | undefined {
  let said: unknown;
  try {
    said = check();
  } catch (error) {
    throw new UsageError(`The rule "${label(id)}" of your config broke down (${kindOf(error)}).`);
  }
  if (said === undefined) return undefined;
  if (typeof said !== 'string' || said.trim() === '')
    throw new UsageError(
      `The rule "${label(id)}" of your config returned something that is no message: it has to be a text, or undefined when all is well.`,
    );
  return sentence(said);
}

function kindOf(error: unknown): string {
  return error instanceof Error ? label(error.constructor.name) : 'no error';
}

const LONGEST_SENTENCE = 500;

/** One line without control characters; words that look like credentials are masked. */
function sentence(text: string): string {
  const words = text
    .slice(0, 2 * LONGEST_SENTENCE)
    .trim()
    .split(/\s+/)
    .map(label);
  return words.join(' ').slice(0, LONGEST_SENTENCE);
}

function viewOfFile({ path, host, scope }: DocumentFacts): FileView {
  return { path: label(path), host: host.id, scope };
}

function viewOfServer({ server, slots, launch, known }: ServerFacts): ServerView {
  const { program, wrappers, package: pack, endpoint } = launch;
  const origin = endpoint && originOf(endpoint);
  return {
    name: label(server.name),
    transport: server.transport,
    ...(program !== undefined && /^[\w.@+-]{1,100}$/.test(program) && { program: label(program) }),
    wrappers: wrappers.map(({ name }) => name),
    ...(pack && { package: viewOfPackage(pack, known !== undefined && known.by !== 'url') }),
    ...(origin !== undefined && { origin }),
    ...(known && { known: known.server.id }),
    slots: slots.map(viewOfSlot),
  };
}

/** In an odd command line a value can stand where the name is looked for. */
function viewOfPackage(pack: Package, isKnown: boolean): PackageView {
  const { registry, name, version, pinned } = pack;
  const shown = isKnown || readPhrase(name) !== undefined ? label(name) : labelOfPackage(pack);
  return {
    registry,
    name: shown ?? '***',
    ...(version !== undefined && { version: label(version) }),
    pinned,
  };
}

function originOf({ scheme, hostname, port }: Endpoint): string | undefined {
  if (hostname === '') return undefined;
  const host = hostname.includes(':') ? `[${hostname}]` : hostname;
  return label(`${scheme}://${host}${port === undefined ? '' : `:${port}`}`);
}

function viewOfSlot({ slot, verdict }: ClassifiedSlot): SlotView {
  const literal = verdict.kind === 'literal' ? verdict : undefined;
  return {
    kind: slot.kind,
    field: slot.field,
    name: labelOfSlot(slot),
    path: labelOfPath(slot.path),
    verdict: verdict.kind,
    reason: verdict.reason,
    ...(literal?.format !== undefined && { format: literal.format }),
    ...(literal?.issuer !== undefined && { issuer: literal.issuer }),
    ...(literal && { confidence: literal.confidence }),
  };
}
