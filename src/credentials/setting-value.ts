import type { NameClass } from './name.ts';
import { readPhrase } from './phrase.ts';
import { isUuid } from './shape.ts';

const PATH = /^@?(?:~|\.{1,2})?[/\\]|^[A-Za-z]:[\\/]/;
/** Folders at the root of every system, and the user's own; base64 that starts with a slash does not go on like this. */
const ROOTED =
  /^@?(?:~[/\\]|\.{1,2}[/\\]|[A-Za-z]:[\\/]|\/(?:etc|run|var|home|Users|opt|tmp|usr|mnt|srv|root|private|Library|app|secrets|data)\/)/;
const EMAIL = /^[^@\s]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}$/;

/** Why the value is a setting although its name promises a secret. */
export function findSetting(text: string, nameClass: NameClass, keyPlace = false): string | undefined {
  if (/[/\\]/.test(text) && PATH.test(text) && isReadablePath(text))
    return 'a path: the secret is in that file';
  if (/^sha(?:1|256|384|512)[:-]/i.test(text)) return 'a digest';
  if (nameClass === 'password') return text.length < 3 ? 'too short for a password' : undefined;
  if (text.includes('@') && EMAIL.test(text)) return 'an e-mail address';
  if (/^\d{1,9}(?:\.\d+)?$/.test(text)) return 'a number';
  if (/\s/.test(text) && !/^\S+ \S+$/.test(text)) return 'prose';
  if (isUuid(text)) return undefined;
  if (readPhrase(text) && !/\d/.test(text) && !(keyPlace && /^[a-z]+$/.test(text))) return 'words';
  return text.length < 6 ? 'too short for a key' : undefined;
}

function isReadablePath(text: string): boolean {
  return ROOTED.test(text) || /\.[A-Za-z]{2,10}$/.test(text) || readPhrase(text) !== undefined;
}
