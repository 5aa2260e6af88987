import type { CST } from 'yaml';
import type { Faults } from './faults.ts';

/** What stands in front of a key or a value. */
export interface Properties {
  readonly anchor?: CST.SourceToken;
  readonly tag?: CST.SourceToken;
  /** The indicator that was looked for: `-`, `?`, `:` or `---`. */
  readonly indicator?: CST.SourceToken;
  readonly comma?: CST.SourceToken;
  readonly hasNewline: boolean;
  /** Between a tag or an anchor and what it belongs to. */
  readonly newlineBehind: boolean;
  /** Where an empty value stands: behind the last sign. */
  readonly empty: number;
  readonly end: number;
}

export interface PropertiesPlace {
  readonly indicator: 'doc-start' | 'explicit-key-ind' | 'map-value-ind' | 'seq-item-ind';
  readonly next: CST.Token | null | undefined;
  /** Where the tokens begin. */
  readonly offset: number;
  readonly indent: number;
  readonly inFlow: boolean;
  /** They begin a line. */
  readonly atNewline: boolean;
}

/** Reads the signs in front of a key or a value, and finds what is wrong with them. */
export function readProperties(
  tokens: readonly CST.SourceToken[],
  { indicator: wanted, next, offset, indent, inFlow, atNewline: begins }: PropertiesPlace,
  faults: Pick<Faults, 'syntax'>,
): Properties {
  let anchor: CST.SourceToken | undefined;
  let tag: CST.SourceToken | undefined;
  let indicator: CST.SourceToken | undefined;
  let comma: CST.SourceToken | undefined;
  let tab: CST.SourceToken | undefined;
  let atNewline = begins;
  let hasSpace = begins;
  let needsSpace = false;
  let hasNewline = false;
  let newlineBehind = false;
  let end = offset;
  let empty = offset;
  for (const token of tokens) {
    const { type } = token;
    const isBlank = type === 'space' || type === 'newline';
    if (needsSpace && !isBlank && type !== 'comma') faults.syntax(token.offset, 'space');
    needsSpace = false;
    if (tab && atNewline && type !== 'comment' && type !== 'newline') faults.syntax(tab.offset, 'tab');
    tab = undefined;
    end = token.offset + token.source.length;
    if (!isBlank && type !== 'comment') empty = end;
    if (type === 'space') {
      const isLeading = wanted === 'doc-start' && next?.type === 'flow-collection';
      if (!inFlow && !isLeading && token.source.includes('\t')) tab = token;
      hasSpace = true;
    } else if (type === 'comment') {
      if (!hasSpace) faults.syntax(token.offset, 'space');
      atNewline = false;
    } else if (type === 'newline') {
      atNewline = hasNewline = hasSpace = true;
      if (anchor || tag) newlineBehind = true;
    } else if (type === 'anchor' || type === 'tag') {
      if (type === 'anchor' ? anchor : tag) faults.syntax(token.offset, 'properties');
      if (type === 'anchor') anchor = token;
      else tag = token;
      atNewline = hasSpace = false;
      needsSpace = true;
    } else if (type === wanted) {
      if (anchor || tag) faults.syntax(token.offset, 'properties');
      if (indicator) faults.syntax(token.offset, 'text');
      indicator = token;
      atNewline = wanted === 'seq-item-ind' || wanted === 'explicit-key-ind';
      hasSpace = false;
    } else {
      if (type !== 'comma' || !inFlow) faults.syntax(token.offset, 'text');
      else if (comma) faults.syntax(token.offset, 'comma');
      if (type === 'comma') comma = token;
      atNewline = hasSpace = false;
    }
  }
  if (needsSpace && next && !(next.type === 'scalar' && next.source === ''))
    faults.syntax(next.offset, 'space');
  const opensBlock = next?.type === 'block-map' || next?.type === 'block-seq';
  if (tab && ((atNewline && tab.indent <= indent) || opensBlock)) faults.syntax(tab.offset, 'tab');
  return {
    ...(anchor && { anchor }),
    ...(tag && { tag }),
    ...(indicator && { indicator }),
    ...(comma && { comma }),
    hasNewline,
    newlineBehind,
    empty,
    end,
  };
}

/** Finds what is wrong behind a value: nothing but white space and comments may be there. */
export function checkEnd(tokens: readonly CST.Token[] | undefined, faults: Faults): void {
  let hasSpace = false;
  for (const { type, offset } of tokens ?? []) {
    if (type === 'space' || type === 'newline') hasSpace = true;
    else if (type !== 'comment') faults.syntax(offset, 'text');
    else if (!hasSpace) faults.syntax(offset, 'space');
  }
}
