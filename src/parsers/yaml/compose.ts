import type { CST } from 'yaml';
import type { LocatedText } from '../../core/located-text.ts';
import type { Value } from '../../core/value.ts';
import { Anchors } from './anchors.ts';
import { Builder, type Key, type Read } from './builder.ts';
import type { Faults } from './faults.ts';
import { checkEnd, type Properties, readProperties } from './properties.ts';
import { MAX_DEPTH } from './read-tokens.ts';
import { emptyScalar, readScalar } from './scalars.ts';
import { containsNewline, firstOffset, isBlock, startsLine } from './token-shapes.ts';

/** What a document says; nothing when nothing but white space and comments is in it. */
export function composeDocument(
  { offset, start, value, end }: CST.Document,
  text: LocatedText,
  faults: Faults,
): Value | undefined {
  const composition = new Composition(text, faults);
  const properties = readProperties(
    start,
    { indicator: 'doc-start', next: value ?? end?.[0], offset, indent: 0, inFlow: false, atNewline: true },
    faults,
  );
  const opensBlock = value?.type === 'block-map' || value?.type === 'block-seq';
  if (properties.indicator && opensBlock && !properties.hasNewline) faults.syntax(properties.end, 'text');
  const read = composition.node(value, properties);
  for (const token of end ?? [])
    if (!['space', 'newline', 'comment'].includes(token.type)) faults.syntax(token.offset, 'text');
  return value || properties.anchor || properties.tag ? read.value : undefined;
}

/** Makes values of the tokens of one document, and finds what is wrong with it. */
class Composition {
  readonly #text: LocatedText;
  readonly #faults: Faults;
  readonly #anchors: Anchors;
  #depth = 0;

  constructor(text: LocatedText, faults: Faults) {
    this.#text = text;
    this.#faults = faults;
    this.#anchors = new Anchors(text.length);
  }

  node(token: CST.Token | null | undefined, properties: Properties): Read {
    const name = properties.anchor?.source.slice(1);
    if (name !== undefined) this.#anchors.open(name);
    this.#depth += 1;
    const read = this.#nodeOf(token, properties);
    this.#depth -= 1;
    if (name !== undefined) this.#anchors.set(name, read);
    return read;
  }

