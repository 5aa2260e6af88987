import { type ChildProcess, execFileSync, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readFileSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Machine } from '../../../src/core/machine.ts';
import { accepts } from '../../../src/fixers/accept.ts';
import { applyPlan } from '../../../src/fixers/apply.ts';
import type { DestinationId } from '../../../src/fixers/destination.ts';
import { planFixes } from '../../../src/fixers/plan.ts';
import { undoLast } from '../../../src/fixers/undo.ts';
import { readConfigs } from '../../../src/read-configs.ts';
import { RULES } from '../../../src/rules/rules.ts';
import { type Vault, VaultError, type VaultId } from '../../../src/vaults/vault.ts';
import { openVault } from '../../../src/vaults/vaults.ts';
import { fillExample } from '../../support/examples.ts';
import { installPrograms } from '../../support/programs/install.ts';

const lacking = ['pass', 'gpg', 'gpgconf'].filter((name) => spawnSync(name, ['--version']).error);
const missing = lacking.length > 0 ? `(missing: ${lacking.join(', ')})` : '';

const CONFIG = fillExample(`{
  // two servers
  "mcpServers": {
    "github": { "command": "node", "args": ["-p", "process.env.GITHUB_TOKEN"], "env": { "GITHUB_TOKEN": "{{sample:github-pat-classic}}", "LOG": "1" } },
    "db": { "command": "node", "args": ["-p", "process.env.DATABASE_URL"],
      "env": {
        "DATABASE_URL": "postgres://u:{{opaque}}@h/d?password={{opaque:b}}",
      }
    }
  }
}
`);
const SECRETS = [...CONFIG.matchAll(/(ghp_\w+|[0-9a-f]{32})/g)].map(([text]) => text!);

