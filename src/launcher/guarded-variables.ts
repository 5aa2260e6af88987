/** Variables of one kind that decide what code a server runs, or whom it talks to. */
export interface GuardedVariables {
  /** Names, without regard to case. `*` stands for any text; `*_X` also for `X` alone. */
  readonly names: string;
  /** Clause: what they can do. */
  readonly reason: string;
  /** Where that is documented. */
  readonly source: string;
  /**
   * What happens to one that is new, or has another value than on the day of storing: the start is refused, or the
   * server does not get it. `leave-out` is for those that terminals and desktops set in their own ways, and that a
   * server does as well without.
   */
  readonly whenChanged: 'refuse' | 'leave-out';
}

/** The first row that has a name counts. */
export const GUARDED_VARIABLES: readonly GuardedVariables[] = [
  {
    names: 'NODE_DEBUG NODE_DEBUG_NATIVE NODE_COMPILE_CACHE NODE_V8_COVERAGE NODE_REDIRECT_WARNINGS',
    reason: 'makes Node.js write down what it does, or run code that is kept elsewhere',
    source: 'https://nodejs.org/api/cli.html#environment-variables',
    whenChanged: 'leave-out',
  },
  {
    names: 'ELECTRON_RUN_AS_NODE',
    reason: 'turns an Electron app into Node.js; hosts that are Electron apps leave it behind',
    source: 'https://www.electronjs.org/docs/latest/api/environment-variables',
    whenChanged: 'leave-out',
  },
  {
    names: 'NODE_* ELECTRON_* TS_NODE_* TSX_*',
    reason: 'loads code into every Node.js program, or changes whom it trusts',
    source: 'https://nodejs.org/api/cli.html#environment-variables',
    whenChanged: 'refuse',
  },
  {
    // PREFIX and DESTDIR are where npm looks for `etc/npmrc` (@npmcli/config).
    names: 'NPM_CONFIG_* YARN_* PNPM_* BUN_* DENO_* COREPACK_* PREFIX DESTDIR',
    reason: 'redirects where packages come from, or runs programs',
    source: 'https://docs.npmjs.com/cli/v11/using-npm/config#environment-variables',
    whenChanged: 'refuse',
  },
  {
    names:
      'LD_* DYLD_* GLIBC_TUNABLES GCONV_PATH HOSTALIASES LOCALDOMAIN RES_OPTIONS RESOLV_* NIS_PATH MALLOC_TRACE',
    reason: 'loads code into every program, or redirects names of hosts',
    source: 'https://man7.org/linux/man-pages/man8/ld.so.8.html (secure-execution mode)',
    whenChanged: 'refuse',
  },
  {
    names: 'LOCPATH NLSPATH TZDIR GETCONF_DIR',
    reason: 'has the C library read other files',
    source: 'https://man7.org/linux/man-pages/man8/ld.so.8.html (secure-execution mode)',
    whenChanged: 'leave-out',
  },
  {
    names:
      'OPENSSL_* SSL_CERT_* SSLKEYLOGFILE NIX_SSL_CERT_FILE REQUESTS_CA_BUNDLE CURL_* *_CA_BUNDLE *_CA_CERT* *_CACERT* ' +
      '*_CA *_CAFILE *_CA_FILE *_CAPATH *_CA_PATH *_CA_DIR GRPC_DEFAULT_SSL_ROOTS_FILE_PATH',
    reason: 'changes whom TLS trusts, or writes down its keys',
    source: 'https://docs.openssl.org/3.0/man7/openssl-env/',
    whenChanged: 'refuse',
  },
  {
    names:
      '*_INSECURE *_SKIP_VERIFY *_VERIFY_SSL *_SSL_VERIFY *_VERIFY_TLS *_TLS_VERIFY *_SSL_NO_VERIFY *_REJECT_UNAUTHORIZED ' +
      '*_VERIFY *_SECURE *_USE_SSL *_USE_TLS *_SSLMODE *_SSL_MODE *_DISABLE_SSL *_DISABLE_TLS *_IGNORE_SSL*',
    reason: 'switches the checks of TLS off',
    source: 'the documentation of servers that have one',
    whenChanged: 'refuse',
  },
  {
    names: 'PYTHONSTARTUP',
    reason: 'runs code in an interactive Python; editors set it for their terminals',
    source: 'https://docs.python.org/3/using/cmdline.html#environment-variables',
    whenChanged: 'leave-out',
  },
  {
    names: 'PYTHON* __PYVENV_LAUNCHER__ PIP_* PIPX_* UV_* POETRY_* PIPENV_* PDM_* HATCH_* PIXI_*',
    reason: 'redirects where Python finds code, or where packages come from',
    source: 'https://docs.python.org/3/using/cmdline.html#environment-variables',
    whenChanged: 'refuse',
  },
  {
    names:
      'RUBYOPT RUBYLIB RUBYSHELL GEM_* BUNDLE_* PERL5* PERLLIB PERL_* PHPRC PHP_* LUA_* ERL_* ELIXIR_* R_PROFILE* R_ENVIRON* JULIA_*',
    reason: 'loads code into programs of a language',
    source:
      'https://docs.ruby-lang.org/en/master/ruby/environment_variables_rdoc.html and https://perldoc.perl.org/perlrun#ENVIRONMENT',
    whenChanged: 'refuse',
  },
  {
    names:
      'JAVA_* _JAVA_OPTIONS JDK_* CLASSPATH MAVEN_* GRADLE_* JBANG_* DOTNET_* COMPLUS_* CORECLR_* COR_* NUGET_* MSBUILD* ' +
      'SPRING_* QUARKUS_* MICRONAUT_* ASPNETCORE_*',
    reason: 'loads code into Java or .NET programs',
    source:
      'https://docs.oracle.com/en/java/javase/21/docs/specs/man/java.html and https://learn.microsoft.com/dotnet/core/tools/dotnet-environment-variables',
    whenChanged: 'refuse',
  },
  {
    names:
      'GOFLAGS GOPROXY GOPATH GOROOT GONOSUMDB GONOSUMCHECK GONOPROXY GOPRIVATE GOINSECURE GOSUMDB GOTOOLCHAIN GOENV CARGO_* RUSTC* RUSTUP_* RUSTFLAGS',
    reason: 'redirects where Go or Rust code comes from, or runs programs',
    source: 'https://pkg.go.dev/cmd/go#hdr-Environment_variables',
    whenChanged: 'refuse',
  },
  {
    names: 'BASH_FUNC_* PS4 IFS CDPATH PROMPT_COMMAND BASH_XTRACEFD',
    reason: 'changes what commands of a shell do; some systems set it in every terminal',
    source: 'https://www.gnu.org/software/bash/manual/html_node/Bash-Variables.html',
    whenChanged: 'leave-out',
  },
  {
    names: 'BASH_ENV ENV SHELLOPTS BASHOPTS ZDOTDIR',
    reason: 'has every shell run a file',
    source: 'https://www.gnu.org/software/bash/manual/html_node/Bash-Startup-Files.html',
    whenChanged: 'refuse',
  },
  {
    names: 'GIT_* SSH_ASKPASS* SUDO_ASKPASS BROWSER EDITOR VISUAL PAGER MANPAGER LESSOPEN LESSCLOSE SHELL',
    reason: 'names programs that other programs start; editors set it for their terminals',
    source: 'https://git-scm.com/book/en/v2/Git-Internals-Environment-Variables',
    whenChanged: 'leave-out',
  },
  {
    names: 'XDG_CONFIG_* XDG_DATA_HOME XDG_CACHE_HOME XDG_STATE_HOME',
    reason: 'has programs read other settings',
    source: 'https://specifications.freedesktop.org/basedir-spec/latest/',
    whenChanged: 'leave-out',
  },
  {
    names: 'ASDF_* MISE_* RTX_* PYENV_* RBENV_* NODENV_* GOENV_* JENV_* VOLTA_* FNM_* NVM_*',
    reason: 'chooses which version of a program is run; shells set it in their own ways',
    source: 'https://asdf-vm.com/manage/configuration.html',
    whenChanged: 'leave-out',
  },
  {
    names:
      'HOME USERPROFILE HOMEDRIVE HOMEPATH APPDATA LOCALAPPDATA PROGRAMDATA COMSPEC PATHEXT SYSTEMROOT WINDIR',
    reason: 'has programs read the settings of another home, or start another shell',
    source: 'https://docs.npmjs.com/cli/v11/configuring-npm/npmrc (per-user config file)',
    whenChanged: 'refuse',
  },
  {
    names:
      'DOCKER_* COMPOSE_* PODMAN_* CONTAINERS_* CONTAINER_* CONTAINERD_* NERDCTL_* LIMA_* COLIMA_* BUILDAH_* STORAGE_OPTS ' +
      'REGISTRY_AUTH_FILE KUBECONFIG HELM_* KUBECTL_* TF_CLI_* TF_REATTACH_* TF_PLUGIN_*',
    reason: 'has containers started on another machine, or from another registry',
    source: 'https://docs.docker.com/reference/cli/docker/#environment-variables',
    whenChanged: 'refuse',
  },
  {
    names:
      'PGHOST PGHOSTADDR PGPORT PGSERVICE* PGSYSCONFDIR PGSSL* PGREQUIRE* PGOPTIONS MYSQL_HOME MYSQL_UNIX_PORT MYSQL_TCP_PORT ' +
      'AWS_CONFIG_FILE AWS_SHARED_CREDENTIALS_FILE AWS_PROFILE AWS_DATA_PATH BOTO_CONFIG ' +
      'AZURE_CONFIG_DIR AZURE_EXTENSION_DIR CLOUDSDK_* GOOGLE_APPLICATION_CREDENTIALS LIBMYSQL_* ODBC* FREETDS* TDS* TNS_ADMIN ORACLE_HOME',
    reason: 'sends what a client library sends to somebody else',
    source:
      'https://www.postgresql.org/docs/current/libpq-envars.html and https://docs.aws.amazon.com/sdkref/latest/guide/environment-variables.html',
    whenChanged: 'refuse',
  },
  {
    names:
      '*_PROXY *_PROXY_URL *_PROXYURL *_REGISTRY *_GATEWAY *_BASE *_BASEURL *_APIURL *BASEURL *APIURL *ENDPOINT* *_URL *_URLS *_URI *_URIS ' +
      '*_DSN *_ORIGIN *_HOST *_HOSTS *_HOSTNAME *_SERVER *_SERVERS *_ADDR *_ADDRESS *_DOMAIN *_CONNECTION_STRING ' +
      // Without an underscore, and parts of an address: `https://api.${DD_SITE}`, where a slash ends the host.
      '*URL *URI *HOST *SUBDOMAIN *_SITE *_SITE_NAME *_REGION *_EDGE *_INSTANCE *_INSTANCE_NAME *_TENANT *_ACCOUNT *_SHOP *_STORE_NAME ' +
      '*_RESOURCE_NAME *_SERVER_PREFIX *_WEBHOOK *_BROKER *_BROKERS *_NODES ELASTICSEARCH_NODE OPENSEARCH_NODE *_UPSTREAM *_API_ROOT ' +
      '*_CONNECTION *_CONNSTR *CONNECTIONSTRING',
    reason: 'sends what a server sends to somebody else',
    source: 'https://curl.se/docs/manpage.html#ENVIRONMENT and the documentation of servers',
    whenChanged: 'refuse',
  },
  {
    names:
      'DOTENV_* FASTMCP_* *_ENV_FILE *_TOKEN_SCRIPT *_TOKEN_COMMAND *_PASSWORD_COMMAND *_CREDENTIAL_PROCESS',
    reason: 'has a server read other settings, or run a program for its credential',
    source: 'https://github.com/motdotla/dotenv#options and the documentation of servers',
    whenChanged: 'refuse',
  },
  {
    names:
      'VIRTUAL_ENV CONDA_* CONDARC CC CXX CPP AR AS LD NM RANLIB STRIP MAKE MAKEFLAGS MAKEFILES GNUMAKEFLAGS ' +
      'CFLAGS CXXFLAGS CPPFLAGS LDFLAGS LDSHARED CMAKE_* PKG_CONFIG* GYP_*',
    reason: 'names programs that are run when a package is started or built; shells of developers set it',
    source: 'https://docs.astral.sh/uv/pip/environments/ and https://github.com/nodejs/node-gyp',
    whenChanged: 'leave-out',
  },
  {
    names:
      'PUPPETEER_* PLAYWRIGHT_* SELENIUM_* CHROME_* CHROMIUM_* ESBUILD_* *_EXECUTABLE *_EXECUTABLE_PATH *_BINARY *_BINARY_PATH ' +
      '*_MIRROR *_PRELOAD *_PLUGIN *_PLUGINS *_PLUGIN_DIR *_PLUGIN_PATH *_COMMAND *_CMD *_INTERPRETER',
    reason: 'names programs or code that a server starts',
    source: 'https://pptr.dev/api/puppeteer.configuration and the documentation of servers',
    whenChanged: 'leave-out',
  },
  {
    names: '*_CONFIG *_CONFIG_FILE *_CONFIG_PATH *_CONFIG_DIR *_CONF *_SETTINGS *_SETTINGS_FILE',
    reason: 'has a server read other settings',
    source: 'the documentation of servers',
    whenChanged: 'leave-out',
  },
  {
    names:
      'OTEL_* LANGCHAIN_TRACING* LANGSMITH_TRACING* *_SPOTLIGHT *_DEBUG GODEBUG RUST_LOG GRPC_* TF_LOG* OPENAI_LOG ANTHROPIC_LOG ' +
      '*_LOG_FILE *_LOG_PATH *_LOG_DIR *_LOGFILE',
    reason: 'has a server write down, or report, what it sends',
    source:
      'https://opentelemetry.io/docs/specs/otel/configuration/sdk-environment-variables/ and https://pkg.go.dev/net/http#hdr-HTTP_2',
    whenChanged: 'leave-out',
  },
];

