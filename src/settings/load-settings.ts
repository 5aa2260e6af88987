import { basename, dirname, resolve } from 'node:path';
import { label } from '../core/label.ts';
import type { Settings } from '../core/settings.ts';
import { OwnFileError } from '../core/usage-error.ts';
import { shownPath } from '../discover/discover.ts';
import { isBelow } from '../discover/within.ts';
import { boundaryOf, realPath } from './boundary.ts';
import { checkConfig } from './check-config.ts';
import type { Fault } from './check-shape.ts';
import type { CodeConfig } from './config.ts';
import { extendedNames, resolveExtended } from './extend.ts';
import { isCodeConfig } from './find-settings.ts';
import { merge, NOTHING, settingsOf } from './merge.ts';
import { type RawConfig, readJsonConfig } from './read-config.ts';

export interface LoadOptions {
  readonly cwd: string;
  /** The user has named the file: it may be code. */
  readonly named: boolean;
  readonly home?: string;
}

/** Chains are short; a stranger's could go on for ever. */
const MOST_DEPTH = 10;
const MOST_FILES = 50;
/** Of one config, so many faults are told at once. */
const MOST_FAULTS = 10;

/**
 * Reads the config files of the nearest folder that really has some (`candidates` by folder, nearest first), and all that they
 * extend. Throws a UsageError for one that is wrong.
 */
export async function loadSettings(
  candidates: readonly (readonly string[])[],
  options: LoadOptions,
): Promise<Settings | undefined> {
  for (const paths of candidates) {
    const configs = options.named ? paths : paths.filter((path) => isConfig(path, options));
    const [first, second] = configs;
    if (first === undefined) continue;
    if (second !== undefined)
      throw new OwnFileError(
        `There are two config files in one folder: ${[first, second].map((path) => labelOf(path, options)).join(' and ')}. Keep one.`,
      );
    return new Loader(first, options).load();
  }
  return undefined;
}

/** A package.json may only have looked like one. */
function isConfig(path: string, options: LoadOptions): boolean {
  return (
    basename(path) !== 'package.json' || readJsonConfig(path, shownPath(path, options.cwd)) !== undefined
  );
}

const labelOf = (path: string, { cwd }: LoadOptions) => label(shownPath(path, cwd));

/** Reads one config and all that it extends. */
class Loader {
  readonly #first: string;
  readonly #options: LoadOptions;
  /** No file of a config may lie outside of this folder. */
  readonly #boundary: string;
  #files = 0;

  constructor(first: string, options: LoadOptions) {
    const { home } = options;
    this.#first = first;
    this.#options = options;
    this.#boundary = boundaryOf(realPath(dirname(first)), home === undefined ? undefined : realPath(home));
  }

  async load(): Promise<Settings> {
    const first = this.#first;
    const { named } = this.#options;
    const shown = labelOf(first, this.#options);
    if (isCodeConfig(first) && !named)
      throw new OwnFileError(
        `${shown} is code, and code that was only found is not run. To run it: --config ${shown}. To go without it: --no-config.`,
      );
    const real = realPath(first);
    // A link that the user names is the user's own.
    if (!named && !isBelow(this.#boundary, real)) throw new OwnFileError(`${shown}: ${OUTSIDE}`);
    return { ...(await this.#read(first, [real])), base: dirname(first) };
  }

  /** `chain` has the real paths of the files that led here, this one last. */
  async #read(path: string, chain: readonly string[]): Promise<Settings> {
    const shown = shownPath(path, this.#options.cwd);
    this.#files += 1;
    if (this.#files > MOST_FILES)
      throw new OwnFileError(`${label(shown)}: more than ${MOST_FILES} config files are extended.`);
    const raw = await readConfig(path, shown);
    const extended = await this.#readExtended(path, raw, chain);
    const faults = checkConfig(
      raw.value,
      isCodeConfig(path),
      extended.customRules.map(({ meta }) => meta.id),
    );
    if (faults.length > 0) throw faultsIn(shown, raw, faults);
    const config = raw.value as CodeConfig;
    const baseline = config.baseline === undefined ? undefined : resolve(dirname(path), config.baseline);
    // It may be written, too.
    if (baseline !== undefined && !isBelow(this.#boundary, realPath(baseline)))
      throw faultsIn(shown, raw, [{ path: ['baseline'], message: OUTSIDE }]);
    const own = settingsOf(config, {
      path,
      shown,
      ...(baseline !== undefined && { baseline }),
      placeOfIgnore: (index) => raw.place({ path: ['ignore', index] }),
    });
    return merge(extended, own);
  }

  async #readExtended(path: string, raw: RawConfig, chain: readonly string[]): Promise<Settings> {
    const names = extendedNames(raw.value);
    let settings = NOTHING;
    for (const [index, name] of names.entries()) {
      const target = this.#follow(name, path, chain);
      if ('message' in target) {
        const at = names.length > 1 ? ['extends', index] : ['extends'];
        throw faultsIn(shownPath(path, this.#options.cwd), raw, [{ path: at, message: target.message }]);
      }
      settings = merge(settings, await this.#read(target.path, [...chain, realPath(target.path)]));
    }
    return settings;
  }

  /** The file that a name of `extends` leads to, or what is wrong with it. */
  #follow(
    name: string,
    from: string,
    chain: readonly string[],
  ): { readonly path: string } | { readonly message: string } {
    const target = resolveExtended(name, { from, boundary: this.#boundary });
    if ('message' in target) return target;
    const real = realPath(target.path);
    if (!isBelow(this.#boundary, real)) return { message: OUTSIDE };
    if (chain.includes(real)) return { message: 'The files extend each other in a circle.' };
    if (chain.length >= MOST_DEPTH)
      return { message: `Files extend each other more than ${MOST_DEPTH} deep.` };
    if (isCodeConfig(target.path) && !isCodeConfig(from))
      return { message: 'It is code, which only a config that is code itself may extend.' };
    return target;
  }
}

const OUTSIDE = 'The file lies outside of the repository.';

async function readConfig(path: string, shown: string): Promise<RawConfig> {
  if (isCodeConfig(path)) {
    const { runCodeConfig } = await import('./run-code-config.ts');
    return { value: await runCodeConfig(path, shown), place: () => undefined };
  }
  if (!/\.jsonc?$/.test(path))
    throw new OwnFileError(
      `${label(shown)}: the name of a config file ends in .json, .jsonc, .ts, .mts, .js, .mjs or .cjs.`,
    );
  const raw = readJsonConfig(path, shown);
  if (!raw) throw new OwnFileError(`${label(shown)} has no "mcpLint".`);
  return raw;
}

/** One line for each fault, with its place. */
function faultsIn(shown: string, raw: RawConfig, faults: readonly Fault[]): OwnFileError {
  const lines = faults.slice(0, MOST_FAULTS).map((fault) => {
    const place = raw.place(fault);
    return `${label(shown)}${place ? `:${place.line}:${place.column}` : ''}: ${fault.message}`;
  });
  const more = faults.length - lines.length;
  return new OwnFileError([...lines, ...(more > 0 ? [`(and ${more} more)`] : [])].join('\n'));
}
