/** `mcp.example.json`, `.mcp.json.sample`, `mcp-template.json`: placeholders are what they are for. */
const NAME = /(?:^|[._-])(?:example|sample|dist)s?(?:[._-]|$)|template/i;
/** Folders whose files are copied or read, and not used where they are. */
const FOLDER = /^(?:templates?|examples?|samples?|fixtures?|__fixtures__|docs|testdata)$/i;

/** Is it the path of a file that is there to be filled in, or to be looked at? */
export function isTemplatePath(path: string): boolean {
  const steps = path.split(/[/\\]/);
  return NAME.test(steps.pop()!) || steps.some((folder) => FOLDER.test(folder));
}
