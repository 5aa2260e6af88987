import { label } from '../core/label.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { Slot } from '../core/model.ts';
import type { OwnFormat, Settings } from '../core/settings.ts';
import type { Verdict } from '../core/verdict.ts';
import { findPlaceholder } from './placeholder.ts';

/** What the user's own placeholders and formats say of a slot; nothing when they do not know it. */
export type OwnVerdict = (slot: Slot) => Verdict | undefined;

/** Makes a judge of the placeholders and formats in settings; nothing when there are none. */
export function ownCredentials({
  placeholders,
  formats,
}: Pick<Settings, 'placeholders' | 'formats'>): OwnVerdict | undefined {
  if (placeholders.length + formats.length === 0) return undefined;
  const whole = new Set(placeholders);
  const wild = placeholders.filter((one) => one.includes('*')).map((one) => one.split('*'));
  const matchers = formats.map(matcherOf);
  return ({ value }) => {
    const text = value.reveal().trim();
    if (whole.has(text) || wild.some((parts) => fitsParts(parts, text)))
      return { kind: 'placeholder', reason: 'a placeholder of the settings' };
    for (const judge of matchers) {
      const verdict = judge(value);
      if (verdict) return verdict;
    }
    return undefined;
  };
}

/** Each part is looked for behind the one before it. */
function fitsParts(parts: readonly string[], text: string): boolean {
  const first = parts[0]!;
  const last = parts.at(-1)!;
  if (!text.startsWith(first) || !text.endsWith(last)) return false;
  let from = first.length;
  for (const part of parts.slice(1, -1)) {
    const at = text.indexOf(part, from);
    if (at < 0) return false;
    from = at + part.length;
  }
  return from <= text.length - last.length;
}

const WORD = /[\w-]/;

/** Finds the first token of a format that stands as a word of its own. */
function matcherOf(format: OwnFormat): (value: LocatedText) => Verdict | undefined {
  const pattern = new RegExp(format.pattern, 'y');
  return (value) => {
    const text = value.reveal();
    for (const prefix of format.prefixes) {
      for (let at = text.indexOf(prefix); at >= 0; at = text.indexOf(prefix, at + 1)) {
        if (at > 0 && WORD.test(text[at - 1]!)) continue;
        pattern.lastIndex = at;
        const end = at + (pattern.exec(text)?.[0].length ?? 0);
        if (end === at || WORD.test(text[end] ?? '')) continue;
        const placeholder = findPlaceholder(text.slice(at + prefix.length, end));
        return placeholder === undefined
          ? literalOf(format, value.slice(at, end))
          : { kind: 'placeholder', reason: `${label(format.title)}: ${placeholder}` };
      }
    }
    return undefined;
  };
}

function literalOf(format: OwnFormat, secret: LocatedText): Verdict {
  return {
    kind: 'literal',
    secret,
    format: format.id,
    ownFormat: format,
    confidence: 'high',
    traits: [],
    reason: `${label(format.title)}, by its format in the settings`,
  };
}
