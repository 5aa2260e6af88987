import { chmodSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Report } from '../../src/core/report.ts';
import { lint } from '../../src/run.ts';
import { git } from '../discover/git.ts';
import { temporaryFolder } from '../support/cli.ts';
import { fillExample } from '../support/examples.ts';

export type Twin = 'dirty' | 'clean';

/** The folder of the golden files of a twin. They end in `.txt`, so that neither hosts nor linters take them for real. */
const GOLDEN = join(import.meta.dirname, '../golden/workspace');
const ENDING = '.txt';
/** The git work tree below the home folder. */
const PROJECT = 'projects/shop';

export interface LintedWorkspace {
  readonly home: string;
  readonly report: Report;
}

/** A home folder as the golden files say: the user's files private, the project committed. One run over all of it. */
export async function lintWorkspaceOf(twin: Twin): Promise<LintedWorkspace> {
  const home = temporaryFolder();
  for (const file of filesOf(twin)) {
    const text = readFileSync(join(GOLDEN, twin, file + ENDING), 'utf8');
    const path = join(home, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, fillExample(text).replaceAll('{{home}}', home.replaceAll('\\', '/')));
    chmodSync(path, file.startsWith(PROJECT) ? 0o644 : 0o600);
  }
  const project = join(home, PROJECT);
  git(project, 'init', '--quiet');
  git(project, 'add', '--all', '--force');
  git(project, 'commit', '--quiet', '--message', 'Shop');
  return { home, report: await lint(['.'], { cwd: home, home }) };
}

/** Paths of the files of a twin, as they are in the home folder. */
export function filesOf(twin: Twin): string[] {
  return readdirSync(join(GOLDEN, twin), { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(GOLDEN, twin, name)).isFile())
    .map((name) => name.slice(0, -ENDING.length).replaceAll('\\', '/'))
    .sort();
}
