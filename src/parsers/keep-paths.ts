/** Keys (or `*`: any key, any list item) from the root to values that somebody reads. */
export type KeepPath = readonly string[];

/** What becomes of a value, and of the values in it. */
export interface Route {
  /** Somebody reads this value. */
  readonly kept: boolean;
  /** Keys that lead on. */
  readonly named: readonly { readonly name: Uint8Array; readonly route: Route }[];
  /** Where every other key and every list item leads; nothing when nobody reads what is there. */
  readonly other?: Route;
}

/** Joins paths to one tree of routes. Nothing when there are no paths. */
export function routeTo(paths: readonly KeepPath[]): Route | undefined {
  if (paths.length === 0) return undefined;
  if (paths.some((path) => path.length === 0)) return { kept: true, named: [] };
  const names = new Set(paths.map((path) => path[0]!));
  names.delete('*');
  const named = [...names].map((name) => ({ name: Buffer.from(name), route: routeTo(tails(paths, name))! }));
  const other = routeTo(tails(paths, '*'));
  return { kept: false, named, ...(other && { other }) };
}

/** Where the key leads that stands between `start` and `end`, quotes not included. */
export function follow(route: Route, bytes: Buffer, start: number, end: number): Route | undefined {
  if (route.named.length === 0) return route.other;
  const key = bytes.subarray(start, end);
  const written = key.includes(0x5c) ? unescapeKey(key) : key;
  return route.named.find(({ name }) => written?.equals(name))?.route ?? route.other;
}

function tails(paths: readonly KeepPath[], name: string): KeepPath[] {
  return paths.filter(([head]) => head === name || head === '*').map((path) => path.slice(1));
}

/** Nothing when an escape in it is invalid. */
function unescapeKey(key: Buffer): Buffer | undefined {
  try {
    return Buffer.from(JSON.parse(`"${key.toString()}"`) as string);
  } catch {
    return undefined;
  }
}
