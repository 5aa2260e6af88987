import type { Settings } from '../core/settings.ts';

/** Where settings are looked for, and what the user said about it. */
export interface SettingsRequest {
  readonly cwd: string;
  /** The file that `--config` names; false: none is read. */
  readonly config?: string | false;
  /** Home folder of the user: nothing above it is looked at. */
  readonly home?: string;
}

/**
 * The settings that count here: those of the nearest config file of mcp-lint in the current folder or above, up to the root of
 * the repository. Throws a UsageError, with place and suggestion, for one that is wrong.
 */
export async function findSettings(_request: SettingsRequest): Promise<Settings | undefined> {
  return undefined;
}
