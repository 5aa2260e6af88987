import type { Host } from '../core/host.ts';
import { CLAUDE_CODE_MANAGED_MCP } from './data/claude-code-managed-mcp.ts';
import { CLAUDE_CODE_MANAGED_SETTINGS } from './data/claude-code-managed-settings.ts';
import { CLAUDE_CODE_PLUGIN } from './data/claude-code-plugin.ts';
import { CLAUDE_CODE_PROJECT } from './data/claude-code-project.ts';
import { CLAUDE_CODE_SETTINGS } from './data/claude-code-settings.ts';
import { CLAUDE_CODE_USER } from './data/claude-code-user.ts';
import { CLAUDE_DESKTOP } from './data/claude-desktop.ts';
import { CLAUDE_DESKTOP_MANAGED } from './data/claude-desktop-managed.ts';
import { CURSOR } from './data/cursor.ts';
import { CURSOR_PLUGIN } from './data/cursor-plugin.ts';
import { GENERIC } from './data/generic.ts';
import { MCPB_MANIFEST } from './data/mcpb-manifest.ts';
import { VSCODE } from './data/vscode.ts';
import { VSCODE_DEVCONTAINER } from './data/vscode-devcontainer.ts';
import { VSCODE_LEGACY_SETTINGS } from './data/vscode-legacy-settings.ts';
import { VSCODE_PORTABLE } from './data/vscode-portable.ts';

/**
 * Every host, families together, the catch-all last.
 *
 * Paths to servers are dotted: `*` stands for any key or any item of a list, `name[]` for every item of the list `name`,
 * and a dot that belongs to a key is written `\.` (`amp\.mcpServers` is the one key "amp.mcpServers"). A path to
 * servers may lead to a mapping, to a list or to one server. `syntax` of an interpolation is written as users write the
 * reference, with NAME, KEY, id or default for the part that they choose.
 */
export const HOSTS: readonly Host[] = [
  CLAUDE_DESKTOP,
  CLAUDE_DESKTOP_MANAGED,
  MCPB_MANIFEST,
  CLAUDE_CODE_USER,
  CLAUDE_CODE_PROJECT,
  CLAUDE_CODE_MANAGED_MCP,
  CLAUDE_CODE_MANAGED_SETTINGS,
  CLAUDE_CODE_SETTINGS,
  CLAUDE_CODE_PLUGIN,
  CURSOR,
  CURSOR_PLUGIN,
  VSCODE,
  VSCODE_PORTABLE,
  VSCODE_LEGACY_SETTINGS,
  VSCODE_DEVCONTAINER,
  GENERIC,
];
