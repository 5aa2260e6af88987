import type { Secret } from '../core/secret.ts';

/** Writes a secret as it is. False, and nothing is written, when it has control characters that a terminal would obey. */
export function printSecret(secret: Secret, write: (text: string) => void): boolean {
  const text = secret.reveal();
  if (/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/.test(text.replace(/\r\n/g, '\n'))) return false;
  write(`${text}\n`);
  return true;
}
