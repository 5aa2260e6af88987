import type { Part } from './change.ts';
import { hookPart } from './hook-part.ts';
import { newFile } from './new-file.ts';
import type { Project } from './project.ts';
import { settingsText } from './settings-text.ts';
import { SCHEMA_IN_PACKAGE, SCHEMA_URL } from './sources.ts';
import { isOnGithub, usesAction, WORKFLOW, WORKFLOWS, workflowText } from './workflow.ts';

const SETTINGS = 'mcp-lint.config.jsonc';
const SETTINGS_NAME = /^mcp-lint\.config\.(?:jsonc?|m?ts|[cm]?js)$/;

/**
 * What a project gets, or has: a config, a hook and, on GitHub, a workflow. `gitConfig`: text of the configuration of its
 * repository; `baseline`: what a new config is to name.
 */
export function planParts(project: Project, gitConfig: string, baseline?: string): Part[] {
  return [
    settingsPart(project, baseline),
    hookPart(project),
    ...(isOnGithub(project, gitConfig) ? [workflowPart(project)] : []),
  ];
}

function settingsPart(project: Project, baseline: string | undefined): Part {
  const there = project.filesIn('.').find((name) => SETTINGS_NAME.test(name));
  if (there !== undefined) return { kept: there };
  if (project.mentions('mcpLint')) return { kept: '"mcpLint" of package.json' };
  const schema = project.mentions('mcp-lint') ? SCHEMA_IN_PACKAGE : SCHEMA_URL;
  const part = newFile(project, {
    path: SETTINGS,
    after: settingsText(schema, baseline),
    purpose: 'what mcp-lint does here',
  });
  return { ...part, settings: true };
}

function workflowPart(project: Project): Part {
  const there = project
    .filesIn(WORKFLOWS)
    .find((name) => /\.ya?ml$/.test(name) && usesAction(project.text(`${WORKFLOWS}/${name}`) ?? ''));
  if (there !== undefined) return { kept: `${WORKFLOWS}/${there}` };
  return newFile(project, {
    path: WORKFLOW,
    after: workflowText(),
    purpose: 'lints every pull request on GitHub',
  });
}
