import { existsSync } from 'node:fs';
import { label } from '../core/label.ts';
import { UsageError } from '../core/usage-error.ts';

/**
 * Names of files that a program hands over may be a stranger's: `--config=evil.cjs` would have code run. Throws a UsageError for a
 * word that could be either.
 */
export function checkHandedOver(argv: readonly string[]): void {
  if (!argv.includes('--ignore-unknown')) return;
  const end = argv.indexOf('--');
  const file = argv
    .slice(0, end < 0 ? argv.length : end)
    .find((word) => word.startsWith('-') && word !== '-' && existsSync(word));
  if (file !== undefined)
    throw new UsageError(
      `There is a file with the name "${label(file)}", which reads like an option. Put "--" in front of the files: in a config of pre-commit at the end of "args".`,
    );
}
