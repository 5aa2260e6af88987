/** A program that does what files of the working directory say. */
export interface ProjectReader {
  readonly programs: readonly string[];
  /** Of these and `others`, one of these comes first among the words; not asked for when it is absent. */
  readonly subcommands?: readonly string[];
  readonly others?: readonly string[];
  /** And one of these words among the rest; not asked for when it is absent. */
  readonly options?: RegExp;
  /** Looked for in the working directory and above. */
  readonly files: readonly string[];
  /** With an absolute folder behind one of these the files are those of that folder. */
  readonly freedBy?: readonly string[];
}

const names = (text: string) => text.split(' ');
const NODE_MANAGERS = names('package.json');
const PYTHON_PROJECT = names(
  'pyproject.toml Pipfile poetry.toml uv.toml hatch.toml pixi.toml .venv .python-version .env',
);
const COMPOSE = names('compose.yaml compose.yml docker-compose.yml docker-compose.yaml .env');

/** From the documentation of each, 2026-11-23. What npx does is in `local-package.ts`, Python's own search in `python-files.ts`. */
export const PROJECT_READERS: readonly ProjectReader[] = [
  // https://bun.com/docs/runtime/bunfig ("preload"), https://bun.com/docs/runtime/environment-variables
  {
    programs: names('bun bunx'),
    files: names('bunfig.toml .env .env.local .env.production .env.development .env.test'),
  },
  // https://docs.deno.com/runtime/fundamentals/configuration/
  { programs: ['deno'], files: names('deno.json deno.jsonc package.json .npmrc') },
  // https://pnpm.io/pnpmfile, https://pnpm.io/pnpm-workspace_yaml
  { programs: names('pnpm pnpx'), files: names('pnpm-workspace.yaml .pnpmfile.cjs .pnpmfile.mjs') },
  // https://yarnpkg.com/configuration/yarnrc ("yarnPath": a program)
  { programs: ['yarn'], files: names('.yarnrc.yml .yarnrc .pnp.cjs .pnp.js') },
  // Scripts and programs of the project.
  {
    programs: ['npm'],
    subcommands: names('run run-script start restart stop test t'),
    others: names('exec x'),
    files: NODE_MANAGERS,
    freedBy: ['--prefix'],
  },
  {
    programs: names('pnpm yarn bun'),
    subcommands: names('run start test exec run-script node'),
    others: names('dlx x create'),
    files: NODE_MANAGERS,
    freedBy: names('-C --dir --cwd'),
  },
  // `tsx` and `ts-node` take paths from it.
  { programs: names('tsx ts-node'), files: ['tsconfig.json'] },
  // Modules by their bare names.
  {
    programs: names('node nodejs'),
    options: /^(?:-[epr]|--(?:eval|print|require|import|loader|experimental-loader))$/,
    files: ['node_modules'],
  },
  // https://docs.astral.sh/uv/concepts/configuration-files/: `uvx` and `uv tool` read no file of a project.
  {
    programs: ['uv'],
    subcommands: ['run'],
    others: ['tool'],
    files: PYTHON_PROJECT,
    freedBy: names('--directory --project'),
  },
  {
    programs: names('poetry pipenv pdm hatch rye pixi'),
    files: PYTHON_PROJECT,
    freedBy: names('-C --directory -P --project -p --manifest-path'),
  },
  // https://pipx.pypa.io/stable/reference/examples/ ("pipx run" in a folder with `__pypackages__`)
  { programs: ['pipx'], subcommands: ['run'], files: ['__pypackages__'] },
  // https://www.jbang.dev/documentation/jbang/latest/alias_catalogs.html
  { programs: ['jbang'], files: names('jbang-catalog.json .jbang') },
  { programs: names('docker podman nerdctl'), subcommands: ['compose'], others: ['run'], files: COMPOSE },
  { programs: names('docker-compose podman-compose'), files: COMPOSE },
  {
    programs: names('make gmake just task rake bundle bundler'),
    files: names(
      'Makefile makefile GNUmakefile justfile Justfile .justfile Taskfile.yml Taskfile.yaml Rakefile rakefile Gemfile .bundle',
    ),
    freedBy: names('-C --directory'),
  },
  {
    programs: names('cargo go gradle gradlew mvn mvnw dotnet composer'),
    files: names(
      'Cargo.toml .cargo go.mod go.work build.gradle build.gradle.kts settings.gradle settings.gradle.kts pom.xml .mvn global.json nuget.config NuGet.Config Directory.Build.props composer.json',
    ),
    freedBy: names('-C --manifest-path --project --project-dir -p --file'),
  },
  {
    programs: names('mise rtx direnv devbox nix nix-shell'),
    files: names(
      'mise.toml .mise.toml mise.local.toml .mise .config/mise .envrc devbox.json flake.nix shell.nix default.nix',
    ),
  },
];

/** Settings of npm that a project may have without changing what `npx` runs. Everything else may. */
export const HARMLESS_NPM_SETTINGS = new RegExp(
  `^(?:${names(
    'audit audit-level always-auth auto-install-peers color commit-hooks dedupe-peer-dependents depth engine-strict fund hoist hoist-pattern ' +
      'ignore-scripts install-strategy legacy-peer-deps link-workspace-packages lockfile loglevel maxsockets message node-linker ' +
      'omit optional package-lock prefer-dedupe prefer-frozen-lockfile prefer-workspace-packages progress provenance public-hoist-pattern ' +
      'resolution-mode save save-dev save-exact save-prefix save-workspace-protocol shamefully-hoist shared-workspace-lockfile ' +
      'side-effects-cache strict-peer-dependencies sign-git-tag tag-version-prefix timing unicode update-notifier workspaces-update ' +
      'access fetch-retries fetch-timeout node-version lockfile-version init-author-name init-license init-version init-version',
  ).join('|')})(?:\\[\\])?$`,
);
/** What is sent to a registry of its own choice says nothing about where packages come from. */
export const REGISTRY_CREDENTIALS =
  /^\/\/[^:]{1,512}:(?:_authToken|_auth|_password|username|email|always-auth)$/;
