import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { ReportedFinding } from '../../src/core/report.ts';
import { CLAUDE_DESKTOP } from '../../src/hosts/data/claude-desktop.ts';
import { VSCODE } from '../../src/hosts/data/vscode.ts';
import { readRoot } from '../../src/rules/readable-root.ts';
import type { DocumentFacts } from '../../src/rules/rule.ts';
import { lint } from '../../src/run.ts';
import { folderWith } from '../discover/temporary-folder.ts';
import { fillExample } from '../support/examples.ts';
import { jwt, prng } from '../support/samples.ts';

const HOLDER = {
  url: 'https://mcp.example.com/mcp',
  headers: { Authorization: fillExample('Bearer {{opaque}}') },
};
const files = (...args: readonly string[]) => ({ command: 'mcp-server-filesystem', args });
const config = (servers: object) => JSON.stringify({ mcpServers: servers });

/** Lints files below a home folder, in which `HOME` stands for it, and gives the findings of the rule. */
async function reach(texts: Readonly<Record<string, string>>): Promise<ReportedFinding[]> {
  const folder = folderWith([]);
  const home = folder.replaceAll('\\', '/');
  for (const [file, text] of Object.entries(texts)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text.replaceAll('HOME', home), { mode: 0o600 });
  }
  const { findings } = await lint(Object.keys(texts), { cwd: folder, home: folder });
  return findings.filter(({ rule }) => rule === 'filesystem-reach');
}

