import { type Label, label } from '../core/label.ts';
import type { Path, Slot } from '../core/model.ts';
import { classifyName } from './name.ts';
import { readPhrase } from './phrase.ts';

const MASK = '***' as Label;

/**
 * Can a word that was cut out of a value be printed? What stands before a `=` or behind a dash may be part of a password:
 * only names that speak of settings or secrets in readable words are let through.
 */
export function isSpeakable(name: string): boolean {
  return name.length <= 64 && classifyName(name) !== 'neutral' && readPhrase(name) !== undefined;
}

/** The name of a slot as it may be printed: keys of the document as they are, names from inside values if speakable. */
export function labelOfSlot({ name, path }: Slot): Label {
  if (name === '' || path.at(-1) === name) return label(name);
  return name
    .split(' ')
    .map((part) => (path.includes(part) || isSpeakable(part) ? label(part) : MASK))
    .join(' ') as Label;
}

/** `mcpServers.github.env.API_KEY`; keys that are no plain words in brackets, steps inside values only if speakable. */
export function labelOfPath(path: Path): Label {
  return path
    .map((step, index) => {
      if (typeof step === 'number') return `[${step}]`;
      if (step.startsWith('#'))
        return `#${/^#\d+$/.test(step) || isSpeakable(step.slice(1)) ? label(step.slice(1)) : MASK}`;
      return /^[\w$-]+$/.test(step)
        ? `${index > 0 ? '.' : ''}${label(step)}`
        : `[${JSON.stringify(label(step))}]`;
    })
    .join('') as Label;
}
