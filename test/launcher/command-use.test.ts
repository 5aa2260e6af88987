import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { CommandUse } from '../../src/core/use.ts';
import {
  differenceFrom as differenceOn,
  environmentOf as environmentOn,
  type Start,
  useOfStart as useOn,
} from '../../src/launcher/command-use.ts';
import { folderOf, temporaryFolder, writeInto } from '../support/cli.ts';

/** Programs that are there, in a folder that is searched. */
const bin = () => {
  const folder = temporaryFolder();
  for (const name of ['npx', 'server', 'node', 'docker', 'uvx', 'python'])
    writeInto(folder, name, '#!/bin/sh\n', 0o755);
  return folder;
};

const useOfStart = (start: Start) => useOn(start, false);
const differenceFrom = (use: CommandUse, start: Start) => differenceOn(use, start, false);
const environmentOf = (use: CommandUse, start: Start) => environmentOn(use, start, false);

const REFERENCE = 'keychain://mcp-lint/claude-code/github/GITHUB_TOKEN';

interface Given {
  readonly line?: string;
  readonly place?: string;
  readonly entry?: Record<string, string>;
  readonly around?: Record<string, string>;
  readonly folder?: string;
}

/** A start as the config describes it, on a machine with the programs of `path`. */
function stored(
  path: string,
  { line = 'npx -y pkg@1.2.3', place, entry, around, folder }: Given = {},
): Start {
  return {
    words: line.split(' '),
    place: place ?? 'env GITHUB_TOKEN',
    environment: { GITHUB_TOKEN: REFERENCE, ...entry },
    surroundings: { PATH: path, HOME: '/home/me', ...around },
    ...(folder !== undefined && { folder }),
  };
}

/** The same start as the launcher is asked for it. */
function asked(start: Start, changed: Record<string, string | undefined> = {}, folder?: string): Start {
  return {
    ...start,
    environment: { ...start.surroundings, ...start.environment, ...changed },
    surroundings: {},
    folder: folder ?? start.folder ?? temporaryFolder(),
  };
}

test('a start is allowed as it was stored', () => {
  const start = stored(bin());
  expect(differenceFrom(useOfStart(start), asked(start))).toBeUndefined();
});

test('another version of the package is allowed, another package is not', () => {
  const start = stored(bin());
  const use = useOfStart(start);
  const call = (line: string) => differenceFrom(use, asked({ ...start, words: line.split(' ') }));
  expect(call('npx -y pkg@2.0.0')).toBeUndefined();
  expect(call('npx -y pkg')).toBeUndefined();
  expect(call('npx -y evil@1.2.3')).toBe('argument 2 of npx is not the one that it was stored for');
  expect(call('npx -y pkg@1.2.3 --upload')).toContain('3 words, not of 4');
  expect(call('node -y pkg@1.2.3')).toContain('stored for npx, not for node');
});

test('another variable is not allowed, nor an argument', () => {
  const start = stored(bin());
  expect(differenceFrom(useOfStart(start), asked({ ...start, place: 'env OTHER' }))).toBe(
    'it was stored for env GITHUB_TOKEN, not for env OTHER',
  );
  expect(differenceFrom(useOfStart(start), asked({ ...start, place: 'argument' }))).toContain('argument');
});

test('a reference to something else among the arguments is another start', () => {
  const start = stored(bin(), { line: `server --token ${REFERENCE}`, place: 'argument' });
  const use = useOfStart(start);
  expect(differenceFrom(use, asked(start))).toBeUndefined();
  const swapped = ['server', '--log', REFERENCE];
  expect(differenceFrom(use, asked({ ...start, words: swapped }))).toContain('argument 1');
});

