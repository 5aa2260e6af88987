import { readPhrase } from './phrase.ts';

/** Facts about how a text is made, independent of any name. All of them cost linear time. */

/** Bits per character divided by the most that a text of this length over this alphabet can have: 0 to 1. */
function relativeEntropy(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  const most = Math.min(Math.log2(alphabetSize(text)), Math.log2(text.length));
  return most > 0 ? bits / most : 0;
}

function alphabetSize(text: string): number {
  if (/^[0-9]+$/.test(text)) return 10;
  if (/^(?:[0-9a-f-]+|[0-9A-F-]+|[0-9a-f]+(?:[:.][0-9a-f]+){1,2})$/.test(text)) return 16;
  let size = 0;
  if (/[a-z]/.test(text)) size += 26;
  if (/[A-Z]/.test(text)) size += 26;
  if (/[0-9]/.test(text)) size += 10;
  return size + (/[^A-Za-z0-9]/.test(text) ? 4 : 0);
}

/** Share of the characters that stand in a run: the same character, or one more or one less each time, four or longer. */
export function sequenceShare(text: string): number {
  let inRuns = 0;
  let run = 1;
  let step: number | undefined;
  const close = () => {
    if (run >= 4) inRuns += run;
  };
  for (let index = 1; index <= text.length; index++) {
    const difference = index < text.length ? nextInSequence(text, index) : undefined;
    if (difference !== undefined && (difference === step || run === 1)) {
      run += 1;
    } else {
      close();
      run = difference === undefined ? 1 : 2;
    }
    step = difference;
  }
  return text.length === 0 ? 0 : inRuns / text.length;
}

/** 0, 1 or -1 when a character continues its predecessor; `90` and `9a` go on a row of digits. */
function nextInSequence(text: string, index: number): number | undefined {
  const pair = text.slice(index - 1, index + 1);
  if (pair === '90' || pair === '9a' || pair === '9A') return 1;
  const difference = text.charCodeAt(index) - text.charCodeAt(index - 1);
  return Math.abs(difference) <= 1 ? difference : undefined;
}

/** A short unit repeated three times or more makes up the whole text. */
export function isRepetition(text: string): boolean {
  for (let unit = 1; unit <= 8 && unit * 3 <= text.length; unit++) {
    let index = unit;
    while (index < text.length && text[index] === text[index - unit]) index += 1;
    if (index === text.length) return true;
  }
  return false;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

export function isUuid(text: string): boolean {
  return text.length === 36 && UUID.test(text);
}

/** No word, no number, no path: text that a generator made. `minimum` is the least length to believe it from. */
export function looksRandom(text: string, minimum: number): boolean {
  if (text.length < minimum) return false;
  if (isUuid(text)) return true;
  if (text.startsWith('0x')) return looksRandom(text.slice(2), minimum);
  if (!/^[A-Za-z0-9+/=_.~:-]+$/.test(text)) return false;
  const digits = text.match(/\d/g)?.length ?? 0;
  if (/^[0-9]+$/.test(text)) return false;
  if (/^(?:[0-9a-f]+|[0-9A-F]+)$/.test(text)) return digits >= 2 && relativeEntropy(text) > 0.7;
  const mixed = /[a-z]/.test(text) && /[A-Z]/.test(text);
  if (digits === 0 && !mixed) return false;
  if (readPhrase(text)) return false;
  return relativeEntropy(text) > 0.68;
}
