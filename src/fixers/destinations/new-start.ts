import type { LocatedText } from '../../core/located-text.ts';
import { readEnvironment } from '../../servers/environment.ts';
import type { ServerFacts } from '../../servers/server-facts.ts';
import type { NewStart } from '../destination.ts';
import type { InlineCredential } from '../inline-credential.ts';
import type { Handover } from './handover.ts';

/** One string of an entry, and what becomes of it. */
export interface Placed {
  readonly handover: Exclude<Handover, { kind: 'none' }>;
  readonly credential: InlineCredential;
  /** Variable that holds the reference; '' for an argument. */
  readonly variable: string;
  readonly account: string;
  /** What stands in the config for what is kept. */
  readonly reference: string;
}

/** What a launcher is asked for once an entry is rewritten; `own` words in front are the launcher's already. */
export function newStart({ server }: ServerFacts, placed: readonly Placed[], own: number): NewStart {
  const byHolder = new Map<number, Placed[]>();
  for (const one of placed) {
    const { start } = one.credential.holder.text.range;
    const others = byHolder.get(start);
    if (others) others.push(one);
    else byHolder.set(start, [one]);
  }
  const changed = (text: LocatedText) => {
    const within = byHolder.get(text.range.start);
    return within ? rewritten(text, within) : text.reveal();
  };
  const environment = Object.fromEntries(
    readEnvironment(server).map(({ name, value }) => [name, changed(value)]),
  );
  for (const { handover, variable, reference } of placed)
    if (handover.kind === 'word') environment[variable] = reference;
  return { words: server.words.slice(own).map(({ text }) => changed(text)), environment };
}

/** A string with a reference, or with what stands for some, in the place of what is moved. */
function rewritten(text: LocatedText, within: readonly Placed[]): string {
  const source = text.reveal();
  let written = '';
  let from = 0;
  let index = 0;
  const indexAt = (offset: number) => {
    while (index < text.length && text.offsetAt(index) < offset) index += 1;
    return index;
  };
  for (const { handover, variable, reference } of within.toSorted((a, b) => startOf(a) - startOf(b))) {
    if (handover.kind !== 'word') return reference;
    const { start, end } = handover.part.range;
    written += source.slice(from, indexAt(start)) + handover.write(variable);
    from = indexAt(end);
  }
  return written + source.slice(from);
}

function startOf({ handover }: Placed): number {
  return (handover.kind === 'word' ? handover.part : handover.text).range.start;
}
