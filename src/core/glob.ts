/**
 * Tells whether a `/`-separated path fits one of some globs. `*` and `?` stay within one name, `**` stands for any number of folders.
 * A glob without a slash is for names at any depth, and one that fits a folder fits all that is in it. Time is linear in
 * the path, whatever the glob: globs come from strangers.
 */
export function globMatcher(globs: readonly string[]): (path: string) => boolean {
  const all = globs.map(stepsOf);
  return (path) => {
    const names = path.split('/');
    return all.some((steps) => fits(steps, names));
  };
}

const ANY_FOLDERS = '**';

function stepsOf(glob: string): readonly string[] {
  const plain = glob.replace(/^\.\//, '').replace(/\/+$/, '');
  const steps = plain.split('/').filter((step) => step !== '' && step !== '.');
  return steps.length === 1 && steps[0] !== ANY_FOLDERS ? [ANY_FOLDERS, ...steps] : steps;
}

/** Follows all ways through the steps at once; a way that has come to the end has found the path or a folder above it. */
function fits(steps: readonly string[], names: readonly string[]): boolean {
  if (steps.length === 0) return false;
  let ways = widened(steps, new Set([0]));
  for (const name of names) {
    const next = new Set<number>();
    for (const at of ways) {
      if (steps[at] === ANY_FOLDERS) next.add(at);
      else if (at < steps.length && fitsName(steps[at]!, name)) next.add(at + 1);
    }
    ways = widened(steps, next);
    if (ways.has(steps.length)) return true;
  }
  return false;
}

/** `**` also stands for no folder at all. */
function widened(steps: readonly string[], ways: ReadonlySet<number>): ReadonlySet<number> {
  const all = new Set(ways);
  for (const at of all) if (steps[at] === ANY_FOLDERS) all.add(at + 1);
  return all;
}

/**
 * Whether a name as a whole fits a pattern with `*` and `?`. What the last `*` stands for grows until the rest fits, and the stars
 * before it need not be tried again.
 */
export function fitsName(pattern: string, name: string): boolean {
  let at = 0;
  let star = -1;
  let resume = 0;
  for (let index = 0; index < name.length; ) {
    if (pattern[at] === '*') {
      star = at++;
      resume = index;
    } else if (pattern[at] === name[index] || pattern[at] === '?') {
      at++;
      index++;
    } else if (star >= 0) {
      at = star + 1;
      index = ++resume;
    } else {
      return false;
    }
  }
  while (pattern[at] === '*') at++;
  return at === pattern.length;
}
