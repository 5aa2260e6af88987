/** A config of mcp-lint that changes nothing yet but for the baseline that it names, with what can be changed. */
export function settingsText(schema: string, baseline: string | undefined): string {
  const known = `
  // Findings that were there on the first day: "mcp-lint --update-baseline ." writes them anew.
  "baseline": "${baseline}",
`;
  return `{
  "$schema": "${schema}",
${baseline === undefined ? '' : known}
  // Levels of rules: "off", "info", "warning" or "error". "mcp-lint rules" lists the rules.
  "rules": {},

  // Globs of files that a search leaves out. What is named on the command line is linted anyhow.
  "exclude": [],

  // Values that stand for credentials in your own examples.
  "placeholders": [],

  // Findings to leave out, each with a reason:
  // { "rule": "inline-credential", "file": "test/**", "server": "search", "reason": "A key of the test system." }
  "ignore": []
}
`;
}
