import type { LocatedText } from '../core/located-text.ts';

/** Longer than any path. */
const LONGEST = 4096;

/** What users write for their home folder (documentation of the hosts; shells, cmd and PowerShell). */
const HOME =
  /^(?:~(?=[/\\]|$)|\$HOME(?![A-Za-z0-9_])|\$\{(?:env:|localEnv:)?(?:HOME|USERPROFILE)\}|\$\{userHome\}|\{env:(?:HOME|USERPROFILE)\}|%(?:USERPROFILE|HOME)%|%HOMEDRIVE%%HOMEPATH%|\$env:(?:USERPROFILE|HOME)(?![A-Za-z0-9_]))/i;
/** The same for the folder of the project, or that the host starts servers in. */
const HERE =
  /^(?:\.(?=[/\\]|$)|\$\{(?:workspaceFolder|workspaceRoot|localWorkspaceFolder|containerWorkspaceFolder|PWD|CLAUDE_PROJECT_DIR|cwd|env:PWD)(?::[^{}]{1,100})?\}|\$PWD(?![A-Za-z0-9_])|\$\(pwd\)|`pwd`|%CD%)/i;
const ABSOLUTE = /^(?:\/|[A-Za-z]:(?:[/\\]|$)|\\\\)/;

/**
 * A path as `Reach.root` has it; nothing when the text is none, or when a reference leads nobody knows where. `bare`:
 * a name without a slash is a folder too.
 */
export function readFolder(text: LocatedText, bare: boolean): string | undefined {
  const source =
    text.length > LONGEST
      ? ''
      : text
          .reveal()
          .trim()
          .replace(/^file:\/\/(?=\/|[A-Za-z]:)/i, '');
  if (source === '') return undefined;
  const home = HOME.exec(source)?.[0];
  const here = home === undefined ? HERE.exec(source)?.[0] : undefined;
  const start = home === undefined ? (here === undefined ? '' : '.') : '~';
  const rest = source.slice((home ?? here ?? '').length);
  if (/[$%{}<>*\n]|:\/\//.test(rest)) return undefined;
  if (start !== '') return /^[/\\]|^$/.test(rest) ? simplify(`${start}${rest}`) : undefined;
  if (ABSOLUTE.test(source)) return simplify(source);
  if (/^\.\.(?:[/\\]|$)/.test(source)) return simplify(`./${source}`);
  return (bare || /[/\\]/.test(source)) && !source.startsWith('-') && !source.startsWith('@')
    ? simplify(`./${source}`)
    : undefined;
}

/** With `/` between the names, and without `.`, `..` and a slash at the end, as far as they can be taken out. */
function simplify(path: string): string {
  const slashed = path.replaceAll('\\', '/');
  const root = /^(?:\/\/|\/|[A-Za-z]:\/?)/.exec(slashed)?.[0] ?? '';
  const steps: string[] = [];
  for (const step of slashed.slice(root.length).split('/')) {
    if (step === '' || (step === '.' && steps.length > 0)) continue;
    const last = steps.at(-1);
    if (step !== '..') steps.push(step);
    else if (last === undefined ? root === '' : last === '.' || last === '..' || last === '~')
      steps.push(step);
    else steps.pop();
  }
  const drive = /^[A-Za-z]:$/.test(root) ? `${root}/` : root;
  return drive + steps.join('/');
}
