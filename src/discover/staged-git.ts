import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { findRepository } from './git-repository.ts';
import { findGit, hookEnvironment, SAFE_SETTINGS } from './stranger-git.ts';

/** git cannot answer. The message is for the user. */
export class GitFailure extends Error {
  override readonly name = 'GitFailure';
}

/** The git whose repository a folder belongs to, as the environment and the folder say. */
export class StagedGit {
  readonly #git: string;
  readonly #cwd: string;
  readonly #environment: NodeJS.ProcessEnv;

  /** Throws a GitFailure when there is no git. */
  constructor(cwd: string) {
    const git = findGit();
    if (git === undefined)
      throw new GitFailure('git is not installed or not on PATH, so what is staged cannot be read');
    this.#git = git;
    this.#cwd = cwd;
    // Content counts as it is committed, whatever `git replace` shows in its place.
    this.#environment = { ...hookEnvironment(), GIT_NO_REPLACE_OBJECTS: '1' };
  }

  /** Absolute path of the top of the working tree. Throws a GitFailure. */
  async top(): Promise<string> {
    const output = await this.ask(['rev-parse', '--show-toplevel']).catch(() => undefined);
    if (output === undefined) {
      const isThere = this.#environment['GIT_DIR'] !== undefined || findRepository(this.#cwd) !== undefined;
      throw new GitFailure(
        isThere
          ? 'git cannot read the repository of this folder, so what is staged is not known; "git status" says why'
          : 'no git repository here, so nothing can be staged',
      );
    }
    const top = resolve(output.toString('utf8').replace(/\n$/, ''));
    this.#checkIndex(top);
    return top;
  }

  /** git takes an index that is not there for an empty one, and then everything for deleted. */
  #checkIndex(top: string): void {
    const index = this.#environment['GIT_INDEX_FILE'];
    // Before the first file is added there is none under its usual name.
    if (index === undefined || basename(index) === 'index' || existsSync(resolve(top, index))) return;
    throw new GitFailure('the index that GIT_INDEX_FILE names is not there, so what is staged is not known');
  }

  /** What git writes. Throws a GitFailure. */
  async ask(args: readonly string[]): Promise<Buffer> {
    const chunks: Buffer[] = [];
    await this.stream(args, '', (chunk) => chunks.push(chunk));
    return Buffer.concat(chunks);
  }

  /** Hands over what git writes piece by piece. Throws a GitFailure. */
  stream(args: readonly string[], input: string, onData: (chunk: Buffer) => void): Promise<void> {
    return new Promise((done, failed) => {
      const fail = () => failed(new GitFailure('git cannot tell what is staged; "git status" may say why'));
      const child = spawn(this.#git, [...SAFE_SETTINGS, ...args], {
        cwd: this.#cwd,
        env: this.#environment,
        stdio: ['pipe', 'pipe', 'ignore'],
        windowsHide: true,
      });
      child.stdout.on('data', onData);
      child.on('error', fail);
      child.on('close', (code) => (code === 0 ? done() : fail()));
      // git may give up before it has read everything; its exit code tells.
      child.stdin.on('error', () => {});
      child.stdin.end(input);
    });
  }
}
