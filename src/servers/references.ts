import type { LocatedText } from '../core/located-text.ts';
import { locateReferences } from '../credentials/reference.ts';

/** A reference in a config and the dialect that it is written in. */
export interface Reference {
  /** As `Interpolation.syntax` writes it: `${env:NAME}`. One of our own words, so that it may be printed. */
  readonly syntax: string;
  /** The variable or prompt that it names, '' where it names none. Raw text: print it through `label`. */
  readonly name: string;
  /** The reference alone, where it stands. */
  readonly text: LocatedText;
  /** Where it begins in the text that was read. */
  readonly start: number;
  /** `chance`: passwords may hold such text. `template`: usually filled in before any host sees the file. */
  readonly certainty: 'certain' | 'chance' | 'template';
}

/** Every reference of a text that a host could expand. Names of secrets in clouds are settings of servers, not these. */
export function readReferences(text: LocatedText): Reference[] {
  return locateReferences(text.reveal()).flatMap(({ id, start, end }) => {
    const reference = text.slice(start, end);
    const dialect = DIALECTS[id]?.(reference.reveal());
    return dialect ? [{ certainty: 'certain' as const, ...dialect, text: reference, start }] : [];
  });
}

type Dialect = Pick<Reference, 'syntax' | 'name'> & Partial<Pick<Reference, 'certainty'>>;

/** By id of the syntax in `credentials/reference.ts`; a syntax that is missing here is no host's. */
const DIALECTS: Readonly<Record<string, (text: string) => Dialect | undefined>> = {
  '${…}': readBraced,
  '${{…}}': (text) => {
    const [, context, name] = /^\$\{\{\s*(secrets|inputs|vars|env)\.([\w-]+)\s*\}\}$/.exec(text) ?? [];
    return name === undefined ? undefined : { syntax: `\${{ ${context}.NAME }}`, name };
  },
  '{{…}}': (text) => {
    const name = /^\{\{\s*([\w.-]+)\s*\}\}$/.exec(text)?.[1];
    return name === undefined ? undefined : { syntax: '{{NAME}}', name, certainty: 'template' };
  },
  '{env:…}': (text) => {
    const [, prefix, name] = /^\{(\w+):(.*)\}$/s.exec(text)!;
    return { syntax: `{${prefix}:${PREFIXES[prefix!] ?? 'NAME'}}`, name: name! };
  },
  '$(…)': () => ({ syntax: '$(command)', name: '' }),
  '%VAR%': (text) => ({ syntax: '%NAME%', name: text.slice(1, -1), certainty: 'chance' }),
  '$env:VAR': (text) => ({ syntax: '$env:NAME', name: text.slice('$env:'.length) }),
  $VAR: (text) => ({ syntax: '$NAME', name: text.slice(1), certainty: 'chance' }),
  $var: (text) => ({ syntax: '$NAME', name: text.slice(1), certainty: 'chance' }),
  'op://': () => ({ syntax: 'op://…', name: '' }),
  'vault address': (text) => {
    // Without slashes it may as well be a password with a colon in it.
    const scheme = /^([a-z][a-z+-]{1,20}):\/\//i.exec(text)?.[1]?.toLowerCase();
    return scheme === undefined || scheme === 'file' ? undefined : { syntax: `${scheme}://…`, name: '' };
  },
  code: () => ({ syntax: 'an expression of a programming language', name: '' }),
};

/** What may stand before the colon, and what users then choose. */
const PREFIXES: Readonly<Record<string, string>> = {
  env: 'NAME',
  localEnv: 'NAME',
  containerEnv: 'NAME',
  input: 'id',
  command: 'id',
  config: 'name',
  file: 'path',
  secret: 'NAME',
  vault: 'NAME',
  keychain: 'NAME',
  workspaceFolder: 'name',
};

/** `${…}` in all its forms; nothing for text in braces that no host has a meaning for, such as `${your key}`. */
function readBraced(text: string): Dialect | undefined {
  const inner = text.slice(2, -1);
  if (/^[A-Za-z_]\w*$/.test(inner)) return { syntax: '${NAME}', name: inner };
  if (inner === '/') return { syntax: '${/}', name: inner };
  const [, prefix, rest] = /^([A-Za-z]+):(.+)$/s.exec(inner) ?? [];
  const chosen = prefix === undefined || !Object.hasOwn(PREFIXES, prefix) ? undefined : PREFIXES[prefix];
  if (chosen !== undefined) {
    const [name, fallback] = rest!.split(/:?-/, 2);
    return chosen === 'NAME' && fallback !== undefined
      ? { syntax: `\${${prefix}:NAME:-default}`, name: name! }
      : { syntax: `\${${prefix}:${chosen}}`, name: rest! };
  }
  const variable = /^([A-Za-z_]\w*):?-/.exec(inner)?.[1];
  if (variable !== undefined) return { syntax: '${NAME:-default}', name: variable };
  const key = /^user_config\.([\w.-]+)$/.exec(inner)?.[1];
  return key === undefined ? undefined : { syntax: '${user_config.KEY}', name: key };
}
