import type { Severity } from '../core/report.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';

/** A credential that is written in the file is worth stopping for; a reference, a prompt or an expired one is not. */
export function severityOfHeld(credentials: readonly HeldCredential[]): Severity {
  const written = credentials.some(
    ({ slot: { verdict } }) => verdict.kind === 'literal' && !verdict.traits.includes('expired'),
  );
  return written ? 'warning' : 'info';
}
