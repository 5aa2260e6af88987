import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer, type Server } from 'node:https';
import { type AddressInfo, createServer as createSocket } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { DestinationId } from '../../src/fixers/destination.ts';
import { planText } from '../fixers/plan-text.ts';
import { ROOT } from '../support/cli.ts';
import { fillExample } from '../support/examples.ts';

// Real brokers, an API on this machine, and a server that a fix has put behind the broker. The name of the API is made
// known, and its certificate trusted, in namespaces that only these programs see.

const API = 'api.example.test';
const KEY = fillExample('{{opaque:k}}');
const AUTHSOME = join(ROOT, '.cache/authsome/venv/bin/authsome');
/** Its releases cannot be had from a registry: whoever has the program names it, or has it on the PATH. */
const AGENT_VAULT = process.env['AGENT_VAULT_UNDER_TEST'] ?? onPath('agent-vault');
/** The first version of Node.js at hand that takes a proxy. */
const NODE = [process.env['NODE_UNDER_TEST'], process.execPath, ...installedNodes()].find(takesProxy);

const unusable =
  process.platform !== 'linux' || spawnSync('unshare', ['-r', '-m', 'true']).status !== 0
    ? 'namespaces cannot be made here'
    : NODE === undefined
      ? 'scripts/install-node.sh 24 was not run'
      : undefined;
const without = (reason: string | undefined) => (reason === undefined ? '' : ` (SKIPPED: ${reason})`);
const noAuthsome = unusable ?? (existsSync(AUTHSOME) ? undefined : 'scripts/install-authsome.sh was not run');
const noAgentVault =
  unusable ??
  (AGENT_VAULT ? undefined : 'the program agent-vault is neither on the PATH nor in AGENT_VAULT_UNDER_TEST');

/** Asks the API as an MCP server would, and tells over stdio what came of it: once for each line that it is told. */
const SERVER = `
  import { createInterface } from 'node:readline';
  for await (const line of createInterface({ input: process.stdin })) {
    const headers = { authorization: 'Bearer ' + process.env.DEMO_TOKEN };
    const answer = await fetch(process.env.DEMO_API + '/v1/' + line, { headers }).then((r) => r.text(), String);
    console.log(JSON.stringify({ line, answer, token: process.env.DEMO_TOKEN }));
  }
`;

let folder: string;
let api: Server;
const seen: { url: string; authorization: string | undefined }[] = [];
const running: ChildProcess[] = [];

