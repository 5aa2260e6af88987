import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderOf, madeUp, runCli, temporaryFolder, writeInto } from '../support/cli.ts';

/** All that a common run may load: built into Node.js, and loaded by it anyway or within a millisecond. */
const ALLOWED = ['node:buffer', 'node:fs', 'node:path', 'node:util', 'node:vm'];

// Notes every module that a program asks for, by `require`, by `import` and by `process.getBuiltinModule`.
const HOOK = `
const Module = require('node:module');
const { appendFileSync } = require('node:fs');
const note = (name) => appendFileSync(process.env.LOADED, name + '\\n');
const load = Module._load;
Module._load = function (request, parent, isMain) {
  note(request);
  return load.call(this, request, parent, isMain);
};
if (process.getBuiltinModule) {
  const builtin = process.getBuiltinModule;
  process.getBuiltinModule = (name) => { note(name); return builtin(name); };
}
process.on('exit', () => {
  for (const path of Object.keys(require.cache)) note(path);
});
`;

// The loader of ES modules does not pass through Module._load.
const LOADER_HOOK = `
import { appendFileSync } from 'node:fs';
import { register } from 'node:module';
const source = \`
  import { appendFileSync } from 'node:fs';
  export async function resolve(specifier, context, next) {
    appendFileSync(\${JSON.stringify(process.env.LOADED)}, specifier + '\\\\n');
    return next(specifier, context);
  }\`;
register('data:text/javascript,' + encodeURIComponent(source));
`;

const server = (value: string) => ({
  mcpServers: { search: { command: 'search-server', env: { API_KEY: value } } },
});

/** Names of the modules that a run loads, without the command itself and the hook. */
async function modulesOf(args: readonly string[], files: Parameters<typeof folderOf>[0]) {
  const hooks = temporaryFolder();
  const hook = writeInto(hooks, 'hook.cjs', HOOK);
  const loader = writeInto(hooks, 'hook.mjs', LOADER_HOOK);
  const loaded = join(hooks, 'loaded.txt');
  const options = { cwd: folderOf(files), env: { LOADED: loaded } };
  const byRequire = await runCli(args, { ...options, node: ['-r', hook] });
  const byImport = await runCli(args, {
    ...options,
    node: ['--disable-warning=DEP0205', '--import', loader],
  });
  expect([byRequire.stderr, byImport.stderr]).toEqual(['', '']);
  const names = readFileSync(loaded, 'utf8')
    .split('\n')
    .filter((name) => name !== '' && !name.startsWith(hooks));
  const others = names.filter(
    (name) => !/(?:^|\/)(?:cli|main)\.cjs$/.test(name) && !/hook\.[cm]js$/.test(name),
  );
  return { names: new Set(others), run: byRequire };
}

describe('the common run loads the command and little of Node.js', () => {
  test.each([
    ['a clean file', 0, ['small.json'], { 'small.json': server('${API_KEY}') }],
    ['a file with findings', 1, ['small.json'], { 'small.json': server(madeUp(32)) }],
    [
      'several files and json',
      1,
      ['--format', 'json', 'a.json', 'b.json'],
      { 'a.json': server(madeUp(32)), 'b.json': server('') },
    ],
    ['github', 1, ['--format', 'github', 'small.json'], { 'small.json': server(madeUp(32)) }],
    ['a folder', 1, ['.'], { '.cursor/mcp.json': server(madeUp(32)) }],
    ['no paths', 1, [], { '.mcp.json': server(madeUp(32)) }],
    ['a missing file', 2, ['missing.json'], {}],
  ])('%s', async (_, code, args, files) => {
    const { names, run } = await modulesOf(args, files);
    expect(run.code).toBe(code);
    expect([...names].filter((name) => !ALLOWED.includes(name))).toEqual([]);
  });

  test('files of other programs in other dialects', async () => {
    const script = (index: number) =>
      `export const value${index}: number = fetch('https://x.test/${index}');\n`;
    const { names, run } = await modulesOf(['.'], {
      '.mcp.json': server(madeUp(32)),
      ...Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`src/file${at}.ts`, script(at)])),
      'README.md': '# Search\n\n```json\n{ "command": "x" }\n```\n',
      'pyproject.toml': '[tool.search]\ncommand = "x"\n',
      'compose.yaml': 'services:\n  db:\n    image: postgres\n',
      '.github/workflows/test.yml': 'jobs:\n  a:\n    steps:\n      - run: npm test\n',
      'setup.sh': 'npm install\n',
      '.env': 'DATABASE_URL=postgres://localhost/x\n',
    });
    expect(run.code).toBe(1);
    expect([...names].filter((name) => !ALLOWED.includes(name))).toEqual([]);
  });

  test('the hooks see what other runs load', async () => {
    const glob = await modulesOf(['*.json'], { 'small.json': server('') });
    expect([...glob.names].some((name) => name.endsWith('expand-glob.cjs'))).toBe(true);
    const sarif = await modulesOf(['--format', 'sarif', 'small.json'], { 'small.json': server('') });
    expect([...sarif.names].some((name) => name.endsWith('print-sarif.cjs'))).toBe(true);
    const help = await modulesOf(['--help'], {});
    expect([...help.names].some((name) => /commands\.[cm]?js$/.test(name))).toBe(true);
  });
});

describe('a file loads the parser of its dialect and no other', () => {
  const entry = `command: 'search-server', env: { API_KEY: '${madeUp(32)}' }`;
  const json = JSON.stringify(server(madeUp(32)));
  test.each([
    ['parse-json5.cjs', 'openclaw.json', `{ mcp: { servers: { search: { ${entry} } } } }`],
    [
      'parse-toml.cjs',
      'config.toml',
      `[mcp_servers.search]\ncommand = "x"\nenv = { API_KEY = "${madeUp(32)}" }`,
    ],
    ['parse-yaml.cjs', 'servers.yaml', `mcpServers:\n  search: { ${entry} }\n`],
    ['parse-markdown.cjs', 'README.md', `# MCP\n\n\`\`\`json\n${json}\n\`\`\`\n`],
    ['parse-script.cjs', 'client.ts', `start({ mcpServers: { search: { ${entry} } } });\n`],
    ['parse-shell.cjs', 'setup.sh', `claude mcp add search -e API_KEY=${madeUp(32)} -- search-server\n`],
    ['parse-shell.cjs', '.env', `MCP_CONFIG='${json}'\n`],
  ])('%s: %s', async (bundle, path, text) => {
    const { names, run } = await modulesOf([path], { [path]: text });
    expect(run.stdout).toContain('API_KEY');
    expect(run.code).toBe(1);
    const bundles = [...names].filter((name) => /\.[cm]?js$/.test(name));
    expect(new Set(bundles.map((name) => name.replace(/^.*[\\/]/, '')))).toEqual(new Set([bundle]));
  });
});
