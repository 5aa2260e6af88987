import { describe, expect, test } from 'vitest';
import type { CommandUse } from '../../../src/core/use.ts';
import { differenceFrom } from '../../../src/launcher/command-use.ts';
import { BIN, planText } from '../plan-text.ts';

const FILE = 'claude_desktop_config.json';

interface Fixed {
  readonly command: string;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
}

async function fixEntry(entry: object, file = FILE, key = 'mcpServers') {
  const planned = await planText(file, JSON.stringify({ [key]: { a: entry } }));
  const after = JSON.parse(planned.after)[key].a as Fixed;
  return { ...planned, entry: after, uses: planned.plan.files[0]?.moves.map(({ item }) => item.uses[0]) };
}

const reference = (name: string, host = 'claude-desktop') => `keychain://mcp-lint/${host}/a/${name}`;

describe('containers', () => {
  test.each([
    [
      ['-e', 'API_KEY={{opaque}}'],
      ['-e', 'API_KEY'],
    ],
    [['-eAPI_KEY={{opaque}}'], ['-eAPI_KEY']],
    [['--env=API_KEY={{opaque}}'], ['--env=API_KEY']],
    [
      ['--env', 'API_KEY={{opaque}}'],
      ['--env', 'API_KEY'],
    ],
  ])('%j takes the value from the environment of docker', async (before, after) => {
    const { entry } = await fixEntry({ command: 'docker', args: ['run', '-i', ...before, 'img/x'] });
    expect(entry.args).toEqual(['exec', '--', 'docker', 'run', '-i', ...after, 'img/x']);
    expect(entry.env).toEqual({ API_KEY: reference('API_KEY') });
  });

  test('all of the value is kept, with the scheme word in it', async () => {
    const { entry, kept } = await fixEntry({
      command: 'docker',
      args: ['run', '-e', 'AUTH_HEADER=Bearer {{opaque:a}}', 'img/x'],
    });
    expect(entry.env).toEqual({ AUTH_HEADER: reference('AUTH_HEADER') });
    expect(kept[0]).toMatch(/ Bearer [0-9a-f]{32}$/);
  });

  test.each([
    [
      'behind sudo, which hands on no variables',
      { command: 'sudo', args: ['docker', 'run', '-e', 'API_KEY={{opaque}}', 'img/x'] },
    ],
    [
      'set in the entry as well',
      { command: 'docker', args: ['run', '-e', 'API_KEY={{opaque}}', 'img/x'], env: { API_KEY: 'x' } },
    ],
  ])('the argument is kept as a whole: %s', async (_, before) => {
    const { entry, warnings } = await fixEntry(before);
    expect(entry.args).toContain(reference('API_KEY'));
    expect(warnings).toHaveLength(1);
  });

  test('an argument of the image is an argument', async () => {
    const { entry } = await fixEntry({
      command: 'docker',
      args: ['run', 'img/x', '--api-key', '{{opaque}}'],
    });
    expect(entry.args).toEqual(['exec', '--', 'docker', 'run', 'img/x', '--api-key', reference('api-key')]);
  });
});

describe('shells', () => {
  test.each([
    ['API_TOKEN={{opaque}} npx srv', 'API_TOKEN="$API_TOKEN" npx srv'],
    ['npx srv --api-key {{opaque}} --stdio', 'npx srv --api-key "$A_API_KEY" --stdio'],
    ["npx srv --api-key '{{opaque}}'", 'npx srv --api-key "$A_API_KEY"'],
    ["npx srv '--api-key={{opaque}}'", `npx srv '--api-key='"$A_API_KEY"''`],
    ['npx srv "--api-key={{opaque}}"', 'npx srv "--api-key=$A_API_KEY"'],
    ['npx srv "https://me:{{opaque}}@db.example.com/x"', 'npx srv "https://me:$A_PASSWORD@db.example.com/x"'],
  ])('%s', async (script, after) => {
    const { entry } = await fixEntry({ command: 'sh', args: ['-c', script] });
    expect(entry.args?.at(-1)).toBe(after);
    expect(Object.keys(entry.env ?? {})).toHaveLength(1);
  });

  test.each([
    'API_TOKEN={{opaque}} $(which npx) srv',
    'API_TOKEN={{opaque}} eval npx srv',
    "bash -c 'API_TOKEN={{opaque}} npx srv'",
    'API_TOKEN="{{opaque}}\\$x" npx srv',
  ])('what is not certain stays: %s', async (script) => {
    const { plan, left } = await fixEntry({ command: 'sh', args: ['-c', script] });
    expect(plan.files).toEqual([]);
    expect(left).toEqual(['it stands in a script that cannot be changed with certainty']);
  });

  test('what the host would put a value for itself stays', async () => {
    const { left } = await fixEntry(
      { command: 'sh', args: ['-c', 'API_TOKEN={{opaque}} npx srv'] },
      '.gemini/settings.json',
    );
    expect(left[0]).toContain('Gemini CLI may put its own value for a variable in this script');
  });

  test('shells of Windows are left alone', async () => {
    const { plan } = await fixEntry({ command: 'cmd', args: ['/c', 'set API_TOKEN={{opaque}}&& npx srv'] });
    expect(plan.files).toEqual([]);
  });
});

