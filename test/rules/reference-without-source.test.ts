import { chmodSync, symlinkSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Example } from '../../src/rules/rule.ts';
import { lint } from '../../src/run.ts';
import { pathsOfEnvFile } from '../../src/servers/env-files.ts';
import { folderWith } from '../discover/temporary-folder.ts';
import { fillExample, lintExample } from '../support/examples.ts';
import { findingsOn, severitiesOf } from '../support/rule-findings.ts';

const RULE = 'reference-without-source';
const VSCODE = '.vscode/mcp.json';
const NPX = { command: 'npx', args: ['-y', '@example/search-mcp@1.2.3'] };
const hidden = (id: string) => ({ type: 'promptString', id, description: 'x', password: true });

describe('prompts', () => {
  test('one finding for a prompt that is not there, wherever it is used', async () => {
    const [finding, ...more] = await findingsOn(
      RULE,
      {
        a: { ...NPX, env: { A_TOKEN: '${input:token}', URL: '${input:url}' } },
        b: {
          type: 'http',
          url: 'https://mcp.example.com/mcp',
          headers: { Authorization: 'Bearer ${input:token}' },
        },
      },
      { file: VSCODE, inputs: [hidden('url')] },
    );
    expect(more).toEqual([]);
    expect(finding!.severity).toBe('warning');
    expect(finding!.message).toMatch(/^[A-Z].*"token"/);
    expect(finding!.related).toHaveLength(1);
  });

  test.each([
    ['no mark', { type: 'promptString', id: 'api-token', description: 'x' }, ['warning']],
    [
      'a mark that is off',
      { type: 'promptString', id: 'api-token', description: 'x', password: false },
      ['warning'],
    ],
    ['a mark', hidden('api-token'), []],
    ['a choice, which cannot be marked', { type: 'pickString', id: 'api-token', options: [] }, []],
  ])('a credential from a prompt with %s', async (_, input, expected) => {
    const servers = { a: { ...NPX, env: { A_TOKEN: '${input:api-token}' } } };
    expect(severitiesOf(await findingsOn(RULE, servers, { file: VSCODE, inputs: [input] }))).toEqual(
      expected,
    );
  });

  test('a prompt for something else need not be marked', async () => {
    const servers = { a: { ...NPX, env: { REGION: '${input:region}' } } };
    const inputs = [{ type: 'promptString', id: 'region', description: 'x' }];
    expect(await findingsOn(RULE, servers, { file: VSCODE, inputs })).toEqual([]);
  });

  test('hosts without prompts have none that could be missing', async () => {
    const servers = { a: { ...NPX, env: { A_TOKEN: '${input:token}' } } };
    expect(await findingsOn(RULE, servers, { file: '.cursor/mcp.json' })).toEqual([]);
  });
});

