const PLACEHOLDER = /<[A-Za-z][\w.:/@-]{0,80}(?: [\w.:/@-]{1,80}){0,12}>/y;

/** Where a placeholder ends that begins at `at`: `<your key>`, for readers to replace, is no redirection. */
export function endOfPlaceholder(source: string, at: number): number | undefined {
  PLACEHOLDER.lastIndex = at;
  return PLACEHOLDER.test(source) ? PLACEHOLDER.lastIndex : undefined;
}
