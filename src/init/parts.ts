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
  const codeConfig = settingsIn(project).find((name) => !/\.jsonc?$/.test(name));
  return [
    settingsPart(project, baseline),
    hookPart(project, { gitConfig, codeConfig }),
    ...(isOnGithub(project, gitConfig) ? [workflowPart(project, codeConfig)] : []),
  ];
}

function settingsIn(project: Project): string[] {
  return project.filesIn('.').filter((name) => SETTINGS_NAME.test(name));
}

function settingsPart(project: Project, baseline: string | undefined): Part {
  const [there] = settingsIn(project);
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

function workflowPart(project: Project, codeConfig: string | undefined): Part {
  const there = project
    .filesIn(WORKFLOWS)
    .find((name) => /\.ya?ml$/.test(name) && usesAction(project.text(`${WORKFLOWS}/${name}`) ?? ''));
  if (there !== undefined) return { kept: `${WORKFLOWS}/${there}` };
  const part = newFile(project, {
    path: WORKFLOW,
    after: workflowText(),
    purpose: 'lints every pull request on GitHub',
  });
  if (!part.change || codeConfig === undefined) return part;
  return {
    ...part,
    next: [
      `The workflow does not run ${codeConfig}, which every pull request can change. Have it do so ("with": "config: ${codeConfig}" and "allow-code-config: true"), or give it a config in JSON.`,
    ],
  };
}
