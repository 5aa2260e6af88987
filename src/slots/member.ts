import type { Path, Slot, SlotKind } from '../core/model.ts';
import type { Mapping, Scalar, Value } from '../core/value.ts';
import type { Carrier } from './carrier.ts';
import { decompose, decomposeHeader } from './decompose.ts';
import { slotsOfEntry, slotsOfScript } from './server.ts';
import { HEADER_VARIABLES, NAMES_VARIABLE, slotsOfVariableName } from './variable-names.ts';

/** What a member's name says about the texts below it. Names differ between hosts, meanings do not. */
export const ENVIRONMENT = /^(?:env|envs|environment|environment_?variables|env_?vars)$/i;
export const HEADERS = /^(?:headers|http_?headers|request_?headers)$/i;
export const ADDRESS = /^(?:url|serverUrl|httpUrl|uri|sseUrl|endpoint|baseUrl)$/i;
export const OAUTH = /^(?:oauth\w*|auth|tokens|clientInformation)$/;
const SCRIPT =
  /^(?:headersHelper|http_headers_helper|envHelper|clientSecretHelper|apiKeyHelper|otelHeadersHelper|awsAuthRefresh|awsCredentialExport|fullCommand)$/;

const SECRET_WORD =
  /\b(?:password|passphrase|secret|(?:api|access|private|secret)[ -]?key|(?:access|api|auth|bearer|bot)[ -]?token|credentials?)\b/i;

/** The slots of one member of a server entry, or of any other part of a config, at any depth. */
export function slotsOfMember(name: string, value: Value, path: Path, kind: SlotKind = 'property'): Slot[] {
  if (value.kind === 'scalar') return slotsOfScalar(name, value, path, kind);
  if (ENVIRONMENT.test(name)) return slotsOfBlock(value, path, 'env');
  if (HEADER_VARIABLES.test(name) && value.kind === 'mapping') return slotsOfNames(value, path);
  if (HEADERS.test(name)) return slotsOfBlock(value, path, 'header');
  const inner = OAUTH.test(name) ? 'oauth' : kind;
  if (value.kind === 'sequence') {
    return value.items.flatMap((item, index) => slotsOfMember(name, item, [...path, index], inner));
  }
  const named = slotsOfNamedValue(value, path);
  if (named) return named;
  if (value.entries.some(({ key }) => key.reveal() === 'command')) return slotsOfEntry(value, path);
  return value.entries.flatMap(({ key, value: member }) =>
    slotsOfMember(key.reveal(), member, [...path, key.reveal()], inner),
  );
}

function slotsOfScalar(name: string, scalar: Scalar, path: Path, kind: SlotKind): Slot[] {
  if (scalar.type !== 'string' && scalar.type !== 'number') return [];
  if (SCRIPT.test(name)) return slotsOfScript(scalar.text, path);
  if (NAMES_VARIABLE.test(name)) return slotsOfVariableName(scalar.text, name, path);
  return decompose(scalar.text, { kind, name, path, depth: 0, endpoint: ADDRESS.test(name) });
}

function slotsOfNames({ entries }: Mapping, path: Path): Slot[] {
  return entries.flatMap(({ key, value }) => {
    const name = key.reveal();
    return value.kind === 'scalar' && value.type === 'string'
      ? slotsOfVariableName(value.text, name, [...path, name])
      : slotsOfMember(name, value, [...path, name]);
  });
}

/** Variables or headers: a mapping of names to values, a list of `NAME=value` lines, or a list of named values. */
export function slotsOfBlock(block: Value, path: Path, kind: 'env' | 'header'): Slot[] {
  if (block.kind === 'scalar') return [];
  if (block.kind === 'mapping') {
    return block.entries.flatMap(({ key, value }) =>
      slotsOfPair(key.reveal(), value, [...path, key.reveal()], kind),
    );
  }
  return block.items.flatMap((item, index) => {
    if (item.kind === 'mapping') return slotsOfNamedValue(item, [...path, index], kind) ?? [];
    if (item.kind !== 'scalar') return [];
    const separator = /^\s*([A-Za-z_][A-Za-z0-9_-]{0,127})\s*(?:=|:\s)\s*/.exec(item.text.reveal());
    if (!separator)
      return kind === 'env'
        ? slotsOfVariableName(item.text, String(path.at(-1) ?? ''), [...path, index])
        : [];
    const value = item.text.slice(separator[0].length);
    const carrier: Carrier = { kind, name: separator[1]!, path: [...path, index], depth: 0 };
    return kind === 'header' ? decomposeHeader(value, carrier) : decompose(value, carrier);
  });
}

function slotsOfPair(name: string, value: Value, path: Path, kind: 'env' | 'header'): Slot[] {
  if (value.kind === 'sequence') {
    return value.items.flatMap((item, index) => slotsOfPair(name, item, [...path, index], kind));
  }
  if (value.kind === 'mapping') {
    return value.entries.flatMap(({ key, value: member }) =>
      slotsOfMember(key.reveal(), member, [...path, key.reveal()], kind),
    );
  }
  if (value.type !== 'string' && value.type !== 'number') return [];
  const carrier: Carrier = { kind, name, path, depth: 0 };
  return kind === 'header' ? decomposeHeader(value.text, carrier) : decompose(value.text, carrier);
}

/** `{ "name": "API_KEY", "value": "…", "isSecret": true }` and its relatives: prompts, registry entries, user settings. */
function slotsOfNamedValue(entry: Mapping, path: Path, kind: SlotKind = 'input-default'): Slot[] | undefined {
  const member = (pattern: RegExp) => entry.entries.filter(({ key }) => pattern.test(key.reveal()));
  const name = member(/^(?:name|id|key)$/)[0]?.value;
  const values = member(/^(?:value|default|options)$/);
  if (values.length === 0 || (name !== undefined && name.kind !== 'scalar')) return undefined;
  const declaredSecret = member(/^(?:password|sensitive|is_?secret)$/i).some(
    ({ value }) => value.kind === 'scalar' && value.text.reveal() === 'true',
  );
  const description = member(/^(?:description|title|label)$/)[0]?.value;
  const tellsSecret = description?.kind === 'scalar' && SECRET_WORD.test(description.text.reveal());
  const title = name?.kind === 'scalar' ? name.text.reveal() : String(path.at(-1) ?? '');
  return values.flatMap(({ key, value }) => {
    const texts = value.kind === 'sequence' ? value.items : [value];
    return texts.flatMap((text) => {
      if (text.kind !== 'scalar' || (text.type !== 'string' && text.type !== 'number')) return [];
      const place = [...path, key.reveal()];
      return decompose(text.text, {
        kind,
        name: title,
        path: place,
        depth: 0,
        declaredSecret: declaredSecret || tellsSecret,
      });
    });
  });
}
