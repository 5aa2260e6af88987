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

  it('has a place for nothing between two of its characters', () => {
    expect(joined().slice(9, 9).range).toEqual({ start: 13, end: 13 });
    expect(joined().slice(0, 0).range).toEqual({ start: 23, end: 23 });
    expect(joined().slice(14, 14).range).toEqual({ start: 32, end: 32 });
  });

  it('has words that are decoded by themselves', () => {
    const word = joined().decoded('Tabc', [5, 7, 8, 9, 10]);
    expect(word.reveal()).toBe('Tabc');
    expect(word.slice(1).range).toEqual({ start: 11, end: 14 });
  });

  it('that decodes to nothing has a place', () => {
    expect(joined().decoded('', [14]).length).toBe(0);
  });
});

describe('a text that something became nothing of', () => {
  const document = new LocatedText('ab--cd--', 10);
  const ends = new Map([
    [1, 2],
    [3, 6],
  ]);
  const text = document.decoded('abcd', [0, 1, 4, 5, 8], ends);

  it('has it in none of its parts', () => {
    expect(text.range).toEqual({ start: 10, end: 16 });
    expect(text.slice(0, 2).range).toEqual({ start: 10, end: 12 });
    expect(text.slice(2, 4).range).toEqual({ start: 14, end: 16 });
    expect(text.slice(2, 2).range).toEqual({ start: 14, end: 14 });
  });

  it('keeps it out when it is decoded again, as a piece of another as well', () => {
    expect(text.decoded('bc', [1, 2, 3]).slice(0, 1).range).toEqual({ start: 11, end: 12 });
    const whole = text.followedBy([document.slice(0, 1)]);
    expect(whole.decoded('abcda', [0, 1, 2, 3, 4, 5]).slice(0, 2).range).toEqual({ start: 10, end: 12 });
    const pieces = document
      .slice(0, 6)
      .followedBy([document.slice(6)])
      .decoded('abcd', [0, 1, 4, 5, 8], ends);
    expect(pieces.slice(0, 2).range).toEqual({ start: 10, end: 12 });
    expect(pieces.slice(2).range).toEqual({ start: 14, end: 16 });
  });
});
