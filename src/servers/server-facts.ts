import { findKnownServer, type KnownMatch } from '../catalog/catalog.ts';
import type { ClassifiedSlot } from '../core/classified.ts';
import type { Host } from '../core/host.ts';
import type { Launch } from '../core/launch.ts';
import type { Server } from '../core/model.ts';
import { type HeldCredential, heldCredentials } from './held-credentials.ts';
import type { OwnServers } from './own-servers.ts';
import { resolveLaunch } from './resolve-launch.ts';

/** All that is known about one configured server. What costs time is found when it is first asked for. */
export class ServerFacts {
  readonly server: Server;
  readonly host: Host;
  readonly slots: readonly ClassifiedSlot[];
  readonly #own: OwnServers | undefined;
  #launch: Launch | undefined;
  #known: KnownMatch | null | undefined;
  #credentials: readonly HeldCredential[] | undefined;

  constructor(server: Server, host: Host, slots: readonly ClassifiedSlot[], own?: OwnServers) {
    this.server = server;
    this.host = host;
    this.slots = slots;
    this.#own = own;
  }

  /** What it starts or calls, wrappers taken off. */
  get launch(): Launch {
    this.#launch ??= resolveLaunch(this.server);
    return this.#launch;
  }

  /** The server of the settings or of the catalogue that this is. */
  get known(): KnownMatch | undefined {
    if (this.#known === undefined)
      this.#known = this.#own?.find(this.launch) ?? findKnownServer(this.launch) ?? null;
    return this.#known ?? undefined;
  }

  /** The credentials that the server receives, however they are written. */
  get credentials(): readonly HeldCredential[] {
    this.#credentials ??= heldCredentials(this);
    return this.#credentials;
  }
}
