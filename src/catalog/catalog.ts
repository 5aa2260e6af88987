import type { Launch } from '../core/launch.ts';
import type { KnownServer } from './known-server.ts';

/** How an entry was recognised. */
export interface KnownMatch {
  readonly server: KnownServer;
  readonly by: 'npm' | 'pypi' | 'image' | 'binary' | 'url';
  /** The address is one that the vendor has given up or will. */
  readonly deprecatedUrl?: boolean;
}

/** The known server that a launch starts or calls. */
export function findKnownServer(_launch: Launch): KnownMatch | undefined {
  return undefined;
}
