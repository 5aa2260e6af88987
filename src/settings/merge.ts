import { dirname } from 'node:path';
import type { Settings } from '../core/settings.ts';
import type { CodeConfig } from './config.ts';

/** What holds when nothing is said. */
export const NOTHING: Settings = {
  files: [],
  base: '',
  levels: {},
  exclude: [],
  placeholders: [],
  formats: [],
  servers: [],
  ignores: [],
  customRules: [],
};

/** Where a config comes from. */
export interface Origin {
  readonly path: string;
  /** Its path as users see it. */
  readonly shown: string;
  /** Absolute path of the baseline that it names. */
  readonly baseline?: string;
  /** Where an entry of `ignore` stands in it, when it is no code. */
  placeOfIgnore(index: number): { readonly line: number; readonly column: number } | undefined;
}

/** The settings of one config that was checked. */
export function settingsOf(config: CodeConfig, { path, shown, baseline, placeOfIgnore }: Origin): Settings {
  return {
    files: [shown],
    base: dirname(path),
    levels: config.rules ?? {},
    exclude: config.exclude ?? [],
    placeholders: config.placeholders ?? [],
    formats: config.formats ?? [],
    servers: config.servers ?? [],
    ...(config.fix?.to !== undefined && { fixTo: config.fix.to }),
    ...(baseline !== undefined && { baseline }),
    ignores: (config.ignore ?? []).map((entry, index) => {
      const place = placeOfIgnore(index);
      return { ...entry, ...(place && { place: { file: shown, line: place.line, column: place.column } }) };
    }),
    customRules: config.customRules ?? [],
  };
}

/** Both together; where they differ, the second one counts. */
export function merge(first: Settings, second: Settings): Settings {
  return {
    ...first,
    ...second,
    files: [...first.files, ...second.files],
    levels: { ...first.levels, ...second.levels },
    exclude: [...first.exclude, ...second.exclude],
    placeholders: [...first.placeholders, ...second.placeholders],
    formats: lastOfEach(first.formats, second.formats, ({ id }) => id),
    servers: lastOfEach(first.servers, second.servers, ({ id }) => id),
    ignores: [...first.ignores, ...second.ignores],
    customRules: lastOfEach(first.customRules, second.customRules, ({ meta }) => meta.id),
  };
}

function lastOfEach<T>(first: readonly T[], second: readonly T[], idOf: (one: T) => string): readonly T[] {
  return [...new Map([...first, ...second].map((one) => [idOf(one), one])).values()];
}
