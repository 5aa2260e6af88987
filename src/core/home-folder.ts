/** A path with `/` between its names, however its system writes it, and none at its end. */
export function portable(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  return slashes.length > 1 && slashes.endsWith('/') && !/^[A-Za-z]:\/$/.test(slashes)
    ? slashes.slice(0, -1)
    : slashes;
}

/** Home folders by the rules of the systems: macOS, Linux, Windows, and Windows as WSL and Git Bash see it. */
const HOMES =
  /^(?:\/(?:Users|home)\/[^/]+|\/(?:var\/)?root|(?:(?:\/mnt)?\/[a-z]|[a-z]:)\/Users\/[^/]+)(?=\/|$)/i;

/**
 * Where a path begins: below a home folder (the given one, or what any system would call one), or on a drive of Windows.
 * Paths are portable ones.
 */
export function startOf(
  path: string,
  home?: string,
): { readonly home?: string; readonly below?: string; readonly drive?: string } {
  const own = home === undefined || home === '' ? undefined : portable(home);
  const found = own !== undefined && isBelow(path, own) ? path.slice(0, own.length) : HOMES.exec(path)?.[0];
  if (found !== undefined) return { home: found, below: path.slice(found.length).replace(/^\//, '') };
  const drive = /^[A-Za-z]:\//.exec(path)?.[0];
  return drive === undefined ? {} : { drive: path.slice(drive.length) };
}

/** Whether a path is a folder or anything in it. Drives of Windows have no case, nor has what is on them. */
export function isBelow(path: string, folder: string): boolean {
  const [a, b] = /^[A-Za-z]:/.test(folder) ? [path.toLowerCase(), folder.toLowerCase()] : [path, folder];
  return a === b || a.startsWith(b.endsWith('/') ? b : `${b}/`);
}
