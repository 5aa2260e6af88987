import { join } from 'node:path';
import type { Settings } from '../../src/core/settings.ts';
import { findSettings } from '../../src/settings/find-settings.ts';
import { folderOf } from '../support/cli.ts';

/** Files of a repository: its settings are those that count in `cwd`, a folder in it. */
export interface Repository {
  readonly files: Parameters<typeof folderOf>[0];
  readonly cwd?: string;
  readonly config?: string | false;
}

export interface Loaded {
  readonly root: string;
  readonly settings: Settings | undefined;
}

/** Loads the settings of a new repository. */
export async function load({ files, cwd = '.', config }: Repository): Promise<Loaded> {
  const root = folderOf({ '.git/HEAD': 'ref: refs/heads/main\n', ...files });
  const settings = await findSettings({ cwd: join(root, cwd), ...(config !== undefined && { config }) });
  return { root, settings };
}

/** What is said of a config that is wrong. */
export async function refusal(config: string | object, more: Partial<Repository> = {}): Promise<string> {
  const files = { 'mcp-lint.config.json': config, ...more.files };
  try {
    await load({ ...more, files });
  } catch (error) {
    if (error instanceof Error && error.name === 'UsageError') return error.message;
    throw error;
  }
  return '';
}
