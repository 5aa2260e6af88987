import type { ShellWord } from './command.ts';
import { BRIDGES } from './grammar.ts';
import type { Invocation } from './program.ts';

const MCP_NAME = /(?:^|[-_/@.+])mcp(?:[-_/@.:+]|$)|modelcontextprotocol/i;
const GATEWAY = /(?:^|[-_/@.])(?:mcpo|metamcp|mcphub|supergateway)(?:[-_/@.:]|$)/i;
/** Our own command, installers, and what only makes or publishes servers. */
const OTHERS =
  /^(?:mcp-lint|add-mcp|install-mcp|create-.*|mcp-publisher|mcp-get|mcpm|mcpb|@anthropic-ai\/mcpb)$/;
/** Something is given to the server beyond its name. */
const GIVEN = /^--?[A-Za-z][\w-]*$|^--?[A-Za-z][\w-]*=|^[A-Za-z_]\w*=|^https?:\/\//;
const SILENT = /^-(?:y|v|i|t|d|it|-yes|-quiet|-rm|-help|-version|-interactive|-init)$/;

/**
 * Does this command start an MCP server, or a bridge to one, and give it something? By the name of its package or image:
 * what is started from a folder nobody can tell.
 */
export function runsServer({ program, words, assignments, runner }: Invocation): boolean {
  if (OTHERS.test(program)) return false;
  const isServer =
    BRIDGES.includes(program) || (runner && MCP_NAME.test(program)) || isContainer(program, words);
  return isServer && (assignments.length > 0 || words.some(givesSomething));
}

function givesSomething({ text }: ShellWord): boolean {
  const source = text.reveal();
  return GIVEN.test(source) && !SILENT.test(source);
}

/** `docker run … mcp/github` */
function isContainer(program: string, words: readonly ShellWord[]): boolean {
  if (!/^(?:docker|podman|nerdctl)$/.test(program) || words[0]?.text.reveal() !== 'run') return false;
  return words.some(
    ({ text }) => /^[^-./=\s][^=\s]{0,255}$/.test(text.reveal()) && isServerName(text.reveal()),
  );
}

/** Is this the name of a package, an image or a program that is an MCP server, a bridge or a gateway? */
export function isServerName(name: string): boolean {
  return name.length < 512 && (MCP_NAME.test(name) || GATEWAY.test(name));
}
