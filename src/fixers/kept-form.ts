import type { Secret } from '../core/secret.ts';

/** What may stand around a credential in a value that is kept whole, most telling first. */
const FORMS: readonly (readonly [pattern: RegExp, clause: string])[] = [
  [/:\/\//, 'all of the address'],
  [/^[A-Za-z][\w-]{0,30} +\S+$/, 'with the word in front of the credential, such as Bearer'],
  // Base64 ends in `=`.
  [/^-{0,2}[A-Za-z_][\w.-]{0,100}=(?!=*$)/, 'with the name in front of the credential'],
  [/[\s;{}[\]]/, 'with all that is around the credential'],
];

/** What a kept value has beside the credential, a clause that tells a person what to type; nothing for a bare credential. */
export function formOf(secret: Secret): string | undefined {
  const text = secret.reveal();
  return FORMS.find(([pattern]) => pattern.test(text))?.[1];
}
