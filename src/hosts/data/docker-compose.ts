import type { Field, Host } from '../../core/host.ts';
import { references } from './advice.ts';

const FIELDS: readonly Field[] = ['command', 'args', 'env', 'envFile', 'cwd', 'url', 'headers'];

/** Only services that are MCP servers, bridges or gateways are read. */
export const DOCKER_COMPOSE: Host = {
  id: 'docker-compose',
  title: 'Docker Compose',
  files: ['docker-compose*', 'compose*'].flatMap((name) =>
    ['yml', 'yaml'].map((ending) => ({
      scope: 'project' as const,
      os: 'any' as const,
      path: `${name}.${ending}`,
    })),
  ),
  servers: ['services'],
  requires: [['services']],
  // docs.docker.com/reference/compose-file/interpolation
  interpolation: [
    { syntax: '${NAME}', fields: FIELDS, unset: 'empty' },
    { syntax: '$NAME', fields: FIELDS, unset: 'empty' },
    { syntax: '${NAME:-default}', fields: FIELDS, unset: 'default' },
    { syntax: '${NAME-default}', fields: FIELDS, unset: 'default' },
  ],
  isolated: true,
  expandsOutside: true,
  advice: references('Docker Compose', '${NAME}', 'a file of variables that git ignores or in "secrets"'),
  shared: true,
  docs: 'https://docs.docker.com/reference/compose-file/services/',
  source: 'docs.docker.com compose-file reference (services, interpolation, configs)',
  checked: '2026-11-23',
};
