import type { Issuer } from '../format.ts';

export const packages = [
  {
    id: 'npm',
    name: 'npm',
    rotateUrl: 'https://www.npmjs.com/settings/~/tokens',
    envNames: ['NPM_TOKEN', 'NODE_AUTH_TOKEN', 'NPM_AUTH_TOKEN', 'NPM_CONFIG__AUTH'],
    hosts: ['npmjs.com'],
    formats: [
      {
        id: 'npm-token',
        kind: 'access token (granular)',
        prefixes: ['npm_'],
        pattern: 'npm_[A-Za-z0-9]{26,72}',
        lengths: [40],
        checksum: 'npm',
        checksumPolicy: 'decisive',
      },
      {
        id: 'npmrc-auth',
        kind: 'Basic credential',
        prefixes: ['_authToken=', '_auth=', '_password='],
        pattern: '(?:_authToken|_auth|_password)=((?!npm_)[A-Za-z0-9+/_-]{20,200}={0,2})',
        secretGroup: 1,
      },
    ],
  },
  {
    id: 'pypi',
    name: 'PyPI',
    rotateUrl: 'https://pypi.org/manage/account/token/',
    envNames: ['PYPI_TOKEN', 'PYPI_API_TOKEN', 'TWINE_PASSWORD', 'UV_PUBLISH_TOKEN'],
    hosts: ['upload.pypi.org', 'test.pypi.org'],
    formats: [
      {
        id: 'pypi-token',
        kind: 'API key (macaroon)',
        prefixes: ['pypi-AgEIcHlwaS5vcmc', 'pypi-AgENdGVzdC5weXBpLm9yZw'],
        pattern: 'pypi-(?:AgEIcHlwaS5vcmc|AgENdGVzdC5weXBpLm9yZw)[A-Za-z0-9_-]{50,1000}',
      },
    ],
  },
  {
    id: 'rubygems',
    name: 'RubyGems',
    rotateUrl: 'https://rubygems.org/profile/api_keys',
    envNames: ['GEM_HOST_API_KEY'],
    hosts: ['rubygems.org'],
    formats: [
      {
        id: 'rubygems-key',
        kind: 'API key',
        prefixes: ['rubygems_'],
        pattern: 'rubygems_[0-9a-f]{34,96}',
        lengths: [57],
      },
    ],
  },
  {
    id: 'crates-io',
    name: 'crates.io',
    rotateUrl: 'https://crates.io/settings/tokens',
    envNames: ['CARGO_REGISTRY_TOKEN'],
    hosts: ['crates.io'],
    formats: [
      {
        id: 'crates-io-token',
        kind: 'API key',
        prefixes: ['cio'],
        pattern: 'cio(?=[a-z_-]{0,31}[A-Z0-9])[A-Za-z0-9]{32}',
      },
    ],
  },
  {
    id: 'nuget',
    name: 'NuGet',
    rotateUrl: 'https://www.nuget.org/account/apikeys',
    envNames: ['NUGET_API_KEY'],
    hosts: ['www.nuget.org'],
    formats: [{ id: 'nuget-key', kind: 'API key', prefixes: ['oy2'], pattern: 'oy2[a-z2-7]{43}' }],
  },
  {
    id: 'clojars',
    name: 'Clojars',
    rotateUrl: 'https://clojars.org/tokens',
    envNames: ['CLOJARS_PASSWORD'],
    hosts: ['clojars.org'],
    formats: [
      {
        id: 'clojars-token',
        kind: 'deploy token',
        prefixes: ['CLOJARS_'],
        pattern: 'CLOJARS_[a-z0-9]{42,120}',
        lengths: [68],
      },
    ],
  },
  {
    id: 'docker-hub',
    name: 'Docker Hub',
    rotateUrl: 'https://app.docker.com/settings/personal-access-tokens',
    envNames: ['HUB_PAT_TOKEN', 'DOCKER_HUB_PAT_TOKEN', 'DOCKER_PAT', 'DOCKERHUB_TOKEN', 'DOCKER_PASSWORD'],
    hosts: ['hub.docker.com', 'index.docker.io'],
    formats: [
      {
        id: 'dockerhub-pat',
        kind: 'PAT',
        prefixes: ['dckr_pat_'],
        pattern: 'dckr_pat_[A-Za-z0-9_-]{19,54}',
        lengths: [36],
      },
      {
        id: 'dockerhub-oat',
        kind: 'organisation access token',
        prefixes: ['dckr_oat_'],
        pattern: 'dckr_oat_[A-Za-z0-9_-]{23,64}',
        lengths: [41],
        rotateUrl: 'https://app.docker.com',
      },
    ],
  },
  {
    id: 'docker',
    name: 'Docker',
    envNames: ['DOCKER_AUTH_CONFIG'],
    hosts: [],
    formats: [{ id: 'docker-auth-config', kind: 'Basic credential', prefixes: [], pattern: '' }],
  },
  {
    id: 'docker-swarm',
    name: 'Docker Swarm',
    envNames: ['SWARM_TOKEN'],
    hosts: [],
    formats: [
      {
        id: 'docker-swarm-token',
        kind: 'join token / unlock key',
        prefixes: ['SWMTKN-1-', 'SWMKEY-1-'],
        pattern: 'SWMTKN-1-[a-z0-9]{49,62}-[a-z0-9]{24,30}|SWMKEY-1-[A-Za-z0-9+/]{40,50}',
      },
    ],
  },
  {
    id: 'jfrog',
    name: 'JFrog',
    envNames: [
      'ARTIFACTORY_API_KEY',
      'JFROG_API_KEY',
      'JFROG_ACCESS_TOKEN',
      'ARTIFACTORY_TOKEN',
      'JF_ACCESS_TOKEN',
    ],
    hosts: ['jfrog.io'],
    formats: [
      { id: 'jfrog-api-key', kind: 'API key', prefixes: ['AKCp'], pattern: 'AKCp[A-Za-z0-9]{68,70}' },
      {
        id: 'jfrog-reference-token',
        kind: 'reference token',
        prefixes: ['cmVmdGtu'],
        pattern: 'cmVmdGtu[A-Za-z0-9]{56}',
      },
    ],
  },
  {
    id: 'cloudsmith',
    name: 'Cloudsmith',
    rotateUrl: 'https://cloudsmith.io/user/settings/api/',
    envNames: ['CLOUDSMITH_API_KEY'],
    hosts: ['api.cloudsmith.io'],
    formats: [
      {
        id: 'cloudsmith-key',
        kind: 'API key',
        prefixes: ['csa_'],
        pattern: 'csa_[0-9a-f]{30}[A-Za-z0-9]{6}',
      },
    ],
  },
] satisfies readonly Issuer[];
