import { Secret } from '../core/secret.ts';
import type { CommandUse, OriginUse, Use } from '../core/use.ts';
import { VaultError } from './vault.ts';

/** A credential as a vault of ours keeps it. */
export interface KeptCredential {
  readonly secret: Secret;
  /**
   * How it stood in the file, where that is not the plain JSON spelling of it (`\u0041`, `\/`), so that undoing a fix
   * gives the same bytes.
   */
  readonly spelling?: Secret;
  readonly uses: readonly Use[];
}

/** An envelope of another number was made by another version of ours. */
const VERSION = 1;

/** The envelope as JSON, in the order of `seal`. */
interface Content {
  readonly 'mcp-lint': typeof VERSION;
  readonly secret: string;
  readonly spelling?: string;
  readonly uses: readonly (CommandContent | OriginContent)[];
}

type CommandContent = Omit<CommandUse, 'kind' | 'variables'> & {
  /** Name, hash, and 1 where it is required: there may be many, and some keychains take 2.5 KB. */
  readonly variables: readonly (readonly [string, string, 0 | 1])[];
};
type OriginContent = Omit<OriginUse, 'kind'>;

/**
 * One text for a vault: one line of ASCII, so that no terminal, locale or line end changes it on the way, and JSON, so
 * that a person can still read the credential without us.
 */
export function seal({ secret, spelling, uses }: KeptCredential): Secret {
  const content: Content = {
    'mcp-lint': VERSION,
    secret: secret.reveal(),
    ...(spelling && { spelling: spelling.reveal() }),
    uses: uses.map((use) =>
      use.kind === 'origin'
        ? { header: use.header, origin: use.origin }
        : {
            place: use.place,
            program: use.program,
            words: use.words,
            ...(use.folder !== undefined && { folder: use.folder }),
            variables: use.variables.map(
              ({ name, hash, required }) => [name, hash, required ? 1 : 0] as const,
            ),
          },
    ),
  };
  return new Secret(
    JSON.stringify(content).replace(
      /[\u007f-\uffff]/g,
      (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );
}

/** Throws a VaultError of kind `damaged` for any text that `seal` did not make. */
export function unseal(content: Secret): KeptCredential {
  const kept = keptIn(parse(content));
  if (kept === undefined || !seal(kept).equals(content))
    throw new VaultError(
      'damaged',
      'what the vault keeps there is not what mcp-lint stored: it was changed, or stored by another version',
    );
  return kept;
}

/** The error of the parser quotes the text, so it ends here. */
function parse(content: Secret): unknown {
  try {
    return JSON.parse(content.reveal());
  } catch {
    return undefined;
  }
}

/** Members that are not ours need no look: sealing again shows them. */
function keptIn(content: unknown): KeptCredential | undefined {
  if (!isObject(content) || content['mcp-lint'] !== VERSION) return undefined;
  const { secret, spelling, uses } = content;
  if (!isText(secret) || !isOptionalText(spelling) || !Array.isArray(uses)) return undefined;
  const found = uses.map(useIn);
  if (!found.every((use) => use !== undefined)) return undefined;
  return {
    secret: new Secret(secret),
    ...(spelling !== undefined && { spelling: new Secret(spelling) }),
    uses: found,
  };
}

function useIn(use: unknown): Use | undefined {
  if (!isObject(use)) return undefined;
  const { header, origin, place, program, words, folder, variables } = use;
  if (isText(header) && isText(origin)) return { kind: 'origin', header, origin };
  if (!isText(place) || !isText(program) || !isOptionalText(folder)) return undefined;
  if (!Array.isArray(words) || !words.every(isText)) return undefined;
  if (!Array.isArray(variables) || !variables.every(isVariable)) return undefined;
  return {
    kind: 'command',
    place,
    program,
    words,
    ...(folder !== undefined && { folder }),
    variables: variables.map(([name, hash, required]) => ({ name, hash, required: required === 1 })),
  };
}

function isVariable(variable: unknown): variable is [string, string, 0 | 1] {
  return Array.isArray(variable) && isText(variable[0]) && isText(variable[1]);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

function isText(value: unknown): value is string {
  return typeof value === 'string';
}

function isOptionalText(value: unknown): value is string | undefined {
  return value === undefined || isText(value);
}