describe('a fix and its undoing, through the programs of the vaults', () => {
  let folder: string;
  let machine: Machine;
  let file: string;
  let server: ChildProcess | undefined;

  beforeEach(() => {
    folder = realpathSync.native(mkdtempSync(join(tmpdir(), 'trip-')));
    file = join(folder, '.cursor', 'mcp.json');
    mkdirSync(join(folder, '.cursor'));
    writeFileSync(file, CONFIG);
    const PATH = installPrograms(folder, 'op', 'doppler');
    const variables = { PATH, HOME: folder, OP_FAKE_ITEMS: join(folder, 'items') };
    machine = { os: 'linux', home: folder, cwd: folder, variables };
  });
  afterEach(() => {
    server?.kill();
    spawnSync('gpgconf', ['--kill', 'all'], { env: machine.variables });
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  });

  const open = (id: VaultId) => openVault(id, machine);
  async function fix(to: DestinationId, option?: string, vaultOf: (id: VaultId) => Vault = open) {
    const results = await readConfigs([file], { cwd: folder, home: folder, keepBytes: true }, RULES);
    const request = { machine, to, safety: 'safe', only: [], launcher: ['/bin/sh'] } as const;
    const plan = planFixes(results, {
      ...request,
      openVault: vaultOf,
      ...(option !== undefined && { option }),
    });
    const outcomes = applyPlan(plan, { machine, openVault: vaultOf, accepts });
    return { plan, failures: outcomes.map(({ failure }) => failure) };
  }
  const said = (name: string) => {
    const text = readFileSync(file, 'utf8')
      .replace(/\/\/ .*/, '')
      .replace(/,(\s*\})/g, '$1');
    const { command, args, env } = JSON.parse(text).mcpServers[name];
    return spawnSync(command, args, { env: { ...machine.variables, ...env }, input: '', encoding: 'utf8' })
      .stdout;
  };

  async function goesRound(to: DestinationId, option: string | undefined, starts: boolean): Promise<void> {
    const { plan, failures } = await fix(to, option);
    expect(plan.left.map(({ reason }) => reason)).toEqual([]);
    expect(failures).toEqual([undefined]);
    const fixed = readFileSync(file, 'utf8');
    for (const secret of SECRETS) expect(fixed).not.toContain(secret);
    if (starts) {
      expect(said('github').trim()).toBe(SECRETS[0]);
      expect(said('db').trim()).toBe(`postgres://u:${SECRETS[1]}@h/d?password=${SECRETS[2]}`);
    }
    const accounts = plan.files.flatMap(({ moves }) => moves.map(({ item }) => item));
    expect(undoLast({ machine, openVault: open })!.map(({ failure }) => failure)).toEqual([undefined]);
    expect(readFileSync(file, 'utf8')).toBe(CONFIG);
    for (const { vault, account } of accounts) expect(open(vault).read(account)).toBeUndefined();
  }

  async function startDoppler(): Promise<void> {
    const api = join(import.meta.dirname, '../../support/programs/doppler-api.mjs');
    server = spawn(process.execPath, [api], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [port] = await once(server.stdout!, 'data');
    const own = { DOPPLER_API_HOST: `http://127.0.0.1:${String(port).trim()}`, DOPPLER_TOKEN: 'loopback' };
    machine = { ...machine, variables: { ...machine.variables, ...own } };
  }

  test('1Password, with a stand-in for op', () => goesRound('1password', 'My Vault', true));

  test('Doppler, with a stand-in for doppler', async () => {
    await startDoppler();
    await goesRound('doppler', 'tools/dev', true);
  });

  test.skipIf(missing !== '')(`pass, the real one ${missing}`, async () => {
    const variables = { ...machine.variables, GNUPGHOME: join(folder, 'gpg') };
    machine = { ...machine, variables };
    mkdirSync(variables.GNUPGHOME, { mode: 0o700 });
    const key = ['--batch', '--quiet', '--passphrase', '', '--quick-gen-key', 'a@example.org'];
    execFileSync('gpg', key, { env: variables, stdio: 'pipe' });
    execFileSync('pass', ['init', 'a@example.org'], { env: variables, stdio: 'pipe' });
    await goesRound('pass', undefined, false);
  });

  test('a value that Doppler has already stays there, also when the fix is undone', async () => {
    await startDoppler();
    const [token] = SECRETS;
    const { plan } = await fix('doppler', 'tools/dev');
    const item = plan.files[0]!.moves[0]!.item;
    expect(undoLast({ machine, openVault: open })).toHaveLength(1);
    open('doppler').store(item.account, item.text);
    expect((await fix('doppler', 'tools/dev')).failures).toEqual([undefined]);
    expect(undoLast({ machine, openVault: open })).toHaveLength(1);
    expect(open('doppler').read(item.account)!.reveal()).toBe(token);
    expect(readFileSync(file, 'utf8')).toBe(CONFIG);
  });

  test.each([
    ['1password', 'Nowhere', '1Password has no vault "Nowhere" that you may use'],
    ['1password', 'a/b', 'no reference can name the vault "a/b": give its id instead'],
    ['doppler', 'tools/dev', 'Doppler is locked'],
    ['doppler', undefined, 'Doppler needs a project and a config: "--to doppler:PROJECT/CONFIG"'],
    ['pass', undefined, 'there is no password store yet ("pass init" makes one)'],
    ['infisical', 'dev', 'infisical is not installed'],
  ] as const)('%s:%s leaves everything and says why', async (to, option, reason) => {
    const { plan, failures } = await fix(to, option);
    expect(new Set(plan.left.map((one) => one.reason))).toEqual(new Set([reason]));
    expect(failures).toEqual([]);
    expect(readFileSync(file, 'utf8')).toBe(CONFIG);
  });

  test('an item that is not kept undoes what was done before it', async () => {
    let stores = 0;
    const failing = (id: VaultId): Vault => {
      const vault = open(id);
      const store: Vault['store'] = (account, content) => {
        stores += 1;
        if (stores === 2) throw new VaultError('locked', '1Password is locked.');
        vault.store(account, content);
      };
      return { ...vault, store };
    };
    expect((await fix('1password', undefined, failing)).failures).toEqual([expect.any(String)]);
    expect(readFileSync(file, 'utf8')).toBe(CONFIG);
    expect(JSON.parse(readFileSync(join(folder, 'items'), 'utf8'))).toEqual([]);
  });
});
