import { forgetLast } from '../fixers/forget.ts';
import type { Journal, Kept } from '../fixers/journal.ts';
import { labelOfReference } from '../fixers/reference-label.ts';
import type { DamagedJournal } from '../fixers/transaction-journals.ts';
import { printable } from '../reporters/printable.ts';
import { type Dialog, isYes } from './dialog.ts';
import type { UndoJob } from './undo.ts';
import { vaultsOf } from './vault-access.ts';
