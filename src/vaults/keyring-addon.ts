import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';

/** What we use of `@napi-rs/keyring`, an optional dependency: native code, not there for every system. */
export interface KeyringAddon {
  readonly Entry: new (
    service: string,
    account: string,
    options: { readonly linux: { readonly store: 'secret-service' } },
  ) => KeyringEntry;
  findCredentials(service: string): readonly { readonly account: string }[];
}

export interface KeyringEntry {
  setPassword(text: string): void;
  getPassword(): string | null;
  setSecret(bytes: Uint8Array): void;
  getSecret(): ArrayLike<number> | null;
  /** Whether there was one. */
  deletePassword(): boolean;
}

const PACKAGE = '@napi-rs/keyring';
/** Ends of the names of its packages for a system and processor; of several only one can be loaded. */
const KINDS: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
  linux: ['-gnu', '-musl', '-gnueabihf'],
  win32: ['-msvc'],
  darwin: [''],
  freebsd: [''],
};

/**
 * Nothing where it is not installed, or not for this system. Loaded on the first call: it takes a millisecond. What is
 * loaded is the package of the system; `@napi-rs/keyring` itself takes more time to find it, and would load whatever file
 * a variable of a config names (`NAPI_RS_NATIVE_LIBRARY_PATH`).
 */
export function loadKeyringAddon(): KeyringAddon | undefined {
  const load = createRequire(import.meta.url);
  const names = (KINDS[platform()] ?? []).map((kind) => `${PACKAGE}-${platform()}-${arch()}${kind}`);
  return firstOf(names, load) ?? firstOf(names, besidePackage(load));
}

function firstOf(names: readonly string[], load: NodeJS.Require | undefined): KeyringAddon | undefined {
  for (const name of names) {
    try {
      return load?.(name);
    } catch {
      // Not installed, or for another C library.
    }
  }
  return undefined;
}

/** Some installers, pnpm first of all, put the packages that a package needs where only that package finds them. */
function besidePackage(load: NodeJS.Require): NodeJS.Require | undefined {
  try {
    return createRequire(load.resolve(PACKAGE));
  } catch {
    return undefined;
  }
}

/**
 * Left to itself the addon takes the keyring of the kernel where no Secret Service answers: that one forgets, and then
 * says that there never was anything.
 */
export const PINNED = { linux: { store: 'secret-service' } } as const;
