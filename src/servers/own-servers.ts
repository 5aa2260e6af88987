import type { KnownMatch } from '../catalog/catalog.ts';
import type { KnownServer } from '../catalog/known-server.ts';
import { comparable } from '../catalog/names.ts';
import { serverOf } from '../catalog/row.ts';
import type { Launch } from '../core/launch.ts';
import type { Server } from '../core/model.ts';
import type { OwnServer } from '../core/settings.ts';
import { resolveLaunch } from './resolve-launch.ts';

/** The servers of the user's own, which are looked for before those of the catalogue. */
export class OwnServers {
  /** By what starts or calls them, as `keyOf` writes it. */
  readonly #matches = new Map<string, KnownMatch>();

  constructor(servers: readonly OwnServer[]) {
    for (const own of servers) {
      const server = knownServerOf(own);
      const add = (by: KnownMatch['by'], names: readonly string[], key: (name: string) => string) => {
        for (const name of names) this.#matches.set(key(name), { server, by });
      };
      add('npm', server.npm, (name) => keyOf('npm', name));
      add('pypi', server.pypi, (name) => keyOf('pypi', name));
      add('image', server.images, (name) => keyOf('oci', name.replace(/^(?:index\.)?docker\.io\//, '')));
      add('url', own.origins ?? [], (origin) => origin.toLowerCase().replace(STANDARD_PORT, ''));
    }
  }

  /** As with the catalogue, what has an address is told by it alone. */
  find({ endpoint, package: pack }: Launch): KnownMatch | undefined {
    if (endpoint) {
      const port = endpoint.port === undefined ? '' : `:${endpoint.port}`;
      return this.#matches.get(`${endpoint.scheme}://${endpoint.hostname}${port}`);
    }
    return pack && this.#matches.get(keyOf(pack.registry, pack.name));
  }

  /** The entry with the variables marked that the settings call secret. */
  declare(server: Server): Server {
    const { secretEnv = [] } = this.find(resolveLaunch(server))?.server ?? {};
    if (secretEnv.length === 0) return server;
    const slots = server.slots.map((slot) => {
      const isVariable = slot.kind === 'env' || slot.kind === 'assignment';
      return isVariable && secretEnv.includes(slot.name) ? { ...slot, declaredSecret: true } : slot;
    });
    return { ...server, slots };
  }
}

/** Left out in addresses as they are read. */
const STANDARD_PORT = /(?<=^https:.*):443$|(?<=^http:.*):80$/;

function keyOf(registry: 'npm' | 'pypi' | 'oci', name: string): string {
  return `${registry} ${comparable(registry, name)}`;
}

function knownServerOf({ id, title, origins = [], secretVariables = [], ...names }: OwnServer): KnownServer {
  const { npm = [], pypi = [], images = [] } = names;
  const isLocal = npm.length + pypi.length + images.length > 0;
  const [url, ...urls] = origins;
  return serverOf({
    id,
    provider: title,
    npm,
    pypi,
    images,
    transport: url === undefined ? 'stdio' : isLocal ? 'both' : 'http',
    secretEnv: secretVariables,
    ...(url !== undefined && { remote: { url, urls } }),
  });
}