describe('files of variables', () => {
  const SECRET = 'SEARCH_API_KEY={{opaque}}\n';

  async function levels(
    entry: object,
    {
      file = 'app/.cursor/mcp.json',
      variables = SECRET,
      at = 'app/.env',
      git,
    }: { file?: string; variables?: string; at?: string; git?: Example['git'] } = {},
  ): Promise<string[]> {
    const { findings } = await lintExample({
      file,
      text: JSON.stringify({ mcpServers: { a: { ...NPX, ...entry } } }),
      beside: [{ file: at, text: variables }],
      ...(git && { git }),
    });
    return findings.filter(({ rule }) => rule === RULE).map(({ severity }) => severity);
  }

  test.each([['${workspaceFolder}/.env'], ['.env'], ['./.env'], ['~/app/.env'], ['${userHome}/app/.env']])(
    '%s is found, and tracked by git is an error',
    async (envFile) => {
      expect(await levels({ envFile }, { git: 'tracked' })).toEqual(['error']);
    },
  );

  test('what git does not track and nobody else reads is where it belongs', async () => {
    expect(await levels({ envFile: '.env' }, { git: 'untracked' })).toEqual([]);
    expect(await levels({ envFile: '.env' })).toEqual([]);
  });

  test.each([
    ['no credential', 'LOG_LEVEL=debug\nSEARCH_API_KEY=your-api-key\n'],
    ['references', 'SEARCH_API_KEY=${OTHER}\n'],
    ['nothing', ''],
  ])('a tracked file with %s is fine', async (_, variables) => {
    expect(await levels({ envFile: '.env' }, { variables, git: 'tracked' })).toEqual([]);
  });

  test.each([
    ['--env-file', { command: 'docker', args: ['run', '--env-file', '.env', 'example/search:1.2.3'] }],
    ['--env-file=', { command: 'uv', args: ['run', '--env-file=.env', 'search'] }],
    ['dotenv -e', { command: 'npx', args: ['dotenv', '-e', '.env', '--', 'search'] }],
  ])('%s of a command line counts as well', async (_, entry) => {
    expect(await levels(entry, { git: 'tracked', file: 'app/.mcp.json' })).toEqual(['error']);
  });

  test.each([
    ['a file that is not there', { envFile: 'other.env' }],
    ['a path that is not known', { envFile: '${env:PLACE}/.env' }],
    ['a folder', { envFile: '.cursor' }],
    ['no text', { envFile: '\u0000' }],
  ])('%s is nothing', async (_, entry) => {
    expect(await levels(entry, { git: 'tracked' })).toEqual([]);
  });

  test('readable by others is a warning, and a link is not followed', async () => {
    const folder = folderWith({
      'app/.cursor/mcp.json': JSON.stringify({
        mcpServers: { a: { ...NPX, envFile: '.env' }, b: { ...NPX, envFile: 'link.env' } },
      }),
      'app/.env': fillExample(SECRET),
    });
    chmodSync(join(folder, 'app/.env'), 0o644);
    chmodSync(folder, 0o755);
    symlinkSync('.env', join(folder, 'app/link.env'));
    const { findings } = await lint(['app/.cursor/mcp.json'], { cwd: folder, home: join(folder, 'home') });
    const own = findings.filter(({ rule }) => rule === RULE);
    expect(own.map(({ server, severity }) => [server, severity])).toEqual([['a', 'warning']]);
    expect(JSON.stringify(own)).not.toContain(fillExample('{{opaque}}'));
  });

  test('only files below the folder of the config and the home folder are looked at', () => {
    const at = (path: string) => resolve('/srv', path);
    const place = { absolute: at('app/.cursor/mcp.json'), scope: 'project' as const, home: at('me') };
    const paths = (file: string) => pathsOfEnvFile(new LocatedText(file, 0), place);
    expect(paths('.env')).toEqual([at('app/.env'), at('app/.cursor/.env')]);
    expect(paths('~/x.env')).toEqual([at('me/x.env')]);
    expect(paths(at('me/x.env'))).toEqual([at('me/x.env')]);
    for (const file of ['/net/host/x', '//host/share/x', '../../../other/.env', '~/../you/.env', '..', '/'])
      expect(paths(file)).toEqual([]);
  });

  test('the file is called what the entry calls it', async () => {
    const { findings } = await lintExample({
      file: 'app/.cursor/mcp.json',
      text: JSON.stringify({ mcpServers: { a: { ...NPX, envFile: '.env' } } }),
      beside: [{ file: 'app/.env', text: SECRET }],
      git: 'tracked',
    });
    const finding = findings.find(({ rule }) => rule === RULE)!;
    expect(finding.message).toBe('The envFile of server "a" holds a credential and is tracked by git');
    expect(finding.related.map(({ file, region, message }) => [file, region.startLine, message])).toEqual([
      ['app/.env', 1, 'A credential in it'],
    ]);
  });

  test("a user's own config does not tell the project", async () => {
    expect(
      await levels(
        { envFile: '${workspaceFolder}/.env' },
        { file: '.cursor/mcp.json', at: '.env', git: 'tracked' },
      ),
    ).toEqual([]);
  });
});
