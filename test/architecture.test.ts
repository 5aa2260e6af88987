import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { expect, test } from 'vitest';

const files = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => ({ name: name.replaceAll('\\', '/'), text: readFileSync(join('src', name), 'utf8') }));

/** What runs of a source: not its comments, nor its texts. */
const codeOf = (text: string) =>
  text.replace(/\/\/[^\n]*|\/\*[\s\S]*?\*\/|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, "''");

const room = (name: string) => (name.includes('/') ? name.split('/')[0]! : name);

/** Modules of ours that a file imports, from `src`; types count too, unless `values` is set. */
function importsOf({ name, text }: { name: string; text: string }, { values = false } = {}): string[] {
  const pattern = values
    ? /^(?:import|export) (?!type\b)[^;]*? from '(\.[^']+)'/gms
    : /(?:from |import\()'(\.[^']+)'/g;
  return [...text.matchAll(pattern)].map((match) =>
    relative('.', join(dirname(name), match[1]!)).replaceAll('\\', '/'),
  );
}

const MAY_IMPORT: Record<string, readonly string[]> = {
  core: ['core'],
  parsers: ['core', 'parsers'],
  hosts: ['core', 'hosts'],
  slots: ['core', 'slots', 'parsers'],
  credentials: ['core', 'credentials'],
  catalog: ['core', 'catalog'],
  servers: ['core', 'servers', 'slots', 'credentials', 'catalog'],
  ranking: ['core', 'ranking', 'servers', 'credentials', 'catalog'],
  oauth: ['core', 'oauth'],
  rules: ['core', 'rules', 'credentials', 'servers', 'catalog', 'ranking', 'oauth'],
  reporters: ['core', 'reporters', 'rules', 'ranking'],
  discover: ['core', 'discover', 'hosts', 'parsers'],
  vaults: ['core', 'vaults'],
  launcher: ['core', 'launcher', 'vaults', 'servers', 'cli'],
  fixers: [
    'core',
    'fixers',
    'vaults',
    'launcher',
    'parsers',
    'slots',
    'hosts',
    'credentials',
    'catalog',
    'servers',
    'rules',
    'lint-document.ts',
    'report.ts',
  ],
  action: [
    'core',
    'action',
    'cli',
    'discover',
    'parsers',
    'ranking',
    'reporters',
    'rules',
    'settings',
    'rank.ts',
    'read-configs.ts',
    'run.ts',
    'version.ts',
  ],
  init: ['core', 'init', 'version.ts'],
  settings: ['core', 'settings', 'parsers', 'credentials', 'catalog', 'rules', 'discover', 'cli'],
  triage: ['core', 'triage', 'parsers', 'credentials', 'rules', 'lint-document.ts', 'report.ts'],
};

test.each(Object.keys(MAY_IMPORT))('%s imports only what it may', (name) => {
  const allowed = MAY_IMPORT[name]!;
  const strangers = files
    .filter((file) => room(file.name) === name)
    .flatMap((file) => importsOf(file).map((target) => `${file.name} -> ${target}`))
    .filter((arrow) => !allowed.includes(room(arrow.split(' -> ')[1]!)));
  expect(strangers).toEqual([]);
});

test('sealed text is opened only where it is parsed, taken apart, classified, made a label, moved or handed over', () => {
  const openers = files.filter(({ text }) => /\.reveal\(/.test(text)).map(({ name }) => name);
  const strangers = openers.filter(
    (name) =>
      !['parsers', 'slots', 'credentials', 'servers', 'oauth', 'fixers', 'vaults', 'launcher'].includes(
        room(name),
      ) && !/^(?:report|core\/(?:secret|located-text))\.ts$/.test(name),
  );
  expect(strangers).toEqual([]);
});

test('reporters and rules see neither sealed text nor documents', () => {
  const seen = files
    .filter(({ name }) => room(name) === 'reporters')
    .flatMap((file) => importsOf(file).map((target) => `${file.name} -> ${target}`))
    .filter((arrow) => /core\/(?:secret|located-text|document|value)\.ts$/.test(arrow));
  expect(seen).toEqual([]);
});

test('only the command line touches the process and its streams', () => {
  const touching = files
    .filter(({ text }) =>
      /\bprocess\.(?!getBuiltinModule)[a-z]|\bconsole\.(?:log|error|warn|info|debug|table)\(/.test(
        codeOf(text),
      ),
    )
    .map(({ name }) => name);
  // The last one knows how scripts name the environment.
  const commands = [
    'start.ts',
    'cli.ts',
    'cli/write.ts',
    'action/main.ts',
    'launcher/launch.ts',
    'launcher/become.ts',
    'parsers/script/reading.ts',
  ];
  expect(touching.filter((name) => !commands.includes(name))).toEqual([]);
});

test('no config text is handed to JSON.parse, whose errors quote it', () => {
  const users = files.filter(({ text }) => /JSON\.parse\(/.test(text)).map(({ name }) => name);
  // All catch and drop the error, but for the last, which reads what ships.
  const harmless = [
    'credentials/jwt.ts',
    'parsers/keep-paths.ts',
    'fixers/transaction-parse-journal.ts',
    'launcher/local-package.ts',
    'action/event.ts',
    'vaults/doppler.ts',
    'vaults/envelope.ts',
    'catalog/rows.ts',
  ];
  expect(users.filter((name) => !harmless.includes(name))).toEqual([]);
});

test('nothing of ours opens a connection', () => {
  const networked = files.filter(({ text }) =>
    /node:(?:https?|http2|net|dgram|tls|dns)|\bfetch\(|\bnew WebSocket\(/.test(text),
  );
  expect(networked.map(({ name }) => name)).toEqual([]);
});
