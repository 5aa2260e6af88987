import { suggest, UsageError } from '../core/usage-error.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { RULES } from '../rules/rules.ts';
import {
  COMMAND_OPTIONS,
  COMMANDS,
  DESTINATION_IDS,
  LEVELS,
  OPTIONS,
  RANK_FORMATS,
  SECRET_ACTIONS,
} from './options.ts';

const SHELLS = ['bash', 'zsh', 'fish'] as const;

/** Script that teaches a shell our options; static, so that no completion starts a process. */
export function completionScript(shell: string | undefined): string {
  if (shell === 'bash') return bash();
  if (shell === 'zsh') return `autoload -U +X bashcompinit && bashcompinit\n${bash()}`;
  if (shell === 'fish') return fish();
  throw new UsageError(
    `"mcp-lint completion" takes one of ${SHELLS.join(', ')}.${shell ? suggest(shell, SHELLS) : ''}`,
  );
}

/** What may follow an option, or a command, that takes one of a few words. */
function choices(): [string, readonly string[]][] {
  const ids = RULES.map((rule) => rule.meta.id);
  return [
    ...OPTIONS.flatMap(({ name, type, choices: words }): [string, readonly string[]][] =>
      words && type === 'string' ? [[`--${name}`, words]] : [],
    ),
    ['--to', DESTINATION_IDS],
    ['--host', HOSTS.map((host) => host.id)],
    ['--rule', ids.flatMap((id) => LEVELS.map((level) => `${id}:${level}`))],
    ['explain', ids],
    ['completion', SHELLS],
    ['secret', SECRET_ACTIONS],
  ];
}

function bash(): string {
  const cases = choices().map(
    ([word, words]) => `    ${word}) COMPREPLY=($(compgen -W "${words.join(' ')}" -- "$word")); return;;`,
  );
  const first = [...Object.keys(COMMANDS), ...OPTIONS.map(({ name }) => `--${name}`)];
  const own = Object.entries(COMMAND_OPTIONS).map(
    ([command, { names }]) => `    ${command}) options="${names.map((name) => `--${name}`).join(' ')}";;`,
  );
  return [
    '_mcp_lint() {',
    '  local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"',
    `  local command="\${COMP_WORDS[1]}" options="${first.join(' ')}"`,
    '  [[ "$COMP_CWORD" == 1 ]] || case "$command" in',
    ...own,
    '  esac',
    '  case "$command $previous" in',
    `    "rank -f"|"rank --format") COMPREPLY=($(compgen -W "${RANK_FORMATS.join(' ')}" -- "$word")); return;;`,
    '  esac',
    '  case "$previous" in',
    ...cases,
    // bash hands "inline-credential:off" over as three words.
    `    :) COMPREPLY=($(compgen -W "${LEVELS.join(' ')}" -- "$word")); return;;`,
    '  esac',
    '  COMPREPLY=($(compgen -W "$options" -- "$word") $(compgen -f -- "$word"))',
    '}',
    'complete -o filenames -F _mcp_lint mcp-lint',
    '',
  ].join('\n');
}

function fish(): string {
  const lines = OPTIONS.map(({ name, short, describe, type, choices: words }) => {
    const values = words && type === 'string' ? ` -xa '${words.join(' ')}'` : type === 'string' ? ' -r' : '';
    return `complete -c mcp-lint -l ${name}${short ? ` -s ${short}` : ''}${values} -d '${describe.replaceAll("'", '')}'`;
  });
  const commands = Object.entries(COMMANDS).map(
    ([name, describe]) => `complete -c mcp-lint -n __fish_use_subcommand -a ${name} -d '${describe}'`,
  );
  return `${[...commands, ...lines].join('\n')}\n`;
}
