import { resolve } from 'node:path';
import { label } from '../core/label.ts';
import { UsageError } from '../core/usage-error.ts';
import { shownPath } from '../discover/discover.ts';
import type { LintOptions } from '../run.ts';
import { findSettings, isCodeConfig } from '../settings/find-settings.ts';
import type { Inputs } from './inputs.ts';
import { checkPaths, type Workspace } from './workspace.ts';

export type ActionOptions = LintOptions & { readonly cwd: string };

/**
 * How the workspace is linted: settings and baseline are read, and nothing outside of it is. Paths of the report start from `cwd`,
 * and so does the search for settings. Throws a UsageError for settings or a baseline that cannot be used, and for code that
 * nobody has allowed.
 */
export async function readLintOptions(
  { config, baseline, allowCodeConfig }: Inputs,
  cwd: string,
  workspace: Workspace,
  variables: Readonly<Record<string, string | undefined>>,
): Promise<ActionOptions> {
  const { root } = workspace;
  checkPaths(
    [config, baseline].filter((path) => path !== undefined),
    workspace,
  );
  if (config !== undefined && isCodeConfig(config) && !allowCodeConfig)
    throw new UsageError(
      `The config "${label(config)}" is code, which whoever opens a pull request can change. To run it all the same: allow-code-config: true.`,
    );
  const home = variables['HOME'] || variables['USERPROFILE'];
  const settings = await findSettings({
    cwd,
    ...(config !== undefined && { config: resolve(root, config) }),
    ...(home && { home }),
  });
  const file = baseline === undefined ? settings?.baseline : resolve(root, baseline);
  return {
    cwd,
    // A link may not even lead to what else a workflow has checked out.
    within: cwd,
    ...(home && { home }),
    ...(settings && { settings }),
    ...(file !== undefined && (await baselineAt(file, cwd))),
  };
}

async function baselineAt(file: string, cwd: string): Promise<Pick<LintOptions, 'baseline'>> {
  const { useBaseline } = await import('../cli/use-baseline.ts');
  const { options } = useBaseline({ baseline: file, updateBaseline: false }, undefined, (path) =>
    shownPath(path, cwd),
  );
  return options;
}
