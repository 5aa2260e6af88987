import type { Field, Host } from '../../core/host.ts';
import { VSCODE_UNKNOWN, VSCODE_VARIABLES } from './vscode-parts.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'envFile', 'cwd', 'url', 'headers'];

const PASS = 'pass NAME into the container with "remoteEnv": {"NAME": "${localEnv:NAME}"}';

/** Its servers are copied into the mcp.json of the container when that is created. */
export const VSCODE_DEVCONTAINER: Host = {
  id: 'vscode-devcontainer',
  title: 'Dev container',
  files: [
    { scope: 'project', os: 'any', path: '.devcontainer/devcontainer.json' },
    { scope: 'project', os: 'any', path: '.devcontainer/*/devcontainer.json' },
    { scope: 'project', os: 'any', path: '.devcontainer.json' },
  ],
  servers: ['customizations.vscode.mcp.servers', 'customizations.vscode.settings.mcp.servers'],
  environments: ['containerEnv', 'remoteEnv'],
  inputs: ['customizations.vscode.mcp.inputs', 'customizations.vscode.settings.mcp.inputs'],
  // The file as a whole is resolved first (devcontainers/cli variableSubstitution.ts), then its servers by VS Code.
  interpolation: [
    ...VSCODE_VARIABLES,
    ...['${localEnv:NAME}', '${containerEnv:NAME}'].map((syntax) => ({
      syntax,
      fields: FIELDS,
      unset: 'empty' as const,
    })),
    ...[
      '${localWorkspaceFolder}',
      '${localWorkspaceFolderBasename}',
      '${containerWorkspaceFolder}',
      '${containerWorkspaceFolderBasename}',
      '${devcontainerId}',
    ].map((syntax) => ({ syntax, fields: FIELDS, unset: 'literal' as const })),
  ],
  unknownExpansion: VSCODE_UNKNOWN,
  isolated: true,
  advice: {
    env: `Write "\${env:NAME}" in a server, or "\${localEnv:NAME}" in "containerEnv" and "remoteEnv", and ${PASS}, where NAME is set on the machine of each user.`,
    headers: `Write "\${env:NAME}" here (as in "Bearer \${env:NAME}") and ${PASS}, where NAME is set on the machine of each user.`,
    bareHeaders: `Write "\${env:NAME}" here and ${PASS}, where NAME is set on the machine of each user.`,
    args: `Write "\${env:NAME}" in place of the value and ${PASS}, where NAME is set on the machine of each user.`,
    url: `Write "\${env:NAME}" in place of the credential and ${PASS}, where NAME is set on the machine of each user.`,
    other: `Write "\${env:NAME}" in place of the value and ${PASS}, where NAME is set on the machine of each user.`,
  },
  shared: true,
  distributed: true,
  docs: 'https://code.visualstudio.com/docs/copilot/customization/mcp-servers',
  source: 'microsoft/vscode-docs mcp-servers.md; containers.dev/implementors/json_reference',
  checked: '2026-11-23',
};
