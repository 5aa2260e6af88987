import type { Host } from '../../core/host.ts';

/** The configuration of an organisation, or of one machine with its own model provider; `managedMcpServers` is a list. */
export const CLAUDE_DESKTOP_MANAGED: Host = {
  id: 'claude-desktop-managed',
  title: 'Claude Desktop managed configuration',
  files: [
    { scope: 'user', os: 'macos', path: '~/Library/Application Support/Claude-3p/configLibrary/*.json' },
    { scope: 'user', os: 'windows', path: '%LOCALAPPDATA%/Claude-3p/configLibrary/*.json' },
    {
      scope: 'user',
      os: 'windows',
      path: '%LOCALAPPDATA%/Packages/Claude_*/LocalCache/Local/Claude-3p/configLibrary/*.json',
    },
  ],
  servers: ['managedMcpServers'],
  headers: ['inferenceGatewayHeaders', 'inferenceCustomHeaders'],
  credentials: ['inferenceGatewayApiKey', 'inferenceFoundryApiKey', 'inferenceBedrockBearerToken'],
  dedicated: true,
  interpolation: [],
  advice: {
    env: 'Delete the variable and name a program in "envHelper" that prints a JSON object of variables, read from the keychain of the system.',
    headers:
      'Delete the header and name a program in "headersHelper" that prints the headers as JSON, or set "oauth": true so that each user signs in.',
    args: 'Take the value out of "args", let the server read it from a variable, and let the program in "envHelper" print that variable.',
    url: 'Take the credential out of the URL and send it as a header that the program in "headersHelper" prints, or set "oauth": true.',
    other:
      'Delete the value and name a program that prints it instead: "clientSecretHelper" for an OAuth client secret, a credential helper script for the key of the model provider.',
  },
  shared: true,
  docs: 'https://claude.com/docs/third-party/claude-desktop/configuration',
  source:
    'schema in @anthropic-ai/claude-code 2.1.330; claude.com/docs/third-party/claude-desktop; farion1231/cc-switch#6599',
  checked: '2026-11-23',
};