describe('bridges', () => {
  const bridge = {
    command: 'npx',
    args: ['mcp-remote', 'https://mcp.example.com', '--header', 'Authorization: Bearer {{opaque}}'],
  };

  test('mcp-remote puts the value of a variable into the header', async () => {
    const { entry } = await fixEntry(bridge);
    expect(entry.args?.at(-1)).toBe('Authorization: Bearer ${A_AUTHORIZATION}');
    expect(entry.env).toEqual({ A_AUTHORIZATION: reference('A_AUTHORIZATION') });
  });

  test('not where the host would, before it', async () => {
    const { entry } = await fixEntry(bridge, '.claude.json');
    expect(entry.args?.at(-1)).toBe(reference('Authorization', 'claude-code-user'));
    expect(entry.env).toBeUndefined();
  });
});

describe('arguments', () => {
  test.each([
    [['--api-key', '{{opaque}}'], ['--api-key', reference('api-key')], 'the argument --api-key'],
    [['--api-key={{opaque}}'], [reference('api-key')], 'the argument --api-key'],
    [
      ['postgres://me:{{opaque}}@db.example.com/x'],
      [reference('argument-1')],
      'the user information of a URL',
    ],
  ])('%j becomes a reference, and the plan says who sees it', async (before, after, seen) => {
    const { entry, warnings } = await fixEntry({ command: 'srv', args: before });
    expect(entry.args).toEqual(['exec', '--', 'srv', ...after]);
    expect(warnings).toEqual([
      `The process list shows ${seen} of "a" while it runs, as before; a variable in "env" is better where the server reads one.`,
    ]);
  });
});

describe('uses', () => {
  test('are bound to the start as it is rewritten, references as references', async () => {
    const { uses } = await fixEntry({
      command: 'npx',
      args: ['-y', 'srv@1.2.3', '--api-key', '{{opaque:a}}'],
      env: { API_TOKEN: '{{opaque:b}}' },
    });
    const words = ['npx', '-y', 'srv', '--api-key', reference('api-key')];
    expect(uses).toMatchObject([
      { kind: 'command', place: 'argument', program: `${BIN}/npx`, words },
      { kind: 'command', place: 'env API_TOKEN', program: `${BIN}/npx`, words },
    ]);
  });

  test.each([
    {
      command: 'npx',
      args: ['-y', 'srv@1.2.3', '--api-key', '{{opaque:a}}'],
      env: { API_TOKEN: '{{opaque:b}}' },
    },
    { command: 'docker', args: ['run', '-e', 'API_TOKEN={{opaque:a}}', 'img/x', '--token={{opaque:b}}'] },
    { command: 'sh', args: ['-c', "API_TOKEN={{opaque:a}} npx srv --api-key '{{opaque:b}}'"] },
    { command: 'npx', args: ['mcp-remote', 'https://a.example.com', '--header', 'X-Api-Key:{{opaque:a}}'] },
    { command: 'srv', env: { API_TOKEN: '{{opaque:a}}', NODE_OPTIONS: '--max-old-space-size=512' } },
  ])('allow the start that the rewritten entry makes, and no other: $command', async (before) => {
    const { entry, plan, folder } = await fixEntry(before);
    const [dashes, ...words] = entry.args!.slice(1);
    expect([entry.command, entry.args![0], dashes]).toEqual(['mcp-lint', 'exec', '--']);
    const environment = { HOME: '/home/me', PATH: BIN, ...entry.env };
    for (const { item } of plan.files[0]!.moves) {
      const [use] = item.uses as [CommandUse];
      const asked = { words, place: use.place, environment, surroundings: {}, folder };
      expect(differenceFrom(use, asked, false)).toBeUndefined();
      expect(differenceFrom(use, { ...asked, words: [...words, '--other'] }, false)).toBeDefined();
      expect(differenceFrom(use, { ...asked, place: 'env OTHER' }, false)).toBeDefined();
    }
  });

  test('folders that the host puts in are known in a project', async () => {
    const { uses, folder } = await fixEntry(
      { command: 'node', args: ['${workspaceFolder}/srv.js'], env: { API_TOKEN: '{{opaque}}' } },
      'project/.cursor/mcp.json',
    );
    expect(uses).toMatchObject([{ words: ['node', `${folder}/project/srv.js`] }]);
  });

  test.each([
    [
      'its command line has references whose values are not known here',
      { command: 'srv', args: ['${env:REGION}'], env: { API_TOKEN: '{{opaque}}' } },
    ],
    [
      'its variable NODE_OPTIONS has references whose values are not known here',
      { command: 'srv', env: { API_TOKEN: '{{opaque}}', NODE_OPTIONS: '--require ${env:HOOK}' } },
    ],
    [
      'the program nowhere that it starts is not on this machine',
      { command: 'nowhere', env: { API_TOKEN: '{{opaque}}' } },
    ],
  ])('without one the launcher would refuse: %s', async (reason, entry) => {
    const { left } = await fixEntry(entry, '.cursor/mcp.json');
    expect(left[0]).toContain(reason);
  });

  test('relative paths need a folder', async () => {
    const entry = { command: 'node', args: ['srv.js'], env: { API_TOKEN: '{{opaque}}' } };
    const { left } = await fixEntry(entry, '.claude.json');
    expect(left[0]).toContain(
      'its command line has relative paths, and the host does not say where they start',
    );
    const { uses, folder } = await fixEntry(entry, 'project/.cursor/mcp.json');
    expect(uses).toMatchObject([{ folder: `${folder}/project` }]);
  });
});

