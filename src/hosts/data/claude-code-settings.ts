import type { Host } from '../../core/host.ts';

/** Declares no servers, but its `env` is inherited by all of them. */
export const CLAUDE_CODE_SETTINGS: Host = {
  id: 'claude-code-settings',
  title: 'Claude Code (settings)',
  files: [
    { scope: 'user', os: 'any', path: '~/.claude/settings.json' },
    { scope: 'user', os: 'any', path: '$CLAUDE_CONFIG_DIR/settings.json' },
    { scope: 'project', os: 'any', path: '.claude/settings.json' },
    { scope: 'project', os: 'any', path: '.claude/settings.local.json', personal: true },
  ],
  servers: [],
  environments: ['env'],
  headers: ['extraKnownMarketplaces.*.source.headers', 'extraKnownMarketplaces.*.source.plugins[].headers'],
  // Commands that print a credential, and may hold one.
  credentials: ['apiKeyHelper', 'otelHeadersHelper', 'awsAuthRefresh', 'awsCredentialExport'],
  interpolation: [],
  advice: {
    env: 'Claude Code does not expand "env" of its settings: delete the variable here and export it in the environment that starts Claude Code, or, for the key of the model API, let a script named in "apiKeyHelper" print it.',
    headers:
      'Delete the header and name a program in "headersHelper" of this marketplace source that reads the token from the keychain of the system and prints the headers as JSON.',
    args: 'Claude Code does not expand its settings: delete the value here and export it in the environment that starts Claude Code.',
    url: 'Claude Code does not expand its settings: take the credential out of the URL and let a git credential helper or "headersHelper" supply it.',
    other:
      'Claude Code does not expand its settings: delete the value here and export it in the environment that starts Claude Code.',
  },
  shared: true,
  docs: 'https://code.claude.com/docs/en/settings',
  source: '@anthropic-ai/claude-code 2.1.330',
  checked: '2026-11-23',
};
