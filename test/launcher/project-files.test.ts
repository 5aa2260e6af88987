import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { projectProblem, readsProject } from '../../src/launcher/project-files.ts';
import { folderOf } from '../support/cli.ts';

type Files = Parameters<typeof folderOf>[0];

const problem = (line: string, files: Files, below = '.', program = '/usr/bin/x', home?: string) =>
  projectProblem(line.split(' '), program, join(folderOf({ 'some/file': '', ...files }), below), home);

const NPX = 'npx -y @scope/server@1.2.3';

describe('npx', () => {
  test.each<[string, Files]>([
    ['nothing', {}],
    ['another package', { 'node_modules/other/package.json': { name: 'other' } }],
    ['harmless settings', { '.npmrc': '; comment\nsave-exact=true\n\nfund = false\nengine-strict=true\n' }],
    ['credentials for a registry', { '.npmrc': '//registry.example.com/:_authToken=${TOKEN}\n' }],
    [
      'its own project',
      { 'package.json': { name: 'app', bin: { app: 'x.js' }, workspaces: ['packages/*'] } },
    ],
    ['a broken package.json', { 'package.json': '{' }],
    ['settings of a folder above that is no project', { '.npmrc': 'registry=https://x.example/' }],
  ])('runs what was meant beside %s', (what, files) => {
    expect(problem(NPX, files, what.startsWith('settings') ? 'some' : '.')).toBeUndefined();
  });

  test.each<[string, Files]>([
    ['a local copy', { 'node_modules/@scope/server/package.json': { name: '@scope/server' } }],
    ['a copy in another folder', { 'node_modules/x/package.json': { name: '@scope/server' } }],
    ['a copy further down', { 'node_modules/a/node_modules/b/package.json': { name: '@scope/server' } }],
    ['a name with escapes', { 'node_modules/x/package.json': '{"name":"\\u0040scope/server"}' }],
    ['a program of that name', { 'node_modules/.bin/@scope/server@1.2.3': '' }],
    ['a program of its last part', { 'node_modules/.bin/server': '' }],
    ['a node of its own', { 'node_modules/.bin/node': '' }],
    ['a shell of its own', { 'node_modules/.bin/sh': '' }],
    ['a program that servers start', { 'node_modules/.bin/docker': '' }],
    ['the package itself', { 'package.json': { name: '@scope/server' } }],
    ['a program of the project', { 'package.json': { name: 'x', bin: { server: './x.js' } } }],
    [
      'a workspace',
      {
        'package.json': { name: 'x', workspaces: ['packages/*'] },
        'packages/a/package.json': { name: '@scope/server' },
      },
    ],
    [
      'a workspace, deep',
      {
        'package.json': { workspaces: { packages: ['apps/**'] } },
        'apps/a/b/package.json': { name: '@scope/server' },
      },
    ],
    ['a registry', { '.npmrc': 'registry=https://x.example/\n' }],
    ['a registry for the scope', { '.npmrc': '@scope:registry=https://x.example/\n' }],
    ['a shell', { '.npmrc': `${'# '.repeat(100_000)}\nscript-shell=./evil\n` }],
    ['options for Node.js', { '.npmrc': 'node-options = "--require ./evil.js"' }],
    ['a name in quotes', { '.npmrc': '"registry"=https://x.example/' }],
    ['a package', { '.npmrc': 'package=evil' }],
  ])('may run something else beside %s', (_, files) => {
    expect(problem(NPX, files)).toBeTypeOf('string');
    expect(problem(`cmd /c ${NPX}`, files)).toBeTypeOf('string');
    expect(problem('npm exec -y -- @scope/server@1.2.3', files)).toBeTypeOf('string');
    expect(
      projectProblem(['sh', '-c', `cd /; exec ${NPX}`], '/bin/sh', folderOf(files), undefined),
    ).toBeTypeOf('string');
  });

  test('looks above the folder, but not into the home of its user', () => {
    const files = { 'node_modules/.bin/server': '', 'a/b/c': '' };
    expect(problem(NPX, files, 'a/b')).toBeTypeOf('string');
    const home = folderOf(files);
    expect(projectProblem(NPX.split(' '), '/x', join(home, 'a/b'), home)).toBeUndefined();
    expect(projectProblem(NPX.split(' '), '/x', home, home)).toBeUndefined();
  });
});

