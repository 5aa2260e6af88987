import type { Host } from '../core/host.ts';
import type { Configuration, DuplicateKey, Path, Server, Slot } from '../core/model.ts';
import type { Mapping, Value } from '../core/value.ts';
import { append } from './append.ts';
import { slotsOfBlock, slotsOfMember } from './member.ts';
import { readPrompts } from './prompts.ts';
import { type Located, select } from './select.ts';
import { asServerEntry, readServer } from './server.ts';

/**
 * Reads a document as its host does, then as any host would: a server under a key that this host does not read is in
 * the file all the same. `hosts` come most specific first; `path` leads to the root where that is a part of a document.
 */
export function readConfiguration(root: Value, hosts: readonly Host[], path: Path = []): Configuration {
  const reading = new Reading();
  const places = (pattern: string) => select({ value: root, path }, pattern);
  for (const host of hosts) {
    for (const pattern of host.servers) for (const place of places(pattern)) reading.servers(place);
  }
  if (reading.found.length === 0) reading.bare({ value: root, path });
  for (const host of hosts) {
    for (const pattern of host.environments ?? [])
      for (const place of places(pattern)) reading.block(place, 'env');
    for (const pattern of host.headers ?? [])
      for (const place of places(pattern)) reading.block(place, 'header');
    for (const pattern of [...(host.inputs ?? []), ...(host.credentials ?? [])]) {
      for (const place of places(pattern)) reading.member(place);
    }
  }
  // Of a file that only its shape makes an MCP config, the shape must be there.
  if (hosts.every((host) => host.dedicated) && (hosts.length > 1 || reading.found.length > 0))
    reading.rest(root, path);
  return {
    servers: reading.found,
    slots: reading.loose,
    duplicates: reading.duplicates(root, path),
    prompts: hosts.flatMap((host) =>
      (host.inputs ?? []).flatMap((pattern) => places(pattern).flatMap(readPrompts)),
    ),
  };
}

/** One pass over a document; remembers what was read, so that no value is read twice. */
class Reading {
  readonly found: Server[] = [];
  readonly loose: Slot[] = [];
  readonly #read = new Set<Value>();

