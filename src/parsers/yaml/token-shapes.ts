import type { CST } from 'yaml';

interface Item {
  readonly start: readonly CST.SourceToken[];
  readonly key?: CST.Token | null | undefined;
  readonly sep?: readonly CST.SourceToken[];
}

export function isBlock(token: CST.Token | null | undefined): boolean {
  return token?.type === 'block-map' || token?.type === 'block-seq';
}

/** Whether a key goes over several lines. */
export function containsNewline(key: CST.Token | null | undefined): boolean {
  switch (key?.type) {
    case undefined:
      return false;
    case 'alias':
    case 'scalar':
    case 'single-quoted-scalar':
    case 'double-quoted-scalar':
      return key.source.includes('\n') || hasNewline(key.end);
    case 'flow-collection':
      return key.items.some(
        ({ start, key: inner, sep, value }) =>
          hasNewline(start) || hasNewline(sep) || containsNewline(inner) || containsNewline(value),
      );
    default:
      return true;
  }
}

function hasNewline(tokens: readonly CST.SourceToken[] | undefined): boolean {
  return tokens?.some(({ type }) => type === 'newline') ?? false;
}

/** Whether a line ends before an indicator. */
export function startsLine(
  tokens: readonly CST.SourceToken[] | undefined,
  indicator: CST.SourceToken,
): boolean {
  return hasNewline(tokens?.slice(0, tokens.indexOf(indicator)));
}

/** Where the first member of a mapping begins, its tag, anchor or `?` included. */
export function firstOffset(item: Item | undefined, otherwise: number): number {
  const sign = item?.start.find(({ type }) => !['space', 'newline', 'comment', 'comma'].includes(type));
  return sign?.offset ?? item?.key?.offset ?? item?.sep?.[0]?.offset ?? otherwise;
}
