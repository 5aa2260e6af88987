declare const brand: unique symbol;

/** Text that may be printed: one line, no control characters, shortened, masked where it looks like a credential. */
export type Label = string & { readonly [brand]: true };

const MAX_LENGTH = 120;
const MASK = '***';
const SHORTEST_CREDENTIAL = 16;

// Controls (C0, C1, DEL), line and paragraph separators, bidirectional overrides, zero-width characters, the
// byte order mark and tag characters: anything that moves a cursor or hides text in a terminal or a review page.
const unprintable = () =>
  /[\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
const WORD = /[A-Za-z0-9_+=~$!%-]+/g;

/** Makes any text safe to print as a name: server, variable, header, file. */
export function label(text: string): Label {
  // Most names are plain, and the expressions for the others are slow to make.
  const plain = /^[ -~]*$/.test(text);
  if (plain && text.length < SHORTEST_CREDENTIAL) return text as Label;
  const printable = plain ? text : text.replace(unprintable(), '\u00b7').replace(/\p{Surrogate}/gu, '\ufffd');
  const masked = printable.replace(WORD, (word) => (looksLikeCredential(word) ? MASK : word));
  return (masked.length <= MAX_LENGTH ? masked : `${masked.slice(0, MAX_LENGTH - 1)}\u2026`) as Label;
}

/** Words of a name rarely hold a long stretch that mixes letters and digits; credentials nearly always do. */
function looksLikeCredential(word: string): boolean {
  if (word.length < SHORTEST_CREDENTIAL) return false;
  return (
    word.split(/[_-]/).some((part) => part.length >= 12 && /\d/.test(part) && /[A-Za-z]/.test(part)) ||
    (word.length >= 24 && (word.match(/\d/g)?.length ?? 0) >= 4 && /[A-Za-z]/.test(word))
  );
}
