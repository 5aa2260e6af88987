import type { Mapping, Value } from '../../core/value.ts';
import { parseJsonc } from '../jsonc.ts';
import { readApiCall } from './api-call.ts';
import { apiOf } from './apis.ts';
import { asEntry, asWrapped, onlyServers } from './entries.ts';
import { lastName, type Node, unwrap } from './nodes.ts';
import { ValueReader } from './read-value.ts';
import type { Reading } from './reading.ts';
import type { Placed } from './scopes.ts';
import { isServer, memberOf } from './shapes.ts';
import type { Call, Named, Survey } from './survey.ts';

/** A config in a script, in the form that it would have in JSON. */
export interface Config {
  /** What it is known by: a call, a variable or a member. */
  readonly name: string;
  readonly value: Mapping;
}

/** The configs of a script, in its order; an object that is a part of another config is none of its own. */
export function findConfigs(survey: Survey, reading: Reading): readonly Config[] {
  const finder = new Finder(survey, reading);
  // From what is certain to what only looks like it.
  for (const call of survey.calls) finder.call(call);
  const rank = { wrapper: 0, server: 1, mention: 2 };
  for (const named of [...survey.named].sort((a, b) => rank[a.hint] - rank[b.hint])) finder.named(named);
  for (const tool of survey.tools) finder.tool(tool);
  for (const text of survey.texts) finder.text(text);
  return finder.found.sort((a, b) => a.value.range.start - b.value.range.start);
}

class Finder {
  readonly found: Config[] = [];
  readonly #survey: Survey;
  readonly #reading: Reading;
  readonly #reader: ValueReader;
  /** The objects that configs hold. */
  readonly #taken = new Set<Node>();

  constructor(survey: Survey, reading: Reading) {
    this.#survey = survey;
    this.#reading = reading;
    this.#reader = new ValueReader(reading);
  }

  /** One of the calls that servers are handed to. */
  call({ node, scope }: Call): void {
    const written = lastName(node.callee);
    if (written === undefined) return;
    const imported = node.callee.type === 'Identifier' ? scope.find(written)?.imported : undefined;
    const name = imported ?? written;
    const api = apiOf(name);
    if (!api || this.#taken.has(node)) return;
    this.#reading.seen.clear();
    const { name: given, entry, servers, oauth } = readApiCall(api, { node, scope }, this.#reader);
    if (servers) this.#take(name, node, 'mcpServers', servers);
    if (oauth) this.#take(name, node, 'oauth', oauth);
    if (!entry) return;
    const called = given ?? nameIn(entry) ?? this.#ownerOf(node) ?? name;
    this.#take(name, node, 'mcpServers', this.#single(node, called, entry));
  }

  /** A value whose name or type speaks of MCP, if it has the form of servers. */
  named({ node, scope, name, hint, single }: Named): void {
    const inner = unwrap(node);
    if (this.#taken.has(inner)) return;
    this.#reading.seen.clear();
    const label = name === '' ? (this.#survey.owners.get(inner) ?? 'servers') : name;
    const values = this.#reader.read({ node, scope });
    // A name for what another config holds.
    if (this.#reading.seen.size > 0 && [...this.#reading.seen].every((object) => this.#taken.has(object)))
      return;
    for (const value of values) {
      const entry = single || hint === 'server' ? asEntry(this.#reading, inner, value) : undefined;
      if (entry ?? isServer(value, true)) {
        const server = entry ?? value;
        this.#take(label, inner, 'mcpServers', this.#single(inner, nameIn(server) ?? label, server));
      } else if (!single) {
        const servers =
          hint === 'wrapper' ? asWrapped(this.#reading, inner, value) : onlyServers(this.#reading, value);
        if (servers) this.#take(label, inner, 'mcpServers', servers);
      }
    }
  }

  /** `{ type: 'mcp', server_label: …, server_url: …, headers: … }`. */
  tool({ node, scope }: Placed): void {
    if (this.#taken.has(node)) return;
    this.#reading.seen.clear();
    const entry = asEntry(this.#reading, node, this.#reader.readOne({ node, scope }));
    const name = entry && (nameIn(entry) ?? 'tool');
    if (entry && name) this.#take(name, node, 'mcpServers', this.#single(node, name, entry));
  }

  /** A config in JSON inside of a string. */
  text({ node, scope }: Placed): void {
    for (const value of this.#reader.read({ node, scope })) {
      if (value.kind !== 'scalar') continue;
      const { root } = parseJsonc(value.text);
      if (root?.kind !== 'mapping') continue;
      this.found.push({ name: this.#survey.owners.get(node) ?? 'text', value: root });
      this.#reading.texts.push(value);
    }
  }

  /** The variable or member that a call is given to, if it says which server it is. */
  #ownerOf(node: Node): string | undefined {
    const owner = this.#survey.owners.get(node);
    return owner === undefined || OF_ANY.test(owner) ? undefined : owner;
  }

  /** A config of one member, with all objects in it taken. */
  #take(name: string, node: Node, key: string, value: Value): void {
    const entries = [{ key: this.#reading.wordAt(node, key), value, shadowed: false }];
    this.found.push({ name, value: this.#reading.mapping(this.#reading.rangeOf(node), entries) });
    this.#taken.add(node);
    for (const object of this.#reading.seen) this.#taken.add(object);
  }

  /** Servers, of which there is one. */
  #single(node: Node, name: string, value: Value): Mapping {
    // A mapping with such a member would be a server itself.
    const key = OF_ANY.test(name) ? `${name} 1` : name;
    const entries = [{ key: this.#reading.wordAt(node, key), value, shadowed: false }];
    return this.#reading.mapping(this.#reading.rangeOf(node), entries);
  }
}

/** Names that say nothing of a server, or that entries have as members. */
const OF_ANY = /^(?:transport|command|cmd|url|serverUrl|httpUrl|uri|result|default|client|exports)$/;

/** What a server calls itself. */
function nameIn(entry: Value): string | undefined {
  for (const member of ['name', 'server_label', 'serverLabel']) {
    const name = memberOf(entry, member);
    if (name?.kind === 'scalar' && name.type === 'string' && !/\$\{/.test(name.text.reveal()))
      return name.text.reveal();
  }
  return undefined;
}
