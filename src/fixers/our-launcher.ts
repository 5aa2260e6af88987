import type { ServerFacts } from '../servers/server-facts.ts';

/** `mcp-lint`, `mcp-lint@1.2.0`, `/usr/bin/mcp-lint`, `mcp-lint.cmd`. */
const BY_NAME = /(?:^|[/\\])mcp-lint(?:@[\w.^~-]{1,40})?(?:\.(?:cmd|exe|ps1))?$/i;
/** The file that an installation starts: `/usr/lib/node_modules/mcp-lint/dist/cli.cjs`. */
const BY_FILE = /[/\\]dist[/\\]cli\.cjs$/;
/** `npx -y mcp-lint exec --`, `node cli.cjs exec --`. */
const MOST_BEFORE = 4;

/** How many words at the beginning of a command line are `mcp-lint exec --` in one of its forms; 0 for none. */
export function launcherLength(words: readonly string[]): number {
  const at = words.indexOf('exec');
  const before = words[at - 1];
  if (before === undefined || at > MOST_BEFORE || words[at + 1] !== '--') return 0;
  return BY_NAME.test(before) || BY_FILE.test(before) ? at + 2 : 0;
}

/** The entry starts its server through us, so that what it is handed is bound to its command line. */
export function isLaunchedByUs({ server }: ServerFacts): boolean {
  return launcherLength(server.words.slice(0, MOST_BEFORE + 2).map(({ text }) => text.reveal())) > 0;
}
