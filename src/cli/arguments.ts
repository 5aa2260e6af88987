import { basename, resolve } from 'node:path';
import { label } from '../core/label.ts';
import type { Severity } from '../core/report.ts';
import { suggest, UsageError } from '../core/usage-error.ts';
import { HOSTS } from '../hosts/hosts.ts';
import { RULES } from '../rules/rules.ts';
import { isCodeConfig } from '../settings/find-settings.ts';
import { type Format, LEVELS, type Output, type RankFormat, type Safety } from './options.ts';
import { type Command, readOptions } from './read-options.ts';

/** The command line, understood. */
export interface Arguments {
  readonly command: Command;
  readonly paths: readonly string[];
  /** The reports of a run, each with where it goes; at most one goes to standard output. */
  readonly outputs: readonly Output[];
  /** How a ranking is printed. */
  readonly format: RankFormat;
  readonly output?: string;
  readonly quiet: boolean;
  readonly verbose: boolean;
  readonly failOn: Severity | 'never';
  readonly maxWarnings?: number;
  readonly levels: Readonly<Record<string, Severity | 'off'>>;
  readonly host?: string;
  readonly requireConfig: boolean;
  readonly respectGitignore: boolean;
  readonly fingerprintKeyFile?: string;
  readonly stdinFilename?: string;
  /** What the user said about colour; nothing leaves it to the environment. */
  readonly color?: boolean;
  readonly debug: boolean;
  readonly yes: boolean;
  readonly dryRun: boolean;
  readonly forget: boolean;
  /** What the user said with `--fix=…`. */
  readonly safety?: Safety;
  /** Of `--to`, `--launcher`, `--api-host`: as written; `fix` looks at them closer. */
  readonly to?: string;
  readonly launcher?: string;
  readonly apiHost?: string;
  readonly only: readonly string[];
  /** The config file of mcp-lint that `--config` names; false with `--no-config`. */
  readonly config?: string | false;
  readonly baseline?: string;
  readonly updateBaseline: boolean;
  readonly staged: boolean;
  readonly ignoreUnknown: boolean;
}

/** Throws a UsageError, with a suggestion where one is close. */
export function parseArguments(argv: readonly string[]): Arguments {
  const { values, paths, named } = readOptions(argv);
  const text = (name: string) => values.get(name)?.at(-1);
  const flag = (name: string) => values.has(name);
  const command = flag('help') ? 'help' : flag('version') ? 'version' : named;
  const output = text('output');
  const stdinFilename = text('stdin-filename');
  const fingerprintKeyFile = text('fingerprint-key-file');
  const maxWarnings = readCount(text('max-warnings'));
  const host = readHost(text('host'));
  const [safety, to, launcher, apiHost] = ['fix', 'to', 'launcher', 'api-host'].map(text);
  const [config, baseline] = ['config', 'baseline'].map(text);
  if (flag('staged') && paths.includes('-'))
    throw new UsageError('Standard input is never staged: "-" and "--staged" do not go together.');
  const levels = Object.fromEntries((values.get('rule') ?? []).map(readLevel));
  // What is code may bring rules of its own: they are known when it has run.
  if (config === undefined || flag('no-config') || !isCodeConfig(config)) checkRuleNames(levels, []);
  return {
    command,
    paths,
    outputs: named === 'lint' ? readOutputs(values.get('format') ?? [], output) : [],
    format: (named === 'rank' ? (text('format') ?? 'pretty') : 'pretty') as RankFormat,
    ...(output !== undefined && { output }),
    quiet: flag('quiet'),
    verbose: flag('verbose'),
    failOn: (text('fail-on') ?? 'warning') as Severity | 'never',
    ...(maxWarnings !== undefined && { maxWarnings }),
    levels,
    ...(host !== undefined && { host }),
    requireConfig: flag('require-config'),
    respectGitignore: flag('respect-gitignore'),
    ...(fingerprintKeyFile !== undefined && { fingerprintKeyFile }),
    ...(stdinFilename !== undefined && { stdinFilename }),
    ...(flag('no-color') ? { color: false } : flag('color') ? { color: true } : {}),
    debug: flag('debug'),
    yes: flag('yes'),
    dryRun: flag('dry-run'),
    forget: flag('forget'),
    ...(safety && { safety: safety as Safety }),
    ...(to !== undefined && { to }),
    ...(launcher !== undefined && { launcher }),
    ...(apiHost !== undefined && { apiHost }),
    only: values.get('only') ?? [],
    ...(flag('no-config') ? { config: false } : config !== undefined && { config }),
    ...(baseline !== undefined && { baseline }),
    updateBaseline: flag('update-baseline'),
    staged: flag('staged'),
    ignoreUnknown: flag('ignore-unknown'),
  };
}

