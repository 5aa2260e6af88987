import { locateKeptReferences } from '../core/kept-reference.ts';
import { label } from '../core/label.ts';
import type { Secret } from '../core/secret.ts';
import type { Value } from '../core/value.ts';
import type { LintedDocument } from '../lint-document.ts';
import { parseReference } from '../vaults/reference.ts';
import { labelOfReference } from './reference-label.ts';

const HIDDEN = '…';
/** Shorter ones are found in any text. */
const SHORTEST = 4;
/** Words that a fix writes and that a config may have already. */
const OURS = ['mcp-lint', 'exec', 'headers', '--', 'npx', '-y', 'op', 'doppler', 'infisical', 'run'];
/** A program as it is called, without anything that could be a password. */
const PROGRAM = /^[a-z][a-z0-9.-]{0,15}$/;

/**
 * Makes what a fix writes printable. It holds no credential that moves; words of the config that it takes over, as the
 * program behind the launcher, are masked like every other value.
 */
export class NewWords {
  readonly #known: ReadonlySet<string>;
  readonly #old: ReadonlySet<string>;
  readonly #secrets: readonly Secret[];
  /** Most words are there many times. */
  readonly #shown = new Map<string, string>();

  constructor({ root, servers, slots }: LintedDocument, launcher: readonly string[]) {
    const programs = servers.flatMap(({ server }) => server.words[0]?.text.reveal() ?? []);
    this.#known = new Set([...OURS, ...launcher, ...programs.filter((word) => PROGRAM.test(word))]);
    // Words of one string become strings of their own where a path goes in front of them.
    const words = servers.flatMap(({ server }) => server.words.map(({ text }) => text.reveal()));
    this.#old = new Set([...stringsOf(root), ...words]);
    this.#secrets = [...servers.flatMap((facts) => facts.slots), ...slots].flatMap(({ verdict }) =>
      verdict.kind === 'literal' && verdict.secret.length >= SHORTEST ? [verdict.secret] : [],
    );
  }

  /** `raw` is what stands between the quotes of a JSON string. */
  show(raw: string): string {
    const known = this.#shown.get(raw);
    if (known !== undefined) return known;
    const shown = this.#labelOf(decode(raw));
    this.#shown.set(raw, shown);
    return shown;
  }

  #labelOf(text: string): string {
    const reference = parseReference(text);
    if (reference) return labelOfReference(reference);
    if (this.#known.has(text)) return label(text);
    const isOld = this.#old.has(text) || this.#secrets.some((secret) => text.includes(secret.reveal()));
    return isOld ? HIDDEN : labelAround(text);
  }
}

/** A command line may have references in it. */
function labelAround(text: string): string {
  let shown = '';
  let from = 0;
  for (const { reference, start, end } of locateKeptReferences(text)) {
    shown += label(text.slice(from, start)) + labelOfReference(reference);
    from = end;
  }
  return shown + label(text.slice(from));
}

function stringsOf(root: Value): Set<string> {
  const strings = new Set<string>();
  const walk = (value: Value): void => {
    if (value.kind === 'scalar') strings.add(value.text.reveal());
    else if (value.kind === 'sequence') for (const item of value.items) walk(item);
    else for (const { value: member } of value.entries) walk(member);
  };
  walk(root);
  return strings;
}

function decode(raw: string): string {
  return raw.replace(/\\(?:u([0-9a-fA-F]{4})|(.))/g, (_, code: string | undefined, mark: string) =>
    code === undefined ? mark : String.fromCharCode(Number.parseInt(code, 16)),
  );
}
