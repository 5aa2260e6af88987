import { label } from '../../core/label.ts';
import type { Machine } from '../../core/machine.ts';
import { labelOfSlot } from '../../credentials/slot-label.ts';
import { readEnvironment } from '../../servers/environment.ts';
import { runsOnNode } from '../../servers/node-server.ts';
import { formatReference } from '../../vaults/reference.ts';
import { type Item, NotRewritable, type Rewritten, type Tools } from '../destination.ts';
import { isForOthers } from '../for-others.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';
import { type Api, apiOf } from './api-of.ts';

/** A credential of an entry, and what a broker is told of it. */
export interface Brokered {
  readonly credential: InlineCredential;
  readonly api: Api;
  /** What `mcp-lint secret copy` takes, until the broker has the value. */
  readonly reference: string;
}

/** A program that starts a server behind a proxy of its own, which puts credentials into requests. */
export interface Broker {
  /** As launches call it. */
  readonly name: 'authsome' | 'agent-vault' | 'onecli';
  /** Words in front of the command line, `--` included. Throws NotRewritable. */
  words(entry: FixEntry, tools: Tools): readonly string[];
  /** What stands in the config for a credential. */
  placeholderFor(credential: InlineCredential): string;
  /** Variables that the entry needs beside. */
  variables(machine: Machine, onNode: boolean): Readonly<Record<string, string>>;
  /** What the user does before the first credential, each a sentence. */
  prepare(machine: Machine): readonly string[];
  /** What the user does for one credential. Throws NotRewritable. */
  store(brokered: Brokered, tools: Tools): readonly string[];
  /** What the user should know. */
  warn(brokered: readonly Brokered[]): readonly string[];
}

/** Puts placeholders in the place of credentials, the broker in front of the command line, and tells what is left to do. */
export function rewriteForBroker(
  broker: Broker,
  entry: FixEntry,
  credentials: readonly InlineCredential[],
  tools: Tools,
): Rewritten {
  const { facts } = entry;
  const apis = credentials.map((credential) => apiFor(credential, entry, tools));
  if (new Set(apis.map(({ host }) => host)).size < apis.length)
    throw new NotRewritable(
      'several secrets of the server are for one API, and a broker puts one into a request',
    );
  const server = serverLabel(facts.server);
  const onNode = runsOnNode(facts.launch);
  wrap(broker, entry, onNode, tools);
  const items: Item[] = [];
  const brokered = credentials.map((credential, index): Brokered => {
    const { holder, part } = credential;
    tools.editor.replaceText(holder, broker.placeholderFor(credential), part);
    const account = tools.accountFor('keychain', entry, credential.name, part);
    items.push({ vault: 'keychain', account, text: part, uses: [], credential });
    return { credential, api: apis[index]!, reference: formatReference({ vault: 'keychain', account }) };
  });
  return {
    items,
    steps: [
      ...broker.prepare(tools.machine),
      ...brokered.flatMap((one) => [
        ...broker.store(one, tools),
        `When ${server} works again: "mcp-lint secret remove ${one.reference}".`,
      ]),
    ],
    warnings: [
      ...(onNode
        ? [
            `${server} runs on Node.js, which takes no proxy before version 22.21 or, of the next line, 24.0: with an older one its requests go out with the placeholder.`,
          ]
        : []),
      ...brokered.flatMap(({ credential, api }) =>
        api.assumed
          ? [
              `How ${label(api.host)} takes its key is not known to mcp-lint: "${headerOf(api)}" is assumed for ${labelOfSlot(credential.slot.slot)}.`,
            ]
          : [],
      ),
      ...(isForOthers(entry.document)
        ? [`Others who use this file need ${broker.name} with a key of their own to start ${server}.`]
        : []),
      ...broker.warn(brokered),
    ],
  };
}

/** How an API takes its key, as one line: `Authorization: Bearer …`. */
export function headerOf({ form }: Api): string {
  return `${form.header}: ${form.prefix}…`;
}

function apiFor(credential: InlineCredential, entry: FixEntry, { apiHost }: Tools): Api {
  const api = apiOf(credential, entry, apiHost);
  if ('reason' in api) throw new NotRewritable(api.reason);
  return api;
}

function wrap(broker: Broker, entry: FixEntry, onNode: boolean, tools: Tools): void {
  const { facts } = entry;
  const { editor, machine } = tools;
  const isStarted = facts.launch.wrappers.some(({ name }) => name === broker.name);
  if (!isStarted && !editor.wrapCommand(facts, broker.words(entry, tools)))
    throw new NotRewritable('its command line has a form that cannot be changed');
  const set = readEnvironment(facts.server).map(({ name }) => name);
  for (const [name, value] of Object.entries(broker.variables(machine, onNode)))
    if (!set.includes(name) && !editor.setVariable(facts, name, value))
      throw new NotRewritable('its variables are written in a form that cannot be changed');
}
