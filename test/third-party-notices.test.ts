import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { ROOT, temporaryFolder } from './support/cli.ts';

type Build = (options: object) => Promise<unknown>;
const script = new URL('../scripts/third-party-notices.mjs', import.meta.url).href;
const {
  recordFiles,
  noticesFor,
}: {
  recordFiles(build: Build): { build: Build; files: ReadonlySet<string> };
  noticesFor(files: Iterable<string>): string;
} = await import(script);

/** A folder with packages, a license text for each that has one, and a file that imports some of them. */
function project(packages: Readonly<Record<string, string | undefined>>, source: string): string {
  const folder = temporaryFolder();
  for (const [name, license] of Object.entries(packages)) {
    const own = join(folder, 'node_modules', name);
    mkdirSync(own, { recursive: true });
    writeFileSync(join(own, 'package.json'), JSON.stringify({ name, version: '1.2.3', license: 'ISC' }));
    writeFileSync(join(own, 'index.js'), `export const used = ${JSON.stringify(name)};`);
    if (license !== undefined) writeFileSync(join(own, 'LICENSE.md'), license);
  }
  writeFileSync(join(folder, 'entry.js'), source);
  return folder;
}

async function noticesOf(folder: string): Promise<string> {
  const recorded = recordFiles(build as Build);
  await recorded.build({ entryPoints: [join(folder, 'entry.js')], bundle: true, write: false });
  return noticesFor(recorded.files);
}

test('names each package with code in a bundle, with its license text', async () => {
  const folder = project(
    { beta: 'Text of beta', '@scope/alpha': 'Text of alpha\r\n', unused: 'Text of unused' },
    "import { used } from 'beta'; import { used as other } from '@scope/alpha'; import 'unused'; console.log(used, other);",
  );
  writeFileSync(join(folder, 'node_modules/beta/NOTICE'), 'Notice of beta\n');
  const line = '-'.repeat(80);
  expect(await noticesOf(folder)).toBe(
    `The files beside this one hold code of these packages:

${line}
@scope/alpha 1.2.3 (ISC)

Text of alpha

${line}
beta 1.2.3 (ISC)

Text of beta

Notice of beta
`,
  );
});

test('a package without a license text cannot be bundled', async () => {
  const folder = project({ bare: undefined }, "import { used } from 'bare'; console.log(used);");
  await expect(noticesOf(folder)).rejects.toThrow('bare 1.2.3 is in a bundle and comes without a license');
});

test('what was built comes with the notices of its packages', async () => {
  const notices = readFileSync(join(ROOT, 'dist/THIRD-PARTY-NOTICES.txt'), 'utf8');
  // Everything at once, as the library would be without bundles beside it.
  const { metafile } = await build({
    absWorkingDir: ROOT,
    entryPoints: ['src/cli.ts', 'src/launcher/launch.ts'],
    bundle: true,
    platform: 'node',
    format: 'esm',
    outdir: 'dist',
    mainFields: ['module', 'main'],
    external: ['typescript', 'ts-api-utils'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const bundled = Object.values(metafile.outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([file, { bytesInOutput }]) =>
      bytesInOutput > 0 ? (/.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file)?.[1] ?? []) : [],
    ),
  );
  const packages = [...new Set([...bundled, 'typescript'])];
  expect(packages).toContain('yaml');
  expect(packages.filter((name) => !notices.includes(`\n${name} `))).toEqual([]);
  expect(notices).toContain('Changed: only its parser');
});
