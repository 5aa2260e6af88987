import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Machine } from '../../../src/core/machine.ts';
import { NotRewritable } from '../../../src/fixers/destination.ts';
import { infisical } from '../../../src/fixers/destinations/infisical.ts';
import { infisicalProject } from '../../../src/fixers/destinations/infisical-project.ts';
import { rewriteText } from '../../support/rewritten.ts';
import { CLAUDE_DESKTOP, DESKTOP_FILE, OPENCODE, VS_CODE, ZED } from './shapes.ts';

const PROJECT = '00000000-1111-2222-3333-444444444444';
const FLAGS = `"run", "--silent", "--projectId=${PROJECT}", "--env=dev", "--path=/mcp/github", "--"`;

describe('Infisical', () => {
  let folder: string;
  let machine: Machine;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'infisical-'));
    mkdirSync(join(folder, 'deep', 'down'), { recursive: true });
    writeFileSync(join(folder, '.infisical.json'), JSON.stringify({ workspaceId: PROJECT }));
    machine = { os: 'linux', home: folder, cwd: join(folder, 'deep', 'down'), variables: {} };
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  test.each([
    [
      DESKTOP_FILE,
      CLAUDE_DESKTOP,
      `{
  "mcpServers": {
    "github": {
      "command": "infisical", // the server
      "args": [${FLAGS}, "npx", "-y", "@modelcontextprotocol/server-github"],
      "env": {
        "LOG": "1"
      }
    }
  }
}
`,
    ],
    [
      '/home/u/project/.vscode/mcp.json',
      VS_CODE,
      `{
	"servers": {
		"github": {
			"type": "stdio",
			"command": "infisical",
			"args": [${FLAGS}, "npx", "-y", "@modelcontextprotocol/server-github"],
			"env": {},
		},
	},
}
`,
    ],
    [
      '/home/u/.config/opencode/opencode.json',
      OPENCODE,
      `{
  "mcp": {
    "github": {
      "type": "local",
      "command": ["infisical", ${FLAGS}, "npx", "-y", "@modelcontextprotocol/server-github"],
      "environment": {}
    }
  }
}
`,
    ],
    [
      '/home/u/.config/zed/settings.json',
      ZED,
      `{
  "context_servers": {
    "github": {
      "source": "custom",
      "command": "infisical",
      "args": [${FLAGS}, "npx"],
      "env": {}
    }
  }
}
`,
    ],
  ])('%s: the value waits in the keychain, infisical run sets the variable', (file, text, after) => {
    const rewritten = rewriteText(infisical, file, text, { machine, option: 'dev/mcp/github' });
    expect(rewritten.after).toBe(after);
    expect(rewritten.findings).toEqual([]);
    const [{ vault, account, uses }] = rewritten.items as [(typeof rewritten.items)[number]];
    expect({ vault, uses }).toEqual({ vault: 'keychain', uses: [] });
    expect(rewritten.steps).toEqual([
      `Copy the value with "mcp-lint secret copy keychain://mcp-lint/${account}" and save it in Infisical as GITHUB_TOKEN, environment dev, path /mcp/github: "github" does not start as before until it is there.`,
    ]);
    expect(rewritten.warnings).toEqual([
      '"github" gets every secret of dev/mcp/github at Infisical, not only its own.',
      'When your sign-in to Infisical has run out, "github" does not start: "infisical login" renews it.',
      'What Infisical keeps is not bound to "github": every program that you start can ask for it.',
    ]);
  });

  test.each([undefined, '', '/x', 'dev/../x', 'dev x', '-e'])('"--to infisical:%s" is refused', (option) => {
    const options = { machine, ...(option !== undefined && { option }) };
    expect(() => rewriteText(infisical, DESKTOP_FILE, CLAUDE_DESKTOP, options)).toThrow(NotRewritable);
  });

  test('a folder without a project, and a machine without the program, are told', () => {
    expect(infisical.missing!(machine)).toBe('infisical is not installed');
    const PATH = join(folder, 'bin');
    mkdirSync(PATH);
    writeFileSync(join(PATH, 'infisical'), '', { mode: 0o755 });
    expect(infisical.missing!({ ...machine, variables: { PATH } })).toBeUndefined();
    writeFileSync(join(folder, 'deep', '.infisical.json'), '{"workspaceId": 1}');
    expect(infisical.missing!({ ...machine, variables: { PATH } })).toBe(
      'this folder belongs to no project of Infisical ("infisical init" makes it one)',
    );
    expect(infisicalProject(folder)).toBe(PROJECT);
  });

  test.each([
    ['a reserved name', { command: 'npx', env: { LC_TOKEN: '{{sample:github-pat-classic}}' } }],
    ['an argument', { command: 'npx', args: ['server', '--token', '{{sample:github-pat-classic}}'] }],
  ])('%s is declined', (_, entry) => {
    const text = JSON.stringify({ mcpServers: { server: entry } });
    const { declined } = rewriteText(infisical, DESKTOP_FILE, text, { machine, option: 'dev' });
    expect(declined).toHaveLength(1);
  });
});
