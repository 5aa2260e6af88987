/** A name in which `*` stands for any run of characters, cut at the `*`. */
export interface NamePattern {
  readonly head: string;
  readonly pieces: readonly string[];
  /** Nothing when there is no `*`, so that the name has to be `head`. */
  readonly tail: string | undefined;
}

export function parseName(pattern: string): NamePattern {
  const pieces = pattern.split('*');
  const head = pieces.shift()!;
  return { head, tail: pieces.pop(), pieces };
}

/** Whether a name fits. Linear: each piece is looked for once, behind the one before it. */
export function fitsName({ head, pieces, tail }: NamePattern, name: string): boolean {
  if (tail === undefined) return name === head;
  if (!name.startsWith(head) || !name.endsWith(tail)) return false;
  const end = name.length - tail.length;
  let from = head.length;
  for (const piece of pieces) {
    const found = name.indexOf(piece, from);
    if (found < 0) return false;
    from = found + piece.length;
  }
  return from <= end;
}

/** The same for a pattern that is not parsed yet: only where its beginning and end fit. */
export function fitsPattern(pattern: string, name: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return pattern === name;
  const tail = pattern.slice(pattern.lastIndexOf('*') + 1);
  return name.startsWith(pattern.slice(0, star)) && name.endsWith(tail) && fitsName(parseName(pattern), name);
}

/** The part of a host's path that is the same on every machine: without `~`, a variable, a drive or a root. */
export function portablePart(path: string): string {
  const slash = path.indexOf('/');
  const first = path.slice(0, slash);
  const differs =
    first === '' || first === '~' || first.startsWith('$') || first.startsWith('%') || first.endsWith(':');
  return slash >= 0 && differs ? path.slice(slash + 1) : path;
}
