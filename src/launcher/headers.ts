import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import type { OriginUse, Use } from '../core/use.ts';
import { parseReference, type Reference } from '../vaults/reference.ts';
import { CredentialReader, type OpenVault } from './read-credential.ts';
import { EXIT, Refusal } from './refusal.ts';

const USAGE =
  'headers needs what it is to print: mcp-lint headers Authorization=keychain://mcp-lint/HOST/SERVER/NAME';
/** Claude Code tells a `headersHelper` which server it asks for. */
const SERVER_URL = 'CLAUDE_CODE_MCP_SERVER_URL';
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/;
/** What may stand in a header (RFC 9110, 5.5): no control characters but the tab, and bytes. */
const HEADER_VALUE = /^[\t\u0020-\u007e\u0080-\u00ff]*$/;

/**
 * What `mcp-lint headers` prints: headers as one JSON object. Nothing is printed unless every one of them may be sent to the
 * server that is asked for. Throws a Refusal.
 */
export function prepareHeaders(
  args: readonly string[],
  machine: Machine,
  openVault: OpenVault,
  toTerminal: boolean,
): string {
  const wanted = readArguments(args);
  const [first] = wanted;
  if (first === undefined) throw new Refusal(EXIT.usage, USAGE);
  if (toTerminal)
    throw new Refusal(
      EXIT.refused,
      'headers prints credentials for a program, and this is a terminal. To see one, run "mcp-lint secret show".',
    );
  const origin = originOf(machine.variables[SERVER_URL]);
  const reader = new CredentialReader(machine, openVault);
  const headers: [string, string][] = wanted.map(({ name, reference }) => {
    const { secret } = reader.read(reference, name, isOriginUse, (use) => difference(use, name, origin));
    const value = secret.reveal();
    if (!HEADER_VALUE.test(value))
      throw new Refusal(
        EXIT.refused,
        `${label(name)}: the credential holds characters that no header can have.`,
      );
    return [name, value];
  });
  return `${JSON.stringify(Object.fromEntries(headers))}\n`;
}

interface WantedHeader {
  readonly name: string;
  readonly reference: Reference;
}

function readArguments(args: readonly string[]): readonly WantedHeader[] {
  const seen = new Set<string>();
  return args.map((arg) => {
    const equals = arg.indexOf('=');
    const name = arg.slice(0, Math.max(equals, 0));
    const reference = parseReference(arg.slice(equals + 1));
    // The argument itself is not printed: it may be a credential in the wrong place.
    if (!HEADER_NAME.test(name) || reference === undefined || seen.has(name.toLowerCase()))
      throw new Refusal(EXIT.usage, USAGE);
    seen.add(name.toLowerCase());
    return { name, reference };
  });
}

function originOf(url: string | undefined): string {
  const origin = url !== undefined && URL.canParse(url) ? new URL(url).origin : 'null';
  if (origin !== 'null') return origin;
  throw new Refusal(
    EXIT.refused,
    `headers is for the headersHelper of Claude Code, which names the server in ${SERVER_URL}: it is ${url === undefined ? 'not set' : 'no web address'}.`,
  );
}

function isOriginUse(use: Use): use is OriginUse {
  return use.kind === 'origin';
}

function difference(use: OriginUse, name: string, origin: string): string | undefined {
  if (use.header !== name.toLowerCase())
    return `it was stored for the header ${label(use.header)}, not for ${label(name)}`;
  if (use.origin !== origin) return `it was stored for ${label(use.origin)}, not for ${label(origin)}`;
  return undefined;
}
