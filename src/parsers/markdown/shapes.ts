import type { Entry, Mapping, Value } from '../../core/value.ts';

/** Keys that servers stand under in the configs of hosts and that mean nothing else. */
const WRAPPER = /mcp|^context_?servers$|modelcontextprotocol/i;
/** How deep a wrapper lies in the configs of hosts: `customizations.vscode.settings.mcp.servers`. */
const MAX_WRAPPERS = 6;
const ADDRESSES = new Set(['url', 'serverUrl', 'httpUrl', 'uri']);
const TRANSPORTS = /^(?:stdio|local|remote|(?:streamable[-_]?)?http|sse|ws)$/i;
const CARRIERS = new Set(['env', 'environment', 'headers']);
const MEMBERS = new Set([
  ...CARRIERS,
  ...ADDRESSES,
  ...['type', 'transport', 'command', 'cmd', 'args', 'envFile', 'cwd', 'name', 'timeout'],
  ...['disabled', 'enabled', 'tools', 'autoApprove', 'alwaysAllow'],
]);
/** An address of something that speaks MCP, and not that of a web page or an API. */
const ADDRESS = /mcp|\/sse\b/i;
/** One that nothing else has. */
const OWN_ADDRESS =
  /^(?:https?|wss?):\/\/(?:mcp[.-]|[^/?#]{1,253}\/(?:[^?#]{0,500}\/)?(?:mcp|sse)(?:[/?#]|$))/;
/** A way to talk that only MCP has. */
const OWN_TRANSPORT = /^streamable[-_]?http$/i;

/**
 * Does a value show MCP servers, or what a host asks its user for? Everything else that is written as data in texts must
 * be told from that: answers of APIs, package.json, OpenAPI, settings of editors.
 */
export function showsServers(value: Value): boolean {
  return showsWholeServers(value) || membersOf(value).some(isPromptList);
}

/** The same of code, where requests have headers as well. */
export function showsWholeServers(value: Value): boolean {
  return holdsWrapper(value, 0) || isBare(value);
}

/** Members of one server alone, what they carry among them: `"headers": {…}`. */
export function showsMembers(value: Value): boolean {
  const members = membersOf(value);
  return (
    members.every(({ key }) => MEMBERS.has(key.reveal())) &&
    members.some(({ key, value: member }) => CARRIERS.has(key.reveal()) && member.kind === 'mapping')
  );
}

/** Could the value be one server? */
export function isEntry(value: Value): boolean {
  return startsProgram(value) || addressOf(value) !== undefined || isEntryIn(value, 'transport');
}

function holdsWrapper(value: Value, depth: number): boolean {
  if (depth > MAX_WRAPPERS) return false;
  return membersOf(value).some(({ key, value: member }) => {
    const name = key.reveal();
    if (WRAPPER.test(name) && childrenOf(member).some((child) => isEntry(child) || isNamed(child, member)))
      return true;
    // VS Code. In OpenAPI it is a list, in AsyncAPI each has a protocol.
    if (
      name === 'servers' &&
      membersOf(member).some((entry) => isEntry(entry.value) && !hasMember(entry.value, 'protocol'))
    )
      return true;
    // Goose.
    if (name === 'extensions' && childrenOf(member).some(tellsServer)) return true;
    return member.kind === 'mapping'
      ? holdsWrapper(member, depth + 1)
      : childrenOf(member).some((item) => holdsWrapper(item, depth + 2));
  });
}

/** An item of the list of an agent of Claude Code: a mapping of one name to a server. */
function isNamed(item: Value, list: Value): boolean {
  return list.kind === 'sequence' && childrenOf(item).some(isEntry);
}

/** One server, or several under their names, without a wrapper. */
function isBare(value: Value): boolean {
  if (tellsServer(value)) return true;
  const children = childrenOf(value);
  return children.length > 0 && children.every(isEntry) && children.some(tellsServer);
}

/** More than a command or an address, which other things have as well. */
function tellsServer(value: Value): boolean {
  if (value.kind !== 'mapping' || !isEntry(value)) return false;
  const transport = value.entries.find(({ key }) => key.reveal() === 'transport')?.value;
  if (transport?.kind === 'mapping') return tellsServer(transport);
  const names = new Set(value.entries.map(({ key }) => key.reveal()));
  if (startsProgram(value))
    return (
      ['args', 'env', 'envs', 'environment', 'transport'].some((name) => names.has(name)) || isStdio(value)
    );
  const address = addressOf(value) ?? '';
  if (OWN_ADDRESS.test(address) || hasOwnTransport(value)) return true;
  return (
    ADDRESS.test(address) &&
    (names.has('headers') || names.has('transport') || isStdio(value) || names.size <= 2)
  );
}

function isStdio(value: Mapping): boolean {
  return hasType(value, TRANSPORTS);
}

function hasOwnTransport(value: Mapping): boolean {
  return hasType(value, OWN_TRANSPORT);
}

function hasType(value: Mapping, pattern: RegExp): boolean {
  return value.entries.some(
    ({ key, value: member }) =>
      key.reveal() === 'type' && member.kind === 'scalar' && pattern.test(member.text.reveal()),
  );
}

function startsProgram(value: Value): boolean {
  return membersOf(value).some(
    ({ key, value: member }) => /^(?:command|cmd)$/.test(key.reveal()) && !isNumberOrNull(member),
  );
}

function isNumberOrNull(value: Value): boolean {
  return value.kind === 'scalar' && value.type !== 'string';
}

function addressOf(value: Value): string | undefined {
  for (const { key, value: member } of membersOf(value))
    if (ADDRESSES.has(key.reveal()) && member.kind === 'scalar' && member.type === 'string')
      return member.text.reveal();
  return undefined;
}

function isEntryIn(value: Value, name: string): boolean {
  return membersOf(value).some(
    ({ key, value: member }) =>
      key.reveal() === name &&
      member.kind === 'mapping' &&
      (startsProgram(member) || addressOf(member) !== undefined),
  );
}

/** `inputs` of VS Code. */
function isPromptList({ key, value }: Entry): boolean {
  return (
    key.reveal() === 'inputs' &&
    childrenOf(value).some((item) =>
      membersOf(item).some(
        (member) =>
          member.key.reveal() === 'type' &&
          member.value.kind === 'scalar' &&
          member.value.text.reveal() === 'promptString',
      ),
    )
  );
}

function hasMember(value: Value, name: string): boolean {
  return membersOf(value).some(({ key }) => key.reveal() === name);
}

function membersOf(value: Value): readonly Entry[] {
  return value.kind === 'mapping' ? value.entries : [];
}

function childrenOf(value: Value): readonly Value[] {
  return value.kind === 'mapping'
    ? value.entries.map((entry) => entry.value)
    : value.kind === 'sequence'
      ? value.items
      : [];
}
