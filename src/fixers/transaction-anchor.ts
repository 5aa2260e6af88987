import type { Document } from '../core/document.ts';
import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Value } from '../core/value.ts';

/** A value of a document and the way to it. */
export interface Anchorage {
  readonly path: Path;
  readonly range: Range;
}

/**
 * What an edit belongs to: the server entry that it lies in, of which `servers` are the paths, else the innermost value
 * around it. Nothing for what lies in the outermost braces only.
 */
export function anchorageOf(root: Value, range: Range, servers: ReadonlySet<string>): Anchorage | undefined {
  let anchorage: Anchorage | undefined;
  let path: Path = [];
  for (let value: Value | undefined = root; value; ) {
    const isServer = servers.has(pathKey(path));
    if (path.length > 0 || isServer) anchorage = { path, range: value.range };
    if (isServer) return anchorage;
    const child: Child | undefined = childrenOf(value).find((one) => surrounds(one.value, range));
    path = child ? [...path, child.step] : path;
    value = child?.value;
  }
  return anchorage;
}

/** All values at a path; more than one where a key stands twice. */
export function valuesAt(root: Value, path: Path): readonly Value[] {
  let values: readonly Value[] = [root];
  for (const step of path)
    values = values.flatMap((value) =>
      childrenOf(value).flatMap((one) => (one.step === step ? [one.value] : [])),
    );
  return values;
}

/** Compares paths. */
export function pathKey(path: Path): string {
  return JSON.stringify(path);
}

/** Where a stretch of a document stands in its file. */
export function inFile({ locate }: Document, { start, end }: Range): Range {
  return { start: locate(start).offset, end: locate(end).offset };
}

interface Child {
  readonly step: string | number;
  readonly value: Value;
}

function childrenOf(value: Value): readonly Child[] {
  if (value.kind === 'mapping')
    return value.entries.map(({ key, value: member }) => ({ step: key.reveal(), value: member }));
  return value.kind === 'sequence' ? value.items.map((item, index) => ({ step: index, value: item })) : [];
}

/** Between the brackets of a mapping or sequence. */
function surrounds({ kind, range }: Value, inner: Range): boolean {
  return kind !== 'scalar' && range.start < inner.start && inner.end < range.end;
}
