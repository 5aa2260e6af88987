import { existsSync } from 'node:fs';
import { arch, platform } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { folderOf, NODE, runProgram } from '../support/cli.ts';

const OF_SYSTEM = `@napi-rs/keyring-${platform()}-${arch()}`;
const kind = { linux: '-musl', win32: '-msvc' }[platform() as string] ?? '';

/** A module whose `Entry` is its name, and which leaves a file when it is loaded. */
const moduleOf = (name: string) =>
  `require('node:fs').writeFileSync(process.env.LOADED, ''); exports.Entry = '${name}';`;

/** What is loaded as the addon by a program in a folder with these packages. */
async function loadIn(packages: Readonly<Record<string, string>>, env: Record<string, string> = {}) {
  const folder = folderOf(
    Object.fromEntries(
      Object.entries(packages).map(([path, text]) => [join('node_modules', path, 'index.js'), text]),
    ),
  );
  const program = join(folder, 'program.cjs');
  await build({
    stdin: {
      contents: `
        import { loadKeyringAddon } from './src/vaults/keyring-addon.ts';
        process.stdout.write(String(loadKeyringAddon()?.Entry));`,
      resolveDir: process.cwd(),
    },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    define: { 'import.meta.url': '__filename' },
    outfile: program,
  });
  const { stdout, stderr } = await runProgram(NODE, [program], {
    env: { LOADED: join(folder, 'loaded'), ...env },
  });
  expect(stderr).toBe('');
  return { loaded: stdout, ran: existsSync(join(folder, 'loaded')) };
}

test('is the package of the system, and not what finds it', async () => {
  const packages = { '@napi-rs/keyring': moduleOf('finder'), [OF_SYSTEM + kind]: moduleOf('system') };
  expect((await loadIn(packages)).loaded).toBe('system');
  const { '@napi-rs/keyring': finder } = packages;
  expect(await loadIn({ '@napi-rs/keyring': finder })).toEqual({ loaded: 'undefined', ran: false });
});

test('is found where only the other package would find it', async () => {
  const packages = {
    '@napi-rs/keyring': moduleOf('finder'),
    [`@napi-rs/keyring/node_modules/${OF_SYSTEM}${kind}`]: moduleOf('system'),
  };
  expect((await loadIn(packages)).loaded).toBe('system');
});

test('is nothing that a variable names', async () => {
  const file = join(folderOf({ 'evil.cjs': moduleOf('evil') }), 'evil.cjs');
  const variables = { NAPI_RS_NATIVE_LIBRARY_PATH: file, NAPI_RS_FORCE_WASI: 'true' };
  expect(await loadIn({}, variables)).toEqual({ loaded: 'undefined', ran: false });
  const { loaded } = await loadIn({ [OF_SYSTEM + kind]: moduleOf('system') }, variables);
  expect(loaded).toBe('system');
});
