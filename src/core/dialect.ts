/** How a file is written. `json`: with comments and trailing commas. */
export type Dialect = 'json' | 'toml' | 'yaml' | 'markdown' | 'script' | 'shell';

/** By the end of a file's name, lower case, `.example` and the like taken off. */
const ENDINGS: readonly (readonly [RegExp, Dialect])[] = [
  [/\.toml$/, 'toml'],
  [/\.ya?ml$/, 'yaml'],
  [/\.(?:md|mdx|markdown|mdc)$/, 'markdown'],
  [/\.[cm]?[jt]sx?$/, 'script'],
  [/\.(?:sh|bash|zsh|fish|ps1|cmd|bat)$/, 'shell'],
];

const COPY = /\.(?:example|sample|template|tmpl|dist|bak|backup|orig|old|disabled)$/;

/** What a file of this name is written in; JSON when the name does not tell. */
export function dialectOf(path: string): Dialect {
  const name = path.toLowerCase();
  // Nearly every file of a run.
  if (name.endsWith('.json')) return 'json';
  const plain = name.replace(COPY, '');
  return ENDINGS.find(([ending]) => ending.test(plain))?.[1] ?? 'json';
}
