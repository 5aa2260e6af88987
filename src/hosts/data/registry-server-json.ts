import type { Host } from '../../core/host.ts';

const ARGUMENTS = ['runtimeArguments', 'runtime_arguments', 'packageArguments', 'package_arguments'].map(
  (name) => `packages[].${name}`,
);
const PROMPT =
  'leave "value" and "default" out and write "isSecret": true, so that each client asks its user for the value';

/** What the MCP registry publishes of a server. Keys are in camelCase since schema 2025-09-16, in snake_case before. */
export const REGISTRY_SERVER_JSON: Host = {
  id: 'registry-server-json',
  title: 'MCP registry server.json',
  files: [{ scope: 'project', os: 'any', path: 'server.json' }],
  servers: ['remotes', 'remotes[]', 'packages[].transport'],
  environments: ['packages[].environmentVariables', 'packages[].environment_variables'],
  // Placeholders of arguments, headers and addresses have inputs of their own.
  inputs: [
    ...ARGUMENTS,
    ...ARGUMENTS.map((path) => `${path}[].variables`),
    ...['environmentVariables', 'environment_variables'].map((name) => `packages[].${name}[].variables`),
    ...['remotes[]', 'packages[].transport'].flatMap((path) => [
      `${path}.variables`,
      `${path}.headers[].variables`,
    ]),
  ],
  requires: [['packages', 'remotes']],
  interpolation: [{ syntax: '{name}', fields: ['args', 'env', 'url', 'headers'], unset: 'prompt' }],
  unknownExpansion: 'all',
  advice: {
    env: `This file is published: ${PROMPT}.`,
    headers: `This file is published: ${PROMPT}, or leave the header out where the server offers OAuth.`,
    args: `This file is published: write "{name}" in place of the value, declare it under "variables" and ${PROMPT}.`,
    url: `This file is published: write "{name}" in place of the value, declare it under "variables" and ${PROMPT}.`,
    other: `This file is published: ${PROMPT}.`,
  },
  shared: true,
  distributed: true,
  docs: 'https://github.com/modelcontextprotocol/registry/blob/main/docs/reference/server-json/generic-server-json.md',
  source: 'modelcontextprotocol/registry docs/reference/server-json',
  checked: '2026-11-23',
};
