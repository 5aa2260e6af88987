import { asMarked, encodeEach, join, type Marked, type Text } from './marked.ts';
import type { Random } from './random.ts';

/** Shells read all of it as it stands. */
const BARE = /^[\w.,~:+/=@-]+$/;

/** One word of a command line, quoted where a shell would take it for something else, and now and then elsewhere. */
export function shellWord(random: Random, text: Text): Marked {
  const { text: plain } = asMarked(text);
  const reference = /^\$\{?\w+\}?$/.test(plain);
  if (reference && random.chance(0.7)) return random.chance(0.5) ? asMarked(text) : join('"', text, '"');
  if (BARE.test(plain) && !plain.startsWith('~') && !random.chance(0.15)) return asMarked(text);
  const assignment = /^([A-Za-z_][\w-]*=)(?!["'])/.exec(plain)?.[1];
  if (assignment !== undefined && random.chance(0.3)) return afterName(random, asMarked(text), assignment);
  return quoted(random, text);
}

function quoted(random: Random, text: Text): Marked {
  const { text: plain } = asMarked(text);
  const dangerous = /[!\\`$"]/.test(plain);
  if (random.chance(dangerous ? 0.8 : 0.4) && !plain.includes("'")) return join("'", text, "'");
  if (plain.includes("'") && random.chance(0.2))
    return join(
      "'",
      encodeEach(text, 'shell-single', (char) => (char === "'" ? "'\\''" : char)),
      "'",
    );
  return join(
    '"',
    encodeEach(text, 'shell-double', (char) => (/["\\`$]/.test(char) ? `\\${char}` : char)),
    '"',
  );
}

/** `NAME="value"`: only what stands behind the name is quoted. */
function afterName(random: Random, text: Marked, name: string): Marked {
  const rest: Marked = {
    text: text.text.slice(name.length),
    spans: text.spans
      .filter((span) => span.start >= name.length)
      .map((span) => ({ ...span, start: span.start - name.length, end: span.end - name.length })),
  };
  return join(name, quoted(random, rest));
}

/** Words as one command, in one line or several. */
export function shellCommand(random: Random, words: readonly Text[], eol: string): Marked {
  const many = words.length > 5 && random.chance(0.4);
  return join(
    ...words.flatMap((word, index) =>
      index === 0 ? [word] : many && index > 2 && random.chance(0.4) ? [` \\${eol}  `, word] : [' ', word],
    ),
  );
}