/** The reports that `--format` and `--output` ask for. Throws a UsageError when two would go to the same place. */
function readOutputs(formats: readonly string[], output: string | undefined): Output[] {
  if (output === '-') throw new UsageError('Without "--output" results go to standard output.');
  const outputs = (formats.length > 0 ? formats : ['pretty']).map((text): Output => {
    const [format, ...file] = text.split(':') as [Format, ...string[]];
    if (file.length === 0) return { format, ...(output !== undefined && { file: output }) };
    if (file.join(':') === '') throw new UsageError(`Option "--format ${format}:…" needs a file.`);
    if (file.join(':') === '-')
      throw new UsageError(`A format without a file goes to standard output: --format ${format}.`);
    return { format, file: file.join(':') };
  });
  const plain = formats.filter((text) => !text.includes(':'));
  if (plain.length > 1)
    throw new UsageError(
      `Only one format goes to standard output; got ${plain.join(' and ')}. Write the others to files: --format ${plain[0]}:FILE.`,
    );
  if (output !== undefined && formats.length > 0 && plain.length === 0)
    throw new UsageError('Option "--output" is for a format without a file.');
  const files = outputs.flatMap(({ file }) => (file === undefined ? [] : [resolve(file)]));
  const twice = files.find((file, index) => files.indexOf(file) !== index);
  if (twice !== undefined)
    throw new UsageError(`Two formats would be written to the same file: "${label(basename(twice))}".`);
  return outputs;
}

function readCount(text: string | undefined): number | undefined {
  if (text === undefined) return undefined;
  if (!/^\d{1,9}$/.test(text))
    throw new UsageError(`Option "--max-warnings" is a whole number; got "${label(text)}".`);
  return Number(text);
}

function readHost(id: string | undefined): string | undefined {
  if (id === undefined) return undefined;
  const ids = HOSTS.map((host) => host.id);
  if (!ids.includes(id)) {
    throw new UsageError(`There is no host "${label(id)}".${suggest(id, ids)} "mcp-lint hosts" lists them.`);
  }
  return id;
}

function readLevel(text: string): [string, Severity | 'off'] {
  const [id, level] = text.split(':', 2) as [string, string | undefined];
  const known = LEVELS.find((name) => name === level);
  if (known === undefined) {
    const got = level === undefined ? '' : `; got "${label(level)}".${suggest(level, LEVELS)}`;
    throw new UsageError(`"--rule ${label(id)}:…" takes one of ${LEVELS.join(', ')}${got || '.'}`);
  }
  return [id, known];
}

/** Throws a UsageError for a level of a rule that does not exist. `own`: ids of rules of the user's own. */
export function checkRuleNames(levels: Arguments['levels'], own: readonly string[]): void {
  const ids = [...RULES.map((rule) => rule.meta.id), ...own];
  const strange = Object.keys(levels).find((id) => !ids.includes(id));
  if (strange !== undefined)
    throw new UsageError(
      `There is no rule "${label(strange)}".${suggest(strange, ids)} "mcp-lint rules" lists them.`,
    );
}
