/** How a file is written. `json`: with comments and trailing commas; `json5`: single quotes and bare keys, too. */
export type Dialect = 'json' | 'json5' | 'toml' | 'yaml' | 'markdown' | 'script' | 'shell';

/** By the end of a file's name, lower case, `.example` and the like taken off. */
const ENDINGS: readonly (readonly [RegExp, Dialect])[] = [
  // OpenClaw reads its file so, whatever its name ends in.
  [/\.json5$|(?:^|[\\/])openclaw\.json$/, 'json5'],
  [/\.toml$/, 'toml'],
  [/\.ya?ml$/, 'yaml'],
  [/\.(?:md|mdx|markdown|mdc)$/, 'markdown'],
  [/\.[cm]?[jt]sx?$/, 'script'],
  [/\.(?:sh|bash|zsh|fish|ps1|cmd|bat)$/, 'shell'],
  // Files of variables: those that hold servers as JSON.
  [/(?:^|[\\/])(?:\.env(?:\.[\w.-]+)?|[\w-]+\.env)$/, 'shell'],
];

const COPY = /\.(?:example|sample|template|tmpl|dist|bak|backup|orig|old|disabled)$/;

/** What a file of this name is written in; JSON when the name does not tell. */
export function dialectOf(path: string): Dialect {
  const name = path.toLowerCase();
  // Nearly every file of a run.
  if (name.endsWith('.json') && !name.endsWith('openclaw.json')) return 'json';
  const plain = name.replace(COPY, '');
  return ENDINGS.find(([ending]) => ending.test(plain))?.[1] ?? 'json';
}
