import type { Wrapper } from '../core/launch.ts';
import type { CallSyntax } from './options.ts';

/** A program whose last arguments are a command that it runs. */
export interface Launcher extends CallSyntax {
  /** Programs, as they are started or as their package is called. */
  readonly programs: readonly string[];
  /** What it is called in findings where its programs have other names. */
  readonly called?: string;
  /** Absent for those that change nothing about what runs: `exec`, `nohup`. */
  readonly kind?: Wrapper['kind'];
  /** Options whose value is a script. */
  readonly scripts?: readonly string[];
  /** Arguments between the options and the command: a host, a folder, a duration. */
  readonly positionals?: number;
  /** `NAME=value` words stand before the command. */
  readonly assignments?: boolean;
  /** Everything up to the first `--` is the launcher's. */
  readonly dashes?: boolean;
  /** The words of the command are joined and read by a shell again. */
  readonly shell?: boolean;
}

const PROJECT = ['--project', '-p', '--config', '-c'];

/** Options of `docker compose exec` and `run` that take a value. */
const COMPOSE_OPTIONS = [
  '-f',
  '--file',
  '-p',
  '--project-name',
  '--profile',
  '--env-file',
  '--project-directory',
  '-e',
  '--env',
  '-u',
  '--user',
  '-w',
  '--workdir',
  '-v',
  '--volume',
  '--publish',
  '--index',
  '--entrypoint',
  '--name',
  '-l',
  '--label',
];

