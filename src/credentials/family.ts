import type { Issuer } from './format.ts';

/**
 * The issuers of one file, and what has to be known about them before any is needed. The build writes this out in
 * advance (`scripts/pack-issuers.mjs`), so that a run only reads the issuers that its files mention.
 */
export interface Family {
  /** Prefixes of all formats that are searched for, each between line feeds. */
  readonly begins: string;
  readonly anchors: readonly Anchor[];
  /** Names of variables and headers in normal form, each between line feeds. */
  readonly names: string;
  /** Host names, each between line feeds. */
  readonly hosts: string;
  readonly load: () => readonly Issuer[];
}

/** What is known of a format that is found by a text in its middle. */
export interface Anchor {
  readonly text: string;
  readonly least: number;
  readonly greatest: number;
  readonly format: string;
  readonly pattern: string;
}

/** Gathers what must be known in advance. */
export function family(issuers: readonly Issuer[]): Family {
  const formats = issuers.flatMap((issuer) => issuer.formats).filter(({ pattern }) => pattern !== '');
  return {
    begins: listOf(formats.flatMap(({ prefixes }) => prefixes)),
    anchors: formats.flatMap(({ id, pattern, anchor }) =>
      (anchor?.texts ?? []).map((text) => {
        const [least, greatest] = anchor?.at ?? [0, 0];
        return { text, least, greatest, format: id, pattern };
      }),
    ),
    names: listOf(
      issuers.flatMap(({ envNames, headers }) => [...envNames, ...(headers ?? [])]).map(normalName),
    ),
    hosts: listOf(issuers.flatMap(({ hosts }) => hosts)),
    load: () => issuers,
  };
}

/** Case and the choice between `-` and `_` do not matter in names: variables, headers and flags spell them differently. */
export function normalName(name: string): string {
  return name.toLowerCase().replaceAll('-', '_');
}

function listOf(texts: readonly string[]): string {
  return `\n${[...new Set(texts)].join('\n')}\n`;
}