describe('variables', () => {
  test.each([
    'NODE_OPTIONS',
    'node_options',
    'LD_PRELOAD',
    'DYLD_INSERT_LIBRARIES',
    'PYTHONPATH',
    'PYTHONWARNINGS',
    'RUBYOPT',
    'PERL5OPT',
    'JAVA_TOOL_OPTIONS',
    'BASH_ENV',
    'ENV',
    'DOTNET_STARTUP_HOOKS',
    'npm_config_registry',
    'NPM_CONFIG_USERCONFIG',
    'UV_INDEX_URL',
    'UV_DEFAULT_INDEX',
    'PIP_INDEX_URL',
    'HTTPS_PROXY',
    'https_proxy',
    'ALL_PROXY',
    'NO_PROXY',
    'SSL_CERT_FILE',
    'SSLKEYLOGFILE',
    'OPENSSL_CONF',
    'REQUESTS_CA_BUNDLE',
    'NODE_EXTRA_CA_CERTS',
    'NODE_TLS_REJECT_UNAUTHORIZED',
    'GITHUB_HOST',
    'GITHUB_API_URL',
    'OPENAI_BASE_URL',
    'OPENAI_API_BASE',
    'AWS_ENDPOINT_URL_S3',
    'PGHOST',
    'BASE_URL',
    'DOCKER_HOST',
    'DOCKER_CONTEXT',
    'DOCKER_CONFIG',
    'GLIBC_TUNABLES',
    'GCONV_PATH',
    'USERPROFILE',
    'PREFIX',
    'DESTDIR',
    'SENTRY_CA',
    'SERVER_CA_FILE',
    'CLICKHOUSE_SECURE',
    'CLICKHOUSE_VERIFY',
    'DD_SITE',
    'ATLASSIAN_SITE_NAME',
    'ZENDESK_SUBDOMAIN',
    'TWILIO_REGION',
    'TWILIO_EDGE',
    'MYSQLHOST',
    'serverUrl',
    'KAFKA_BROKERS',
    'ELASTICSEARCH_NODE',
    'SNOWFLAKE_ACCOUNT',
    'SERVICENOW_INSTANCE',
    'TNS_ADMIN',
    'FREETDSCONF',
    'LIBMYSQL_PLUGINS',
    'AWS_DATA_PATH',
    'AZURE_EXTENSION_DIR',
    'HELM_PLUGINS',
    'TF_CLI_CONFIG_FILE',
    'SPRING_APPLICATION_JSON',
    'ASPNETCORE_HOSTINGSTARTUPASSEMBLIES',
    'CONTAINERD_NAMESPACE',
    'DOTENV_CONFIG_PATH',
    'FASTMCP_ENV_FILE',
    'GITLAB_TOKEN_SCRIPT',
  ])('a new %s is refused', (name) => {
    const start = stored(bin());
    const difference = differenceFrom(useOfStart(start), asked(start, { [name]: 'x-value' }));
    expect(difference).toContain(`${name} is set, and it was not`);
    expect(difference).not.toContain('x-value');
  });

  test.each([
    'GIT_ASKPASS',
    'BROWSER',
    'PAGER',
    'PYTHONSTARTUP',
    'XDG_CONFIG_HOME',
    'BASH_FUNC_x%%',
    'SHELL',
    'VIRTUAL_ENV',
    'CONDA_PREFIX',
    'CC',
    'LDFLAGS',
    'DEBUG',
    'GODEBUG',
    'GRPC_TRACE',
    'OPENAI_LOG',
    'GITHUB_LOG_FILE',
    'OTEL_CONFIG_FILE',
    'OTEL_TRACES_EXPORTER',
    'SENTRY_SPOTLIGHT',
    'PUPPETEER_EXECUTABLE_PATH',
    'ESBUILD_BINARY_PATH',
    'MDB_MCP_CONFIG',
    'CLAUDE_CONFIG_DIR',
  ])('the server does not get a new %s', (name) => {
    const start = stored(bin());
    const now = asked(start, { [name]: 'x' });
    expect(differenceFrom(useOfStart(start), now)).toBeUndefined();
    expect(environmentOf(useOfStart(start), now)).toEqual(asked(start).environment);
  });

  test.each([
    'LOG_LEVEL',
    'NODE_ENV',
    'GITHUB_TOOLSETS',
    'LC_ADDRESS',
    'DBUS_SESSION_BUS_ADDRESS',
    'VSCODE_X_URL',
    'AWS_REGION',
    'SSH_CONNECTION',
    'SSH_AUTH_SOCK',
    'CLAUDE_CODE_SSE_PORT',
    'CLAUDE_PROJECT_DIR',
    'TERM_PROGRAM',
    'WINDOWID',
    'USERDOMAIN',
  ])('the server gets a new %s', (name) => {
    const start = stored(bin());
    const now = asked(start, { [name]: 'x' });
    expect(differenceFrom(useOfStart(start), now)).toBeUndefined();
    expect(environmentOf(useOfStart(start), now)).toEqual(now.environment);
  });

  test('what the entry set must be there, and equal', () => {
    const start = stored(bin(), { entry: { GITHUB_HOST: 'github.example.com', GIT_SSH: 'x' } });
    const use = useOfStart(start);
    expect(differenceFrom(use, asked(start))).toBeUndefined();
    expect(differenceFrom(use, asked(start, { GITHUB_HOST: undefined }))).toContain('GITHUB_HOST is not set');
    expect(differenceFrom(use, asked(start, { GITHUB_HOST: 'evil' }))).toContain('another value');
    expect(differenceFrom(use, asked(start, { GIT_SSH: 'evil' }))).toContain('another value');
    expect(environmentOf(use, asked(start))).toEqual(asked(start).environment);
  });

  test('what was only around may be absent, but not another', () => {
    const start = stored(bin(), { around: { HTTPS_PROXY: 'http://user:hunter2@proxy:1', PAGER: 'less' } });
    const use = useOfStart(start);
    expect(JSON.stringify(use)).not.toContain('hunter2');
    expect(differenceFrom(use, asked(start))).toBeUndefined();
    expect(environmentOf(use, asked(start))).toEqual(asked(start).environment);
    expect(differenceFrom(use, asked(start, { HTTPS_PROXY: undefined }))).toBeUndefined();
    expect(differenceFrom(use, asked(start, { HTTPS_PROXY: 'http://evil' }))).toContain('another value');
    expect(environmentOf(use, asked(start, { PAGER: 'evil' }))).not.toHaveProperty('PAGER');
  });

  test('a variable that holds the reference itself may be of any name', () => {
    const start = stored(bin(), {
      place: 'env DATABASE_URL',
      entry: { DATABASE_URL: 'postgres://still/here' },
    });
    const now = asked(start, { DATABASE_URL: REFERENCE });
    expect(differenceFrom(useOfStart(start), now)).toBeUndefined();
  });

  test('what npm sets for what it runs is not handed on, and breaks nothing', () => {
    const start = stored(bin());
    const use = useOfStart(start);
    const byNpm = {
      npm_execpath: '/usr/lib/npm-cli.js',
      npm_config_cache: '/x',
      npm_config_registry: 'https://x.example',
      npm_config_local_prefix: '/x',
      npm_lifecycle_event: 'npx',
      npm_package_name: 'x',
      INIT_CWD: '/x',
    };
    const now = asked(start, byNpm);
    expect(differenceFrom(use, now)).toBeUndefined();
    expect(environmentOf(use, now)).toEqual(asked(start).environment);
    // Only npm does.
    expect(differenceFrom(use, asked(start, { npm_config_registry: 'https://x.example' }))).toContain(
      'is set',
    );
    expect(differenceFrom(use, asked(start, { ...byNpm, NPM_CONFIG_REGISTRY: 'x' }))).toContain('is set');
  });

  test('a use that npx stored holds nothing of it, but what the entry sets', () => {
    const byNpm = { npm_execpath: '/usr/lib/npm-cli.js', npm_config_cache: '/x', npm_config_yes: 'true' };
    const start = stored(bin(), { around: byNpm, entry: { npm_config_registry: 'https://corp.example' } });
    const use = useOfStart(start);
    const names = use.variables.map(({ name }) => name);
    expect(names).toContain('npm_config_registry');
    expect(names).not.toContain('npm_config_cache');
    expect(environmentOf(use, asked(start))).toHaveProperty('npm_config_registry');
    expect(differenceFrom(use, asked(start, { npm_config_registry: 'https://evil.example' }))).toContain(
      'another',
    );
  });
});

