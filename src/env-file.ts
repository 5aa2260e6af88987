import { isAbsolute, relative, resolve, sep } from 'node:path';
import { regionOf } from './core/document.ts';
import type { LocatedText } from './core/located-text.ts';
import type { EnvFileFacts } from './core/surroundings.ts';
import { readEnvFile } from './discover/env-file.ts';
import type { GitIndex } from './discover/git-index.ts';
import { leadsOut } from './discover/within.ts';
import { decodeBytes, documentOfText } from './parsers/decode.ts';
import { parseDotenv } from './parsers/dotenv.ts';
import { type ConfigPlace, credentialsOf, pathsOfEnvFile } from './servers/env-files.ts';

/** What can be told about a file of variables that a config names; nothing when it is not there, or not in the folder `within`. */
export function inspectEnvFile(
  file: LocatedText,
  config: ConfigPlace,
  git: GitIndex,
  within?: string,
): EnvFileFacts | undefined {
  for (const absolute of pathsOfEnvFile(file, config)) {
    if (within !== undefined && leadsOut(absolute, within)) continue;
    const found = readEnvFile(absolute, git);
    if (!found) continue;
    const path = shownPath(absolute, config);
    const document = documentOfText(decodeBytes(found.bytes), { path, absolute });
    return {
      path,
      exposure: found.exposure,
      credentials: credentialsOf(parseDotenv(document.text)).map(({ range }) => range),
      regionOf: (range) => regionOf(document, range),
    };
  }
  return undefined;
}

/** As users see it: relative to the folder that the path of the config is relative to. */
function shownPath(absolute: string, config: ConfigPlace): string {
  const names = config.path.split(/[\\/]/);
  if (isAbsolute(config.path) || !isAbsolute(config.absolute) || names.includes('..')) return absolute;
  const shown = relative(resolve(config.absolute, ...names.map(() => '..')), absolute);
  return shown.startsWith('..') ? absolute : shown.split(sep).join('/');
}
