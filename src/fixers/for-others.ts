import type { LintedDocument } from '../lint-document.ts';

/** The file is there for others too: it is a project's, of a host that has such files or in a repository that tracks it. */
export function isForOthers({ scope, host, exposure }: LintedDocument): boolean {
  return scope === 'project' && (host.shared || exposure().tracked);
}
