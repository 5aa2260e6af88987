import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Machine } from '../../src/core/machine.ts';
import { Secret } from '../../src/core/secret.ts';
import { dopplerAccount, isDopplerName, openDoppler, parseDopplerConfig } from '../../src/vaults/doppler.ts';
import { installPrograms } from '../support/programs/install.ts';
import { prng, sample } from '../support/samples.ts';

/** The real program, where it is installed; our own runs have it in `.cache/doppler`. */
const real = [...(process.env['PATH'] ?? '').split(delimiter), join(process.cwd(), '.cache/doppler')]
  .map((folder) => join(folder, 'doppler'))
  .find((path) => existsSync(path));

describe.each([
  ['a stand-in for doppler', undefined],
  ['the real program doppler', real],
])('Doppler, with %s', (name, program) => {
  const missing = name.startsWith('the real') && !program ? '(missing: doppler is not installed)' : '';

  describe.skipIf(missing !== '')(`against a server on this machine ${missing}`, () => {
    let folder: string;
    let machine: Machine;
    let server: ChildProcess;
    const account = (name: string) => dopplerAccount({ project: 'tools', config: 'dev', name });
    const secret = new Secret(sample('github-pat-classic', prng(3)));
    const vaultWith = (more: Machine['variables'] = {}) =>
      openDoppler({ ...machine, variables: { ...machine.variables, ...more } });
    const runs = (names: string) =>
      spawnSync(
        join(folder, 'bin', 'doppler'),
        [
          'run',
          '-p',
          'tools',
          '-c',
          'dev',
          '--only-secrets',
          names,
          '--',
          'node',
          '-p',
          'JSON.stringify(process.env)',
        ],
        { env: { ...machine.variables, TOKEN: 'before' }, input: '', encoding: 'utf8' },
      );

    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), 'doppler-'));
      const PATH = installPrograms(folder, 'doppler');
      if (program) copyFileSync(program, join(folder, 'bin', 'doppler'));
      server = spawn(process.execPath, [join(import.meta.dirname, '../support/programs/doppler-api.mjs')], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const [port] = await once(server.stdout!, 'data');
      machine = {
        os: 'linux',
        home: folder,
        cwd: folder,
        variables: {
          PATH,
          HOME: folder,
          DOPPLER_API_HOST: `http://127.0.0.1:${String(port).trim()}`,
          DOPPLER_TOKEN: 'loopback',
        },
      };
    });
    afterAll(() => {
      server.kill();
      rmSync(folder, { recursive: true, force: true });
    });

    test('a secret is set, read back, handed to a program, and removed', () => {
      const vault = vaultWith();
      expect(vault.missing()).toBeUndefined();
      expect(vault.read(account('TOKEN'))).toBeUndefined();
      vault.store(account('TOKEN'), secret);
      expect(vault.read(account('TOKEN'))!.reveal()).toBe(secret.reveal());
      const { stdout, stderr } = runs('TOKEN');
      expect(JSON.parse(stdout)).toMatchObject({ TOKEN: secret.reveal(), HOME: folder });
      expect(stderr).toBe('');
      expect(vault.remove(account('TOKEN'))).toBe(true);
      expect(vault.remove(account('TOKEN'))).toBe(false);
      // The server does not start without its secret, nor with another one.
      expect(runs('TOKEN')).toMatchObject({ stdout: '', status: 1 });
    });

    test('the same value again is fine, another value is never written over it', () => {
      const vault = vaultWith();
      vault.store(account('SAME'), secret);
      vault.store(account('SAME'), secret);
      expect(() => vault.store(account('SAME'), new Secret('another'))).toThrow(
        expect.objectContaining({
          kind: 'refused',
          message: 'Doppler has another value under SAME in tools/dev already',
        }),
      );
      expect(vault.read(account('SAME'))!.reveal()).toBe(secret.reveal());
    });

    test('what the server would get is read: with the references of Doppler replaced', () => {
      const vault = vaultWith();
      expect(vault.read(account('EXPANDED'))!.reveal()).toBe('other');
      vault.store(account('MADE'), new Secret('a ${OTHER}'));
      expect(vault.read(account('MADE'))!.reveal()).toBe('a other');
    });

    test('values of several lines come back', () => {
      const vault = vaultWith();
      vault.store(account('KEY'), new Secret('one\n"two" \\ ü\n\nthree'));
      expect(vault.read(account('KEY'))!.reveal()).toBe('one\n"two" \\ ü\n\nthree');
    });

    test('a secret that may be used but not seen is somebody else\u2019s: neither replaced nor removed', () => {
      const vault = vaultWith();
      expect(vault.read(account('HIDDEN'))!.length).toBe(0);
      for (const call of [vault.store, vault.remove])
        expect(() => call(account('HIDDEN'), secret)).toThrow(expect.objectContaining({ kind: 'refused' }));
    });

    test.each([
      ['no token', { DOPPLER_TOKEN: '' }, 'tools/dev/TOKEN', 'locked'],
      ['a wrong token', { DOPPLER_TOKEN: 'wrong' }, 'tools/dev/TOKEN', 'locked'],
      ['no such project', {}, 'other/dev/TOKEN', 'refused'],
      ['no such config', {}, 'tools/prod/TOKEN', 'refused'],
      ['no network', { DOPPLER_API_HOST: 'http://127.0.0.1:1' }, 'tools/dev/TOKEN', 'unreachable'],
      ['not installed', { PATH: '/nowhere' }, 'tools/dev/TOKEN', 'unreachable'],
    ])('%s', (_, variables, place, kind) => {
      const error = expect.objectContaining({ name: 'VaultError', kind });
      expect(() => vaultWith(variables).store(place, secret)).toThrow(error);
    });

    test('nothing of ours is written to the disk', () => {
      const vault = vaultWith();
      vault.store(account('DISK'), secret);
      vault.read(account('DISK'));
      const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((one) =>
        one.isFile(),
      );
      for (const { parentPath, name } of files)
        expect(readFileSync(join(parentPath, name)).includes(secret.reveal())).toBe(false);
    });
  });
});

test.each([
  'tools/dev',
  '-p/dev/TOKEN',
  'tools/--x/TOKEN',
  'tools/dev/token',
  'a/b/c/TOKEN',
  '/x/TOKEN',
  'TOKEN',
  '',
])('what names no secret is refused: %j', (account) => {
  const machine: Machine = { os: 'linux', home: '/', cwd: '/', variables: {} };
  expect(() => openDoppler(machine).read(account)).toThrow(expect.objectContaining({ kind: 'refused' }));
});

test('names that Doppler takes', () => {
  expect(['A', 'GITHUB_TOKEN', '_X1'].every(isDopplerName)).toBe(true);
  expect(['', 'a', '1A', 'A-B', 'PATH', 'HOME', 'DOPPLER_CONFIG', 'A'.repeat(300)].some(isDopplerName)).toBe(
    false,
  );
  expect(parseDopplerConfig('backend/dev_personal')).toEqual({ project: 'backend', config: 'dev_personal' });
  for (const text of ['', 'backend', 'a/b/c', '/dev', 'a/', '-a/b', 'a b/c'])
    expect(parseDopplerConfig(text)).toBeUndefined();
});