describe.skipIf(noAuthsome !== undefined && noAgentVault !== undefined)(
  'with a server that was fixed',
  () => {
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'mcp-lint-broker-'));
      writeFileSync(join(folder, 'server.mjs'), SERVER);
      writeFileSync(join(folder, 'hosts'), `${readFileSync('/etc/hosts', 'utf8')}\n127.0.0.1 ${API}\n`);
      const certificate = makeCertificate();
      api = createServer(certificate, (request, response) => {
        seen.push({ url: request.url!, authorization: request.headers.authorization });
        response.end('welcome');
      });
      await new Promise<void>((done) => api.listen(0, '127.0.0.1', done));
    });

    afterAll(async () => {
      for (const child of running) child.kill();
      api.close();
      rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
    });

    test.skipIf(noAuthsome !== undefined)(
      `authsome: the server sees the placeholder, the API sees the key${without(noAuthsome)}`,
      { timeout: 120_000 },
      async () => {
        const port = await freePort();
        const base = `http://127.0.0.1:${port}`;
        const home = homeFor('authsome');
        const own = {
          AUTHSOME_BASE_URL: base,
          AUTHSOME_PORT: `${port}`,
          BROWSER: '/bin/true',
          PATH: '/usr/bin:/bin',
        };
        const call = (...args: string[]) => run([AUTHSOME, ...args], { ...own, HOME: home }, home);

        const { entry, steps } = await fixed('authsome', AUTHSOME, { AUTHSOME_BASE_URL: base });
        expect(entry.env).toEqual({
          DEMO_API: entry.env['DEMO_API'],
          DEMO_TOKEN: 'authsome-proxy-managed',
          NODE_USE_ENV_PROXY: '1',
          AUTHSOME_BASE_URL: base,
        });

        await call('daemon', 'start');
        try {
          // The page in which the user claims the machine, filled in.
          const whoami = start([AUTHSOME, 'whoami'], { ...own, HOME: home }, home);
          const claim = await whoami.until(/claim\?token=([\w-]+)/, 'stderr');
          const account = await post(`${base}/api/auth/register`, {
            email: 'ada@example.test',
            password: 'correct horse',
          });
          const cookie = account.headers.get('set-cookie')!.split(';')[0]!;
          await post(`${base}/api/claim/${claim[1]}/confirm`, {}, cookie);
          await whoami.ended;

          const definition = steps.find((step) => step.startsWith('Save as '))!;
          const file = /^Save as (\S+\.json)/.exec(definition)![1]!;
          writeFileSync(join(home, file), definition.slice(definition.indexOf('{')));
          await call(...wordsIn(steps, /"authsome (provider register [^"]+)"/));
          const login = await call(...wordsIn(steps, /"authsome (login [^"]+)"/));
          // The page into which the user pastes the key.
          const page = /"auth_url": "([^"]+)"/.exec(login)![1]!;
          expect((await post(page, { api_key: KEY }, cookie)).status).toBe(303);

          await expectBrokered(entry, home, [bundleOfCertifi()]);
        } finally {
          await call('daemon', 'stop');
        }
      },
    );

    test.skipIf(noAgentVault !== undefined)(
      `Agent Vault: the server sees the placeholder, the API sees the key${without(noAgentVault)}`,
      { timeout: 120_000 },
      async () => {
        const [port, proxy] = [await freePort(), await freePort()];
        const address = `http://127.0.0.1:${port}`;
        const home = homeFor('agent-vault');
        const own = { HOME: home, PATH: '/usr/bin:/bin', AGENT_VAULT_TELEMETRY: 'false' };
        const call = (words: readonly string[], input = '') =>
          run([AGENT_VAULT!, ...words], own, home, input);

        const { entry, steps } = await fixed('agent-vault', AGENT_VAULT!, {}, 'work');
        expect(entry.env).toEqual({ DEMO_API: entry.env['DEMO_API'], DEMO_TOKEN: '__demo_token__' });

        const serve = [
          AGENT_VAULT!,
          'server',
          '--host',
          '127.0.0.1',
          '-p',
          `${port}`,
          '--mitm-port',
          `${proxy}`,
        ];
        const server = start(
          inNamespace(serve, []),
          {
            ...own,
            AGENT_VAULT_ADDR: address,
            AGENT_VAULT_ALLOW_PRIVATE_RANGES: 'true',
            AGENT_VAULT_MASTER_PASSWORD: 'correct horse battery',
            SSL_CERT_FILE: join(folder, 'ca.pem'),
          },
          home,
        );
        await server.until(/proxy listening/, 'both');
        await server.until(/server listening/, 'both');
        const account = ['--address', address, '--email', 'ada@example.test', '--password-stdin'];
        await call(['auth', 'register', ...account], 'correct horse\n');
        await call(['auth', 'login', ...account], 'correct horse\n');
        await call(['vault', 'create', 'work']);
        // The page into which the user pastes the value.
        const { token } = JSON.parse(readFileSync(join(home, '.agent-vault/session.json'), 'utf8'));
        const kept = await fetch(`${address}/v1/credentials`, {
          method: 'POST',
          headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
          body: JSON.stringify({ vault: 'work', credentials: { DEMO_TOKEN: KEY } }),
        });
        expect(kept.status).toBe(200);
        await call(wordsIn(steps, /^Run: agent-vault (vault service add .*)$/m));

        await expectBrokered(entry, home, []);
      },
    );
  },
);

interface Entry {
  readonly command: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** The entry of a server, with its key in a vault and the placeholder of a broker in its place. */
async function fixed(
  to: DestinationId,
  program: string,
  variables: Readonly<Record<string, string>>,
  option?: string,
): Promise<{ entry: Entry; steps: readonly string[] }> {
  const { port } = api.address() as AddressInfo;
  const text = JSON.stringify({
    mcpServers: {
      demo: {
        command: NODE,
        args: [join(folder, 'server.mjs')],
        env: { DEMO_API: `https://${API}:${port}`, DEMO_TOKEN: '{{opaque:k}}' },
      },
    },
  });
  const planned = await planText('.cursor/mcp.json', text, {
    to,
    safety: 'all',
    apiHost: API,
    machine: { variables: { PATH: dirname(program), ...variables } },
    ...(option !== undefined && { option }),
  });
  expect(planned.left).toEqual([]);
  expect(planned.after).not.toContain(KEY);
  return { entry: JSON.parse(planned.after).mcpServers.demo, steps: planned.steps };
}

/** Starts the entry as a host with a bare environment does, and asks the server twice. */
async function expectBrokered(entry: Entry, home: string, trusting: readonly string[]): Promise<void> {
  seen.length = 0;
  const words = inNamespace([entry.command, ...entry.args], trusting);
  const server = start(words, { HOME: home, PATH: '/usr/bin:/bin', ...entry.env }, home);
  const told: string[] = [];
  for (const line of ['one', 'two']) {
    server.child.stdin!.write(`${line}\n`);
    const [answer] = await server.until(new RegExp(`.*"line":"${line}".*\n`), 'stdout');
    told.push(answer);
  }
  server.child.stdin!.end();
  expect(await server.ended).toBe(0);
  const token = entry.env['DEMO_TOKEN'];
  // Nothing but what the server said.
  expect(server.stdout()).toBe(told.join(''));
  expect(told.map((line) => JSON.parse(line))).toEqual([
    { line: 'one', answer: 'welcome', token },
    { line: 'two', answer: 'welcome', token },
  ]);
  expect(seen).toEqual([
    { url: '/v1/one', authorization: `Bearer ${KEY}` },
    { url: '/v1/two', authorization: `Bearer ${KEY}` },
  ]);
}

/** What a program says on its standard output. Waits without holding up the connections of this process. */
async function run(
  words: readonly string[],
  env: Record<string, string>,
  cwd: string,
  input = '',
): Promise<string> {
  const { child, ended, stdout, stderr } = start(words, env, cwd);
  child.stdin!.end(input);
  if ((await ended) !== 0) throw new Error(`${words.slice(0, 4).join(' ')} failed: ${stderr()}${stdout()}`);
  return stdout();
}

interface Started {
  readonly child: ChildProcess;
  readonly ended: Promise<number | null>;
  stdout(): string;
  stderr(): string;
  until(pattern: RegExp, where: 'stdout' | 'stderr' | 'both'): Promise<RegExpExecArray>;
}

function start(words: readonly string[], env: Record<string, string>, cwd: string): Started {
  const child = spawn(words[0]!, words.slice(1), { cwd, env, stdio: 'pipe' });
  running.push(child);
  const said = { stdout: '', stderr: '' };
  const waiting: (() => void)[] = [];
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (text: string) => {
      said[name] += text;
      for (const look of waiting) look();
    });
  const ended = new Promise<number | null>((done) => child.on('close', done));
  return {
    child,
    ended,
    stdout: () => said.stdout,
    stderr: () => said.stderr,
    until: (pattern, where) =>
      new Promise((found, failed) => {
        const look = () => {
          const text = where === 'both' ? said.stdout + said.stderr : said[where];
          const match = pattern.exec(text);
          if (match) found(match);
        };
        waiting.push(look);
        ended.then(() => failed(new Error(`${words[0]} ended: ${said.stderr || said.stdout}`)));
        look();
      }),
  };
}

