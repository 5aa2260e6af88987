import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { label } from '../core/label.ts';
import { type Call, namesIn, textOf } from './project-folder.ts';

const PYTHON = /^(?:python|pypy|pythonw|py)[\d.]*t?$/;
const MODULE = /\.(?:py|pyc|pyd|so)$/;

/**
 * `python -m x` and `python -c` look for every module in the working directory first, so that any `json.py` there runs
 * (https://docs.python.org/3/library/sys_path_init.html). `-I` and `-P` switch that off. uv takes the interpreter from
 * `.python-version`, which may hold a path.
 */
export function pythonProblem({ name, words }: Call, above: readonly string[]): string | undefined {
  if (name === 'uv' || name === 'uvx') {
    const found = above.find((one) => /[/\\]/.test(textOf(join(one, '.python-version'))));
    return found && `.python-version in ${label(found)} names a program by its path`;
  }
  if (!PYTHON.test(name)) return undefined;
  const end = words.findIndex((word, index) => index > 0 && !word.startsWith('-'));
  const options = end === -1 ? words.slice(1) : words.slice(1, end);
  const looks = options.some((word) => /^-[A-Za-z]*[mc]/.test(word)) || words.length === 1;
  if (!looks || options.some((word) => /^-[A-Za-z]*[IP]/.test(word) && !/^-[XW]/.test(word)))
    return undefined;
  const [folder] = above;
  const found =
    folder !== undefined &&
    namesIn(folder).find(
      (entry) =>
        MODULE.test(entry) || existsSync(join(folder, entry, '__init__.py')) || entry === moduleOf(words),
    );
  if (!found) return undefined;
  return `Python would run ${label(found)} of the folder that it is started in, and it was stored for another folder`;
}

/** `x` of `python -m x.y`. */
function moduleOf(words: readonly string[]): string | undefined {
  const index = words.findIndex((word) => /^-[A-Za-z]*m$/.test(word));
  return index === -1 ? undefined : words[index + 1]?.split('.')[0];
}
