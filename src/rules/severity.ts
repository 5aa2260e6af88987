import type { Exposure, Severity } from '../core/report.ts';
import type { Confidence, Trait } from '../core/verdict.ts';

/** How sure we are that this is a credential, from what it shows. */
const CONFIDENCE_POINTS: Readonly<Record<Confidence, number>> = { high: 2, medium: 1, low: 0 };

const TRAIT_POINTS: Readonly<Record<Trait, number>> = {
  admin: 1,
  sandbox: -1,
  expired: -2,
  'short-lived': -1,
  'development-default': -3,
};

/**
 * One table decides: confidence, what the credential can do, and who can read the file, which of a text that is `published`
 * all can. A literal is worth at least a
 * warning unless it is expired or a default of local development.
 */
export function severityOf(
  confidence: Confidence,
  traits: readonly Trait[],
  exposure: Exposure,
  published = false,
): Severity {
  const traitPoints = traits.reduce((sum, trait) => sum + TRAIT_POINTS[trait], 0);
  const exposurePoints = (exposure.tracked || published ? 1 : 0) + (exposure.readableByOthers ? 1 : 0);
  const points = CONFIDENCE_POINTS[confidence] + traitPoints + exposurePoints;
  if (traitPoints <= -2) return 'info';
  return points >= 2 ? 'error' : 'warning';
}
