import { basename, dirname, sep } from 'node:path';
import type { Host } from '../core/host.ts';
import { mayHoldWellKnown, oauthPathOf } from '../core/oauth-path.ts';
import { isCandidateName, isPossibleName } from '../hosts/recognise.ts';

/**
 * What a search makes of a file before it is opened. `known`: named like a config; `possible`: written in a way that
 * configs are written in, so that its content has to tell.
 */
export type OriginByName = 'known' | 'possible';

/** Histories and installed packages: large, and not written by the people who run the linter. */
export const SKIPPED: ReadonlySet<string> = new Set(['.git', 'node_modules']);

/**
 * What a search makes of a file of this name, in a folder of that name. `wellKnown` is the path of the folder with the
 * separator behind it, given only where OAuth documents may be. Nothing for a file that is not worth opening.
 */
export function originByName(name: string, parent: string, wellKnown?: string): OriginByName | undefined {
  const oauth = wellKnown === undefined ? undefined : oauthPathOf(wellKnown + name);
  if (!oauth && !isPossibleName(name)) return undefined;
  return oauth?.suffix === '' || (isCandidateName(name, parent) && !isOurs(name)) ? 'known' : 'possible';
}

/** `mcp-lint.config.json`, `.mcp-lint-baseline.json`: named like configs of MCP, and hold none. */
export function isOurs(name: string): boolean {
  return name.startsWith('mcp-lint.') || name.startsWith('.mcp-lint');
}

/** The same by the absolute path of a file; `below`: the part of it that a search would go down. */
export function originByPath(path: string, below: string): OriginByName | undefined {
  if (below.split(sep).some((name) => SKIPPED.has(name))) return undefined;
  const folder = dirname(path);
  return originByName(basename(path), basename(folder), mayHoldWellKnown(folder) ? folder + sep : undefined);
}

/** Does the path of a known file tell a config for certain? Some names of `hosts` are used by other programs as well. */
export function isCertain(path: string, hosts: readonly Host[]): boolean {
  return oauthPathOf(path)?.suffix === '' || hosts.some(({ requires }) => !requires);
}
