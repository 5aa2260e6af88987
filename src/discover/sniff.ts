import { closeSync, constants, openSync, readFileSync, readSync, statSync } from 'node:fs';
import { type Dialect, dialectOf } from '../core/dialect.ts';
import type { Host } from '../core/host.ts';
import { mayBeFileOf } from '../hosts/content.ts';
import { MARKDOWN_MARKS } from '../parsers/markdown/marks.ts';
import { LARGEST_SCRIPT, SCRIPT_MARKS } from '../parsers/script/marks.ts';
import { SHELL_MARKS } from '../parsers/shell/marks.ts';
import { YAML_MARKS } from '../parsers/yaml/marks.ts';

const CHUNK = 1 << 16;
/** One buffer for all files: a tree has thousands of JSON files, and most are told by their first look. */
let buffer: Buffer | undefined;

/** Every server has one of these members … */
const ENTRY_MARKS = ['"command"', 'rl"', '"uri"', '"cmd"'];
let entryMarks: readonly Buffer[] | undefined;
/** … and a config says that it is one, … */
const WRAPPER_MARKS = [
  'mcpServers',
  'mcp_servers',
  'mcp-servers',
  'context_servers',
  'modelcontextprotocol',
  'mcp-remote',
  '"servers"',
  '"mcp"',
];
/** … or is a server, a list or a mapping of servers without a wrapper. */
const BARE_MARKS = [
  '"args"',
  '"env"',
  '"headers"',
  '"transport"',
  '"stdio"',
  '"http"',
  '"sse"',
  '"streamable-http"',
];

/** Of each group one mark has to be there. */
type Marks = readonly (readonly string[])[];

const MCP: Marks = [['mcp', 'MCP', 'Mcp']];
const MARKS: Readonly<Record<Exclude<Dialect, 'json'>, Marks>> = {
  json5: MCP,
  toml: MCP,
  yaml: YAML_MARKS,
  markdown: MARKDOWN_MARKS,
  script: SCRIPT_MARKS,
  shell: SHELL_MARKS,
};

/** Members that an OAuth document has together; such documents are small. */
const OAUTH_MARKS = [
  ['"redirect_uris"', '"client_'],
  ['"authorization_servers"', '"resource"'],
  ['"token_endpoint"', '"issuer"'],
];
let oauthMarks: readonly (readonly Buffer[])[] | undefined;

/** A letter that is written as its number: JSON may write any so, those of names included. */
const ESCAPED_LETTER = /\\u00([4-7][0-9A-Fa-f])/g;

/**
 * Could this file hold MCP servers, be an OAuth document, or be a file of one of `hosts`, which share its name with other
 * programs? A cheap look at the bytes that says no for nearly every other file. A file that cannot be read holds nothing for
 * us: nobody named it.
 */
export function mayHoldServers(path: string, hosts: readonly Host[] = []): boolean {
  try {
    const descriptor = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    let length: number;
    try {
      buffer ??= Buffer.allocUnsafe(CHUNK);
      length = readSync(descriptor, buffer, 0, CHUNK, 0);
    } finally {
      closeSync(descriptor);
    }
    const head = buffer.subarray(0, length);
    const dialect = dialectOf(path);
    if (dialect === 'json' && looksLikeOAuth(head)) return true;
    if (length === CHUNK && dialect === 'script' && statSync(path).size > LARGEST_SCRIPT) return false;
    const all = length < CHUNK ? head : readFileSync(path);
    return hasMarks(all, dialect, hosts);
  } catch {
    return false;
  }
}

/** The same of bytes that are there already; the name of the file says what they are written in. */
export function bytesMayHoldServers(path: string, bytes: Buffer, hosts: readonly Host[]): boolean {
  const dialect = dialectOf(path);
  if (dialect === 'json' && looksLikeOAuth(bytes.subarray(0, CHUNK))) return true;
  return (dialect !== 'script' || bytes.length <= LARGEST_SCRIPT) && hasMarks(bytes, dialect, hosts);
}

function hasMarks(bytes: Buffer, dialect: Dialect, hosts: readonly Host[]): boolean {
  if (dialect !== 'json') return mentions(bytes, dialect);
  return looksLikeConfig(bytes) || hosts.some((host) => mayBeFileOf(host, bytes));
}

function mentions(bytes: Buffer, dialect: Exclude<Dialect, 'json'>): boolean {
  return MARKS[dialect].every((group) => group.some((mark) => bytes.includes(mark)));
}

function looksLikeOAuth(bytes: Buffer): boolean {
  oauthMarks ??= OAUTH_MARKS.map((marks) => marks.map((mark) => Buffer.from(mark)));
  return oauthMarks.some((marks) => marks.every((mark) => bytes.includes(mark)));
}

function looksLikeConfig(bytes: Buffer): boolean {
  if (hasConfigMarks(bytes)) return true;
  if (!bytes.includes('\\u00')) return false;
  const text = bytes.toString('latin1');
  const plain = text.replace(ESCAPED_LETTER, (_escape, code) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return plain !== text && hasConfigMarks(Buffer.from(plain, 'latin1'));
}

function hasConfigMarks(bytes: Buffer): boolean {
  entryMarks ??= ENTRY_MARKS.map((mark) => Buffer.from(mark));
  if (!entryMarks.some((mark) => bytes.includes(mark))) return false;
  return (
    WRAPPER_MARKS.some((mark) => bytes.includes(mark)) || BARE_MARKS.some((mark) => bytes.includes(mark))
  );
}
