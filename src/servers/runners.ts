import type { Package } from '../core/launch.ts';
import type { CallSyntax } from './options.ts';

/** A program that fetches a package and starts a program of it. */
export interface Runner extends CallSyntax {
  readonly programs: readonly string[];
  /** Absent where packages are of a registry that is not followed. */
  readonly registry?: Package['registry'];
  /** Of the options with a value, those that name the package when it is not called as its program. */
  readonly packages?: readonly string[];
  /** Of the options with a value, those whose value is a script. */
  readonly scripts?: readonly string[];
  /** It never fetches, or not with these options. */
  readonly installed?: true | readonly string[];
}

const NPM_VALUED = [
  '-p',
  '--package',
  '-c',
  '--call',
  '-w',
  '--workspace',
  '--prefix',
  '--registry',
  '--cache',
  '--userconfig',
  '--loglevel',
  '--node-options',
  '-n',
  '--node-arg',
  '--shell',
  '-C',
  '--dir',
  '--filter',
  '--script-shell',
  '--location',
];
const NPM = {
  registry: 'npm',
  valued: NPM_VALUED,
  packages: ['-p', '--package'],
  scripts: ['-c', '--call'],
  installed: ['--no', '--no-install', '--offline'],
} as const;
const UV_VALUED = [
  '--from',
  '--with',
  '-w',
  '--with-editable',
  '--with-requirements',
  '--python',
  '-p',
  '--index',
  '--index-url',
  '-i',
  '--extra-index-url',
  '--default-index',
  '--directory',
  '--project',
  '--cache-dir',
  '--env-file',
  '--refresh-package',
  '--find-links',
  '-f',
  '--keyring-provider',
  '--prerelease',
  '--resolution',
  '--config-file',
  '--color',
  '--upgrade-package',
  '-P',
  '--reinstall-package',
  '--exclude-newer',
  '--link-mode',
  '--config-setting',
  '-C',
  '--constraints',
  '-c',
  '--overrides',
  '--allow-insecure-host',
  '--python-platform',
  '--extra',
  '--group',
  '--only-group',
  '--no-extra',
  '--no-group',
  '--package',
  '--index-strategy',
  '--no-binary-package',
  '--no-build-package',
  '--torch-backend',
];
const UV = { registry: 'pypi', valued: UV_VALUED, packages: ['--from'], installed: ['--offline'] } as const;

// Online references of npm, pnpm, yarn, bun, uv, pipx, the .NET SDK and Go.
export const RUNNERS: readonly Runner[] = [
  { programs: ['npx', 'pnpx', 'bunx'], ...NPM },
  { programs: ['npm'], subcommands: [['exec', 'x']], ...NPM },
  { programs: ['pnpm', 'yarn'], subcommands: [['dlx']], ...NPM },
  { programs: ['pnpm', 'yarn'], subcommands: [['exec']], ...NPM, installed: true },
  { programs: ['bun'], subcommands: [['x']], ...NPM },
  { programs: ['uvx'], ...UV },
  { programs: ['uv'], subcommands: [['tool'], ['run']], ...UV },
  {
    programs: ['pipx'],
    subcommands: [['run']],
    registry: 'pypi',
    valued: [
      '--spec',
      '--python',
      '--pip-args',
      '-i',
      '--index-url',
      '--path',
      '--fetch-missing-python',
      '--with',
    ],
    packages: ['--spec'],
  },
  {
    programs: ['dnx'],
    valued: ['--source', '--add-source', '--configfile', '--version', '-v', '--verbosity', '--framework'],
  },
  {
    programs: ['go'],
    subcommands: [['run']],
    valued: ['-C', '-tags', '-mod', '-modfile', '-ldflags', '-gcflags', '-exec'],
  },
];

/** `uv run`, which starts a program of a project; `--with` adds packages to it. */
export const UV_RUN: Runner = {
  programs: ['uv'],
  subcommands: [['run']],
  registry: 'pypi',
  valued: [...UV_VALUED, '--module', '-m', '--script', '-s'],
  packages: ['--with', '--from'],
};
