// Has a bundle carry TypeScript's parser alone: the whole package is four times as large and takes five times as long to load.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';

const TYPESCRIPT = createRequire(import.meta.url).resolve('typescript');

/** Reads files and the environment; in browsers there is none. */
const SYSTEM = /^var sys = \(\(\) => \{\n[\s\S]*?\n\}\)\(\);$/m;

/** The file is one function around sources that follow each other; these make syntax trees, the first up to the next. */
const KEPT = [
  ['// src/compiler/corePublic.ts', '// src/compiler/commandLineParser.ts'],
  // What nodes can tell of themselves, and what they read it with.
  ['// src/services/utilities.ts', '// src/services/exportInfoMap.ts'],
  ['// src/services/services.ts', '// src/services/transform.ts'],
];

const EXPORT = `var __export = (target, all) => {
  for (var name in all) Object.defineProperty(target, name, { get: all[name], enumerable: true });
};`;

export const narrowTypescript = {
  name: 'narrow-typescript',
  async setup(plugin) {
    const contents = await narrowed(await namesUsedBy(plugin.initialOptions));
    plugin.onLoad({ filter: /[\\/]typescript[\\/]lib[\\/]typescript\.js$/ }, () => ({ contents }));
    // It finds comments, which nothing asks for.
    plugin.onLoad({ filter: /[\\/]ts-api-utils[\\/]/ }, () => ({ contents: '' }));
  },
};

/** What a bundle takes from TypeScript. */
async function namesUsedBy({ entryPoints, mainFields }) {
  const { metafile } = await build({
    entryPoints,
    mainFields,
    bundle: true,
    platform: 'node',
    external: ['typescript'],
    metafile: true,
    write: false,
    logLevel: 'silent',
  });
  const names = new Set();
  for (const [path, { imports }] of Object.entries(metafile.inputs)) {
    if (!imports.some((one) => one.path === 'typescript')) continue;
    const text = readFileSync(path, 'utf8');
    const [, imported = ''] = /import \{([^}]*)\} from 'typescript'/.exec(text) ?? [];
    for (const [name] of imported.matchAll(/\w+/g)) names.add(name);
    for (const [, name] of text.matchAll(/\bts\.(\w+)/g)) names.add(name);
  }
  return names;
}

/** TypeScript with the parser alone, and of its exports those of these names. */
async function narrowed(names) {
  const text = readFileSync(TYPESCRIPT, 'utf8');
  const pieces = KEPT.map(([first, next]) => {
    const start = text.indexOf(`\n${first}\n`);
    const end = text.indexOf(`\n${next}\n`, start);
    if (start === -1 || end === -1) throw new Error(`TypeScript has no ${first} in front of ${next}`);
    return text.slice(start, end);
  });
  // A namespace that nothing uses may go.
  const body = pieces
    .join('')
    .replace(SYSTEM, 'var sys;')
    .replace(/^(?=__export\()/gm, '/* @__PURE__ */ ');
  if (body.includes('process.env')) throw new Error('TypeScript reads the environment');
  const exported = [...text.matchAll(/^ {2}(\w+): \(\) => (\w+),?$/gm)].filter(
    ([, name, local]) =>
      names.delete(name) && new RegExp(`^(?:var|function|class) ${local}\\b`, 'm').test(body),
  );
  const list = exported.map(([, name, local]) => `${local} as ${name}`).join(', ');
  const { outputFiles } = await build({
    stdin: { contents: `${EXPORT}\n${body}\nexport { ${list} };` },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    write: false,
    logLevel: 'error',
  });
  return outputFiles[0].text;
}