describe('programs', () => {
  test('another program of the same name is refused', () => {
    const [own, other] = [bin(), bin()];
    const start = stored(own);
    const use = useOfStart(start);
    expect(use.program).toBe(join(own, 'npx'));
    expect(differenceFrom(use, asked(start, { PATH: `${other}:${own}` }))).toBeUndefined();
    expect(environmentOf(use, asked(start, { PATH: `${other}:${own}` }))['PATH']).toBe(own);
    expect(differenceFrom(use, asked(start, { PATH: other }))).toContain('none of the folders');
    expect(differenceFrom(use, asked({ ...start, words: [join(other, 'npx'), '-y', 'pkg'] }))).toContain(
      'not for',
    );
  });

  test('no folder that is left is not the working directory, which an empty PATH is', () => {
    const own = bin();
    const start = stored(own, { line: `${join(own, 'npx')} -y pkg` });
    const use = useOfStart(start);
    for (const PATH of ['', ':', '.', '/strange', `${bin()}:`]) {
      const now = asked(start, { PATH });
      expect(differenceFrom(use, now)).toBeUndefined();
      expect(environmentOf(use, now)['PATH']).toBe('/usr/bin:/bin');
    }
  });

  test('a folder that both days know, but in another order, is another program', () => {
    const [one, two] = [bin(), bin()];
    const start = stored(`${one}:${two}`);
    expect(differenceFrom(useOfStart(start), asked(start, { PATH: `${two}:${one}` }))).toContain('not for');
  });

  test('the program is searched where npm was not', () => {
    const folder = folderOf({ 'node_modules/.bin/server': '' });
    writeInto(folder, 'node_modules/.bin/server', '#!/bin/sh\n', 0o755);
    const own = bin();
    const start = stored(own, { line: 'server' });
    const PATH = `${join(folder, 'node_modules/.bin')}:${own}`;
    const use = useOfStart(start);
    expect(differenceFrom(use, asked(start, { PATH, npm_execpath: '/x' }, folder))).toBeUndefined();
    expect(differenceFrom(use, asked(start, { PATH }, folder))).toBeUndefined();
  });

  test('one that was not there allows nothing', () => {
    const start = stored(bin(), { line: 'missing --x' });
    expect(useOfStart(start).program).toBe('');
    expect(differenceFrom(useOfStart(start), asked(start))).toContain('was not there');
  });
});

