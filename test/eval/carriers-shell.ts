import type { Carrier } from './carrier.ts';
import { databaseUrl } from './connection.ts';
import { isShellSafe } from './credential.ts';
import { queryUrl } from './endpoint.ts';
import { join, type Text } from './marked.ts';
import type { Random } from './random.ts';

const safe = (value: string): boolean =>
  (isShellSafe(value) || /^\$\{?\w+\}?$/.test(value)) && value.length < 300;
const program = (random: Random): string =>
  random.pick([
    'npx -y @acme/mcp-server',
    'uvx acme-mcp',
    'node /opt/mcp/index.js',
    'exec npx -y @modelcontextprotocol/server-github',
    'docker compose up mcp',
  ]);
const SHELLS = ['sh', 'bash', '/bin/sh', '/bin/bash', 'zsh', 'wsl', 'wsl.exe'];

function throughShell(random: Random, text: Text): { command: string; args: Text[] } {
  const command = random.pick(SHELLS);
  if (command.startsWith('wsl')) return { command, args: ['bash', '-c', text] };
  return { command, args: [random.pick(['-c', '-c', '-lc', '-ic']), text] };
}

/** Command lines inside a string, and programs that set variables for another. */
export const SHELL_CARRIERS: readonly Carrier[] = [
  {
    id: 'sh-prefix',
    weight: 6,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const { name, value } = supply.any('shell prefix assignment', safe);
      const quote = r.pick(['', '', "'", '"']);
      Object.assign(
        draft,
        throughShell(r, join(`${name}=${quote}`, value, `${quote} ${r.pick(['', 'DEBUG=1 '])}${program(r)}`)),
      );
    },
  },
  {
    id: 'sh-export',
    weight: 6,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const { name, value } = supply.any('shell export', safe);
      const quote = r.pick(['', "'", '"']);
      Object.assign(
        draft,
        throughShell(
          r,
          join(
            `${r.pick(['', 'cd /opt/mcp && ', 'source ~/.nvm/nvm.sh; '])}export ${name}=${quote}`,
            value,
            `${quote}${r.pick([' && ', '; ', ' ; '])}${program(r)}`,
          ),
        ),
      );
    },
  },
  {
    id: 'cmd-set',
    weight: 4,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const { name, value } = supply.any('cmd set', (text) => safe(text) && !text.includes('='));
      draft.command = r.pick(['cmd', 'cmd.exe', 'C:\\Windows\\System32\\cmd.exe']);
      draft.args = [
        '/c',
        r.chance(0.6)
          ? join(`set ${name}=`, value, `&& ${program(r)}`)
          : join(`set "${name}=`, value, `" && ${program(r)}`),
      ];
    },
  },
  {
    id: 'powershell',
    weight: 4,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const { name, value } = supply.any(
        'powershell assignment',
        (text) => safe(text) && !text.startsWith('$'),
      );
      draft.command = r.pick(['powershell', 'pwsh', 'powershell.exe']);
      const quote = r.pick(["'", '"']);
      draft.args = [
        ...r.pick([[], ['-NoProfile'], ['-ExecutionPolicy', 'Bypass']]),
        r.pick(['-Command', '-c']),
        join(`$env:${name}${r.pick(['=', ' = '])}${quote}`, value, `${quote}; ${program(r)}`),
      ];
    },
  },
  {
    id: 'env-command',
    weight: 6,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const { name, value } = supply.any('env command', (text) => !/\s/.test(text) && text.length < 400);
      draft.command = r.pick(['env', '/usr/bin/env', 'env', 'npx']);
      const assignments = [...r.pick([[], ['NODE_ENV=production']]), join(`${name}=`, value)];
      draft.args =
        draft.command === 'npx'
          ? ['cross-env', ...assignments, 'node', 'dist/index.js']
          : [...assignments, ...program(r).split(' ')];
    },
  },
  {
    id: 'sh-flag',
    weight: 4,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const { value } = supply.key('shell flag', safe);
      const [flag, after] = r.pick([
        ['--api-key ', ''],
        ['--api-key=', ' --debug'],
        ['--token=', ''],
        ['--token ', ' --readonly'],
        ['--access-token "', '"'],
        ["--secret='", "'"],
      ] as const);
      Object.assign(draft, throughShell(r, join(`${program(r)} ${flag}`, value, after)));
    },
  },
  {
    id: 'sh-header',
    weight: 3,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const { value } = supply.key('shell header', safe);
      const quote = r.pick(["'", '"']);
      Object.assign(
        draft,
        throughShell(
          r,
          join(
            `npx -y mcp-remote https://mcp.example.com/mcp --header ${quote}Authorization: Bearer `,
            value,
            quote,
          ),
        ),
      );
    },
  },
  {
    id: 'sh-url',
    weight: 3,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const url =
        supply.secrets && r.chance(0.5) ? databaseUrl(r, 'shell', supply) : queryUrl(r, 'shell', supply);
      const quote = url.text.includes("'") ? '"' : "'";
      Object.assign(draft, throughShell(r, join(`npx -y @acme/server ${quote}`, url, quote)));
    },
  },
  {
    id: 'ssh',
    weight: 0.7,
    bases: ['shell'],
    load: (_r, draft, supply) => {
      const { name, value } = supply.any('ssh command', safe);
      draft.command = 'ssh';
      draft.args = [
        '-i',
        '~/.ssh/id_ed25519',
        'dev@host.example.com',
        join(`${name}=`, value, ' node /srv/mcp/index.js'),
      ];
    },
  },
  {
    id: 'command-line',
    weight: 4,
    bases: ['shell'],
    load: (r, draft, supply) => {
      if (r.chance(0.6)) {
        const { value } = supply.key('command line flag', safe);
        draft.command = join(
          `npx -y @acme/mcp-server ${r.pick(['--api-key ', '--api-key=', '--token ', '--access-token='])}`,
          value,
        );
      } else {
        const { name, value } = supply.any('command line assignment', safe);
        draft.command = join(`env ${name}=`, value, ' uvx acme-mcp');
      }
    },
  },
  {
    id: 'sh-docker',
    weight: 3,
    bases: ['shell'],
    load: (r, draft, supply) => {
      const { name, value } = supply.any('shell docker -e', safe);
      Object.assign(
        draft,
        throughShell(
          r,
          join(`docker run -i --rm ${r.pick(['-e ', '--env ', '--env='])}${name}=`, value, ' mcp/server'),
        ),
      );
    },
  },
];
