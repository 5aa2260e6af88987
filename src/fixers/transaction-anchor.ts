import type { Document } from '../core/document.ts';
import type { Path } from '../core/model.ts';
import { contains, type Range } from '../core/range.ts';
import type { Value } from '../core/value.ts';
import { isCode } from './in-code.ts';

/** A value of a document, the way to it, and where it stands in the file. */
export interface Anchorage {
  readonly path: Path;
  readonly range: Range;
}

/** Finds what stretches of a file belong to. */
export class Anchorages {
  readonly #root: Value;
  readonly #document: Document;
  readonly #servers: ReadonlySet<string>;
  /** The containers in each one that was looked into: every edit asks. */
  readonly #inner = new Map<Value, readonly Inner[]>();

  /** `servers`: the paths of server entries, as `pathKey` gives them. */
  constructor(root: Value, document: Document, servers: ReadonlySet<string>) {
    this.#root = root;
    this.#document = document;
    this.#servers = servers;
  }

  /**
   * The server entry that a stretch lies in, else the innermost mapping or list around it, which in code need be none.
   * Nothing for what lies in the outermost one only. Where ranges overlap, as those of tables of TOML do that stand in several places, the narrowest
   * counts.
   */
  around(place: Range): Anchorage | undefined {
    let path: Path = [];
    let anchorage = this.#servers.has(pathKey(path))
      ? { path, range: inFile(this.#document, this.#root.range) }
      : undefined;
    for (let value: Value | undefined = this.#root; value && !this.#servers.has(pathKey(path)); ) {
      const child: Inner | undefined = this.#narrowest(value, place);
      path = child ? [...path, child.step] : path;
      if (child) anchorage = { path, range: child.range };
      value = child?.value;
    }
    return isCode({ document: this.#document }) && !this.#servers.has(pathKey(path)) ? undefined : anchorage;
  }

  #narrowest(value: Value, place: Range): Inner | undefined {
    let found: Inner | undefined;
    for (const inner of this.#innerOf(value)) {
      const { range } = inner;
      const isNarrower = !found || range.end - range.start < found.range.end - found.range.start;
      if (isNarrower && contains(range, place)) found = inner;
    }
    return found;
  }

  #innerOf(value: Value): readonly Inner[] {
    const inner =
      this.#inner.get(value) ??
      childrenOf(value)
        .filter((child) => child.value.kind !== 'scalar')
        .map((child) => ({ ...child, range: inFile(this.#document, child.value.range) }));
    this.#inner.set(value, inner);
    return inner;
  }
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

interface Inner extends Child {
  /** In the file. */
  readonly range: Range;
}

function childrenOf(value: Value): readonly Child[] {
  if (value.kind === 'mapping')
    return value.entries.map(({ key, value: member }) => ({ step: key.reveal(), value: member }));
  return value.kind === 'sequence' ? value.items.map((item, index) => ({ step: index, value: item })) : [];
}
