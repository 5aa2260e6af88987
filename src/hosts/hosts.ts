import type { Host } from '../core/host.ts';
import { AMAZON_Q } from './data/amazon-q.ts';
import { AMP } from './data/amp.ts';
import { ANTIGRAVITY } from './data/antigravity.ts';
import { AUGMENT } from './data/augment.ts';
import { AUGMENT_VSCODE } from './data/augment-vscode.ts';
import { CLAUDE_CODE_AGENT } from './data/claude-code-agent.ts';
import { CLAUDE_CODE_MANAGED_MCP } from './data/claude-code-managed-mcp.ts';
import { CLAUDE_CODE_MANAGED_SETTINGS } from './data/claude-code-managed-settings.ts';
import { CLAUDE_CODE_PLUGIN } from './data/claude-code-plugin.ts';
import { CLAUDE_CODE_PROJECT } from './data/claude-code-project.ts';
import { CLAUDE_CODE_SETTINGS } from './data/claude-code-settings.ts';
import { CLAUDE_CODE_USER } from './data/claude-code-user.ts';
import { CLAUDE_DESKTOP } from './data/claude-desktop.ts';
import { CLAUDE_DESKTOP_MANAGED } from './data/claude-desktop-managed.ts';
import { CLINE } from './data/cline.ts';
import { CODEX } from './data/codex.ts';
import { CODEX_PLUGIN } from './data/codex-plugin.ts';
import { COMMAND } from './data/command.ts';
import { CONTINUE_JSON } from './data/continue-json.ts';
import { CONTINUE_YAML } from './data/continue-yaml.ts';
import { COPILOT_CLI } from './data/copilot-cli.ts';
import { COPILOT_CLOUD_AGENT } from './data/copilot-cloud-agent.ts';
import { COPILOT_CUSTOM_AGENT } from './data/copilot-custom-agent.ts';
import { COPILOT_JETBRAINS } from './data/copilot-jetbrains.ts';
import { CURSOR } from './data/cursor.ts';
import { CURSOR_PLUGIN } from './data/cursor-plugin.ts';
import { DOCKER_COMPOSE } from './data/docker-compose.ts';
import { DOCKER_MCP } from './data/docker-mcp.ts';
import { FACTORY_DROID } from './data/factory-droid.ts';
import { GEMINI_CLI } from './data/gemini-cli.ts';
import { GEMINI_EXTENSION } from './data/gemini-extension.ts';
import { GENERIC } from './data/generic.ts';
import { GITHUB_WORKFLOW } from './data/github-workflow.ts';
import { GOOSE } from './data/goose.ts';
import { GOOSE_RECIPE } from './data/goose-recipe.ts';
import { GROK_BUILD } from './data/grok-build.ts';
import { HERMES } from './data/hermes.ts';
import { JUNIE } from './data/junie.ts';
import { KILO_CODE } from './data/kilo-code.ts';
import { KILO_CODE_LEGACY } from './data/kilo-code-legacy.ts';
import { KIRO } from './data/kiro.ts';
import { KIRO_AGENT } from './data/kiro-agent.ts';
import { LIBRECHAT } from './data/librechat.ts';
import { LM_STUDIO } from './data/lm-studio.ts';
import { MCPB_MANIFEST } from './data/mcpb-manifest.ts';
import { MCPO } from './data/mcpo.ts';
import { MCPORTER } from './data/mcporter.ts';
import { OPEN_WEBUI } from './data/open-webui.ts';
import { OPENCLAW } from './data/openclaw.ts';
import { OPENCODE } from './data/opencode.ts';
import { OTHER_MCPSERVERS } from './data/other-mcpservers.ts';
import { QWEN_CODE } from './data/qwen-code.ts';
import { REGISTRY_SERVER_JSON } from './data/registry-server-json.ts';
import { ROO_CODE } from './data/roo-code.ts';
import { SCRIPT } from './data/script.ts';
import { SNIPPET } from './data/snippet.ts';
import { TRAE } from './data/trae.ts';
import { VISUAL_STUDIO } from './data/visual-studio.ts';
import { VSCODE } from './data/vscode.ts';
import { VSCODE_DEVCONTAINER } from './data/vscode-devcontainer.ts';
import { VSCODE_LEGACY_SETTINGS } from './data/vscode-legacy-settings.ts';
import { VSCODE_PORTABLE } from './data/vscode-portable.ts';
import { WARP } from './data/warp.ts';
import { WINDSURF } from './data/windsurf.ts';
import { ZED } from './data/zed.ts';

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
  CLAUDE_CODE_AGENT,
  CURSOR,
  CURSOR_PLUGIN,
  VSCODE,
  VSCODE_PORTABLE,
  VSCODE_LEGACY_SETTINGS,
  VSCODE_DEVCONTAINER,
  COPILOT_CLI,
  COPILOT_CLOUD_AGENT,
  WINDSURF,
  CLINE,
  ROO_CODE,
  KILO_CODE,
  KILO_CODE_LEGACY,
  ZED,
  GEMINI_CLI,
  GEMINI_EXTENSION,
  QWEN_CODE,
  CODEX,
  CODEX_PLUGIN,
  GROK_BUILD,
  OPENCODE,
  KIRO,
  KIRO_AGENT,
  AMAZON_Q,
  LM_STUDIO,
  JUNIE,
  AMP,
  WARP,
  AUGMENT,
  AUGMENT_VSCODE,
  TRAE,
  FACTORY_DROID,
  COPILOT_CUSTOM_AGENT,
  COPILOT_JETBRAINS,
  VISUAL_STUDIO,
  ANTIGRAVITY,
  CONTINUE_JSON,
  CONTINUE_YAML,
  GOOSE,
  GOOSE_RECIPE,
  LIBRECHAT,
  DOCKER_MCP,
  HERMES,
  MCPO,
  MCPORTER,
  OPENCLAW,
  REGISTRY_SERVER_JSON,
  OTHER_MCPSERVERS,
  OPEN_WEBUI,
  DOCKER_COMPOSE,
  GITHUB_WORKFLOW,
  SNIPPET,
  SCRIPT,
  COMMAND,
  GENERIC,
];
