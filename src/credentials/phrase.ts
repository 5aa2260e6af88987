import { wordList } from './word-list.ts';

/** Abbreviations that stand in phrases although nobody could read them as words. */
const ABBREVIATIONS = wordList(
  'api db id url uri mcp ai pat jwt sdk cli http https sql aws gcp ssh sk pk hf gh ghp xoxb gsk llm gpt pwd pw psw tbd wip n na dev prod env src tmp bot csv xml json html css npm pnpm md txt crm erp sso otp vpc vm ip dns tls ssl smtp imap ftp sftp abc xyz kms iam s3 k8s x xx xxx xxxx xxxxx xxxxxx',
);

/** Pairs of letters that English and its neighbours do not have inside a word; random letters are full of them. */
const ALIEN_PAIR =
  /q(?!u|$)|j[^aeiouy]|[^aeiounhk]j(?=[^aeiou])|v[bcdfghjklmnpqstvwxz]|[bcdfgkmpqtvwz]x|x[bdfgjkmnqrsvwz]|z[bcdfghjkmnpqrstvwx]|[bcfghjkmpvwx]z|w[jqvxz]|[bdfghjkmpqtvwxz]q|k[cgjqvxz]|h[bcfgjkpqvxz]|f[bdghjkmnpqvwxz]|b[cfghkqwxz]|g[cfjkpqvxz]|p[bdgjqvxz]|c[bdfgjmnpvwxz]|d[kqxz](?!o)|m[cdgjkqrvxz]|y[fhjkqvxyz]|t[dgjkpqvx]|l[jqx]|r[jqxz]|s[jvxz]|n[qx]/;

/** Letters in proper case with digits behind them, and camel-case humps. */
interface Shapes {
  readonly letters: RegExp;
  readonly piece: RegExp;
  readonly hump: RegExp;
}

const ASCII: Shapes = {
  letters: /^[A-Za-z]+$/,
  piece: /^(?:[a-z]+|[A-Z]+|[A-Z][a-z]+|)\d{0,4}$/,
  hump: /[A-Z]?[a-z]+\d{0,4}|[A-Z]{2,}(?![a-z])\d{0,4}/g,
};

/** The same for every script; apart, since expressions with Unicode properties are slow to make. */
const makeUnicode = (): Shapes => ({
  letters: /^\p{Letter}+$/u,
  piece:
    /^(?:\p{Lowercase}+|\p{Uppercase}+|\p{Uppercase}\p{Lowercase}+|[^\p{Uppercase}\p{Lowercase}]+)\d{0,4}$/u,
  hump: /\p{Uppercase}?\p{Lowercase}+\d{0,4}|\p{Uppercase}{2,}(?!\p{Lowercase})\d{0,4}/gu,
});
let unicode: Shapes | undefined;

function shapesFor(text: string): Shapes {
  if (/^[\u0000-\u007f]*$/.test(text)) return ASCII;
  unicode ??= makeUnicode();
  return unicode;
}

/** Could people read this aloud? Letters with vowels among them, no pairs that words do not have; digits at the end. */
function isWord(piece: string): boolean {
  const letters = piece.replace(/\d{1,4}$/, '').toLowerCase();
  if (letters === '' || ABBREVIATIONS.has(letters)) return true;
  if (!shapesFor(letters).letters.test(letters)) return false;
  if (/[^\u0000-\u024f]/.test(letters)) return true;
  if (letters.length > 16 || letters.length < 2) return false;
  if (!/[aeiouyà-ÿ]/.test(letters) || /[^aeiouyà-ÿ]{5}/.test(letters) || /[aeiouyà-ÿ]{4}/.test(letters))
    return false;
  return !ALIEN_PAIR.test(letters);
}

/** `YourApiKey` gives three; letters in mixed case without proper humps give nothing. */
function splitHumps(piece: string): string[] | undefined {
  const shapes = shapesFor(piece);
  if (shapes.piece.test(piece)) return [piece];
  const humps = piece.match(shapes.hump) ?? [];
  const whole =
    humps.join('').length === piece.length && humps.slice(0, -1).every((hump) => !/\d/.test(hump));
  return whole && humps.every((hump) => hump.length >= 3 || ABBREVIATIONS.has(hump.toLowerCase()))
    ? humps
    : undefined;
}

/**
 * The lower-case words of a text that people wrote: pieces between separators, split at camel-case humps, all of them
 * readable. Nothing for text that a generator made.
 */
export function readPhrase(text: string): string[] | undefined {
  if (text.length > 400) return undefined;
  const words: string[] = [];
  for (const piece of text.replace(/[!?.]{1,3}$/, '').split(/[\s_.,:;/\\|()'"<>[\]{}-]+/)) {
    if (piece === '') continue;
    const humps = splitHumps(piece);
    if (!humps?.every(isWord)) return undefined;
    words.push(...humps.map((hump) => hump.toLowerCase()));
  }
  return words.length > 0 ? words : undefined;
}