describe('what stays', () => {
  test.each([
    [
      'a value with references in it',
      FILE,
      { command: 'srv', env: { A_URL: 'https://${USER}:{{opaque}}@a.example.com/' } },
      'its value also has references in it',
    ],
    ['one line', FILE, { command: 'srv --api-key {{opaque}}' }, 'its command line is written as one string'],
    [
      'a container of the host',
      '.devcontainer/devcontainer.json',
      { command: 'srv', env: { API_TOKEN: '{{opaque}}' } },
      'starts the server in a container',
    ],
    [
      'a package',
      '.claude-plugin/plugin.json',
      { command: 'srv', env: { API_TOKEN: '{{opaque}}' } },
      'the file is there for other machines',
    ],
    [
      'an address',
      '.claude.json',
      { type: 'http', url: 'https://a.example.com/mcp?api_key={{opaque}}' },
      'the host itself calls this server',
    ],
    ['a command that stands twice', FILE, undefined, 'the entry says twice what it starts'],
  ])('%s', async (_, file, entry, reason) => {
    const text =
      entry === undefined
        ? '{"mcpServers":{"a":{"command":"srv","command":"srv","env":{"API_TOKEN":"{{opaque}}"}}}}'
        : file.startsWith('.devcontainer')
          ? JSON.stringify({ customizations: { vscode: { mcp: { servers: { a: entry } } } } })
          : JSON.stringify({ mcpServers: { a: entry } });
    const { plan, left } = await planText(file, text);
    expect(plan.files).toEqual([]);
    expect(left).toHaveLength(1);
    expect(left[0]).toContain(reason);
  });
});

describe('an entry that we start already', () => {
  const started = (rest: object) => ({ command: 'mcp-lint', args: ['exec', '--', 'srv'], ...rest });

  test('is not wrapped again', async () => {
    const { entry, uses } = await fixEntry(started({ env: { API_TOKEN: '{{opaque}}' } }));
    expect(entry).toEqual(started({ env: { API_TOKEN: reference('API_TOKEN') } }));
    expect(uses).toMatchObject([{ words: ['srv'] }]);
  });

  test('keeps the command line that its other secrets are bound to', async () => {
    const { left } = await fixEntry({
      command: 'mcp-lint',
      args: ['exec', '--', 'srv', '--api-key', '{{opaque}}'],
    });
    expect(left[0]).toContain('run "mcp-lint undo" first');
  });
});

test('what is said of all servers of a file is said once, and a server without a name is named', async () => {
  const env = { API_TOKEN: '{{opaque}}' };
  const two = { a: { command: 'srv', env }, '': { command: 'srv', args: ['--token', '{{opaque:b}}'] } };
  const { warnings } = await planText('.mcp.json', JSON.stringify({ mcpServers: two }));
  expect(warnings).toHaveLength(2);
  expect(warnings.join('\n')).toContain('shows the argument --token of "" while it runs');
});

test('in a file for others the plan says that they have no such value', async () => {
  const { warnings } = await fixEntry({ command: 'srv', env: { API_TOKEN: '{{opaque}}' } }, '.mcp.json');
  expect(warnings).toEqual([
    'Servers with a reference start on this machine only: others who use this file store a value of their own with "mcp-lint secret set".',
  ]);
});