  #nodeOf(token: CST.Token | null | undefined, properties: Properties): Read {
    const { anchor, tag, newlineBehind, empty } = properties;
    switch (token?.type) {
      case 'alias':
        if (anchor || tag) this.#faults.syntax(token.offset, 'properties');
        return this.#alias(token);
      case 'scalar':
      case 'single-quoted-scalar':
      case 'double-quoted-scalar':
      case 'block-scalar': {
        if (token.type !== 'block-scalar') checkEnd(token.end, this.#faults);
        const place = { ...(tag && { tag }), atRoot: this.#depth === 1 };
        const { scalar, end } = readScalar(token, this.#text, place, this.#faults);
        return { value: scalar, end, size: 1, height: 1 };
      }
      case 'block-map':
        return this.#blockMap(token);
      case 'block-seq':
        if ((anchor || tag) && !newlineBehind) this.#faults.syntax(token.offset, 'properties');
        return this.#blockSequence(token);
      case 'flow-collection':
        return this.#flowCollection(token);
      default:
        if (token) this.#faults.syntax(token.offset, 'text');
        return this.#empty(empty, tag);
    }
  }

  #empty(index: number, tag?: CST.SourceToken): Read {
    return { value: emptyScalar(this.#text, index, tag), end: index, size: 1, height: 1 };
  }

  /** What the anchor stands for, at the place of the alias; the texts in it keep their places. */
  #alias({ offset, source, end: behind }: CST.FlowScalar): Read {
    checkEnd(behind, this.#faults);
    const end = offset + source.length;
    const { range } = this.#text.slice(offset, end);
    const target = this.#anchors.get(source.slice(1));
    if (target === undefined) this.#faults.syntax(offset, 'alias');
    // An alias in its own anchor stands for something without an end.
    const nothing = { ...this.#empty(offset), end };
    if (target === undefined || target === 'open') return nothing;
    if (this.#depth + target.height > MAX_DEPTH) {
      this.#faults.add(offset, 'too-deep', `nested deeper than ${MAX_DEPTH} levels`);
      return nothing;
    }
    if (!this.#anchors.spend(target.size)) {
      this.#faults.add(offset, 'unreadable', 'aliases stand for more values than the file has characters');
      return nothing;
    }
    return { ...target, value: { ...target.value, range }, end };
  }

  #blockMap({ offset, indent, items }: CST.BlockMap): Read {
    const faults = this.#faults;
    const built = new Builder(firstOffset(items[0], offset));
    for (const { start, key, sep, value } of items) {
      const inBlock = { indent, inFlow: false };
      const keyProperties = readProperties(
        start,
        {
          ...inBlock,
          indicator: 'explicit-key-ind',
          next: key ?? sep?.[0],
          offset: built.end,
          atNewline: true,
        },
        faults,
      );
      const isImplicit = !keyProperties.indicator;
      if (isImplicit && key && key.type === 'block-seq') faults.syntax(key.offset, 'text');
      else if (isImplicit && key && 'indent' in key && key.indent !== indent)
        faults.syntax(key.offset, 'indent');
      if (!isImplicit && keyProperties.indicator?.indent !== indent)
        faults.syntax(keyProperties.end, 'indent');
      // Comments behind the last member.
      if (isImplicit && !keyProperties.anchor && !keyProperties.tag && !sep) continue;
      if (isImplicit && (keyProperties.newlineBehind || containsNewline(key)))
        faults.syntax(key?.offset ?? keyProperties.end, 'long-key');
      const keyRead = this.node(key, keyProperties);
      const properties = readProperties(
        sep ?? [],
        {
          ...inBlock,
          indicator: 'map-value-ind',
          next: value,
          offset: keyRead.end,
          atNewline: !key || key.type === 'block-scalar',
        },
        faults,
      );
      if (isImplicit && !properties.indicator) faults.syntax(key?.offset ?? keyRead.end, 'colon');
      if (isImplicit && value?.type === 'block-map' && !properties.hasNewline)
        faults.syntax(value.offset, 'nested');
      built.member(
        this.#key(key, keyRead),
        properties.indicator ? this.node(value, properties) : this.#empty(keyRead.end),
      );
    }
    return built.mapping(this.#text);
  }

  #blockSequence({ offset, indent, items }: CST.BlockSequence): Read {
    const built = new Builder(offset);
    for (const { start, value } of items) {
      const properties = readProperties(
        start,
        { indicator: 'seq-item-ind', next: value, offset: built.end, indent, inFlow: false, atNewline: true },
        this.#faults,
      );
      const { indicator, anchor, tag } = properties;
      // Comments behind the last item.
      if (!indicator && !anchor && !tag && !value) continue;
      if (!indicator) this.#faults.syntax(value?.offset ?? properties.end, 'indent');
      built.item(this.node(value, properties));
    }
    return built.sequence(this.#text);
  }

  #flowCollection({ offset, indent, start: opening, items, end }: CST.FlowCollection): Read {
    const faults = this.#faults;
    const isMapping = opening.source === '{';
    const built = new Builder(offset);
    built.end = offset + 1;
    for (const [index, { start, key, sep, value }] of items.entries()) {
      const inFlow = { indent, inFlow: true, atNewline: false };
      const properties = readProperties(
        start,
        { ...inFlow, indicator: 'explicit-key-ind', next: key ?? sep?.[0], offset: built.end },
        faults,
      );
      const { indicator, anchor, tag, comma } = properties;
      const isEmpty = !indicator && !anchor && !tag && !sep && !value;
      if (comma ? index === 0 || (isEmpty && index < items.length - 1) : index > 0 && !isEmpty)
        faults.syntax(
          comma?.offset ?? (start.at(-1)?.offset || key?.offset) ?? value?.offset ?? built.end,
          'comma',
        );
      if (isEmpty) continue;
      if (!isMapping && !indicator && containsNewline(key)) faults.syntax(key!.offset, 'long-key');
      if (isBlock(key)) faults.syntax(key!.offset, 'block');
      if (isBlock(value)) faults.syntax(value!.offset, 'block');
      if (!isMapping && !sep && !indicator) {
        built.item(this.node(value, properties));
        continue;
      }
      const keyRead = this.node(key, properties);
      const behind = readProperties(
        sep ?? [],
        { ...inFlow, indicator: 'map-value-ind', next: value, offset: keyRead.end },
        faults,
      );
      if (!behind.indicator && value)
        faults.syntax(value.offset, 'source' in value && value.source.startsWith(':') ? 'space' : 'comma');
      if (behind.indicator && !isMapping && !indicator && startsLine(sep, behind.indicator))
        faults.syntax(behind.indicator.offset, 'long-key');
      const read = behind.indicator || value ? this.node(value, behind) : this.#empty(keyRead.end);
      if (isMapping) built.member(this.#key(key, keyRead), read);
      else {
        const pair = new Builder(firstOffset({ start, key, sep: sep ?? [] }, keyRead.end));
        pair.member(this.#key(key, keyRead), read);
        built.item(pair.mapping(this.#text));
      }
    }
    const [closing, ...rest] = end;
    if (closing?.source === (isMapping ? '}' : ']')) {
      built.end = closing.offset + 1;
      checkEnd(rest, faults);
    } else {
      faults.syntax(built.end, 'bracket');
      checkEnd(end, faults);
    }
    return isMapping ? built.mapping(this.#text) : built.sequence(this.#text);
  }

  /** A key that is no scalar is its text. */
  #key(token: CST.Token | null | undefined, { value, end, size }: Read): Key {
    const text = value.kind === 'scalar' ? value.text : this.#text.slice(token?.offset ?? end, end);
    return { text, merges: token?.type === 'scalar' && text.reveal() === '<<', size, end };
  }
}
