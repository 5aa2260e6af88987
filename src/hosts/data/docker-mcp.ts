import type { Field, Host } from '../../core/host.ts';

/** `{{server.key}}` is a setting of `config.yaml`; `$NAME` is one of the secrets that the entry itself lists. */
const FIELDS: readonly Field[] = ['env', 'headers'];

const SECRET =
  'list it under "secrets" with the variable that takes it and keep the value with "docker mcp secret set"';

export const DOCKER_MCP: Host = {
  id: 'docker-mcp',
  title: 'Docker MCP gateway',
  files: [
    { scope: 'user', os: 'any', path: '~/.docker/mcp/catalogs/*.yaml' },
    { scope: 'user', os: 'any', path: '~/.docker/mcp/config.yaml' },
    { scope: 'user', os: 'any', path: '~/.docker/mcp/registry.yaml' },
    { scope: 'user', os: 'any', path: '~/.docker/mcp/tools.yaml' },
    { scope: 'project', os: 'any', path: '*mcp-catalog*.yaml' },
    { scope: 'project', os: 'any', path: '*mcp-catalog*.yml' },
    { scope: 'project', os: 'any', path: 'docker-mcp*.yaml' },
  ],
  servers: ['registry'],
  dedicated: true,
  interpolation: [
    { syntax: '{{NAME}}', fields: ['env', 'args'], unset: 'empty' },
    { syntax: '${NAME}', fields: FIELDS, unset: 'empty' },
    { syntax: '$NAME', fields: FIELDS, unset: 'empty' },
  ],
  isolated: true,
  advice: {
    env: `Delete the variable from "env", ${SECRET}.`,
    headers: `Write "\${NAME}" here, ${SECRET}.`,
    args: `Take the value out of the command line, ${SECRET}.`,
    url: `Take the credential out of the address and send it as a header with "\${NAME}": ${SECRET}.`,
    other: `Take the value out of this file, ${SECRET}.`,
  },
  shared: true,
  docs: 'https://github.com/docker/mcp-gateway/blob/main/docs/server-entry-spec.md',
  source:
    'docker/mcp-gateway @2bd20fe pkg/catalog/types.go, pkg/eval, pkg/mcp/remote.go, pkg/gateway/clientpool.go',
  checked: '2026-11-23',
};
