import type { OAuthKind } from '../core/oauth-path.ts';
import type { Defect } from './requirement.ts';

/** What a document is held to: its kind's own text, or a newer draft of it. */
export type Profile = OAuthKind | 'client-metadata-draft-02';

/** An OAuth document and what it does not meet. */
export interface ExaminedDocument {
  readonly kind: OAuthKind;
  readonly defects: Partial<Readonly<Record<Profile, readonly Defect[]>>>;
}
