import type { KnownMatch } from '../catalog/catalog.ts';
import type { Launch } from '../core/launch.ts';

/** How a server with a reach on this machine is told its folders. */
export interface ReachRow {
  /** Package, image and program names; without scope where the last part is telling. */
  readonly names: readonly string[];
  readonly access: 'files' | 'shell' | 'browser';
  /** Its arguments that are no flags are folders. */
  readonly positional?: true;
  /** It opens files only when it is told to: by this setting, in the one spelling of `Setting.key`. */
  readonly only?: RegExp;
}

// By what each says of itself on npm, PyPI or GitHub.
const ROWS: readonly ReachRow[] = [
  {
    names: [
      '@modelcontextprotocol/server-filesystem',
      'mcp-server-filesystem',
      'server-filesystem',
      'mcp/filesystem',
      'mcp/rust-mcp-filesystem',
      'rust-mcp-filesystem',
      'mcp-filesystem-server',
      'mcp-filesystem',
      'filesystem-mcp',
      'filesystem-mcp-server',
      'fast-filesystem-mcp',
      'mcp-obsidian',
    ],
    access: 'files',
    positional: true,
  },
  {
    names: [
      'mcp-server-git',
      'mcp/git',
      '@cyanheads/filesystem-mcp-server',
      '@cyanheads/git-mcp-server',
      'markitdown-mcp',
    ],
    access: 'files',
  },
  {
    names: [
      '@wonderwhy-er/desktop-commander',
      'desktop-commander',
      'mcp/desktop-commander',
      'mcp-shell',
      'shell-mcp',
      'shell-mcp-server',
      'mcp-shell-server',
      'mcp-server-shell',
      'super-shell-mcp',
      'mcp-server-commands',
      'mcp-server-terminal',
      'mcp-terminal',
      'terminal-mcp',
      'terminal-controller',
      'terminal-controller-mcp',
      'cli-mcp-server',
      'iterm-mcp',
      'iterm_mcp_server',
      'mcp-iterm',
      'tmux-mcp',
      'ht-mcp',
      '@simonb97/server-win-cli',
      'server-win-cli',
      'win-cli-mcp-server',
      'windows-mcp',
      '@peakmojo/applescript-mcp',
      'applescript-mcp',
      '@steipete/macos-automator-mcp',
      'macos-automator-mcp',
      'mcp-server-code-runner',
      'mcp-python-interpreter',
      'serena',
      'serena-agent',
      'serena-mcp-server',
    ],
    access: 'shell',
  },
  // File access is limited to the workspace, and file: addresses are refused, unless this is set (its README).
  {
    names: ['@playwright/mcp', 'playwright-mcp'],
    access: 'browser',
    only: /^(?:PLAYWRIGHT_MCP_)?ALLOW_UNRESTRICTED_FILE_ACCESS$/,
  },
  // These open any address, file: too. Extensions of a browser do not: there their users have to allow it first
  // (@browsermcp/mcp, mcp-chrome-bridge, @agentdeskai/browser-tools-mcp).
  {
    names: [
      '@executeautomation/playwright-mcp-server',
      '@automatalabs/mcp-server-playwright',
      'mcp-server-playwright',
      'playwright-mcp-server',
      '@modelcontextprotocol/server-puppeteer',
      'server-puppeteer',
      'puppeteer-mcp-server',
      'mcp-server-puppeteer',
      '@hisma/server-puppeteer',
      'chrome-devtools-mcp',
      'browser-use',
      'browser-use-mcp-server',
      'mcp-server-browser-use',
      '@agent-infra/mcp-server-browser',
      '@angiejones/mcp-selenium',
      'mcp-selenium',
    ],
    access: 'browser',
  },
];

/** What a server is known to reach, by the names that it goes by. */
export function findReach(launch: Launch, known: KnownMatch | undefined): ReachRow | undefined {
  const names = namesOf(launch);
  const row = ROWS.find((one) => one.names.some((name) => names.includes(name)));
  const reach = known?.server.localReach;
  if (row || (reach !== 'files' && reach !== 'shell' && reach !== 'browser')) return row;
  return { names: [], access: reach };
}

/** A package is told by its whole name: others may have the same last part. */
function namesOf({ package: pack, program }: Launch): readonly string[] {
  if (pack) return [pack.name];
  return program === undefined ? [] : [program];
}
