import { resolve, sep } from 'node:path';
import { type Arguments, checkRuleNames, parseArguments } from './cli/arguments.ts';
import { exitCodeOf } from './cli/exit-code.ts';
import { hookHint } from './cli/hook-hint.ts';
import { printReport } from './cli/print-report.ts';
import { createProgress } from './cli/progress.ts';
import { readFingerprintKey } from './cli/read-fingerprint-key.ts';
import { isTerminal } from './cli/terminal.ts';
import type { BaselineUse } from './cli/use-baseline.ts';
import { writeAll, writeResult } from './cli/write.ts';
import { label } from './core/label.ts';
import type { Machine } from './core/machine.ts';
import { isUsageError } from './core/usage-error.ts';
import { shownPath } from './discover/discover.ts';
import { findExisting, knownLocations } from './discover/known-locations.ts';
import { readStandardInput } from './discover/read-stdin.ts';
import { HOSTS } from './hosts/hosts.ts';
import { readConfigs } from './read-configs.ts';
import type { Place } from './reporters/pretty.ts';
import { type LintOptions, lint } from './run.ts';
import { findSettings } from './settings/find-settings.ts';

const USAGE = 2;

/** Set once files were linted, for `src/start.ts`: most of the code has run then. */
export let linted = false;

/** The only file that touches the process: its arguments, environment, streams and exit code. */
async function main(): Promise<void> {
  const args = parseArguments(process.argv.slice(2));
  if (args.command === 'fix' || args.command === 'undo' || args.command === 'secret') {
    process.exitCode = await change(args.command, args);
    return;
  }
  if (args.command === 'init') {
    const { runInit } = await import('./cli/init.ts');
    process.exitCode = await runInit({ args, machine: thisMachine(), color: wantsColor(args) });
    return;
  }
  if (args.command !== 'lint' && args.command !== 'rank') {
    const { runCommand } = await import('./cli/commands.ts');
    process.exitCode = writeAll(1, await runCommand(args.command, args.paths));
    return;
  }
  const started = Date.now();
  const debug = (line: string) => {
    if (args.debug) writeAll(2, `mcp-lint: ${line} (${Date.now() - started} ms)\n`);
  };
  const progress = createProgress(() => !args.debug && isTerminal(2));
  const { paths, places, options } = await readRequest(args);
  const { files: configs = ['none'] } = options.settings ?? {};
  debug(`config of mcp-lint: ${configs.map((path) => label(path)).join(', ')}`);
  debug(`reading ${paths.length} paths`);
  const watched = { ...options, onProgress: progress.update, onLargeFile: stayOnOneThread };
  if (args.command === 'rank') {
    const files = await readConfigs(paths, watched, []);
    progress.clear();
    const { printRanking } = await import('./cli/rank.ts');
    const ranking = await printRanking(files, args, { color: wantsColor(args), looked: places?.length });
    process.exitCode = writeResult(ranking.text, args.output) === 0 ? ranking.exitCode : USAGE;
    return;
  }
  const baseline = await baselineOf(args, options);
  const report = await lint(paths, { ...watched, ...baseline?.options });
  progress.clear();
  for (const file of report.files)
    debug(`${label(file.path)}: ${file.problem?.code ?? `${file.servers} servers`}`);
  const screen = {
    color: wantsColor(args),
    staged: args.staged,
    // Who hands over whatever changed is not asking about each file.
    named:
      args.staged || args.ignoreUnknown
        ? []
        : args.paths.map((path) => shownPath(resolve(path), process.cwd())),
    ...(places && { places }),
  };
  let written: 0 | 2 = 0;
  for (const { format, file } of args.outputs) {
    const color = screen.color && file === args.output;
    const text = await printReport(report, format, args, { ...screen, color });
    const hint = format === 'pretty' && file === undefined ? hookHint(report, process.env) : '';
    if (writeResult(text + hint, file) !== 0) written = USAGE;
  }
  const code = exitCodeOf(report, args);
  const saved = baseline?.save();
  if (saved !== undefined) writeAll(2, `mcp-lint: ${saved}\n`);
  // What was found is what was to be written down.
  process.exitCode = written !== 0 ? USAGE : args.updateBaseline && code === 1 ? 0 : code;
  linted = true;
  debug(`exit code ${process.exitCode}`);
}

async function baselineOf(args: Arguments, { settings }: LintOptions): Promise<BaselineUse | undefined> {
  if (args.baseline === undefined && !args.updateBaseline && settings?.baseline === undefined)
    return undefined;
  const { useBaseline } = await import('./cli/use-baseline.ts');
  return useBaseline(args, settings, (path) => shownPath(path, process.cwd()));
}