describe('filesystem-reach', () => {
  it('reports the whole home folder, also of somebody else, and everything', async () => {
    for (const root of ['~', 'HOME', '/Users/alex', '/home/alex/', 'C:\\Users\\alex', '/', 'C:\\', '/home']) {
      const findings = await reach({ '.cursor/mcp.json': config({ fs: files(root) }) });
      expect([root, findings.map(({ severity }) => severity)]).toEqual([root, ['warning']]);
      expect(findings[0]!.message).toContain('credential stores such as ~/.ssh, ~/.aws');
    }
  });

  it('says nothing of a folder without credentials', async () => {
    for (const root of [
      '~/Desktop',
      'HOME/work',
      '/Users/alex/Documents',
      '/data',
      'D:\\data',
      '.',
      '${workspaceFolder}',
      '${ROOT}',
    ])
      expect([root, await reach({ 'shop/.mcp.json': config({ fs: files(root) }) })]).toEqual([root, []]);
  });

  it('notes stores of credentials, and folders that hold some: often that is how a server gets its own', async () => {
    for (const [root, store] of [
      ['~/.ssh', '~/.ssh'],
      ['/Users/alex/.aws', '~/.aws'],
      ['~/.ssh/id_rsa', '~/.ssh'],
      ['C:\\Users\\alex\\AppData\\Roaming\\gcloud', '~/AppData/Roaming/gcloud'],
      ['/Users/alex/Library', '~/Library/Keychains'],
      ['~/.claude', '~/.claude/.credentials.json'],
    ] as const) {
      const findings = await reach({ '.cursor/mcp.json': config({ fs: files(root) }) });
      expect([root, findings.map((finding) => finding.severity)]).toEqual([root, ['info']]);
      expect(findings[0]!.message).toContain(store);
    }
  });

  it('reports a folder in which configs of the run hold credentials, and shows where', async () => {
    const findings = await reach({
      '.cursor/mcp.json': config({ fs: files('HOME/Desktop', '~/work') }),
      'work/shop/.mcp.json': config({ search: HOLDER, plain: { command: 'x' } }),
      'work/mail/.mcp.json': config({ mail: HOLDER }),
      'other/.mcp.json': config({ other: HOLDER }),
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({
      severity: 'warning',
      server: 'fs',
      path: expect.stringContaining('args'),
    });
    expect(findings[0]!.message).toContain('2 credentials of servers "search", "mail"');
    expect(findings[0]!.related.map(({ file }) => file.replaceAll('\\', '/')).sort()).toEqual([
      'work/mail/.mcp.json',
      'work/shop/.mcp.json',
    ]);
  });

  it('reads a relative folder from the folder of the project', async () => {
    const inside = { fs: files('.'), search: HOLDER };
    expect(await reach({ 'shop/.mcp.json': config(inside) })).toHaveLength(1);
    expect(await reach({ 'shop/.mcp.json': config({ ...inside, fs: files('./src') }) })).toEqual([]);
    expect(await reach({ 'shop/.cursor/mcp.json': config(inside) })).toHaveLength(1);
    expect(await reach({ 'shop/.cursor/mcp.json': config({ ...inside, fs: files('src') }) })).toEqual([]);
    expect(
      await reach({ 'shop/.mcp.json': config({ fs: files('..') }), 'mail/.mcp.json': config({ m: HOLDER }) }),
    ).toHaveLength(1);
    // Nobody knows where a host starts the servers of its user.
    expect(await reach({ '.cursor/mcp.json': config(inside) })).toEqual([]);
    const local = JSON.stringify({ projects: { 'HOME/shop': { mcpServers: { fs: files('.') } } } });
    expect(await reach({ '.claude.json': local, 'shop/.mcp.json': config({ search: HOLDER }) })).toHaveLength(
      1,
    );
  });

  it('gives one finding for a server with several folders, at the widest', async () => {
    const findings = await reach({ '.cursor/mcp.json': config({ fs: files('~/.ssh', '~', '~/.aws') }) });
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toContain('whole home folder (~)');
  });

  it('notes a shell only where configs of the same user hold credentials of others', async () => {
    const shell = { command: 'npx', args: ['-y', '@wonderwhy-er/desktop-commander@0.2.19'] };
    const user = await reach({
      '.cursor/mcp.json': config({ shell }),
      '.claude.json': config({ search: HOLDER }),
    });
    expect(user.map(({ severity }) => severity)).toEqual(['info']);
    expect(
      await reach({ '.cursor/mcp.json': config({ shell }), 'shop/.mcp.json': config({ search: HOLDER }) }),
    ).toEqual([]);
    expect(await reach({ '.cursor/mcp.json': config({ shell }) })).toEqual([]);
  });

  it('leaves out tokens that have expired', async () => {
    const expired = { Authorization: `Bearer ${jwt(prng(1), { sub: 'linter', iat: 1, exp: 1_000_000 })}` };
    const search = { url: 'https://mcp.example.com/mcp', headers: expired };
    expect(await reach({ 'shop/.mcp.json': config({ fs: files('.'), search }) })).toEqual([]);
  });

  it('notes a browser only where it opens files', async () => {
    const on = async (...args: readonly string[]) =>
      reach({
        '.cursor/mcp.json': config({ browser: { command: 'npx', args } }),
        '.claude.json': config({ search: HOLDER }),
      });
    expect(await on('chrome-devtools-mcp@1.0.0')).toMatchObject([
      { severity: 'info', message: expect.stringContaining('and could so reach the credential of server') },
    ]);
    expect(await on('@playwright/mcp@0.0.78')).toEqual([]);
    expect(await on('@playwright/mcp@0.0.78', '--allow-unrestricted-file-access')).toHaveLength(1);
    expect(await on('@browsermcp/mcp@0.1.3')).toEqual([]);
  });

  it('tells neither values nor names that look like credentials', async () => {
    const token = fillExample('{{opaque}}');
    const findings = await reach({ '.cursor/mcp.json': config({ fs: files(`~/.ssh/${token}`), s: HOLDER }) });
    expect(findings).toHaveLength(1);
    expect(JSON.stringify(findings)).not.toContain(token);
  });

  it('shows at most ten places', async () => {
    const many = Object.fromEntries(Array.from({ length: 30 }, (_, index) => [`s${index}`, HOLDER]));
    const findings = await reach({ 'shop/.mcp.json': config({ fs: files('.'), ...many }) });
    expect(findings[0]!.related).toHaveLength(10);
    expect(findings[0]!.message).toContain('30 credentials of servers "s0", "s1", "s2" and 27 more');
  });
});

describe('readRoot', () => {
  const document = (absolute: string, scope: DocumentFacts['scope'], host = CLAUDE_DESKTOP) =>
    ({ absolute, scope, host }) as DocumentFacts;
  const windows = document('C:\\Users\\me\\AppData\\Roaming\\Claude\\claude_desktop_config.json', 'user');
  const project = document('D:\\code\\shop\\.vscode\\mcp.json', 'project', VSCODE);

  it.each([
    ['~', windows, 'C:\\Users\\me', 'C:/Users/me', 'home'],
    ['~/Desktop', windows, 'C:\\Users\\me', 'C:/Users/me/Desktop', 'part'],
    ['~', windows, undefined, 'C:/Users/me', 'home'],
    ['c:/users/ME/', windows, 'C:\\Users\\me', 'c:/users/ME', 'home'],
    ['C:/Users', windows, undefined, 'C:/Users', 'all'],
    ['D:/', windows, undefined, 'D:/', 'all'],
    ['D:', windows, undefined, 'D:/', 'all'],
    ['/mnt/c/Users/me', windows, undefined, '/mnt/c/Users/me', 'home'],
    ['.', project, undefined, 'D:/code/shop', 'part'],
    ['../mail', project, undefined, 'D:/code/mail', 'part'],
    ['../../../..', project, undefined, 'D:/', 'all'],
    ['/root', windows, undefined, '/root', 'home'],
    ['/srv/../home', windows, undefined, '/home', 'all'],
    ['/home/me/../other', windows, '/home/me', '/home/other', 'home'],
    ['/homes/me', windows, '/homes/me', '/homes/me', 'home'],
    ['/homes/me2', windows, '/homes/me', '/homes/me2', 'part'],
  ] as const)('%s', (root, place, home, path, extent) => {
    expect(readRoot(root, place, undefined, home)).toMatchObject({ path, extent });
  });

  it('knows nothing of a relative folder of a user, or of `~` without a home', () => {
    expect(readRoot('.', windows, undefined, 'C:\\Users\\me')).toBeUndefined();
    expect(readRoot('~', document('/srv/x.json', 'project'), undefined, undefined)).toBeUndefined();
  });
});

describe('folders of one server', () => {
  it('are counted together, each credential once', async () => {
    const findings = await reach({
      '.cursor/mcp.json': config({ fs: files('HOME/a', 'HOME/b', 'HOME/a/inner', 'HOME/empty') }),
      'a/.mcp.json': config({ one: HOLDER }),
      'a/inner/.mcp.json': config({ two: HOLDER }),
      'b/.mcp.json': config({ three: HOLDER }),
      'c/.mcp.json': config({ four: HOLDER }),
    });
    expect(findings).toHaveLength(1);
    expect(findings[0]!.message).toContain('3 credentials of servers "one", "two", "three"');
  });

  it('a server that runs commands has no need to reach its own credential', async () => {
    const shell = { command: 'npx', args: ['-y', 'desktop-commander@0.2.19'] };
    const own = { ...shell, env: { SEARCH_API_KEY: fillExample('{{opaque}}') } };
    expect(await reach({ '.cursor/mcp.json': config({ shell: own }) })).toEqual([]);
    const [finding, ...more] = await reach({ '.cursor/mcp.json': config({ shell: own, mail: HOLDER }) });
    expect(more).toEqual([]);
    expect(finding!.message).toContain('could so reach the credential of server "mail" in');
    expect(finding!.related).toHaveLength(1);
  });
});
