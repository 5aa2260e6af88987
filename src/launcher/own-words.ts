import { programName } from './program-name.ts';

/** They look for their own options among all words, up to `--`. */
const ANYWHERE = /^(?:npm|make|gmake|gradle|gradlew|mvn|mvnw)$/;
const SUBCOMMANDS = /^(?:run|run-script|exec|x|dlx|tool|node|start|test|t)$/;
/** Their options that take the next word. One that is missing here ends the words too early, which is refused sooner. */
const VALUED =
  /^(?:--(?:project|directory|python|with|with-editable|with-requirements|from|extra|group|only-group|package|env-file|index|index-url|default-index|extra-index-url|filter|dir|cwd|chdir|prefix|file|manifest-path|project-dir)|-[pwFCfP])$/;

/** The words behind a program that are for itself: behind the first other word they are for what it starts. */
export function ownWords([program = '', ...rest]: readonly string[]): readonly string[] {
  const dashes = rest.indexOf('--');
  const end = dashes === -1 ? rest.length : dashes;
  if (ANYWHERE.test(programName(program))) return rest.slice(0, end);
  for (let index = 0; index < end; index++) {
    const word = rest[index]!;
    if (VALUED.test(word)) index += 1;
    else if (!word.startsWith('-') && !SUBCOMMANDS.test(word)) return rest.slice(0, index);
  }
  return rest.slice(0, end);
}
