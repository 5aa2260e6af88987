import { POSSIBLE } from '../../src/hosts/recognise.ts';
import { HOOK_IDS, RUN_FIX_HOOK } from '../../src/init/hook-ids.ts';

/** Files that may be configs by their names, and OAuth documents by their folder. Python reads it; paths have `/`. */
const FILES = `(?i)(?:(?:^|/)\\.well-known/|${POSSIBLE.source})`;

/**
 * What pre-commit reads in a clone of this repository. All files of a run go to one process, since some rules compare
 * files. A fix waits to be asked for, and calls mcp-lint through npx: nothing outside finds what pre-commit has installed.
 * The name of a file is no option; `args` of a user stand in the place of ours, and are looked at then (`cli/handed-over.ts`).
 */
export function renderHooks(): string {
  return `# Written by "npm run gen".
- id: ${HOOK_IDS.lint}
  name: mcp-lint
  description: Finds credentials in MCP configs.
  entry: mcp-lint --ignore-unknown
  args: ['--']
  language: node
  files: '${FILES}'
  require_serial: true
- id: ${HOOK_IDS.fix}
  name: mcp-lint fix
  description: 'Moves them into a keychain, when asked for: ${RUN_FIX_HOOK}'
  entry: mcp-lint fix --ignore-unknown --yes --launcher npx
  args: ['--']
  language: node
  files: '${FILES}'
  stages: [manual]
  require_serial: true
`;
}
