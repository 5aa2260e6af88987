import { asMarked, type Marked, sliced, type Text } from './marked.ts';

/** The words of a command line that has no quotes; a path with spaces is one word. */
export function splitCommand(command: Text): Marked[] {
  const text = asMarked(command);
  if (!/\s/.test(text.text) || /^(?:[A-Za-z]:\\|\/)/.test(text.text)) return [text];
  return [...text.text.matchAll(/\S+/g)].map(({ index, 0: word }) =>
    sliced(text, index, index + word.length),
  );
}
