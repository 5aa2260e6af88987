import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fileReach } from '../../src/servers/file-reach.ts';
import { insecureTransport } from '../../src/servers/insecure-transport.ts';
import { openBinds } from '../../src/servers/open-binds.ts';
import { entryOf, factsOf } from '../support/server-facts.ts';

/** What a command line comes down to, in short. */
function launchOf(line: string, rest: object = {}) {
  const { launch } = factsOf(entryOf(line, rest)).facts;
  return {
    wrappers: launch.wrappers.map(({ name }) => name).join(' '),
    program: launch.program,
    args: launch.args.map(({ text }) => text.reveal()).join(' '),
  };
}

describe('takes off', () => {
  test.each([
    // shells
    ['sh -c npx·-y·server·--port·1', 'sh npx', 'server', '--port 1'],
    ['bash -lc cd·/x·&&·source·.env;·exec·npx·-y·server', 'bash npx', 'server', ''],
    ['/bin/zsh -l -c TOKEN=x·uvx·tool·2>/dev/null', 'zsh uvx', 'tool', ''],
    ['bash -o pipefail -c npx·server·2>&1·|·tee·log.txt', 'bash npx', 'server', ''],
    ['sh -c exec·"$@" -- npx -y server', 'sh npx', 'server', ''],
    ['sh -c exec·"$0"·"$@" npx -y server --a', 'sh npx', 'server', '--a'],
    ['bash start.sh --fast', 'bash', 'start.sh', '--fast'],
    ['cmd /c npx -y server', 'cmd npx', 'server', ''],
    ['cmd.exe /d /s /c npx·-y·server', 'cmd npx', 'server', ''],
    ['cmd /c set·KEY=x&&·npx·-y·server', 'cmd npx', 'server', ''],
    ['cmd /c cd C:\\x && npx server', 'cmd npx', 'server', ''],
    ['cmd /c C:\\Program·Files\\nodejs\\npx.cmd -y server', 'cmd npx', 'server', ''],
    ['powershell -NoProfile -ExecutionPolicy Bypass -Command npx·-y·server', 'powershell npx', 'server', ''],
    ["pwsh -c $env:KEY='x';·&·npx·-y·server", 'powershell npx', 'server', ''],
    ['powershell.exe -File C:\\run.ps1 -x', 'powershell', 'run', '-x'],
    ['nohup npx server', 'npx', 'server', ''],
    ['timeout 30 npx server', 'npx', 'server', ''],
    // environment, elevation, secret managers, brokers, other machines
    ['env -i -u C A=b D=e npx server', 'env npx', 'server', ''],
    ['env -S npx·-y·server', 'env npx', 'server', ''],
    ['cross-env A=b npx server', 'cross-env npx', 'server', ''],
    ['npx cross-env A=b node x.js', 'npx cross-env', 'node', 'x.js'],
    ['dotenv -e .env -- npx server', 'dotenv npx', 'server', ''],
    ['npx dotenv-cli -e .env -- npx server', 'npx dotenv-cli npx', 'server', ''],
    ['dotenvx run -f .env -- npx server', 'dotenvx npx', 'server', ''],
    ['sudo -u me -E npx server', 'sudo npx', 'server', ''],
    ['op run --no-masking --env-file=.env -- npx -y server', 'op npx', 'server', ''],
    ['doppler run -p a -c b --only-secrets X -- npx server', 'doppler npx', 'server', ''],
    ['doppler run --command npx·server·--a', 'doppler npx', 'server', '--a'],
    ['infisical run --silent --env=dev --path=/mcp -- npx server', 'infisical npx', 'server', ''],
    ['authsome run -- npx -y server', 'authsome npx', 'server', ''],
    ['uvx authsome@latest run -- npx -y server', 'uvx authsome npx', 'server', ''],
    ['agent-vault vault run --vault work -- npx server', 'agent-vault npx', 'server', ''],
    ['agent-vault run --vault work -- npx server', 'agent-vault npx', 'server', ''],
    ['clawvisor-server agent run x -- claude', 'clawvisor-server', 'claude', ''],
    ['onecli run --agent work -- npx server', 'onecli npx', 'server', ''],
    ['wsl -d Ubuntu -e bash -lc npx·server', 'wsl bash npx', 'server', ''],
    ['wsl.exe npx server', 'wsl npx', 'server', ''],
    ['ssh -i key -p 22 me@host npx -y server', 'ssh npx', 'server', ''],
    ['ssh host cd·/x·&&·npx·server', 'ssh npx', 'server', ''],
    ['kubectl -n x exec -i pod -c c -- npx server', 'kubectl npx', 'server', ''],
    // runners
    ['npx -y -p @scope/pkg@1.2.3 tool --x', 'npx', 'tool', '--x'],
    ['npx -y --package=@scope/pkg -c tool·--x', 'npx', 'tool', '--x'],
    ['npm exec -y -- @scope/pkg --x', 'npm', 'pkg', '--x'],
    ['npm exec -y @scope/pkg -- --x', 'npm', 'pkg', '--x'],
    ['pnpm --package=a dlx b', 'pnpm', 'b', ''],
    ['pnpm dlx server', 'pnpm', 'server', ''],
    ['yarn dlx -q server', 'yarn', 'server', ''],
    ['bunx server', 'bunx', 'server', ''],
    ['bun x server', 'bun', 'server', ''],
    ['deno run -A npm:@scope/pkg@1.0.0/bin --x', 'deno', 'pkg', '--x'],
    ['uvx --python 3.12 --from git+https://example.com/x tool a', 'uvx', 'tool', 'a'],
    ['uv tool run tool', 'uv', 'tool', ''],
    ['uv --directory /x run tool a', 'uv', 'tool', 'a'],
    ['uv run --with mcp[cli] mcp run server.py', 'uv', 'mcp', 'run server.py'],
    ['pipx run --spec pkg==1 tool', 'pipx', 'tool', ''],
    ['python3.12 -u -m mcp_server_git -r .', 'python', 'mcp-server-git', '-r .'],
    ['python -m uv tool run tool', 'python uv', 'tool', ''],
    ['poetry run python -m tool_x', 'poetry python', 'tool-x', ''],
    ['node --env-file=.env /usr/lib/node_modules/@scope/pkg/dist/index.js a', 'node', 'pkg', 'a'],
    ['node dist/index.js a', '', 'node', 'dist/index.js a'],
    // containers
    [
      'docker run -i --rm -e A -e B=c --name x -v a:b:ro --network host ghcr.io/o/image:1.2.3 serve',
      'docker',
      'image',
      'serve',
    ],
    ['docker --context x run -itp 1:1 image', 'docker', 'image', ''],
    ['docker run --rm node:20 npx -y server', 'docker npx', 'server', ''],
    ['docker run --entrypoint uvx x/y tool', 'docker uvx', 'tool', ''],
    ['docker run -i mcp/time --local-timezone X', 'docker', 'time', '--local-timezone X'],
    ['docker run -i x/supergateway --stdio npx·server', 'docker supergateway npx', 'server', ''],
    ['podman run --rm image', 'podman', 'image', ''],
    ['docker exec -i -e A=b box node x.js', 'docker', 'node', 'x.js'],
    ['docker compose -f x.yml run --rm -T service', 'docker', 'service', ''],
    ['docker-compose exec -T app php artisan mcp', 'docker-compose', 'php', 'artisan mcp'],
    ['docker mcp gateway run --servers=x', 'docker mcp gateway', 'docker', 'mcp gateway run --servers=x'],
    // bridges
    ['npx mcp-remote https://a.example/mcp', 'npx mcp-remote', 'mcp-remote', 'https://a.example/mcp'],
    ['npx supergateway --port 1 --stdio npx·-y·server·--a', 'npx supergateway npx', 'server', '--a'],
    ['mcp-proxy --port 1 -e A b -- uvx tool a', 'mcp-proxy uvx', 'tool', 'a'],
    ['mcp-proxy --port=1 tool a', 'mcp-proxy', 'tool', 'a'],
  ])('%s', (line, wrappers, program, args) => {
    expect(launchOf(line)).toEqual({ wrappers, program, args });
  });

  test('a command that is one line, with a script before the server', () => {
    const { launch } = factsOf({ command: 'cd /x && A=b npx -y server', args: ['--x'] }).facts;
    expect(launch.wrappers).toEqual([{ kind: 'runner', name: 'npx' }]);
    expect(launch.program).toBe('server');
    expect(launch.args.map(({ text }) => text.reveal())).toEqual(['--x']);
    expect(launch.assignments?.map(({ name }) => name)).toEqual(['A']);
  });

  test('at most so many wrappers', () => {
    expect(launchOf(`${'sudo '.repeat(40)}x`).program).toBe('sudo');
  });

  test.each([
    'npx',
    'docker run',
    'sh -c',
    'env',
    'cmd /c',
    'uvx --from',
    'op run --',
    'python -m',
    'npx -p',
    'mcp-remote',
  ])('nothing that is cut short: %s', (line) => {
    expect(launchOf(line).program).toBeDefined();
  });
});

