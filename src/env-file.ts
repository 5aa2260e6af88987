import { LocatedText } from './core/located-text.ts';
import type { EnvFileFacts } from './core/surroundings.ts';
import { readEnvFile } from './discover/env-file.ts';
import type { GitIndex } from './discover/git-index.ts';
import { decodeBytes } from './parsers/decode.ts';
import { parseDotenv } from './parsers/dotenv.ts';
import { type ConfigPlace, holdCredential, pathsOfEnvFile } from './servers/env-files.ts';

/** What can be told about a file of variables that a config names; nothing when it is not there. */
export function inspectEnvFile(
  file: LocatedText,
  config: ConfigPlace,
  git: GitIndex,
): EnvFileFacts | undefined {
  for (const path of pathsOfEnvFile(file, config)) {
    const found = readEnvFile(path, git);
    if (!found) continue;
    const variables = parseDotenv(new LocatedText(decodeBytes(found.bytes), 0));
    return { exposure: found.exposure, holdsCredential: holdCredential(variables) };
  }
  return undefined;
}
