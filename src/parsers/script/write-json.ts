import type { LocatedText } from '../../core/located-text.ts';
import type { Value } from '../../core/value.ts';
import type { Node } from './nodes.ts';
import type { Reading } from './reading.ts';

/** What `JSON.stringify` makes of a value, in pieces: texts keep their places. */
export function writeJson(reading: Reading, node: Node, value: Value): LocatedText[] {
  const pieces: LocatedText[] = [];
  const write = (word: string) => pieces.push(reading.wordAt(node, word));
  const writeText = (text: LocatedText) => {
    write('"');
    // What needs an escape has no place of its own.
    const escaped = JSON.stringify(text.reveal()).slice(1, -1);
    pieces.push(escaped === text.reveal() ? text : text.decodedWhole(escaped));
    write('"');
  };
  const writeValue = (one: Value): void => {
    if (one.kind === 'scalar') {
      if (one.type === 'string') writeText(one.text);
      else pieces.push(one.text);
    } else if (one.kind === 'sequence') {
      write('[');
      for (const [index, item] of one.items.entries()) {
        if (index > 0) write(',');
        writeValue(item);
      }
      write(']');
    } else {
      write('{');
      for (const [index, entry] of one.entries.entries()) {
        if (index > 0) write(',');
        writeText(entry.key);
        write(':');
        writeValue(entry.value);
      }
      write('}');
    }
  };
  writeValue(value);
  return pieces;
}
