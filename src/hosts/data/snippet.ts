import type { Host } from '../../core/host.ts';
import { GENERIC } from './generic.ts';

const ADVICE =
  'Revoke it, since everyone who reads the text has it, write a placeholder such as "<your-api-key>" in its place, and tell readers how to keep their own value.';

/** A config that a text shows to its readers: nobody knows which host it is for. */
export const SNIPPET: Host = {
  ...GENERIC,
  id: 'snippet',
  title: 'MCP config in a text',
  files: [],
  servers: [...GENERIC.servers, 'extensions'],
  // Members of one server that a text shows without the rest.
  environments: ['server.env', 'server.environment'],
  headers: ['server.headers'],
  dedicated: false,
  advice: { env: ADVICE, headers: ADVICE, args: ADVICE, url: ADVICE, other: ADVICE },
  documentation: [
    {
      under: 'servers',
      better:
        'Show "${input:id}" with an input of type promptString that has "password": true: VS Code asks for the value and keeps it.',
    },
    {
      under: 'context_servers',
      better:
        'Zed expands nothing: show a remote server that signs in with OAuth where there is one, and tell readers to run "mcp-lint fix" on what they pasted.',
    },
    {
      under: 'mcp_servers',
      better:
        'Codex takes names of variables: show bearer_token_env_var = "NAME", env_http_headers, or env_vars = ["NAME"], and tell readers to set NAME.',
    },
    {
      under: 'mcp-servers',
      better:
        'Show "${{ secrets.COPILOT_MCP_NAME }}", and tell readers to add an Agents secret of that name.',
    },
    { under: 'mcp', better: 'Show "{env:NAME}", which opencode expands, and tell readers to set NAME.' },
    {
      under: 'extensions',
      better:
        'Show env_keys with the name of the variable: Goose asks for the value and keeps it in the keychain.',
    },
    {
      better:
        'Show a reference that the host expands ("${NAME}" for Claude Code and Gemini CLI, "${env:NAME}" for Cursor and Windsurf), and tell readers of hosts that expand nothing, as Claude Desktop, to run "mcp-lint fix" on what they pasted.',
    },
  ],
};