  /** A mapping of names to servers, a list of servers, or one server. */
  servers({ value, path }: Located): void {
    if (this.#read.has(value)) return;
    const single = asServerEntry(value);
    if (single) {
      this.#add(single, nameOf(single) ?? String(path.at(-1) ?? 'server'), path);
    } else if (value.kind === 'mapping' && value.entries.some((entry) => asServerEntry(entry.value))) {
      this.#read.add(value);
      for (const { key, value: member } of value.entries) {
        const name = key.reveal();
        const entry = asServerEntry(member);
        if (entry) this.#add(entry, name, [...path, name]);
        else this.member({ value: member, path: [...path, name] });
      }
    } else if (
      value.kind === 'sequence' &&
      value.items.some((item) => asServerEntry(item) && (nameOf(item) || tellsServer(item)))
    ) {
      this.#read.add(value);
      value.items.forEach((item, index) => {
        const entry = asServerEntry(item);
        if (entry) this.#add(entry, nameOf(entry) ?? `#${index + 1}`, [...path, index]);
      });
    }
  }

  /** A document that is one server, a mapping of servers or a list of them, without a wrapper. */
  bare(place: Located): void {
    const { value: root } = place;
    const members =
      root.kind === 'mapping'
        ? root.entries.map(({ value }) => value)
        : root.kind === 'sequence'
          ? root.items
          : [];
    const isWhole = members.length > 0 && members.every(asServerEntry) && members.some(tellsServer);
    if (isWhole || (asServerEntry(root) && tellsServer(root))) this.servers(place);
  }

  block({ value, path }: Located, kind: 'env' | 'header'): void {
    if (!this.#take(value)) return;
    append(this.loose, slotsOfBlock(value, path, kind));
  }

  member({ value, path }: Located): void {
    if (!this.#take(value)) return;
    append(this.loose, slotsOfMember(String(path.at(-1) ?? ''), value, path));
  }

  /** Every other string of a file that is there for MCP servers. */
  rest(value: Value, path: Path, holders: ReadonlySet<Value> = this.#holders(value)): void {
    if (this.#read.has(value)) return;
    if (!holders.has(value)) {
      this.member({ value, path });
    } else if (value.kind === 'sequence') {
      for (const [index, item] of value.items.entries()) this.rest(item, [...path, index], holders);
    } else if (value.kind === 'mapping') {
      for (const { key, value: member } of value.entries) this.rest(member, [...path, key.reveal()], holders);
    }
  }

  /** Keys that stand twice in a mapping that is read or leads to one that is. */
  duplicates(root: Value, start: Path): DuplicateKey[] {
    const found: DuplicateKey[] = [];
    const holders = this.#holders(root);
    const walk = (value: Value, path: Path, within: boolean): void => {
      if (!within && !holders.has(value) && !this.#read.has(value)) return;
      const inner = within || this.#read.has(value);
      if (value.kind === 'sequence') {
        for (const [index, item] of value.items.entries()) walk(item, [...path, index], inner);
      }
      if (value.kind !== 'mapping') return;
      const effective = new Map(value.entries.map((entry) => [entry.key.reveal(), entry.key.range]));
      for (const entry of value.entries) {
        const key = entry.key.reveal();
        if (entry.shadowed)
          found.push({ key, range: entry.key.range, path: [...path, key], effective: effective.get(key)! });
        walk(entry.value, [...path, key], inner);
      }
    };
    walk(root, start, false);
    return found;
  }

  /** The values with something inside that was read. */
  #holders(root: Value): Set<Value> {
    const holders = new Set<Value>();
    const mark = (value: Value): boolean => {
      if (this.#read.has(value)) return true;
      const children =
        value.kind === 'mapping'
          ? value.entries.map((entry) => entry.value)
          : value.kind === 'sequence'
            ? value.items
            : [];
      const holds = children.map(mark).includes(true);
      if (holds) holders.add(value);
      return holds;
    };
    mark(root);
    return holders;
  }

  #add(entry: Mapping, name: string, path: Path): void {
    if (this.#take(entry)) this.found.push(readServer(entry, name, path, scopeOf(path)));
  }

  #take(value: Value): boolean {
    if (this.#read.has(value)) return false;
    this.#read.add(value);
    return true;
  }
}

/** More than an address: `{"repository": {"url": "…"}}` is no server. */
function tellsServer(value: Value): boolean {
  if (value.kind !== 'mapping') return false;
  const keys = value.entries.map(({ key }) => key.reveal());
  if (keys.includes('command'))
    return keys.some((key) => key === 'args' || key === 'env' || key === 'type') || keys.length === 1;
  return (
    keys.some((key) => key === 'headers' || key === 'transport') ||
    (keys.includes('type') && isTransport(value)) ||
    callsMcp(value)
  );
}

/** An address that says itself what answers there. */
function callsMcp(entry: Mapping): boolean {
  return entry.entries.some(
    ({ key, value }) =>
      /^(?:url|serverUrl|httpUrl)$/.test(key.reveal()) &&
      value.kind === 'scalar' &&
      /^(?:https?|wss?):\/\/(?:mcp[.-]|[^/?#]{1,253}\/(?:[^?#]{0,500}\/)?(?:mcp|sse)(?:[/?#]|$))/.test(
        value.text.reveal(),
      ),
  );
}

function isTransport(entry: Mapping): boolean {
  const type = entry.entries.find(({ key }) => key.reveal() === 'type')?.value;
  return (
    type?.kind === 'scalar' &&
    /^(?:stdio|local|remote|(?:streamable-?)?http|sse|ws)$/i.test(type.text.reveal())
  );
}

function nameOf(entry: Value): string | undefined {
  if (entry.kind !== 'mapping') return undefined;
  const name = entry.entries.find(({ key }) => key.reveal() === 'name')?.value;
  return name?.kind === 'scalar' && name.type === 'string' ? name.text.reveal() : undefined;
}

/** The project that an entry of `projects.<path>.mcpServers` belongs to. */
function scopeOf(path: Path): string | undefined {
  return path[0] === 'projects' && path.length > 2 ? String(path[1]) : undefined;
}
