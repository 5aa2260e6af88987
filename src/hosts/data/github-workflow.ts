import type { Host } from '../../core/host.ts';

const STORE =
  'Keep it as an encrypted secret of the repository or of an environment and refer to it by name (secrets.NAME)';

/** Steps that write an MCP config or hand one to an agent. GitHub replaces expressions before a step runs. */
export const GITHUB_WORKFLOW: Host = {
  id: 'github-workflow',
  title: 'GitHub workflow',
  files: [
    { scope: 'project', os: 'any', path: '.github/workflows/*.yml' },
    { scope: 'project', os: 'any', path: '.github/workflows/*.yaml' },
    { scope: 'project', os: 'any', path: '.github/actions/*/action.yml' },
    { scope: 'project', os: 'any', path: '.github/actions/*/action.yaml' },
  ],
  servers: ['mcpServers', 'mcp_servers', 'mcp', 'servers'],
  credentials: ['settings.*'],
  // The one of a workflow, the other of an action.
  requires: [['jobs', 'runs']],
  interpolation: [],
  unknownExpansion: 'all',
  advice: {
    env: `${STORE}, which GitHub puts in when the step runs and masks in logs.`,
    headers: `${STORE}, which GitHub puts in when the step runs and masks in logs.`,
    args: `${STORE}; give it to the step in "env" and write "$NAME" in the command.`,
    url: `${STORE}; better, send it as a header, because addresses end up in logs.`,
    other: `${STORE}, which GitHub puts in when the step runs and masks in logs.`,
  },
  shared: true,
  docs: 'https://docs.github.com/actions/security-for-github-actions/security-guides/using-secrets-in-github-actions',
  source:
    'docs.github.com; anthropics/claude-code-action docs/configuration.md; google-github-actions/run-gemini-cli action.yml',
  checked: '2026-11-23',
};
