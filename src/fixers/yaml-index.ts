import { type CST, Parser } from 'yaml';
import type { Value } from '../core/value.ts';
import { type Properties, readProperties } from '../parsers/yaml/properties.ts';
import { firstOffset } from '../parsers/yaml/token-shapes.ts';
import { Unwritable } from './syntax.ts';

/** One member of a mapping or one item of a list, as it is written. */
export interface WrittenItem {
  /** Of its first sign: a key, a tag, an anchor, `?` or `-`. */
  readonly start: number;
  /** Where its value begins, as in the tree. */
  readonly value: number;
}

/** How a value is written. */
export interface Spot {
  /** Absent when nothing is written. */
  readonly token?: CST.Token;
  /** What stands in front of it, from its `:` or `-` on. */
  readonly properties: Properties;
  /** In braces or brackets. */
  readonly inFlow: boolean;
  /** Columns that the block around it is indented by; -1 for a whole document. */
  readonly indent: number;
  readonly inSequence: boolean;
  /** Aliases stand for it or for something around it. */
  readonly shared: boolean;
  /** Of a mapping or a list. */
  readonly items: readonly WrittenItem[];
}

/** The text was found to be YAML before. */
const UNHEARD = { syntax: () => undefined };

type Place = Pick<Spot, 'inFlow' | 'indent' | 'inSequence' | 'shared'>;

/** Where the values of a document are written. */
export class YamlIndex {
  readonly #spots = new Map<string, Spot>();
  #aliased: ReadonlySet<string> = new Set();

  /** Of a text that is YAML. */
  constructor(source: string) {
    for (const token of new Parser().parse(source)) {
      if (token.type !== 'document') continue;
      const { offset, start, value, end } = token;
      this.#aliased = aliasesOf(token);
      const place = { inFlow: false, indent: -1, inSequence: false, shared: false };
      const properties = readProperties(
        start,
        {
          indicator: 'doc-start',
          next: value ?? end?.[0],
          offset,
          indent: 0,
          inFlow: false,
          atNewline: true,
        },
        UNHEARD,
      );
      this.#add(value, properties, place);
    }
  }

  /** Throws Unwritable for what only an alias stands for. */
  spotOf({ kind, range }: Value): Spot {
    const spot = this.#spots.get(`${kind} ${range.start}`);
    if (!spot || spot.shared) throw new Unwritable();
    return spot;
  }

  /** Gives where the value begins. */
  #add(token: CST.Token | null | undefined, properties: Properties, around: Place): number {
    const shared = around.shared || this.#aliased.has(properties.anchor?.source.slice(1) ?? '');
    const place = { ...around, properties, shared };
    switch (token?.type) {
      case 'block-map':
      case 'block-seq':
      case 'flow-collection': {
        const inFlow = token.type === 'flow-collection';
        const isMapping = inFlow ? token.start.source === '{' : token.type === 'block-map';
        const within = {
          inFlow,
          indent: inFlow ? around.indent : token.indent,
          inSequence: !isMapping,
          shared,
        };
        const items = this.#items(token, isMapping, within);
        const start = token.type === 'block-map' ? firstOffset(token.items[0], token.offset) : token.offset;
        this.#spots.set(`${isMapping ? 'mapping' : 'sequence'} ${start}`, { ...place, token, items });
        return start;
      }
      case 'alias':
        return token.offset;
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar':
        this.#spots.set(`scalar ${token.offset}`, { ...place, token, items: [] });
        return token.offset;
      default:
        this.#spots.set(`scalar ${properties.empty}`, { ...place, items: [] });
        return properties.empty;
    }
  }

  #items(
    token: CST.BlockMap | CST.BlockSequence | CST.FlowCollection,
    isMapping: boolean,
    within: Place,
  ): WrittenItem[] {
    const items: WrittenItem[] = [];
    const common = { indent: token.indent, inFlow: within.inFlow, atNewline: false };
    for (const { start, key, sep, value } of token.items) {
      const indicator = token.type === 'block-seq' ? 'seq-item-ind' : 'explicit-key-ind';
      const next = key ?? sep?.[0] ?? value;
      const front = readProperties(start, { ...common, indicator, next, offset: token.offset }, UNHEARD);
      if (!front.indicator && !front.anchor && !front.tag && !sep && !value) continue;
      const first = firstOffset({ start, key, sep: sep ?? [] }, value?.offset ?? front.end);
      if (!isMapping && !sep && (token.type === 'block-seq' || !front.indicator)) {
        items.push({ start: first, value: this.#add(value, front, within) });
        continue;
      }
      const behind = readProperties(
        sep ?? [],
        { ...common, indicator: 'map-value-ind', next: value, offset: endOf(key) ?? front.empty },
        UNHEARD,
      );
      // A pair in a list is a mapping that nothing is written of.
      items.push({ start: first, value: isMapping ? this.#add(value, behind, within) : first });
    }
    return items;
  }
}

/** Behind a key. */
function endOf(key: CST.Token | null | undefined): number | undefined {
  if (key?.type === 'flow-collection') return (key.end[0]?.offset ?? key.offset) + 1;
  return key && 'source' in key ? key.offset + key.source.length : undefined;
}

/** The names of all aliases of a document. */
function aliasesOf(document: CST.Document): Set<string> {
  const names = new Set<string>();
  const visit = (token: CST.Token | null | undefined): void => {
    if (token?.type === 'alias') names.add(token.source.slice(1));
    if (!token || !('items' in token)) return;
    for (const { key, value } of token.items) {
      visit(key);
      visit(value);
    }
  };
  visit(document.value);
  return names;
}
