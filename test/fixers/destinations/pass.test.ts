import { expect, test } from 'vitest';
import type { Machine } from '../../../src/core/machine.ts';
import { pass } from '../../../src/fixers/destinations/pass.ts';
import { rewriteText } from '../../support/rewritten.ts';
import { CLAUDE_DESKTOP, DESKTOP_FILE, OPENCODE, VS_CODE, ZED } from './shapes.ts';

const BARE: Machine = { os: 'linux', home: '/home/u', cwd: '/home/u', variables: {} };

test.each([
  [
    DESKTOP_FILE,
    CLAUDE_DESKTOP,
    `{
  "mcpServers": {
    "github": {
      "command": "mcp-lint", // the server
      "args": ["exec", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
      "env": {
        "LOG": "1",
        "GITHUB_TOKEN": "pass://mcp-lint/claude-desktop/github/GITHUB_TOKEN"
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
			"command": "mcp-lint",
			"args": ["exec", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
			"env": { "GITHUB_TOKEN": "pass://mcp-lint/vscode/github/GITHUB_TOKEN" },
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
      "command": ["mcp-lint", "exec", "--", "npx", "-y", "@modelcontextprotocol/server-github"],
      "environment": { "GITHUB_TOKEN": "pass://mcp-lint/opencode/github/GITHUB_TOKEN" }
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
      "command": "mcp-lint",
      "args": ["exec", "--", "npx"],
      "env": { "GITHUB_TOKEN": "pass://mcp-lint/zed/github/GITHUB_TOKEN" }
    }
  }
}
`,
  ],
])('%s: a reference of pass, read by mcp-lint exec', (file, text, after) => {
  const rewritten = rewriteText(pass, file, text, { machine: BARE });
  expect(rewritten.after).toBe(after);
  expect(rewritten.declined).toEqual([]);
  expect(rewritten.findings).toEqual([]);
  expect(rewritten.items).toMatchObject([{ vault: 'pass', uses: [{ place: 'env GITHUB_TOKEN' }] }]);
  expect(rewritten.warnings).toContain(
    'gpg asks for the passphrase of your key when "github" starts, in a window of its own: the terminal belongs to the host.',
  );
});

test('a store that is somewhere else is named in the entry, and in a file of others the host has to do it', () => {
  const variables = { PASSWORD_STORE_DIR: '/home/u/store', GNUPGHOME: '' };
  const machine = { ...BARE, variables };
  const own = rewriteText(pass, DESKTOP_FILE, CLAUDE_DESKTOP, { machine });
  expect(own.after).toContain(`"PASSWORD_STORE_DIR": "/home/u/store"\n      }`);
  expect(own.after).not.toContain('GNUPGHOME');
  const shared = rewriteText(pass, '/home/u/project/.vscode/mcp.json', VS_CODE, {
    machine,
    scope: 'project',
  });
  expect(shared.after).not.toContain('/home/u/store');
  expect(shared.warnings).toContain(
    'The host has to hand PASSWORD_STORE_DIR to "github", or the store is not found.',
  );
});
