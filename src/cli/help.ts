import yargs, { type Options } from 'yargs';
import { COMMANDS, LAUNCHER_COMMANDS, OPTIONS } from './options.ts';

/** The help text, made by yargs from the same table that the parser uses. */
export function helpText(width: number): Promise<string> {
  const parser = yargs([])
    .scriptName('mcp-lint')
    .usage(
      '$0 [paths…]\n\nFinds credentials in MCP configs. Without paths: the configs of this user and of the current folder.',
    )
    .help(false)
    .version(false)
    .wrap(width);
  for (const [command, description] of Object.entries({ ...COMMANDS, ...LAUNCHER_COMMANDS }))
    parser.command(command, description);
  for (const { name, short, value, choices, commands, ...option } of OPTIONS) {
    const describe = value ? `${option.describe} [${value}]` : option.describe;
    const settings: Options = {
      type: option.type === 'optional' ? 'boolean' : option.type,
      describe,
      ...(short && { alias: short }),
      ...(choices && { choices }),
      group: commands ? 'Options of fix, undo, secret and init:' : 'Options:',
    };
    parser.option(name, settings);
  }
  return parser
    .example('$0 ~/.claude.json', 'Lint one file')
    .example('$0 --format sarif -o mcp.sarif .', 'Lint a folder for code scanning')
    .example('$0 fix --dry-run', 'Show what a fix would change')
    .epilogue(
      'Exit code: 0 nothing to report, 1 findings, 2 something could not be linted. Of fix: 0 nothing left to fix, 1 credentials stay, 2 something could not be read or changed.',
    )
    .getHelp();
}
