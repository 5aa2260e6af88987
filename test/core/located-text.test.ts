import { describe, expect, it } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';

/** `'Bearer ' + TOKEN`, the constant in front: the second piece stands first in the document. */
function joined(): LocatedText {
  const document = new LocatedText("const T = 'abcdef';\nf('Bearer ' + T);", 0);
  return document.slice(23, 30).followedBy([document.slice(11, 17), document.slice(31, 32)]);
}

describe('a text of pieces', () => {
  it('has the place of the piece that a part of it lies in', () => {
    expect(joined().slice(7, 13).range).toEqual({ start: 11, end: 17 });
  });

  it('keeps the ends of its pieces when it is decoded', () => {
    const text = joined();
    const sources = Array.from({ length: text.length + 1 }, (_, index) => index);
    expect(text.decoded(text.reveal(), sources).slice(7, 13).range).toEqual({ start: 11, end: 17 });
    const rest = text.decoded(text.reveal().slice(2), sources.slice(2));
    expect(rest.slice(5, 11).range).toEqual({ start: 11, end: 17 });
  });

  it('counts from the end where the end is negative', () => {
    expect(joined().slice(7, -1).range).toEqual({ start: 11, end: 17 });
    expect(joined().slice(7, -1).reveal()).toBe('abcdef');
  });

  it('that decodes to nothing has a place', () => {
    expect(joined().decoded('', [14]).length).toBe(0);
  });
});