describe('variables that the command line sets', () => {
  test.each([
    ['env A=1 sh -c export·B=2;·C=3·npx·server', ['A', 'B', 'C']],
    ['docker run -e A=1 --env=B=2 -eC=3 -e D image', ['A', 'B', 'C', 'D']],
    ['cmd /c set·A=1&&·npx·server', ['A']],
    ["pwsh -c $env:A='1';·npx·server", ['A']],
  ])('%s', (line, names) => {
    const { launch } = factsOf(entryOf(line)).facts;
    expect(launch.assignments?.map(({ name }) => name)).toEqual(names);
  });
});

const WORD = fc.oneof(
  fc.constantFrom(
    ...'npx -y -p sh -c bash cmd /c env A=b docker run -e exec -- uvx --from uv python -m node node_modules/a/b.js mcp-remote supergateway --stdio sudo ssh host op && ; | "$@" $0 > 2>&1 ${X} @a/b pkg@1.2.3 image:tag https://a.example/mcp'.split(
      ' ',
    ),
  ),
  fc.string({ maxLength: 12 }),
  fc.constantFrom('npx -y a', 'cd x && npx b', "sh -c 'npx c'", 'exec "$@"'),
);

test('no entry makes the questions about it throw', () => {
  const key = fc.oneof(
    fc.constantFrom(
      ...'env url headers HOST MCP_HOST PORT VERIFY_SSL ALLOWED_DIRS API_TOKEN transport tls'.split(' '),
    ),
    fc.string({ maxLength: 8 }),
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { maxDepth: 3 },
      WORD,
      fc.jsonValue({ maxDepth: 1 }),
      fc.dictionary(key, tie('tree'), { maxKeys: 5 }),
    ),
  }));
  fc.assert(
    fc.property(
      fc.array(WORD, { maxLength: 8 }),
      fc.dictionary(key, tree, { maxKeys: 5 }),
      (args, members) => {
        const { facts, cut } = factsOf({ ...members, command: 'docker', args });
        for (const { slot } of facts.credentials) expect(slot.slot.value.range.end).toBeGreaterThan(0);
        for (const { range } of [...insecureTransport(facts), ...openBinds(facts), ...fileReach(facts)])
          expect(cut(range)).not.toBe('');
      },
    ),
    { numRuns: 300 },
  );
});

test('any words come down to something whose places lie in the text', () => {
  fc.assert(
    fc.property(fc.array(WORD, { minLength: 1, maxLength: 14 }), ([command, ...args]) => {
      const { facts, cut } = factsOf({ command, args });
      const { launch } = facts;
      for (const word of launch.args) expect(cut(word.text.range).length).toBeGreaterThanOrEqual(0);
      for (const place of [launch.package, ...(launch.container ?? [])]) {
        if (place) expect(place.range.end).toBeGreaterThanOrEqual(place.range.start);
      }
      if (launch.endpoint) expect(cut(launch.endpoint.url.range)).not.toBe('');
    }),
    { numRuns: 500 },
  );
});
