import { join } from 'node:path';
import { temporaryFolder, writeInto } from './cli.ts';
import { git } from './commits.ts';

/** Files by path; nothing takes one away. */
export type Files = Readonly<Record<string, string | Buffer | object | undefined>>;

/** A repository on a server with a branch `main`, and what happened in it. */
export interface Origin {
  readonly folder: string;
  /** Commits of `main` when the pull request was opened, of its head, and of what GitHub merged of both. */
  readonly base: string;
  readonly head: string;
  readonly merge: string;
}

/**
 * A pull request as GitHub keeps it: its head (of a fork, if it is one) and the merge of both under `refs/pull/1`. `meanwhile` is
 * what `main` got after the pull request was branched off.
 */
export async function openPullRequest(
  before: Files,
  change: Files,
  { meanwhile = {} }: { readonly meanwhile?: Files } = {},
): Promise<Origin> {
  const folder = temporaryFolder();
  await git(folder, 'init', '--quiet', '--initial-branch=main');
  await git(folder, 'config', 'uploadpack.allowAnySHA1InWant', 'true');
  await commit(folder, { 'README.md': 'A project.\n', ...before });
  await git(folder, 'checkout', '--quiet', '-b', 'change');
  const head = await commit(folder, change);
  await git(folder, 'checkout', '--quiet', 'main');
  const base = await commit(folder, meanwhile);
  await git(folder, 'checkout', '--quiet', '--detach', 'main');
  await git(folder, 'merge', '--quiet', '--no-ff', '-m', 'merge', head);
  const merge = await git(folder, 'rev-parse', 'HEAD');
  await git(folder, 'update-ref', 'refs/pull/1/merge', merge);
  await git(folder, 'update-ref', 'refs/pull/1/head', head);
  // It is a fork that has the branch.
  await git(folder, 'branch', '--quiet', '-D', 'change');
  return { folder, base, head, merge };
}

/** Commits files; gives the name of the commit. */
export async function commit(folder: string, files: Files): Promise<string> {
  for (const [path, content] of Object.entries(files))
    if (content === undefined) await git(folder, 'rm', '--quiet', path);
    else writeInto(folder, path, content);
  await git(folder, 'add', '--all', '--force');
  await git(folder, 'commit', '--quiet', '--allow-empty', '-m', 'change');
  return git(folder, 'rev-parse', 'HEAD');
}

/** Checks a ref or a commit out as actions/checkout does: fetched with a depth (0: all of it), detached, without tags. */
export async function checkout({ folder }: Pick<Origin, 'folder'>, ref: string, depth = 1): Promise<string> {
  const workspace = join(temporaryFolder(), 'project');
  await git(folder, 'init', '--quiet', workspace);
  await git(workspace, 'remote', 'add', 'origin', `file://${folder}`);
  const all = depth === 0 ? ['+refs/heads/*:refs/remotes/origin/*', '+refs/pull/*:refs/remotes/pull/*'] : [];
  await git(
    workspace,
    ...['-c', 'protocol.version=2', 'fetch', '--quiet', '--no-tags'],
    ...(depth === 0 ? [] : [`--depth=${depth}`]),
    ...['origin', ...all, `+${ref}:refs/remotes/checked-out`],
  );
  await git(workspace, 'checkout', '--quiet', '--force', '--detach', 'refs/remotes/checked-out');
  return workspace;
}

/** The payload of `pull_request`, as far as it matters; strangers write the rest. */
export function payloadOf({ base, head }: Pick<Origin, 'base' | 'head'>): object {
  return {
    action: 'synchronize',
    number: 1,
    pull_request: {
      title: '::error::pwned $(id)',
      base: { ref: 'main', sha: base },
      head: { ref: '::set-output name=errors::0', sha: head, repo: { fork: true, full_name: 'kim/fork' } },
    },
  };
}
