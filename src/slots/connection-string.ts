import type { LocatedText } from '../core/located-text.ts';
import type { Slot } from '../core/model.ts';
import { type Carrier, inside, slotOf } from './carrier.ts';

/** Connection strings of databases and clouds: one slot for each member. */
export function splitConnectionString(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  // Looks for single characters come first: the expressions are long, and slow to compile.
  const has = (character: string) => text.reveal().includes(character);
  return (
    (has('@') && has('(') ? splitGoDsn(text, carrier) : undefined) ??
    (has('=') && has(';') ? splitPairs(text, carrier, SEMICOLON) : undefined) ??
    (has('=') && has(',') ? splitPairs(text, carrier, COMMA) : undefined) ??
    (has('=') ? splitPairs(text, carrier, KEYWORDS) : undefined) ??
    (has('@') ? splitCredentialsAtHost(text, carrier) : undefined)
  );
}

interface PairSyntax {
  /** One pair; groups: key, value. */
  readonly pair: RegExp;
  /** Keys that tell such a string from ordinary text; all of them must be there. */
  readonly evidence: readonly RegExp[];
}

const ADDRESS_KEYS =
  'server|data source|host|endpoint|accountname|defaultendpointsprotocol|driver|provider|address|database';
const SECRET_KEYS =
  'password|pwd|passwd|accountkey|sharedaccesskey|sharedaccesssignature|secret|accesskey|apikey|api_key|clientsecret';

/** `Server=db;User Id=sa;Password=x`, `AccountName=a;AccountKey=x==`, `jdbc:sqlserver://…;password=x`. */
const SEMICOLON: PairSyntax = {
  pair: /(?:^|;)\s*([A-Za-z][A-Za-z0-9_ .-]{0,60}?)\s*=\s*("[^"]{0,512}"|'[^']{0,512}'|\{[^}]{0,512}\}|[^;]*)/g,
  evidence: [
    new RegExp(`;\\s*(?:${SECRET_KEYS})\\s*=|^\\s*(?:${SECRET_KEYS}|${ADDRESS_KEYS})\\s*=[^;]*;`, 'i'),
  ],
};

/** `host:6379,password=x,ssl=True` of StackExchange.Redis. */
const COMMA: PairSyntax = {
  pair: /(?:^|,)\s*([A-Za-z][A-Za-z0-9_]{0,40})\s*=\s*([^,]*)/g,
  evidence: [/^[^\s,=]+,/, /,\s*password\s*=/i],
};

/** `host=db user=me password='x'` of libpq. */
const KEYWORDS: PairSyntax = {
  pair: /(?:^|\s)([a-z_]{2,40})\s*=\s*('(?:[^'\\]|\\.){0,512}'|[^\s']+)/g,
  evidence: [/(?:^|\s)password\s*=/i, /(?:^|\s)(?:host|hostaddr|dbname|user|port)\s*=/i],
};

function splitPairs(text: LocatedText, carrier: Carrier, syntax: PairSyntax): Slot[] | undefined {
  const source = text.reveal();
  if (!syntax.evidence.every((sign) => sign.test(source))) return undefined;
  const destination =
    /(?:server|data source|host|hostname|endpoint|addr)\s*=\s*(?:tcp:|sb:\/\/)?([A-Za-z0-9._-]+)/i.exec(
      source,
    )?.[1];
  const slots: Slot[] = [];
  for (const match of source.matchAll(syntax.pair)) {
    const name = match[1]!.trim();
    const quoted = /^(?:(['"])[\s\S]*\1|\{[\s\S]*\})$/.test(match[2]!) && match[2]!.length > 1;
    const end = match.index + match[0].length - (quoted ? 1 : 0);
    const value = text.slice(end - match[2]!.length + (quoted ? 2 : 0), end).trim();
    if (value.length === 0) continue;
    const inner = inside(carrier, { step: name, kind: 'connection-string', name });
    slots.push(slotOf(value, destination === undefined ? inner : { ...inner, destination }));
  }
  return slots;
}

/** `user:password@tcp(host:3306)/db` of Go's MySQL driver. */
function splitGoDsn(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const source = text.reveal();
  const address = /@[a-z0-9]{0,16}\(([^()]{0,255})\)\//.exec(source);
  const colon = source.indexOf(':');
  if (!address || colon < 1 || colon > address.index || /\s/.test(source)) return undefined;
  const destination = address[1]!.replace(/:\d+$/, '');
  return [password(text.slice(colon + 1, address.index), carrier, destination)];
}

/** `user:password@host:5432/db` and Oracle's `user/password@//host/service`, without a scheme. */
function splitCredentialsAtHost(text: LocatedText, carrier: Carrier): Slot[] | undefined {
  const source = text.reveal();
  // Most values have none, and then the long expression is not even compiled.
  if (!source.includes('@')) return undefined;
  const match =
    /^((?:jdbc:oracle:(?:thin|oci):)?[A-Za-z0-9_.-]{1,64}[:/])([^\s@]{1,256})@(?:\/\/)?([A-Za-z0-9.-]{1,255}|\[[0-9a-f:]{2,45}\])(?::\d{1,5})(?:[/:][^\s]*)?$/.exec(
      source,
    );
  if (!match) return undefined;
  const start = match[1]!.length;
  return [password(text.slice(start, start + match[2]!.length), carrier, match[3]!)];
}

function password(value: LocatedText, carrier: Carrier, destination: string): Slot {
  const inner = inside(carrier, {
    step: 'password',
    kind: 'connection-string',
    name: 'password',
    destination,
  });
  return slotOf(value, inner);
}
