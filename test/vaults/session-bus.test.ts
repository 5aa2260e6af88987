import { mkdirSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { callOverSessionBus, sessionBusOf, withSessionBus } from '../../src/vaults/session-bus.ts';
import { temporaryFolder } from '../support/cli.ts';

const NAME = 'DBUS_SESSION_BUS_ADDRESS';
const servers: Server[] = [];

afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => new Promise((done) => server.close(done))));
});

/** Folder with a socket named `bus`. */
async function folderWithBus(folder: string = temporaryFolder()): Promise<string> {
  mkdirSync(folder, { recursive: true });
  const server = createServer();
  servers.push(server);
  await new Promise<void>((done) => server.listen(join(folder, 'bus'), done));
  return folder;
}

describe('the session bus is', () => {
  test('the one that is named', async () => {
    const folder = await folderWithBus();
    const variables = { [NAME]: 'unix:path=/somewhere', XDG_RUNTIME_DIR: folder };
    expect(sessionBusOf(variables)).toBe('unix:path=/somewhere');
    expect(withSessionBus(variables)).toEqual(variables);
  });

  test.each([{}, { [NAME]: '' }])('in the runtime folder when it is not named: %o', async (more) => {
    const folder = await folderWithBus();
    const variables = { ...more, XDG_RUNTIME_DIR: folder };
    expect(sessionBusOf(variables)).toBe(`unix:path=${folder}/bus`);
    expect(withSessionBus(variables)).toEqual({ ...variables, [NAME]: `unix:path=${folder}/bus` });
  });

  test("in the user's folder when no variable says anything", async () => {
    const folders = temporaryFolder();
    const folder = await folderWithBus(join(folders, `${userInfo().uid}`));
    expect(sessionBusOf({}, folders)).toBe(`unix:path=${folder}/bus`);
    expect(sessionBusOf({ XDG_RUNTIME_DIR: temporaryFolder() }, folders)).toBe(`unix:path=${folder}/bus`);
  });

  test('written as an address', async () => {
    const folder = await folderWithBus(join(temporaryFolder(), 'a b,\u00e4;%'));
    expect(sessionBusOf({ XDG_RUNTIME_DIR: folder })).toMatch(/\/a%20b%2c%c3%a4%3b%25\/bus$/);
  });

  test('no file, no relative folder, nothing', async () => {
    const folders = temporaryFolder();
    const folder = temporaryFolder();
    writeFileSync(join(folder, 'bus'), '');
    expect(sessionBusOf({ XDG_RUNTIME_DIR: folder }, folders)).toBeUndefined();
    expect(sessionBusOf({ XDG_RUNTIME_DIR: '.' }, folders)).toBeUndefined();
    expect(sessionBusOf({ XDG_RUNTIME_DIR: '' }, folders)).toBeUndefined();
    expect(sessionBusOf({}, folders)).toBeUndefined();
  });
});

describe('a call over the session bus', () => {
  test('sees it in the environment, and nobody after it', async () => {
    const environment: Record<string, string> = { XDG_RUNTIME_DIR: await folderWithBus() };
    const before = { ...environment };
    const seen = callOverSessionBus(environment, () => environment[NAME]);
    expect(seen).toBe(`unix:path=${environment['XDG_RUNTIME_DIR']}/bus`);
    expect(environment).toEqual(before);
  });

  test('leaves the environment as it was when it fails', async () => {
    const environment: Record<string, string> = { XDG_RUNTIME_DIR: await folderWithBus(), [NAME]: '' };
    const before = { ...environment };
    const fail = () => {
      throw new Error('no');
    };
    expect(() => callOverSessionBus(environment, fail)).toThrow('no');
    expect(environment).toEqual(before);
  });

  test('is made without one, too', () => {
    expect(callOverSessionBus({ [NAME]: 'unix:path=/x' }, () => 1)).toBe(1);
    expect(callOverSessionBus(Object.freeze({}), () => 1)).toBe(1);
  });
});
