const VARIABLE =
  /\$(?:(?:env:)?([A-Za-z_][A-Za-z0-9_]{0,127})|\{(?:env:)?([A-Za-z_][A-Za-z0-9_]{0,127})(?::?[-=?][^{}\n"'`$]{0,500})?\})/iy;

/** The variable whose use begins with the `$` at `at`, and where it ends. */
export function variableAt(source: string, at: number): { name: string; end: number } | undefined {
  VARIABLE.lastIndex = at;
  const match = VARIABLE.exec(source);
  return match ? { name: (match[1] ?? match[2])!, end: VARIABLE.lastIndex } : undefined;
}