/** Names that a pattern above has, but that do none of this; or that programs of ours and of desktops need. */
export const HARMLESS_VARIABLES =
  'NODE_ENV NODE_NO_WARNINGS NODE_VERSION NODE_DISABLE_COLORS NODE_PENDING_DEPRECATION NODE_USE_ENV_PROXY NODE_USE_SYSTEM_CA ' +
  'PYTHONUNBUFFERED PYTHONIOENCODING PYTHONUTF8 PYTHONDONTWRITEBYTECODE PYTHONHASHSEED PYTHONFAULTHANDLER PYTHONOPTIMIZE ' +
  'PYTHONSAFEPATH PYTHONNOUSERSITE PYTHON_COLORS DOTNET_CLI_TELEMETRY_OPTOUT DOTNET_NOLOGO DOTNET_RUNNING_IN_CONTAINER ' +
  'GIT_AUTHOR_* GIT_COMMITTER_* GIT_TERMINAL_PROMPT DOCKER_CLI_HINTS DOCKER_HIDE_LEGACY_COMMANDS ' +
  'DBUS_SESSION_BUS_ADDRESS DBUS_SYSTEM_BUS_ADDRESS AT_SPI_BUS_ADDRESS PULSE_SERVER LC_ADDRESS VSCODE_* TERM_* ' +
  'GITHUB_CODESPACES_PORT_FORWARDING_DOMAIN HOSTNAME SSH_CONNECTION ' +
  // What is signed for them holds no secret, and shells and desktops have their own.
  'AWS_REGION AWS_DEFAULT_REGION CLOUD_ML_REGION ' +
  // Claude Code 2.1.330 sets it for every server; it only keeps package.json as it is.
  'COREPACK_ENABLE_AUTO_PIN';
