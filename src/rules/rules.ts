import { developmentCredential } from './development-credential.ts';
import { duplicateKey } from './duplicate-key.ts';
import { inlineCredential } from './inline-credential.ts';
import type { Rule } from './rule.ts';

/** All rules. */
export const RULES: readonly Rule[] = [inlineCredential, developmentCredential, duplicateKey];
