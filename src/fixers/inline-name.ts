import type { Path, Slot, Word } from '../core/model.ts';
import { ENVIRONMENT, HEADERS } from '../slots/member.ts';
import type { ScalarPlace } from './find-scalar.ts';

const LINE_NAME = /^\s*([A-Za-z_][A-Za-z0-9_-]{0,127})\s*(?:=|:\s)/;
const ARGUMENT_NAME = /^(?:--?([A-Za-z][A-Za-z0-9_.:-]{0,80}?)|([A-Za-z_][A-Za-z0-9_.-]{0,127}))=(?!=)/;
const FLAG = /^--?([A-Za-z][A-Za-z0-9_.:-]{0,80})$/;
/** Kinds of slots whose own name is that of a flag, variable, header or parameter of a command line or an address. */
const NAMED = new Set<Slot['kind']>(['flag', 'assignment', 'header', 'url-query']);

/** Names the credentials of one server, whose `words` these are, or of what is outside of any. */
export class InlineNames {
  readonly #words: readonly Word[];
  #places: Map<string, number> | undefined;

  constructor(words: readonly Word[]) {
    this.#words = words;
  }

  /**
   * What a credential goes by: its variable, header, flag or query parameter, `argument-2` for a positional argument,
   * else the member that holds it. Raw text.
   */
  of(slot: Slot, { holder, path }: ScalarPlace): string {
    const own = slot.path.at(-1) === '#basic' ? slot.name.replace(/ password$/, '') : slot.name;
    if (slot.field === 'env') return nameInBlock(path, ENVIRONMENT, holder.text.reveal()) ?? own;
    if (slot.field === 'headers') return nameInBlock(path, HEADERS, holder.text.reveal()) ?? own;
    if (own !== '' && NAMED.has(slot.kind)) return own;
    if (slot.field === 'args') return this.#nameOfArgument(slot, path);
    const member = path.findLast((step) => typeof step === 'string' && !/^(?:value|default)$/.test(step));
    const isInside = slot.path.length > path.length;
    return own === '' || isInside ? String(member ?? own) : own;
  }

  #nameOfArgument(slot: Slot, path: Path): string {
    const index = this.#placeOf(path) ?? this.#placeOf(slot.path.slice(0, path.length + 1)) ?? 0;
    const [, flag, variable] = ARGUMENT_NAME.exec(this.#words[index]?.text.reveal() ?? '') ?? [];
    // `Endpoint=…;AccessKey=…` is no assignment.
    const isPair = slot.kind === 'connection-string' && !/^[A-Z][A-Z0-9_]*$/.test(variable ?? '');
    const name = flag ?? (isPair ? undefined : variable);
    if (name !== undefined) return name;
    const before = slot.kind === 'argument' ? undefined : this.#words[index - 1]?.text.reveal();
    return FLAG.exec(before ?? '')?.[1] ?? `argument-${index}`;
  }

  /** Place of a word on the command line; the program has 0. */
  #placeOf(path: Path): number | undefined {
    this.#places ??= new Map(this.#words.map((word, index) => [word.path.join('\0'), index]));
    return this.#places.get(path.join('\0'));
  }
}

/** The key behind the block's; of a list, what stands before the value in the same string. */
function nameInBlock(path: Path, block: RegExp, text: string): string | undefined {
  const at = path.findLastIndex((step) => typeof step === 'string' && block.test(step));
  const next = at === -1 ? undefined : path[at + 1];
  if (typeof next === 'string') return next;
  return at + 2 === path.length ? LINE_NAME.exec(text)?.[1] : undefined;
}
