import type { Host } from '../../core/host.ts';
import { AUGMENT } from './augment.ts';

/** The extension keeps its servers in the settings of the editor, as a list; those settings are VS Code's file. */
export const AUGMENT_VSCODE: Host = {
  ...AUGMENT,
  id: 'augment-vscode',
  title: 'Augment in VS Code',
  files: [],
  also: '"augment.advanced" in the settings of VS Code; --host augment-vscode reads them by its rules',
  servers: ['augment\\.advanced.mcpServers', 'augment\\.advanced\\.mcpServers'],
  credentials: ['augment\\.advanced.integrations'],
  source: '@augmentcode/auggie 0.36.0; the name of the setting is not confirmed',
};
