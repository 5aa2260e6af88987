import type { Project } from './project.ts';
import { TAG } from './sources.ts';

export const WORKFLOWS = '.github/workflows';
export const WORKFLOW = `${WORKFLOWS}/mcp-lint.yml`;

/** Whether a workflow has the action already. */
export function usesAction(text: string): boolean {
  return /^[\s-]*uses:\s*["']?mcp-lint\/mcp-lint@/m.test(text);
}

/** By what GitHub reads, or by where the repository is pushed to. `config`: text of the configuration of the repository. */
export function isOnGithub(project: Project, config: string): boolean {
  if (project.has('.github')) return true;
  return /^\s*(?:push)?url\s*=\s*"?(?:[a-z+]+:\/\/)?(?:[^\s@/]+@)?github\.com[:/]/im.test(config);
}

/** The workflow for pull requests: it may read the repository, and nothing else. */
export function workflowText(): string {
  return `name: mcp-lint
on:
  pull_request:
  merge_group:
permissions:
  contents: read
jobs:
  mcp-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0
        with:
          persist-credentials: false
      - uses: mcp-lint/mcp-lint@${TAG}
        with:
          only-changed: true
`;
}
