import { beforeAll, describe, expect, test } from 'vitest';
import type { Report, ReportedFinding, Severity } from '../../src/core/report.ts';
import { reportPretty } from '../../src/reporters/pretty.ts';
import { RULES } from '../../src/rules/rules.ts';
import { filesOf, type LintedWorkspace, lintWorkspaceOf } from './golden-workspace.ts';

type Place = readonly [severity: Severity, place: `${string}:${number}`];

/**
 * Where each rule fires on the dirty twin, each in one place. Two rules speak of tokens that are written down, one that
 * never expires and one that has, so that `inline-credential` rightly speaks of both; nothing else in the workspace is a
 * literal credential.
 */
const PLACES: Readonly<Record<string, readonly Place[]>> = {
  'inline-credential': [
    ['info', '.codeium/windsurf/mcp_config.json:6'],
    ['error', 'projects/shop/.claude-plugin/plugin.json:10'],
  ],
  'development-credential': [['info', '.config/Claude/claude_desktop_config.json:15']],
  'duplicate-key': [['warning', 'projects/shop/extension/manifest.json:14']],
  'shared-bearer-key': [['warning', 'projects/shop/.claude-plugin/plugin.json:10']],
  'credential-in-url': [['warning', '.config/opencode/opencode.json:6']],
  'cleartext-transport': [['error', 'projects/shop/.roo/mcp.json:5']],
  'command-line-secret': [['info', 'projects/shop/.vscode/mcp.json:25']],
  'long-lived-token': [['info', 'projects/shop/.claude-plugin/plugin.json:10']],
  'expired-token': [['info', '.codeium/windsurf/mcp_config.json:6']],
  'placeholder-left': [['info', '.claude.json:19']],
  'bearer-where-oauth-exists': [['info', '.config/Code/User/mcp.json:15']],
  'deprecated-server': [['info', 'projects/shop/.mcp.json:9']],
  'deprecated-transport': [['info', '.kiro/settings/mcp.json:4']],
  'dynamic-registration-only': [['info', '.claude.json:7']],
  'open-local-server': [['warning', '.lmstudio/mcp.json:11']],
  'stdio-holds-secret': [['info', '.gemini/settings.json:9']],
  'unpinned-server-with-secret': [
    ['info', '.config/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json:5'],
  ],
  'client-metadata-document': [['error', 'projects/shop/public/oauth/client-metadata.json:1']],
  'client-metadata-draft-02': [['warning', 'projects/shop/public/oauth/client-metadata.json:4']],
  'protected-resource-metadata': [['warning', 'projects/shop/public/.well-known/oauth-protected-resource:6']],
  'authorization-server-metadata': [
    ['error', 'projects/shop/public/.well-known/oauth-authorization-server:1'],
  ],
  'unexpanded-reference': [['warning', 'projects/shop/.cursor/mcp.json:6']],
  'reference-without-source': [['error', 'projects/shop/.vscode/mcp.json:15']],
  'broken-broker-entry': [['error', '.config/Claude/claude_desktop_config.json:22']],
  'borrowed-reference': [['error', 'projects/shop/.mcp.json:14']],
  'secret-in-global-env': [['info', 'projects/shop/.devcontainer/devcontainer.json:5']],
  'base-url-override': [['warning', 'projects/shop/.claude/settings.json:4']],
  'exposed-config': [['error', 'projects/shop/.claude-plugin/plugin.json:10']],
  'filesystem-reach': [['warning', '.config/zed/settings.json:8']],
  'ignore-without-reason': [['warning', '.config/Code/User/mcp.json:15']],
  'unused-ignore': [['warning', '.config/zed/settings.json:3']],
};

/** Whose file each is, in both twins. */
const HOSTS: Readonly<Record<string, string>> = {
  '.claude.json': 'claude-code-user',
  '.codeium/windsurf/mcp_config.json': 'windsurf',
  '.config/Claude/claude_desktop_config.json': 'claude-desktop',
  '.config/Code/User/globalStorage/saoudrizwan.claude-dev/settings/cline_mcp_settings.json': 'cline',
  '.config/Code/User/mcp.json': 'vscode',
  '.config/opencode/opencode.json': 'opencode',
  '.config/zed/settings.json': 'zed',
  '.gemini/settings.json': 'gemini-cli',
  '.kiro/settings/mcp.json': 'kiro',
  '.lmstudio/mcp.json': 'lm-studio',
  'projects/shop/.claude-plugin/plugin.json': 'claude-code-plugin',
  'projects/shop/.claude/settings.json': 'claude-code-settings',
  'projects/shop/.cursor/mcp.json': 'cursor',
  'projects/shop/.devcontainer/devcontainer.json': 'vscode-devcontainer',
  'projects/shop/.mcp.json': 'claude-code-project',
  'projects/shop/.roo/mcp.json': 'roo-code',
  'projects/shop/.vscode/mcp.json': 'vscode',
  'projects/shop/extension/manifest.json': 'mcpb-manifest',
  'projects/shop/public/.well-known/oauth-authorization-server': 'oauth-authorization-server',
  'projects/shop/public/.well-known/oauth-protected-resource': 'oauth-protected-resource',
  'projects/shop/public/oauth/client-metadata.json': 'oauth-client-metadata',
};

/** Files of variables: read because an entry names them, and no configs. */
const NO_CONFIG = /\.env$/;

describe('a workspace of many hosts', () => {
  let dirty: LintedWorkspace;
  let clean: LintedWorkspace;
  beforeAll(async () => {
    dirty = await lintWorkspaceOf('dirty');
    clean = await lintWorkspaceOf('clean');
  });

  test('has a place for every rule', () => {
    expect(Object.keys(PLACES).sort()).toEqual(
      RULES.flatMap(({ meta }) => (meta.optIn ? [] : meta.id)).sort(),
    );
  });

  test.each(Object.entries(PLACES))('%s fires where it should and nowhere else', (id, places) => {
    const found = dirty.report.findings.filter(({ rule }) => rule === id);
    expect(found.map(placeOf)).toEqual(places);
  });

  test('nothing fires once every defect is mended', () => {
    expect(clean.report.findings).toEqual([]);
    expect(clean.report.summary.problems).toBe(0);
  });

  test.each(['dirty', 'clean'] as const)('every file of the %s twin is known by its host', (twin) => {
    const { files } = (twin === 'dirty' ? dirty : clean).report;
    expect(Object.fromEntries(files.map(({ path, host }) => [path, host]))).toEqual(HOSTS);
    expect(filesOf(twin).filter((path) => !NO_CONFIG.test(path))).toEqual(Object.keys(HOSTS).sort());
    expect(new Set(Object.values(HOSTS)).size).toBeGreaterThanOrEqual(12);
  });

  test('the twins have the same servers', () => {
    expect(serversOf(clean.report)).toEqual(serversOf(dirty.report));
    expect(dirty.report.summary.problems).toBe(0);
  });

  test('the dirty twin as its user sees it', async () => {
    const { home, report } = dirty;
    const told = JSON.parse(JSON.stringify(report).replaceAll(home, '/home/ada')) as Report;
    await expect(reportPretty(told, { quiet: false, advice: true, named: [] })).toMatchFileSnapshot(
      '../golden/workspace/dirty.pretty.txt',
    );
  });
});

function placeOf({ severity, file, region }: ReportedFinding): Place {
  return [severity, `${file}:${region.startLine}`];
}

function serversOf({ servers }: Report): string[] {
  return servers.map(({ file, name }) => `${file} ${name}`);
}
