import { CONTAINER_VALUED } from '../servers/container-options.ts';

/**
 * How a runner is called, as far as its package. Unlike the tables of `src/servers`, which find the package in most
 * calls, these must be complete: an option that is not here keeps every word of the call as it is.
 */
export interface PackagePlace {
  readonly programs: readonly string[];
  /** Words that stand behind the program, with options between them. */
  readonly subcommands: readonly string[];
  readonly kind: 'npm' | 'pypi' | 'oci' | 'deno';
  /** Options without a value. */
  readonly flags: readonly string[];
  /** Options that take the next word. */
  readonly valued: readonly string[];
  /** Of those, the ones that name a package. */
  readonly packages: readonly string[];
  /** Of those, the ones after which the first other word names a program, not a package. */
  readonly replaces: readonly string[];
  /** Of pypi: behind `@` stands a version, in the first other word and behind `replaces`. Else it is an address or a path. */
  readonly versionBehindAt?: true;
  /** The first other word never names a package. */
  readonly project?: true;
  /** Letters that may stand in one group, as in `-it`. */
  readonly group?: string;
}

const words = (text: string) => text.split(' ');

// `npx --help`, `npm exec --help` (npm 11), 2026-11-23. With `-c` there is no package in a place of its own.
const NPM = {
  kind: 'npm',
  flags: words(
    '-y --yes -q --quiet --no --no-install --prefer-online --prefer-offline --offline --silent -s --verbose -d --ignore-existing ' +
      '--no-audit --no-fund --no-update-notifier --no-progress --ignore-scripts --no-yes -ws --workspaces --include-workspace-root',
  ),
  valued: words(
    '-p --package --loglevel --registry --cache --userconfig --globalconfig --prefix -w --workspace',
  ),
  packages: words('-p --package'),
  replaces: words('-p --package'),
} as const;

// `uv tool run --help` (uv 0.8), 2026-11-23.
const UV = {
  kind: 'pypi',
  flags: words(
    '-q --quiet -v --verbose --offline -n --no-cache --isolated --refresh --native-tls --no-native-tls --no-config --no-progress -U ' +
      '--upgrade --reinstall --no-index --no-sources --managed-python --no-managed-python --no-python-downloads --no-build --no-binary ' +
      '--compile-bytecode --no-env-file --no-build-isolation --system-certs',
  ),
  valued: words(
    '--from --with -w --with-editable --with-requirements --python -p --index --index-url -i --extra-index-url --default-index ' +
      '--directory --project --cache-dir --env-file --refresh-package --find-links -f --keyring-provider --prerelease --resolution ' +
      '--config-file --color -P --upgrade-package --reinstall-package --exclude-newer --link-mode -C --config-setting -c --constraints ' +
      '-b --build-constraints --overrides --allow-insecure-host --index-strategy --no-binary-package --no-build-package --torch-backend ' +
      '--fork-strategy --python-platform',
  ),
  packages: words('--from --with -w'),
  replaces: words('--from'),
  versionBehindAt: true,
} as const;

// `docker run --help` (28), 2026-11-23.
const CONTAINER = {
  kind: 'oci',
  flags: words(
    '-i --interactive -t --tty -d --detach -q --quiet -P --publish-all --rm --init --privileged --read-only --no-healthcheck ' +
      '--oom-kill-disable --sig-proxy --disable-content-trust --replace --rmi --tls-verify',
  ),
  valued: CONTAINER_VALUED,
  packages: [],
  replaces: [],
  group: 'itdPq',
} as const;
const ENGINES = words('docker podman nerdctl finch');

export const PACKAGE_PLACES: readonly PackagePlace[] = [
  { programs: words('npx pnpx'), subcommands: [], ...NPM },
  { programs: ['npm'], subcommands: ['exec'], ...NPM },
  { programs: ['npm'], subcommands: ['x'], ...NPM },
  {
    programs: ['bunx'],
    subcommands: [],
    ...NPM,
    flags: words('--bun --silent --verbose --no-install -y --yes'),
    valued: words('-p --package'),
  },
  {
    programs: ['bun'],
    subcommands: ['x'],
    ...NPM,
    flags: words('--bun --silent --verbose --no-install -y --yes'),
    valued: words('-p --package'),
  },
  {
    programs: ['pnpm'],
    subcommands: ['dlx'],
    ...NPM,
    flags: words('-s --silent'),
    valued: words('--package --reporter -C --dir --allow-build'),
  },
  {
    programs: ['yarn'],
    subcommands: ['dlx'],
    ...NPM,
    flags: words('-q --quiet'),
    valued: words('-p --package'),
  },
  { programs: ['uvx'], subcommands: [], ...UV },
  { programs: ['uv'], subcommands: ['tool', 'run'], ...UV },
  // What `uv run` starts is a program of a project.
  {
    programs: ['uv'],
    subcommands: ['run'],
    ...UV,
    flags: [
      ...UV.flags,
      ...words('--no-project --no-sync --frozen --locked --no-dev --all-extras --exact --active'),
    ],
    valued: [...UV.valued, ...words('--extra --group --only-group --package')].filter(
      (name) => name !== '--from',
    ),
    packages: words('--with -w'),
    replaces: [],
    project: true,
  },
  {
    programs: ['pipx'],
    subcommands: ['run'],
    kind: 'pypi',
    flags: words('-q --quiet -v --verbose --no-cache --pypackages'),
    valued: words('--spec --python --pip-args -i --index-url --path --fetch-missing-python --with'),
    packages: words('--spec --with'),
    replaces: ['--spec'],
  },
  { programs: ENGINES, subcommands: ['run'], ...CONTAINER },
  { programs: ENGINES, subcommands: ['container', 'run'], ...CONTAINER },
  {
    programs: ['deno'],
    subcommands: ['run'],
    kind: 'deno',
    flags: words(
      '-A --allow-all -q --quiet --no-prompt -N -R -W -E -S -I --allow-net --allow-read --allow-write --allow-env --allow-sys --allow-run --allow-ffi --allow-import --no-config --no-lock --no-npm --cached-only -y',
    ),
    valued: [],
    packages: [],
    replaces: [],
  },
];
