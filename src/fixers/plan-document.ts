import type { Edit } from '../core/edit.ts';
import type { LintedDocument } from '../lint-document.ts';
import { ConfigEditor, OverlappingEdits } from './config-editor.ts';
import { input } from './destinations/input.ts';
import { forgetDefault, isPromptDefault } from './destinations/input-default.ts';
import { findCredentials } from './find-credentials.ts';
import type { FilePlan, Left } from './fix-plan.ts';
import type { InlineCredential } from './inline-credential.ts';
import { losesCredential } from './loses-credential.ts';
import type { PlanContext } from './plan-context.ts';
import { leaving, PartPlanner, type PlannedPart } from './plan-entry.ts';
import { NewPrompts } from './prompts.ts';
import { whyReadOnly } from './read-only.ts';
import { isSelected } from './selection.ts';
import { Unwritable } from './syntax.ts';

/** What is planned for one document. */
export interface DocumentPlan {
  readonly file?: FilePlan;
  readonly left: readonly Left[];
}

/**
 * Plans one document: all of it, or nothing where its changes do not go together. Throws UnusableVault, or Unwritable where
 * it is not careful.
 */
export function planDocument(document: LintedDocument, bytes: Buffer, context: PlanContext): DocumentPlan {
  const editor = new ConfigEditor(document.document, document.root);
  const prompts = new NewPrompts(document);
  const parts = planParts(document, context, editor, prompts);
  const left = parts.flatMap((part) => part.left);
  const moves = parts.flatMap((part) => part.moves);
  if (moves.length === 0) return { left };
  prompts.write(editor);
  const edits = editsOf(editor, context);
  const refusal =
    typeof edits === 'string'
      ? edits
      : losesCredential(document, edits, moves)
        ? 'a credential that stays stands in what would have to be rewritten'
        : undefined;
  if (typeof edits === 'string' || refusal !== undefined)
    return {
      left: [...left, ...moves.map(({ credential }) => ({ document, credential, reason: refusal! }))],
    };
  const launcher =
    parts.some(({ usesLauncher }) => usesLauncher) && 'words' in context.launcher
      ? context.launcher
      : undefined;
  const warnings = parts.flatMap((part) => part.warnings);
  const file: FilePlan = {
    document,
    bytes,
    edits,
    moves,
    steps: [...new Set(parts.flatMap(({ steps }) => steps))],
    warnings: [...new Set(warnings)],
    ...(launcher && { launcher }),
  };
  return { file, left };
}

function planParts(
  document: LintedDocument,
  context: PlanContext,
  editor: ConfigEditor,
  prompts: NewPrompts,
): PlannedPart[] {
  const planner = new PartPlanner(document, context, prompts);
  const selected = (credential: InlineCredential) => isSelected(credential, document, context.request.only);
  const { entries, outside } = findCredentials(document);
  const parts = entries.flatMap((entry) => {
    const credentials = entry.credentials.filter(selected);
    if (credentials.length === 0) return [];
    const left = credentials.flatMap((credential) => {
      const reason = whyReadOnly(document, entry.facts.host, credential);
      return reason === undefined ? [] : [leaving([credential], reason, document)];
    });
    return left.length > 0 ? left : [planner.planEntry({ ...entry, credentials }, editor)];
  });
  for (const credential of outside.filter(selected)) {
    const reason =
      whyReadOnly(document, document.host, credential) ?? whyOutsideStays(credential, document, context);
    parts.push(
      reason === undefined
        ? planner.planAs(input, credential, editor, (tools) => forgetDefault(credential, document, tools))
        : leaving([credential], reason, document),
    );
  }
  return parts;
}

function whyOutsideStays(
  credential: InlineCredential,
  document: LintedDocument,
  { request, missing }: PlanContext,
): string | undefined {
  if (!isPromptDefault(credential, document))
    return 'only entries that start a server or name its address are rewritten';
  const isMeant = request.to === undefined ? request.safety === 'all' : request.to === 'input';
  return isMeant ? missing(input) : 'it is the default of a prompt; --fix=all has its user type it instead';
}

function editsOf(editor: ConfigEditor, { careful }: PlanContext): readonly Edit[] | string {
  try {
    return editor.edits();
  } catch (error) {
    if (error instanceof OverlappingEdits) return 'two changes would touch the same part of the file';
    if (error instanceof Unwritable && careful) return 'its changes cannot be written together';
    throw error;
  }
}
