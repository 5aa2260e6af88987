import { describe, expect, it } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import { parsePattern } from '../../src/core/path-pattern.ts';
import { HOSTS } from '../../src/hosts/hosts.ts';
import { parseJsonc } from '../../src/parsers/jsonc.ts';
import { isExpanded } from '../../src/servers/expansion.ts';
import { readReferences } from '../../src/servers/references.ts';
import { readConfiguration } from '../../src/slots/configuration.ts';

/** What reads a part of a file by its form, whatever the file is called. */
const READ_BY_FORM = new Set(['snippet', 'script', 'command']);

/** A document with a server where the steps lead to. */
function documentWith([step, ...rest]: readonly string[]): unknown {
  if (step === undefined) return { a: { command: 'x' } };
  const inner = documentWith(rest);
  return step === '[]' ? [rest.length === 0 ? { command: 'x' } : inner] : { [step]: inner };
}

const byId = (id: string) => HOSTS.find((host) => host.id === id)!;

describe('the host table', () => {
  it('knows each host once, the catch-all last', () => {
    const ids = HOSTS.map((host) => host.id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.at(-1)).toBe('generic');
    expect(ids).toEqual(
      expect.arrayContaining([
        'claude-desktop',
        'claude-code-user',
        'claude-code-project',
        'cursor',
        'vscode',
      ]),
    );
  });

  it.each(HOSTS.map((host) => [host.id, host] as const))('%s is complete', (_, host) => {
    expect(host.title).not.toBe('');
    if (READ_BY_FORM.has(host.id)) expect(host.files).toEqual([]);
    else if (host.also === undefined) expect(host.files.length).toBeGreaterThan(0);
    expect(host.docs).toMatch(/^https:\/\/\S+$/);
    expect(host.source).not.toBe('');
    expect(host.checked).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(
      [host.servers, host.environments ?? [], host.headers ?? [], host.inputs ?? []].flat().length,
    ).toBeGreaterThan(0);
    for (const { scope, path } of host.files) {
      if (scope === 'project') expect(path).not.toMatch(/^[~%$/]|^[A-Z]:/);
      else expect(path).toMatch(/^(?:~|%[A-Z]+%|\$[A-Z_]+|[A-Z]:)?\//);
      expect(path).not.toMatch(/\\|\*\*/);
    }
  });

  it.each(HOSTS.map((host) => [host.id, host.advice] as const))(
    '%s advises in one sentence per kind',
    (_, advice) => {
      for (const sentence of Object.values(advice)) {
        expect(sentence).toMatch(/^[A-Z].*\.$/);
        expect(sentence).not.toMatch(/\.\s+[A-Z]/);
        expect(sentence.length).toBeGreaterThan(60);
      }
    },
  );

  it('advises references that the host itself expands', () => {
    for (const { id, interpolation, advice } of HOSTS) {
      if (id === 'generic' || id === 'claude-code-managed-settings') continue;
      const known = new Set(interpolation.map(({ syntax }) => syntax.replace(/[A-Za-z]+\}$/, '')));
      const used = [advice.env, advice.headers, advice.args].flatMap(
        (sentence) => sentence.match(/\$\{(?!\{)(?:\w+[:.])?/g) ?? [],
      );
      for (const opening of used) {
        if (opening === '${localEnv:') continue; // expanded by the dev container itself
        expect([id, ...known]).toContain(opening);
      }
    }
  });

  it('says that Claude Desktop and managed settings expand nothing', () => {
    for (const id of [
      'claude-desktop',
      'claude-desktop-managed',
      'claude-code-settings',
      'claude-code-managed-settings',
    ]) {
      expect(byId(id).interpolation).toEqual([]);
    }
  });

  it('expands references in Claude Code everywhere but in oauth, and keeps unset ones as written', () => {
    for (const id of [
      'claude-code-user',
      'claude-code-project',
      'claude-code-managed-mcp',
      'claude-code-plugin',
    ]) {
      const [plain, withDefault] = byId(id).interpolation;
      expect(plain).toEqual({
        syntax: '${NAME}',
        fields: ['command', 'args', 'env', 'url', 'headers'],
        unset: 'literal',
      });
      expect(withDefault!.unset).toBe('default');
    }
  });

  it('warns of the variables that Claude Code blanks in URLs and headers', () => {
    for (const id of ['claude-code-user', 'claude-code-project']) {
      expect(byId(id).advice.headers).toMatch(/NPM_TOKEN.*empty/);
      expect(byId(id).advice.url).toMatch(/NPM_TOKEN.*empty/);
    }
  });

  it('sends VS Code users to password inputs', () => {
    for (const id of ['vscode', 'vscode-legacy-settings']) {
      for (const sentence of Object.values(byId(id).advice)) {
        expect(sentence).toContain('${input:id}');
        expect(sentence).toContain('"password": true');
      }
    }
  });

  it('covers every edition, profile and system of VS Code', () => {
    const paths = byId('vscode').files.map((file) => file.path);
    for (const root of ['~/Library/Application Support', '~/.config', '$XDG_CONFIG_HOME', '%APPDATA%']) {
      for (const edition of ['Code', 'Code - Insiders', 'VSCodium']) {
        expect(paths).toContain(`${root}/${edition}/User/mcp.json`);
        expect(paths).toContain(`${root}/${edition}/User/profiles/*/mcp.json`);
      }
    }
  });

  it('reads every wrapper in a file of no known host', () => {
    expect(byId('generic').servers).toEqual(
      expect.arrayContaining([
        'mcpServers',
        'servers',
        'mcp',
        'context_servers',
        'mcp_servers',
        '*.mcpServers',
        '*.*.mcpServers',
        '*.servers',
        'settings.mcp.servers',
        'customizations.vscode.mcp.servers',
        'managedMcpServers',
        'amp\\.mcpServers',
        'augment.advanced.mcpServers',
        'experimental.modelContextProtocolServers',
      ]),
    );
  });

  it('lists the variables that Claude Code blanks, and not those that it hands on', () => {
    for (const id of [
      'claude-code-user',
      'claude-code-project',
      'claude-code-managed-mcp',
      'claude-code-plugin',
    ]) {
      const { fields, names } = byId(id).blanked!;
      expect(fields).toEqual(['url', 'headers']);
      expect(names).toEqual(expect.arrayContaining(['NPM_TOKEN', 'INPUT_NPM_TOKEN', 'ANTHROPIC_API_KEY']));
      for (const name of ['GITHUB_TOKEN', 'HF_TOKEN', 'OPENAI_API_KEY', 'AWS_ACCESS_KEY_ID'])
        expect(names).not.toContain(name);
    }
  });

  it('writes references so that they are recognised', () => {
    for (const { id, interpolation, refused = [] } of HOSTS) {
      for (const { syntax } of [...interpolation, ...refused]) {
        if (syntax.startsWith('$augment-') || syntax === '{name}') continue; // no text of a file is taken for it
        expect([id, syntax, readReferences(new LocatedText(syntax, 0)).length]).toEqual([id, syntax, 1]);
      }
    }
  });

  it.each(HOSTS.map((host) => [host.id, host] as const))('%s has its servers read', (_, host) => {
    for (const pattern of host.servers) {
      const text = JSON.stringify(documentWith(parsePattern(pattern)));
      const { root } = parseJsonc(new LocatedText(text, 0));
      const { servers } = readConfiguration(root!, [host]);
      expect([pattern, servers.map(({ words }) => words[0]!.text.reveal())]).toEqual([pattern, ['x']]);
    }
  });

  it('expands what it says where it says so, and nothing in other fields', () => {
    for (const host of HOSTS)
      for (const { syntax, fields } of host.interpolation) {
        const [reference] = readReferences(new LocatedText(syntax, 0));
        if (!reference) continue;
        for (const field of fields)
          expect([host.id, syntax, isExpanded(reference, field, host)]).toContain(true);
        const elsewhere = !host.interpolation.some((one) => one.fields.includes('helper'));
        expect([host.id, syntax, isExpanded(reference, 'helper', host)]).toEqual([
          host.id,
          syntax,
          !elsewhere,
        ]);
      }
  });

  it('claims to know nothing of hosts that are not known', () => {
    expect(byId('generic').unknownExpansion).toBe('all');
  });
});
