import { readPhrase } from './phrase.ts';
import { isRepetition, sequenceShare } from './shape.ts';
import { wordList as set } from './word-list.ts';

/** A word that says "not the real value", in any place of the text. */
const FILLERS = set(
  'your yours insert enter replace replaceme change changeme changeit put paste fill todo fixme tbd example examples sample placeholder dummy ' +
    'fake mock foo bar baz qux foobar redacted removed masked sanitized scrubbed anonymized hidden omitted censored lorem ipsum here goes xxx xxxx xxxxx xxxxxx asdf qwerty ' +
    'abc123 deadbeef cafebabe yourkey yourtoken yourapikey yoursecret yourpassword mykey mytoken myapikey mysecret myapi notreal notset ' +
    'unset undefined ' +
    'votre tu su ihr ihre dein deine dit uw jouw twoj vash insira coloque sua seu il tuo vostro',
);

/** Words that make up placeholders but also stand in real names. */
const NOUNS = set(
  'my the a an or and of for from with to in on is as if any some this that real actual valid personal own new app api key keys token tokens ' +
    'secret secrets password passwd pass pwd pat auth bearer access client id user username name account service github gitlab openai anthropic ' +
    'google slack value string text test testing demo default none null nil empty optional required missing needed not no na n local localhost ' +
    'dev development env var variable database db uri url host credential credentials admin root sk pk ghp xoxb gsk hf bot string dsn hash admin ' +
    'private public project org team workspace session cookie webhook signing refresh oauth connection ok true false todo yes me us set abc xyz used use',
);

/** Texts that are nothing but a way to say nothing. */
const EMPTY = set(
  'true false null none nil undefined n/a na empty unset disabled enabled yes no on off auto default optional required local dummy ollama ' +
    'lm-studio noop void skip anonymous any anything something whatever ignore ignored unused string',
);
/** Characters that a row of says nothing as well. */
const BLANKS = '*x-_.?#0•…';

/** Truncated or masked. */
const CUT = ['...', '…', '•••', '***', 'xxxxx', 'XXXXX'];
const BRACKETED =
  /<[A-Za-z][^<>]{0,200}>|\{[A-Za-z_ -]{2,60}\}|^«.*»$|^\[[^[\]]*\]$|^\([^()]*\)$|^\{[^{}]*\}$|^__\w+__$|^@\w+@$/;
/** Ascii placeholders in the scripts of other languages: "your", "please fill in". */
const OTHER_SCRIPTS =
  /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\u0400-\u04ff\u0600-\u06ff\u0590-\u05ff\u0e00-\u0e7f]/;
/** `OPENAI_API_KEY`: the name of a variable where its value belongs. */
const VARIABLE_NAME = /^[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$/;
const SECRETS_VARIABLE =
  /^[A-Z][A-Z0-9_]{1,80}(?:_(?:KEY|TOKEN|PAT|AUTH|PWD)|SECRET|_?PASS(?:WORD|WD|PHRASE)?|_?CREDENTIALS?)$/;
/** Rows of a keyboard, and the way down its columns. */
const KEYBOARD = [
  'qwertyuiopasdfghjklzxcvbnm',
  'asdfghjkl',
  'zxcvbnm',
  '1q2w3e4r5t6y7u8i9o0p',
  '1qaz2wsx3edc4rfv5tgb',
  'qazwsxedcrfvtgbyhnujm',
];

/**
 * Why a text is a stand-in for a value that somebody has yet to fill in; nothing when it may be real. `body` is the
 * part to judge when a known prefix comes before it.
 */
export function findPlaceholder(body: string): string | undefined {
  const text = body.trim();
  if (saysNothing(text) || isRow(text)) return 'an empty value or a word for one';
  if (CUT.some((mark) => text.includes(mark)) || (/[<{«[(_@]/.test(text) && BRACKETED.test(text)))
    return 'masked, cut short or in brackets';
  if (new Set(text.toLowerCase().replace(/[-_.\s]/g, '')).size <= (text.length > 12 ? 3 : 1))
    return 'hardly any different characters';
  if (!/^[\u0000-\u007f]*$/.test(text) && OTHER_SCRIPTS.test(text)) return 'a sentence';
  if (isRepetition(text)) return 'a repeated pattern';
  if (text.length >= 6 && sequenceShare(text.toLowerCase().replace(/[-_]/g, '')) >= 0.6)
    return 'a sequence of characters';
  if (isTyped(text.toLowerCase().replace(/[^a-z0-9]/g, '')))
    return 'a row of keys or an interleaved sequence';
  if (
    (VARIABLE_NAME.test(text) && readPhrase(text)) ||
    (text === text.toUpperCase() && SECRETS_VARIABLE.test(text))
  )
    return 'the name of a variable';
  return judgeWords(text);
}

/** Is a value empty or a word for that, such as `none` and `dummy`? */
export function saysNothing(value: string): boolean {
  const text = value.trim().toLowerCase();
  return text === '' || EMPTY.has(text);
}

/** `***`, `xxxx`. */
function isRow(text: string): boolean {
  const lower = text.toLowerCase();
  return BLANKS.includes(lower[0]!) && lower === lower[0]!.repeat(lower.length);
}

/** `qwertyuiop`, `1q2w3e4r`, `a1b2c3d4e5f6`. */
function isTyped(text: string): boolean {
  if (text.length < 6) return false;
  const letters = text.replace(/\d+$/, '');
  if (
    KEYBOARD.some(
      (row) =>
        (letters.length >= 5 && row.includes(letters)) ||
        row.includes(text) ||
        text.startsWith(row.slice(0, 10)),
    )
  )
    return true;
  const even = [...text].filter((_, index) => index % 2 === 0).join('');
  const odd = [...text].filter((_, index) => index % 2 === 1).join('');
  return odd.length >= 4 && sequenceShare(even) >= 0.75 && sequenceShare(odd) >= 0.75;
}

function judgeWords(text: string): string | undefined {
  const words = readPhrase(text);
  if (words) {
    if (words.some((word) => FILLERS.has(word.replace(/\d+$/, '')) || FILLERS.has(word)))
      return 'a phrase that asks for the value';
    if (words.every((word) => NOUNS.has(word.replace(/\d+$/, '')) || /^\d+$/.test(word)))
      return 'words for a value, not a value';
    return /\s/.test(text) && words.length >= 3 ? 'a sentence' : undefined;
  }
  // `sk-your-key-AbC1`: some words ask for the value and nothing beside them is long enough to be one.
  // The expression for other scripts is slow to compile.
  const separator = /^[\u0000-\u007f]*$/.test(text) ? /[^a-z0-9]+/ : /[^\p{Letter}\p{Number}]+/u;
  const pieces = text.toLowerCase().split(separator);
  const asks = pieces.some((piece) => piece.length >= 4 && FILLERS.has(piece));
  return asks && pieces.every((piece) => piece.length < 12 || readPhrase(piece))
    ? 'a phrase that asks for the value'
    : undefined;
}