/** The words that start a program where the name of the API is known and its certificate is in the given bundles. */
function inNamespace(words: readonly string[], bundles: readonly string[]): string[] {
  const binds = [['hosts', '/etc/hosts'], ...bundles.map((bundle) => ['bundle.pem', bundle])];
  for (const bundle of bundles)
    writeFileSync(
      join(folder, 'bundle.pem'),
      readFileSync(bundle, 'utf8') + readFileSync(join(folder, 'ca.pem'), 'utf8'),
    );
  const mounts = binds.map(([from, to]) => `mount --bind '${join(folder, from!)}' '${to}'`).join(' && ');
  return ['unshare', '-r', '-m', 'sh', '-c', `${mounts} && exec "$@"`, 'sh', ...words];
}

/** The certificates that authsome trusts. */
function bundleOfCertifi(): string {
  const library = join(ROOT, '.cache/authsome/venv/lib');
  const python = readdirSync(library).find((name) => name.startsWith('python'))!;
  return join(library, python, 'site-packages/certifi/cacert.pem');
}

function makeCertificate(): { key: string; cert: string } {
  const openssl = (...args: string[]) => execFileSync('openssl', args, { cwd: folder, stdio: 'pipe' });
  const key = ['-newkey', 'rsa:2048', '-nodes', '-days', '2'];
  openssl('req', '-x509', ...key, '-keyout', 'ca.key', '-out', 'ca.pem', '-subj', '/CN=mcp-lint test');
  openssl('req', ...key, '-keyout', 'api.key', '-out', 'api.csr', '-subj', `/CN=${API}`);
  writeFileSync(join(folder, 'names'), `subjectAltName=DNS:${API}`);
  const signed = ['-CA', 'ca.pem', '-CAkey', 'ca.key', '-CAcreateserial', '-extfile', 'names', '-days', '2'];
  openssl('x509', '-req', '-in', 'api.csr', '-out', 'api.pem', ...signed);
  return {
    key: readFileSync(join(folder, 'api.key'), 'utf8'),
    cert: readFileSync(join(folder, 'api.pem'), 'utf8'),
  };
}

/** The words of a command that a step names, as a shell would split them. */
function wordsIn(steps: readonly string[], command: RegExp): string[] {
  const [, line] = command.exec(steps.join('\n'))!;
  return line!.split(' ').map((word) => word.replaceAll('"', ''));
}

function post(url: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return fetch(url, {
    method: 'POST',
    body: new URLSearchParams(fields),
    headers: { cookie },
    redirect: 'manual',
  });
}

function homeFor(broker: string): string {
  const home = join(folder, broker);
  mkdirSync(home);
  return home;
}

function freePort(): Promise<number> {
  return new Promise((done) => {
    const socket = createSocket().listen(0, '127.0.0.1', () => {
      const { port } = socket.address() as AddressInfo;
      socket.close(() => done(port));
    });
  });
}

function onPath(name: string): string | undefined {
  return (process.env['PATH'] ?? '')
    .split(':')
    .map((place) => join(place, name))
    .find((path) => existsSync(path));
}

function installedNodes(): string[] {
  return ['22', '24', '26']
    .map((version) => join(ROOT, '.cache/node', version, 'bin/node'))
    .filter(existsSync);
}

function takesProxy(node: string | undefined): node is string {
  if (node === undefined) return false;
  const version = spawnSync(node, ['-p', 'process.versions.node'], { encoding: 'utf8' }).stdout ?? '';
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 22 && minor >= 21);
}
