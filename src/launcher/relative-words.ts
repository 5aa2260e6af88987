import { posix, win32 } from 'node:path';
import { ownWords } from './own-words.ts';
import { behindWrappers, packageWords } from './package-words.ts';
import { programName } from './program-name.ts';

const INTERPRETERS =
  /^(?:node|nodejs|bun|deno|tsx|ts-node|(?:python|pypy|pythonw|py)[\d.]*t?|ruby|perl|php|lua|rscript|bash|sh|zsh|dash|pwsh|powershell|java)$/;
/** Behind these the next word is code or a module, and no file. */
const NO_FILE = /^-(?:e|p|u?m|jar|-eval|-print|-module|Command|[a-zA-Z]{0,4}c)$/;
const VALUED = /^-[XW]$/;
const FILE =
  /\.(?:[cm]?[jt]sx?|py[cwz]?|rb|pl|php|lua|sh|ps1|bat|cmd|exe|dll|so|dylib|jar|wasm|go|json[c5]?|ya?ml|toml|env|ini|cfg|conf|properties|pem|crt|key|txt|db|sqlite3?)$/i;
const SUBCOMMANDS = /^(?:run|exec|x|tool)$/;
const FILE_OPTION = /^--env-file(?:-if-exists)?$/;
const GOES_ELSEWHERE =
  /^(?:uvx?|pnpm|yarn|bun|make|gmake|env|git|go|poetry|pdm|hatch|pixi|rye|pipenv|just|task)$/;
/** Such a program goes there first, so that the rest of its words starts from there. */
const CHANGES_FOLDER = /^(?:--directory|-C|--dir|--cwd|--chdir)(?:=(.*))?$/s;

/** Whether a command line means something else in another folder: `node index.js`, `./server`, `--config ./x.json`. */
export function hasRelativePaths(words: readonly string[]): boolean {
  const [program = ''] = words;
  if (/[/\\]/.test(program) && !isAbsolute(program)) return true;
  const first = behindWrappers(words);
  if (goesElsewhere(words) || goesElsewhere(words.slice(first))) return false;
  const packages = new Map(packageWords(words).map((word) => [word.index, word]));
  let interpreted = INTERPRETERS.test(programName(words[first] ?? ''));
  for (let index = 1; index < words.length; index++) {
    const word = words[index]!;
    const found = packages.get(index);
    // The rest belongs to what is in the container.
    if (found?.kind === 'oci') return false;
    if (found) interpreted = false;
    else if (isRelativePath(word)) return true;
    else if (FILE_OPTION.test(word.replace(/=.*/s, '')) && !isAbsolute(valueBehind(word, words[index + 1])))
      return true;
    else if (interpreted && index > first) {
      if (VALUED.test(word)) index += 1;
      else if (NO_FILE.test(word)) interpreted = false;
      else if (!word.startsWith('-') && !SUBCOMMANDS.test(word)) {
        if (!isAbsolute(word) && !word.includes('://')) return true;
        interpreted = false;
      }
    }
  }
  return false;
}

function goesElsewhere(words: readonly string[]): boolean {
  if (!GOES_ELSEWHERE.test(programName(words[0] ?? ''))) return false;
  const own = ownWords(words);
  return own.some((word, index) => movesAway(word, own[index + 1]));
}

function valueBehind(option: string, next = ''): string {
  const equals = option.indexOf('=');
  return equals === -1 ? next : option.slice(equals + 1);
}

function movesAway(word: string, next: string | undefined): boolean {
  const match = CHANGES_FOLDER.exec(word);
  return match !== null && isAbsolute(match[1] ?? next ?? '');
}

/** A path as `--option=path` and `NAME=path` have it, too. */
function isRelativePath(word: string): boolean {
  const text = word.slice(word.search(/^-{0,2}[\w.-]+=/) === 0 ? word.indexOf('=') + 1 : 0);
  if (isAbsolute(text) || text.startsWith('~')) return false;
  if (/^(?:file:)?\.{1,2}(?:[/\\]|$)/.test(text) || /^\.[\w-]+\S*$/.test(text)) return true;
  return FILE.test(text) && !text.includes('://') && !/[\s@]/.test(text) && !text.startsWith('-');
}

/** Of either system: what is written for the other one is no path here. */
function isAbsolute(text: string): boolean {
  return posix.isAbsolute(text) || win32.isAbsolute(text);
}