// As the manual page or `--help` of each describes them; ssh's and npm's were compared with the programs on 2026-11-23.
export const LAUNCHERS: readonly Launcher[] = [
  // Words of shells and programs that only pass on.
  { programs: ['exec'], valued: ['-a'] },
  { programs: ['command', 'nohup', 'setsid', 'call', 'time', 'builtin', 'caffeinate', 'unbuffer', 'winpty'] },
  { programs: ['then', 'do', 'else', '{', '!', 'if', 'while', 'eval'] },
  { programs: ['nice', 'ionice', 'chrt'], valued: ['-n', '-c', '-p', '--adjustment'] },
  { programs: ['timeout', 'gtimeout'], valued: ['-s', '-k', '--signal', '--kill-after'], positionals: 1 },
  { programs: ['stdbuf'], valued: ['-i', '-o', '-e'] },
  { programs: ['arch'], valued: ['-d', '-e'] },
  { programs: ['xvfb-run', 'dbus-run-session'], valued: ['-e', '-f', '-n', '-p', '-s', '-w'] },
  { programs: ['sandbox-exec'], valued: ['-f', '-n', '-p', '-D'] },
  { programs: ['proxychains', 'proxychains4'], valued: ['-f'] },
  // Environment.
  {
    programs: ['env'],
    kind: 'environment',
    valued: ['-u', '--unset', '-C', '--chdir'],
    scripts: ['-S', '--split-string'],
    assignments: true,
  },
  { programs: ['cross-env'], kind: 'environment', assignments: true },
  { programs: ['cross-env-shell'], kind: 'environment', assignments: true, shell: true },
  { programs: ['dotenvx', '@dotenvx/dotenvx'], kind: 'environment', subcommands: [['run']], dashes: true },
  {
    programs: ['dotenv', 'dotenv-cli', 'python-dotenv'],
    kind: 'environment',
    subcommands: [['run']],
    valued: ['-f', '--file'],
  },
  { programs: ['dotenv', 'dotenv-cli'], kind: 'environment', valued: ['-e', '-v', '-p', '--quiet'] },
  { programs: ['env-cmd'], kind: 'environment', valued: ['-f', '--file', '-e', '--environments', '-r'] },
  { programs: ['direnv'], kind: 'environment', subcommands: [['exec']], positionals: 1 },
  { programs: ['mise', 'rtx'], kind: 'environment', subcommands: [['exec', 'x']], dashes: true },
  {
    programs: ['asdf', 'rbenv', 'pyenv', 'nodenv', 'volta'],
    kind: 'environment',
    subcommands: [['exec', 'run']],
  },
  { programs: ['nvm'], kind: 'environment', subcommands: [['exec', 'run']], positionals: 1 },
  { programs: ['fnm'], kind: 'environment', subcommands: [['exec']], valued: ['--using'], dashes: true },
  {
    programs: ['conda', 'mamba', 'micromamba'],
    kind: 'environment',
    subcommands: [['run']],
    valued: ['-n', '--name', '-p', '--prefix', '--cwd'],
  },
  {
    programs: ['nix'],
    kind: 'environment',
    subcommands: [['develop', 'shell']],
    scripts: ['-c', '--command'],
  },
  {
    programs: ['nix-shell'],
    kind: 'environment',
    valued: ['-p', '--packages'],
    scripts: ['--run', '--command'],
  },
  {
    programs: ['poetry', 'pipenv', 'pdm', 'hatch', 'rye', 'pixi'],
    kind: 'runner',
    subcommands: [['run']],
    valued: ['-C', '--directory', '-P', '--project', '-p', '-e', '--environment', '--manifest-path'],
  },
  { programs: ['bundle'], kind: 'runner', subcommands: [['exec']], valued: ['--gemfile'] },
  { programs: ['corepack'], kind: 'runner' },
  { programs: ['wine', 'rosetta'], kind: 'environment' },
  // Other users.
  {
    programs: ['sudo', 'doas', 'gsudo'],
    kind: 'elevation',
    valued: [
      '-u',
      '--user',
      '-g',
      '--group',
      '-h',
      '--host',
      '-C',
      '-p',
      '--prompt',
      '-D',
      '--chdir',
      '-r',
      '-t',
    ],
    assignments: true,
  },
  { programs: ['runuser'], kind: 'elevation', valued: ['-u', '-g'], scripts: ['-c', '--command'] },
  { programs: ['su'], kind: 'elevation', valued: ['-s', '-g'], scripts: ['-c', '--command'] },
  // Secret managers.
  {
    programs: ['op'],
    kind: 'secret-manager',
    subcommands: [['run']],
    valued: ['--env-file', '--account', '--environment'],
    dashes: true,
  },
  {
    programs: ['doppler'],
    kind: 'secret-manager',
    subcommands: [['run']],
    valued: [
      ...PROJECT,
      '--token',
      '-t',
      '--mount',
      '--fallback',
      '--only-secrets',
      '--name-transformer',
      '--scope',
    ],
    scripts: ['--command'],
    dashes: true,
  },
  {
    programs: ['infisical'],
    kind: 'secret-manager',
    subcommands: [['run']],
    valued: ['--env', '--path', '--projectId', '--token', '--tags', '--domain', '--project-config-dir'],
    scripts: ['--command'],
    dashes: true,
  },
  {
    programs: ['varlock', 'teller', 'bws', 'dcli', 'pass-cli', 'phase', 'akeyless'],
    kind: 'secret-manager',
    subcommands: [['run', 'exec']],
    dashes: true,
  },
  { programs: ['chamber'], kind: 'secret-manager', subcommands: [['exec']], dashes: true },
  {
    programs: ['aws-vault', 'aws-okta', 'saml2aws'],
    kind: 'secret-manager',
    subcommands: [['exec']],
    valued: ['-d', '--duration', '--region', '-a'],
    positionals: 1,
    dashes: true,
  },
  { programs: ['envchain'], kind: 'secret-manager', positionals: 1 },
  { programs: ['gopass'], kind: 'secret-manager', subcommands: [['env']], positionals: 1 },
  { programs: ['sops'], kind: 'secret-manager', subcommands: [['exec-env']], positionals: 1, shell: true },
  {
    programs: ['vault-env', 'bank-vaults', 'summon'],
    kind: 'secret-manager',
    valued: ['-f', '-p', '-e'],
    dashes: true,
  },
  // Our own: by name, or by the file that an installation starts.
  {
    programs: ['mcp-lint', 'cli.cjs'],
    called: 'mcp-lint',
    kind: 'secret-manager',
    subcommands: [['exec']],
    dashes: true,
  },
  {
    programs: ['mcp-secret-wrapper', '@astrixsecurity/mcp-secret-wrapper'],
    kind: 'secret-manager',
    assignments: true,
    dashes: true,
  },
  // Brokers: the server holds a placeholder, and a proxy puts the credential into its requests.
  { programs: ['authsome'], kind: 'broker', subcommands: [['run']], dashes: true },
  {
    programs: ['agent-vault'],
    kind: 'broker',
    subcommands: [['vault'], ['run']],
    valued: ['--vault'],
    dashes: true,
  },
  { programs: ['agent-vault'], kind: 'broker', subcommands: [['run']], valued: ['--vault'], dashes: true },
  {
    programs: ['infisical'],
    kind: 'broker',
    subcommands: [['secrets'], ['agent-proxy'], ['run']],
    dashes: true,
  },
  {
    programs: ['clawvisor-server', 'clawvisor'],
    kind: 'broker',
    subcommands: [['agent'], ['run']],
    dashes: true,
  },
  {
    programs: ['onecli'],
    kind: 'broker',
    subcommands: [['run']],
    valued: ['--agent', '--gateway'],
    dashes: true,
  },
  // Other machines.
  {
    programs: ['ssh', 'autossh'],
    kind: 'remote-shell',
    valued: [
      '-B',
      '-b',
      '-c',
      '-D',
      '-E',
      '-e',
      '-F',
      '-I',
      '-i',
      '-J',
      '-L',
      '-l',
      '-m',
      '-O',
      '-o',
      '-p',
      '-P',
      '-Q',
      '-R',
      '-S',
      '-W',
      '-w',
    ],
    positionals: 1,
    shell: true,
  },
  { programs: ['sshpass'], valued: ['-p', '-f', '-d', '-P'] },
  {
    programs: ['wsl'],
    kind: 'remote-shell',
    valued: ['-d', '--distribution', '-u', '--user', '--cd', '--shell-type'],
  },
  {
    programs: ['kubectl', 'oc', 'k3s'],
    kind: 'remote-shell',
    subcommands: [['exec', 'run']],
    valued: [
      '-n',
      '--namespace',
      '-c',
      '--container',
      '--context',
      '--kubeconfig',
      '--cluster',
      '-f',
      '--filename',
      '--image',
      '--user',
    ],
    positionals: 1,
    dashes: true,
  },
  {
    programs: ['gcloud'],
    kind: 'remote-shell',
    subcommands: [['compute'], ['ssh']],
    positionals: 1,
    scripts: ['--command'],
  },
  {
    programs: ['multipass', 'limactl', 'lima', 'orb', 'orbctl', 'colima'],
    kind: 'remote-shell',
    subcommands: [['exec', 'shell', 'run', 'ssh']],
    positionals: 1,
  },
  {
    programs: ['docker', 'podman', 'nerdctl', 'container', 'finch'],
    kind: 'container',
    subcommands: [['exec']],
    valued: [
      '-e',
      '--env',
      '--env-file',
      '-u',
      '--user',
      '-w',
      '--workdir',
      '--detach-keys',
      '--context',
      '-H',
      '--host',
      '--config',
      '-l',
      '--log-level',
    ],
    positionals: 1,
  },
  {
    programs: ['docker', 'podman'],
    kind: 'container',
    subcommands: [['compose'], ['exec', 'run']],
    valued: COMPOSE_OPTIONS,
    positionals: 1,
  },
  {
    programs: ['docker-compose', 'podman-compose'],
    kind: 'container',
    subcommands: [['exec', 'run']],
    valued: COMPOSE_OPTIONS,
    positionals: 1,
  },
];
