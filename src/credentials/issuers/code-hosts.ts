import type { Issuer } from '../format.ts';

export const codeHosts = [
  {
    id: 'gitea',
    name: 'Gitea/Forgejo',
    envNames: ['GITEA_ACCESS_TOKEN', 'GITEA_TOKEN', 'FORGEJO_TOKEN'],
    hosts: [],
    formats: [{ id: 'gitea-token', kind: 'PAT', prefixes: [], pattern: '', shape: '[0-9a-f]{40}' }],
  },
  {
    id: 'sourcegraph',
    name: 'Sourcegraph',
    rotateUrl: 'https://sourcegraph.com/user/settings/tokens',
    envNames: ['SRC_ACCESS_TOKEN', 'SOURCEGRAPH_TOKEN'],
    hosts: ['sourcegraph.com'],
    formats: [
      {
        id: 'sourcegraph-token',
        kind: 'access token',
        prefixes: ['sgp_'],
        pattern: 'sgp_(?:(?:[0-9a-fA-F]{16}|local)_)?[0-9a-fA-F]{40}',
      },
    ],
  },
] satisfies readonly Issuer[];
