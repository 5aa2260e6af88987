import { existsSync, realpathSync } from 'node:fs';
import { isAbsolute } from 'node:path';
import { label } from '../core/label.ts';
import type { Machine } from '../core/machine.ts';
import { suggest, UsageError } from '../core/usage-error.ts';
import { DESTINATIONS } from '../fixers/destinations.ts';
import type { FixRequest } from '../fixers/plan.ts';
import type { Vault, VaultId } from '../vaults/vault.ts';
import { VERSION } from '../version.ts';
import type { Arguments } from './arguments.ts';

/** Names of hosts as DNS has them. */
const HOST_NAME =
  /^(?=.{1,253}$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?:\.[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?)*$/i;

interface FixStart {
  readonly args: Arguments;
  readonly machine: Machine;
  /** Absolute paths of Node.js and of the file that the command starts. */
  readonly node: string;
  readonly script: string;
}

/** What the options of `mcp-lint fix` ask for, and in their place the settings. Throws a UsageError. */
export function readFixRequest(
  { args, machine, node, script }: FixStart,
  openVault: (id: VaultId) => Vault,
  preferred?: string,
): FixRequest {
  const { to, safety, only, launcher, apiHost } = args;
  if (apiHost !== undefined && !HOST_NAME.test(apiHost))
    throw new UsageError(`Option "--api-host" takes the name of a host; got "${label(apiHost)}".`);
  return {
    machine,
    openVault,
    ...(to === undefined ? readDestination(preferred, '"fix.to" of the config') : readDestination(to)),
    // Who names a place for this fix takes the steps that it asks for.
    safety: safety ?? (to === undefined ? 'safe' : 'all'),
    only,
    launcher: readLauncher(launcher),
    installation: { node, script: realPathOf(script), version: VERSION },
    ...(apiHost !== undefined && { apiHost: apiHost.toLowerCase() }),
  };
}

/** `1password:Private` is a destination and what it is to know. */
function readDestination(
  text: string | undefined,
  source = 'Option "--to"',
): Pick<FixRequest, 'to' | 'option'> {
  if (text === undefined) return {};
  const colon = text.indexOf(':');
  const id = colon < 0 ? text : text.slice(0, colon);
  const found = DESTINATIONS.find((destination) => destination.id === id);
  if (!found) {
    const ids = DESTINATIONS.map((destination) => destination.id);
    throw new UsageError(`${source} is one of ${ids.join(', ')}; got "${label(id)}".${suggest(id, ids)}`);
  }
  if (colon >= 0 && found.option === undefined)
    throw new UsageError(`${source} takes nothing behind "${found.id}"; got "${label(text)}".`);
  return { to: found.id, ...(colon >= 0 && { option: text.slice(colon + 1) }) };
}

/** Package managers link to the file. */
function realPathOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return path;
  }
}

/** A path with spaces in it is one word when it is all there is. */
function readLauncher(text = 'auto'): readonly string[] {
  if (isAbsolute(text) && existsSync(text)) return [text];
  const words = text.split(' ').filter((word) => word !== '');
  if (words.length === 0) throw new UsageError('Option "--launcher" is auto, npx or a command.');
  return words;
}
