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

/** The workflow for pull requests, which examples/workflows shows as well: it may read the repository, and nothing else. */
export function workflowText(): string {
  return `# Lints what a pull request adds: annotations on its lines, and a summary with the servers that it adds or changes.
# It needs no secret and may only read the repository, so that it also runs for forks.
name: mcp-lint
on:
  pull_request:
  merge_group:
permissions:
  contents: read
jobs:
  mcp-lint:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          # The commit that the pull request is merged into, to compare with.
          fetch-depth: 2
          persist-credentials: false
      - uses: mcp-lint/mcp-lint@${TAG} # better: the full SHA of the commit of this tag
`;
}
