import type { Launch } from '../core/launch.ts';
import type { Server } from '../core/model.ts';

/** Takes off what stands between the host and the server. */
export function resolveLaunch(server: Server): Launch {
  return { wrappers: [], args: server.words.slice(1) };
}
