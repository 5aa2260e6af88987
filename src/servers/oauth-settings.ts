import type { LocatedText } from '../core/located-text.ts';
import type { Slot, Word } from '../core/model.ts';
import type { Mapping, Value } from '../core/value.ts';
import type { ServerFacts } from './server-facts.ts';

/** What an entry says about signing in, as far as it is no credential. */
export interface OAuthSettings {
  /** An id that the client was given, the address of a document that describes it, or a reference to either. */
  readonly clientId?: 'given' | 'document' | 'reference';
  /** The host is told to register itself. */
  readonly registersItself: boolean;
  /** The host is told to sign in, whichever way. */
  readonly asksForOAuth: boolean;
  /** A command of the user's makes the header: the credential may be short-lived. */
  readonly helper: boolean;
  /** Variables of the host's environment whose values become headers. */
  readonly headerFromVariable: boolean;
}

type Mutable = { -readonly [Key in keyof OAuthSettings]: OAuthSettings[Key] };

/** What a member means by its name, whichever host reads it (their documentation, 2026-11-23). */
const CLIENT_ID = /^(?:oauth_?)?client_?id$/i;
const CLIENT_DOCUMENT = /^client_?(?:id_?)?metadata_?(?:document_?)?ur[il]$/i;
const OAUTH_BLOCK = /^(?:oauth\w*|auth|clientInformation)$/;
const HELPER = /^(?:headersHelper|http_headers_helper)$/;
const HEADER_VARIABLE = /^(?:bearer_?token_?env(?:_?var)?|env_?http_?headers)$/i;
/** Flags of the bridge mcp-remote (its README). */
const STATIC_CLIENT = '--static-oauth-client-info';
const STATIC_METADATA = '--static-oauth-client-metadata';
const CLIENT_ID_IN_JSON = /"client_id"\s{0,9}:\s{0,9}"([^"]{1,500})"/;
/** What all of these names have in common, so that most names are compared with one expression. */
const OF_SIGNING_IN = /auth|client|header|token/i;
const MAX_DEPTH = 4;

/** Reads the OAuth members of an entry and the OAuth flags of a bridge. */
export function readOAuthSettings({ server, launch }: Pick<ServerFacts, 'server' | 'launch'>): OAuthSettings {
  const settings: Mutable = {
    registersItself: false,
    asksForOAuth: false,
    helper: false,
    headerFromVariable: false,
  };
  readMembers(server.entry, false, settings, 0);
  readFlags(launch.args, settings);
  return settings;
}

/** What an OAuth client signs in with, or got by signing in; whatever else is in such a block is a static key. */
const OF_OAUTH = /^(?:client_?secret|(?:access|refresh|id|registration_?access)_?tokens?|code_?verifier)$/i;
const CLIENT_SECRET = /^(?:oauth_?)?client_?secret$/i;

/** Is this a credential of OAuth, and not a key that a request carries? */
export function belongsToOAuth({ kind, name }: Slot): boolean {
  return CLIENT_SECRET.test(name) || (kind === 'oauth' && OF_OAUTH.test(name));
}

function readMembers(entry: Mapping, inOAuth: boolean, settings: Mutable, depth: number): void {
  if (depth > MAX_DEPTH) return;
  for (const { key, value, shadowed } of entry.entries) {
    if (shadowed) continue;
    const name = key.reveal();
    if (!inOAuth && name !== 'transport' && !OF_SIGNING_IN.test(name)) continue;
    const text = textOf(value);
    if (CLIENT_ID.test(name) && (inOAuth || /^oauth/i.test(name))) {
      if (text) settings.clientId ??= kindOfClientId(text);
    } else if (CLIENT_DOCUMENT.test(name)) {
      if (text) settings.clientId = 'document';
    } else if (HELPER.test(name)) settings.helper ||= text !== undefined && text.length > 0;
    else if (HEADER_VARIABLE.test(name)) settings.headerFromVariable ||= isFilled(value);
    else if (OAUTH_BLOCK.test(name)) readBlock(name, value, settings, depth);
    else if (value.kind === 'mapping' && (inOAuth || name === 'transport'))
      readMembers(value, inOAuth, settings, depth + 1);
    else if (inOAuth && name === 'mode') settings.registersItself ||= text?.reveal() === 'dcr';
  }
}

/** `"oauth": true`, `"auth": "oauth"`, `"oauth": { … }`. */
function readBlock(name: string, value: Value, settings: Mutable, depth: number): void {
  if (value.kind === 'mapping') {
    // `auth` may hold other kinds as well; a client id in it tells.
    settings.asksForOAuth ||= name !== 'auth';
    readMembers(value, true, settings, depth + 1);
  } else if (value.kind === 'scalar') {
    settings.asksForOAuth ||= /^(?:true|oauth)$/i.test(value.text.reveal());
  }
}

function readFlags(words: readonly Word[], settings: Mutable): void {
  words.forEach(({ text }, index) => {
    const word = text.reveal();
    const [flag = ''] = word.split('=', 1);
    if (flag === STATIC_METADATA) settings.registersItself = true;
    if (flag !== STATIC_CLIENT) return;
    const value = flag === word ? words[index + 1]?.text : text.slice(flag.length + 1);
    const id = value && CLIENT_ID_IN_JSON.exec(value.reveal().slice(0, 10_000))?.[1];
    settings.clientId ??= id === undefined ? 'given' : kindOfText(id);
  });
}

function kindOfClientId(text: LocatedText): NonNullable<OAuthSettings['clientId']> {
  return kindOfText(text.reveal());
}

/** A client id that is an https URL with a path is the address of a client ID metadata document (draft 02, section 3). */
function kindOfText(text: string): NonNullable<OAuthSettings['clientId']> {
  if (/\$\{|\{env:|\{\{|^\$/.test(text)) return 'reference';
  return /^https:\/\/[^/?#\s]+\/[^\s]/i.test(text) ? 'document' : 'given';
}

function textOf(value: Value): LocatedText | undefined {
  return value.kind === 'scalar' && value.type === 'string' && value.text.reveal().trim() !== ''
    ? value.text
    : undefined;
}

function isFilled(value: Value): boolean {
  return value.kind === 'mapping' ? value.entries.length > 0 : textOf(value) !== undefined;
}
