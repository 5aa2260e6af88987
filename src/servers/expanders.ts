import type { Field } from '../core/host.ts';
import type { Launch, Wrapper } from '../core/launch.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { SlotKind } from '../core/model.ts';
import type { Reference } from './references.ts';

/** Programs between the host and the server that put values in place of references themselves. */
interface Expander {
  readonly kinds?: readonly Wrapper['kind'][];
  /** Of the wrapper, or of the package that is run. */
  readonly names?: readonly string[];
  readonly except?: readonly string[];
  readonly syntaxes: readonly string[];
  readonly fields: readonly Field[];
  /** Only what the program takes as one of these. */
  readonly slots?: readonly SlotKind[];
}

const WORDS: readonly Field[] = ['command', 'args'];
const POSIX = ['$NAME', '${NAME}', '${NAME:-default}', '$(command)'];
const OWN_ADDRESSES = ['keychain://…', 'pass://…'];
const WINDOWS_SHELLS = ['cmd', 'powershell', 'pwsh'];

const EXPANDERS: readonly Expander[] = [
  {
    kinds: ['shell', 'remote-shell'],
    except: WINDOWS_SHELLS,
    syntaxes: POSIX,
    fields: WORDS,
  },
  { names: ['cmd'], syntaxes: ['%NAME%'], fields: WORDS },
  {
    names: ['powershell', 'pwsh'],
    syntaxes: ['$env:NAME', '${env:NAME}', '$NAME', '${NAME}', '$(command)'],
    fields: WORDS,
  },
  // mcp-remote 0.15.1, substituteEnvVars: headers, and the JSON text of the OAuth client.
  { names: ['mcp-remote'], syntaxes: ['${NAME}'], fields: WORDS, slots: ['header', 'embedded-json'] },
  // cross-env 10.1.0, resolveEnvVars and commandConvert.
  {
    names: ['cross-env', 'cross-env-shell'],
    syntaxes: ['$NAME', '${NAME}', '${NAME:-default}'],
    fields: WORDS,
  },
  // `env -S '… ${NAME}'` of GNU coreutils and FreeBSD.
  { names: ['env'], syntaxes: ['${NAME}'], fields: WORDS },
  // github.com/griffithsbs/envmcp
  { names: ['envmcp', 'mcpipe'], syntaxes: ['$NAME', '${NAME}'], fields: WORDS },
];

/** Does a program that the entry starts put a value there, whatever the host does? `slots` are the kinds that it stands in. */
export function isExpandedOnTheWay(
  { syntax }: Reference,
  field: Field,
  slots: readonly SlotKind[],
  launch: Launch,
): boolean {
  if (syntax.endsWith('://…') && launch.wrappers.some(({ kind, name }) => looksUp(kind, name, syntax)))
    return true;
  return EXPANDERS.some(
    (expander) =>
      expander.syntaxes.includes(syntax) &&
      expander.fields.includes(field) &&
      (!expander.slots || expander.slots.some((kind) => slots.includes(kind))) &&
      isStarted(expander, launch),
  );
}

/** Does a wrapper look secrets up by addresses of this form? Ours does so for its own only. */
function looksUp(kind: Wrapper['kind'], name: string, syntax: string): boolean {
  if (name === 'mcp-lint') return OWN_ADDRESSES.includes(syntax);
  return kind === 'secret-manager' || kind === 'broker';
}

function isStarted(
  { kinds, names, except }: Expander,
  { wrappers, endpoint, package: run }: Launch,
): boolean {
  return (
    wrappers.some(
      ({ kind, name }) => (kinds?.includes(kind) && !except?.includes(name)) || names?.includes(name),
    ) ||
    (names !== undefined && (names.includes(endpoint?.bridge ?? '') || names.includes(run?.name ?? '')))
  );
}

/**
 * Tells of one reference of a helper after the other whether the shell that runs it puts a value there. Not between single
 * quotes, where JSON texts usually stand.
 */
export function readHelper(script: LocatedText): (reference: Reference) => boolean {
  const source = script.reveal();
  let quote = '';
  let at = 0;
  return ({ syntax, start }) => {
    for (; at < start; at++) {
      const character = source[at]!;
      if (character === '\\' && quote !== "'") at += 1;
      else if (character === quote) quote = '';
      else if (quote === '' && (character === "'" || character === '"')) quote = character;
    }
    return POSIX.includes(syntax) && quote !== "'";
  };
}
