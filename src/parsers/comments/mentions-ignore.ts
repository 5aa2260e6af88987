import type { Document } from '../../core/document.ts';

/** How an ignore comment begins. */
export const MARKER = 'mcp-lint-ignore';

/** Whether a document may have ignore comments: one look at its text, before anything is loaded that reads them. */
export function mentionsIgnore({ text }: Pick<Document, 'text'>): boolean {
  return text.reveal().includes(MARKER);
}