describe('other programs', () => {
  test.each<[string, Files, string?]>([
    ['python -m server', { 'json.py': '' }],
    ['python3 -u -m server.main', { 'server/x.py': '' }],
    ['python -c code', { 'lib/__init__.py': '' }],
    ['bunx server', { 'bunfig.toml': '' }],
    ['bun /srv/x.ts', { '.env': '' }],
    ['deno run npm:x', { 'deno.json': '{}' }],
    ['pnpm dlx x', { '.pnpmfile.cjs': '' }],
    ['yarn dlx x', { '.yarnrc.yml': '' }],
    ['uv run --with x tool', { 'pyproject.toml': '' }],
    ['uvx x', { '.python-version': './evil' }],
    ['npm run server', { 'package.json': '{}' }],
    ['node -e code', { 'node_modules/x/y': '' }],
    ['uv run server --directory /srv', { 'pyproject.toml': '' }],
    ['uv run -- server --directory=/srv', { 'pyproject.toml': '' }],
    ['uv run --with mcp mcp run /srv/a.py', { 'mcp/__main__.py': '' }],
    ['pnpm run serve --dir /srv', { 'package.json': '{}' }],
    ['pipx run server', { server: '' }],
    ['pipx run server==1.0', { 'server==1.0': '' }],
    ['pipx run server', { '__pypackages__/x': '' }],
    ['jbang server', { 'jbang-catalog.json': '{}' }],
    ['docker compose run server', { 'compose.yaml': '' }],
    ['docker-compose run server', { 'docker-compose.yml': '' }],
    ['make serve', { Makefile: '' }],
    ['/usr/bin/npx x', { '.tool-versions': 'nodejs path:./evil\n' }, '/home/me/.asdf/shims/npx'],
    ['/usr/bin/npx x', { '.prototools': 'node = "file://./evil.toml"\n' }, '/home/me/.proto/shims/npx'],
  ])('%s does what the folder says', (line, files, program) => {
    expect(problem(line, files, '.', program)).toBeTypeOf('string');
    expect(readsProject(line.split(' '), program ?? '/usr/bin/x')).toBe(true);
  });

  test.each<[string, Files, string?]>([
    ['python -m server', { 'README.md': '', 'src/a.txt': '' }],
    ['python -I -m server', { 'json.py': '' }],
    ['python /srv/server.py', { 'json.py': '' }],
    ['uvx x', { 'pyproject.toml': '', 'uv.toml': '', '.python-version': '3.12\n' }],
    ['uv tool run x', { 'pyproject.toml': '' }],
    ['uv --directory /srv run x', { 'pyproject.toml': '' }],
    ['npm --prefix=/srv run x', { 'package.json': '{}' }],
    ['npm run x --prefix /srv', { 'package.json': '{}' }],
    ['uv run --directory /srv server', { 'pyproject.toml': '', server: '' }],
    ['uv tool run server', { 'run/x': '', 'tool/x': '' }],
    ['pipx run server', { 'other/x': '' }],
    ['docker run image', { 'compose.yaml': '' }],
    ['node /srv/x.js', { 'node_modules/x/y': '' }],
    ['/usr/bin/npx x', { '.tool-versions': 'nodejs 20.1.0\n' }, '/home/me/.asdf/shims/npx'],
    ['/usr/bin/server', { 'package.json': '{}', 'node_modules/.bin/node': '' }],
  ])('%s does not', (line, files, program) => {
    expect(problem(line, files, '.', program)).toBeUndefined();
  });
});
