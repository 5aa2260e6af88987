import type { Server } from '../core/model.ts';
import type { Value } from '../core/value.ts';

/** Lists of variables that are handed on under their own names: `env_vars` of Codex, `env_keys` of Goose. */
const LISTS = /^(?:env_vars|env_keys)$/;
/** The variable with the token of an Authorization header (Codex). */
const BEARER = /^bearer_?token_?env(?:_?var)?$/i;
/** Variables by the headers that they are sent in (Codex). */
const HEADERS = /^env_?http_?headers$/i;

/** Whether a member lists names of variables where others have their values. */
export function isNameList(name: string, value: Value): boolean {
  return value.kind === 'sequence' && LISTS.test(name);
}

/** Whether a member holds the name of the variable with a bearer token. */
export function isBearerVariable(name: string): boolean {
  // The first letter first: few names get as far as the expression, which takes its time to compile.
  return 'Bb'.includes(name.charAt(0)) && BEARER.test(name);
}

/** Whether the members of a mapping of this name are names of variables. */
export function isHeaderVariables(name: string): boolean {
  return 'Ee'.includes(name.charAt(0)) && HEADERS.test(name);
}

/** The names in a list of variables: `["NAME"]` or `[{ "name": "NAME" }]`. Raw text. */
export function namesIn(value: Value): string[] {
  if (value.kind !== 'sequence') return [];
  return value.items.flatMap((item) => {
    if (item.kind === 'scalar') return item.type === 'string' ? [item.text.reveal()] : [];
    if (item.kind === 'sequence') return [];
    const name = item.entries.findLast(({ key }) => key.reveal() === 'name')?.value;
    return name?.kind === 'scalar' ? [name.text.reveal()] : [];
  });
}

/** The variables of the host's environment that an entry names instead of referring to them. Raw text. */
export function namedVariables({ entry }: Pick<Server, 'entry'>): string[] {
  return entry.entries.flatMap(({ key, value }) => {
    const name = key.reveal();
    if (isNameList(name, value)) return namesIn(value);
    if (isBearerVariable(name)) return value.kind === 'scalar' ? [value.text.reveal()] : [];
    if (!isHeaderVariables(name) || value.kind !== 'mapping') return [];
    return value.entries.flatMap(({ value: member }) =>
      member.kind === 'scalar' ? [member.text.reveal()] : [],
    );
  });
}