/** Runs a command that changes configs, or what is stored for them. */
async function change(command: 'fix' | 'undo' | 'secret', args: Arguments): Promise<0 | 1 | 2> {
  const machine = thisMachine();
  const debug = (line: string) => {
    if (args.debug) writeAll(2, `mcp-lint: ${line}\n`);
  };
  if (command === 'undo') return (await import('./cli/undo.ts')).runUndo({ args, machine, debug });
  if (command === 'secret') {
    const request = () => readRequest({ ...args, paths: [] });
    return (await import('./cli/secret.ts')).runSecret({ args, machine, request });
  }
  const progress = createProgress(() => !args.debug && isTerminal(2));
  return (await import('./cli/fix.ts')).runFix({
    args,
    machine,
    request: () => readRequest(args),
    onProgress: progress.update,
    onRead: progress.clear,
    node: process.execPath,
    script: process.argv[1] ?? '',
    color: wantsColor(args),
    debug,
  });
}

/** After long loops Node 20 can wait for its own background compiler for ever when it exits (nodejs/node#54918). */
function stayOnOneThread(): void {
  process.getBuiltinModule('node:v8').setFlagsFromString('--no-concurrent-recompilation');
}

interface Request {
  readonly paths: readonly string[];
  /** What was looked for, when the user named nothing. */
  readonly places?: readonly Place[];
  readonly options: LintOptions;
}

function thisMachine(): Machine {
  const { platform, env } = process;
  return {
    os: platform === 'darwin' ? 'macos' : platform === 'win32' ? 'windows' : 'linux',
    home: env['HOME'] ?? env['USERPROFILE'] ?? '',
    variables: env,
    cwd: process.cwd(),
  };
}

async function readRequest(args: Arguments): Promise<Request> {
  const home = process.env['HOME'] ?? process.env['USERPROFILE'] ?? '';
  const settings = await findSettings({
    cwd: process.cwd(),
    ...(args.config !== undefined && { config: args.config }),
    ...(home !== '' && { home }),
  });
  if (settings)
    checkRuleNames(
      args.levels,
      settings.customRules.map(({ meta }) => meta.id),
    );
  const options: LintOptions = {
    levels: args.levels,
    ...(settings && { settings }),
    ...(home !== '' && { home }),
    variables: process.env,
    respectGitignore: args.respectGitignore,
    ignoreUnknown: args.ignoreUnknown,
    staged: args.staged,
    ...(args.host !== undefined && { host: args.host }),
    ...(args.fingerprintKeyFile !== undefined && {
      fingerprintKey: readFingerprintKey(args.fingerprintKeyFile),
    }),
  };
  // A hook that hands nothing over does not ask for the configs of the user.
  if (args.staged || (args.ignoreUnknown && args.paths.length === 0)) return { paths: args.paths, options };
  if (args.paths.length === 0) {
    const machine = thisMachine();
    const { cwd } = machine;
    const excluded = settings && (await import('./own-knowledge.ts')).excludedBy(settings);
    const locations = findExisting(knownLocations(machine)).map((place) =>
      excluded ? { ...place, found: place.found.filter((file) => !excluded(file)) } : place,
    );
    const places = locations.map(({ path, host, found }) => {
      const shown = shownPath(path, cwd);
      const isHome = home !== '' && shown.startsWith(`${home}${sep}`);
      return {
        path: isHome ? `~${shown.slice(home.length)}` : shown,
        owner: HOSTS.find(({ id }) => id === host)!.title,
        found: found.map((file) => shownPath(file, cwd)),
      };
    });
    return { paths: locations.flatMap((place) => place.found), places, options };
  }
  if (!args.paths.includes('-')) return { paths: args.paths, options };
  const input = { name: args.stdinFilename ?? 'stdin.json', bytes: readStandardInput() };
  return { paths: args.paths.filter((path) => path !== '-'), options: { ...options, input } };
}

function wantsColor(args: Arguments): boolean {
  if (args.color !== undefined) return args.color;
  if (args.output !== undefined || process.env['NO_COLOR'] || process.env['TERM'] === 'dumb') return false;
  const forced = process.env['FORCE_COLOR'];
  return forced ? forced !== '0' : isTerminal(1);
}

/** Messages of unexpected errors may quote a config: only the kind of error and places in our code are told. */
function fail(error: unknown): void {
  process.exitCode = USAGE;
  if (isUsageError(error)) {
    const hint = 'ofOwnFile' in error ? '' : 'Run "mcp-lint --help" for the options.\n';
    writeAll(2, `mcp-lint: ${error.message}\n${hint}`);
    return;
  }
  const name = error instanceof Error ? error.constructor.name : 'unknown error';
  writeAll(
    2,
    `mcp-lint: internal error (${label(name)}), nothing can be said about the files. Please report it.\n`,
  );
  if (!(error instanceof Error) || !process.argv.includes('--debug')) return;
  // The stack begins with the message.
  const stack = (error.stack ?? '').slice(`${error.name}: ${error.message}`.length);
  const places =
    stack.match(
      /\b(?:main|cli|commands|load-settings|run-code-config|own-knowledge|expand-glob|print-sarif|rank|fix|undo|secret|init|staged|decide|use-baseline)\.cjs:\d+:\d+/g,
    ) ?? [];
  if (!stack.includes(error.message) || error.message === '')
    writeAll(
      2,
      places
        .slice(0, 10)
        .map((place) => `  at ${place}\n`)
        .join(''),
    );
}

process.on('uncaughtException', fail);
main().catch(fail);