describe('folders', () => {
  test('a relative path is of the folder of its day', () => {
    const [here, there] = [temporaryFolder(), temporaryFolder()];
    const start = stored(bin(), { line: 'node index.js', folder: here });
    const use = useOfStart(start);
    expect(use.folder).toBe(here);
    expect(differenceFrom(use, asked(start))).toBeUndefined();
    expect(differenceFrom(use, asked(start, {}, there))).toContain('it was stored for the folder');
  });

  test('without a folder a relative path allows nothing', () => {
    const start = stored(bin(), { line: 'node index.js' });
    expect(useOfStart(start).folder).toBe('');
    expect(differenceFrom(useOfStart(start), asked(start))).toContain('not known when it was stored');
  });

  test('a local copy is refused, but not where it was stored', () => {
    const project = folderOf({ 'node_modules/pkg/package.json': { name: 'pkg' } });
    const [near, far] = [stored(bin(), { folder: project }), stored(bin())];
    expect(differenceFrom(useOfStart(near), asked(near))).toBeUndefined();
    expect(differenceFrom(useOfStart(near), asked(near, {}, temporaryFolder()))).toBeUndefined();
    expect(differenceFrom(useOfStart(far), asked(far, {}, project))).toContain('a package of that name');
    const other = folderOf({ '.npmrc': 'registry=https://x.example' });
    expect(differenceFrom(useOfStart(near), asked(near, {}, other))).toContain('.npmrc');
  });

  test('nothing of the folder is kept where it does not matter', () => {
    expect(useOfStart(stored(bin(), { line: 'server --x', folder: '/project' })).folder).toBeUndefined();
  });
});

const TEXT = fc.stringMatching(/^[a-z@/:=.0-9~^-]{1,10}$/);
const LINE = fc
  .tuple(
    fc.constantFrom('npx', 'server', 'node', 'docker', 'uvx', 'python'),
    fc.array(TEXT, { maxLength: 5 }),
  )
  .map(([program, rest]) => [program, ...rest]);
const PATH = bin();
const FOLDER = temporaryFolder();

test('any use allows its own start, and no start with another word, unless that is a version', () => {
  fc.assert(
    fc.property(LINE, fc.nat(), TEXT, (words, at, text) => {
      const start = { ...stored(PATH, { folder: FOLDER }), words };
      const use = useOfStart(start);
      expect(differenceFrom(use, asked(start))).toBeUndefined();
      const index = at % words.length;
      const mutated = words.map((word, other) => (other === index ? text : word));
      const difference = differenceFrom(use, asked({ ...start, words: mutated }));
      if (text === words[index]) return;
      // Left free is what stands behind `@`, `:` or an operator of two words that are equal before it.
      const name = (word: string) => word.replace(/(?<=.)[@:=<>~!].*$/s, '');
      if (difference === undefined) expect(name(text)).toBe(name(words[index]!));
    }),
  );
});

test('a word more or less is another start', () => {
  fc.assert(
    fc.property(LINE, TEXT, fc.nat(), (words, text, at) => {
      const start = { ...stored(PATH, { folder: FOLDER }), words };
      const use = useOfStart(start);
      const index = 1 + (at % words.length);
      const more = [...words.slice(0, index), text, ...words.slice(index)];
      expect(differenceFrom(use, asked({ ...start, words: more }))).toBeTypeOf('string');
      if (words.length > 1)
        expect(differenceFrom(use, asked({ ...start, words: words.slice(0, -1) }))).toBeTypeOf('string');
    }),
  );
});

test('any new value of any variable that redirects is refused or not handed on', () => {
  const name = fc.oneof(
    fc.constantFrom('NODE_OPTIONS', 'LD_PRELOAD', 'PYTHONPATH', 'HTTPS_PROXY', 'HOME', 'BROWSER', 'GIT_SSH'),
    fc.stringMatching(/^[A-Z]{1,6}_(?:URL|HOST|PROXY|BASE_URL|ENDPOINT|REGISTRY|SERVER|DOMAIN)$/),
  );
  const start = stored(PATH, { folder: FOLDER });
  const use = useOfStart(start);
  fc.assert(
    fc.property(name, fc.string({ minLength: 1 }), (variable, value) => {
      fc.pre(!variable.startsWith('LC_') && !/^(?:TERM|VSCODE|PULSE)_/.test(variable));
      const now = asked(start, { [variable]: value });
      if (differenceFrom(use, now) === undefined)
        expect(environmentOf(use, now)).not.toHaveProperty(variable);
    }),
  );
});
