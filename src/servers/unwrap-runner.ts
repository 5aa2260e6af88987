import type { Package } from '../core/launch.ts';
import type { Word } from '../core/model.ts';
import { programName } from '../slots/program.ts';
import { readCall } from './options.ts';
import { normalizePypiName, type PackageWord, readNpmPackage, readPypiPackage } from './package-spec.ts';
import { RUNNERS, type Runner, UV_RUN } from './runners.ts';
import { commandsOfScript, readScript } from './shell-line.ts';
import type { Unwrapped } from './unwrapped.ts';

/** Takes off a program that starts a program of a package: `npx`, `uvx`, `pipx run`. */
export function unwrapRunner(name: string, words: readonly Word[]): Unwrapped | undefined {
  for (const runner of RUNNERS) {
    const unwrapped = runner.programs.includes(name) ? takeOff(runner, name, words) : undefined;
    if (unwrapped) return unwrapped;
  }
  return name === 'uv' ? unwrapUvRun(words) : undefined;
}

function takeOff(runner: Runner, name: string, words: readonly Word[]): Unwrapped | undefined {
  const call = readCall(words, runner);
  if (!call) return undefined;
  const { options } = call;
  const wrapper = { kind: 'runner', name } as const;
  const without = runner.installed ?? [];
  const installed = without === true || options.some((option) => without.includes(option.name));
  const read = (word: PackageWord) => readPackage(runner, { ...word, ...(installed && { installed }) });
  const named = valuesOf(options, runner.packages).flatMap((option) => read(option) ?? []);
  const script = valuesOf(options, runner.scripts)[0];
  if (script) {
    const reading = readScript(commandsOfScript(script, true));
    return reading && { ...reading, wrapper, ...(named[0] && { package: named[0] }) };
  }
  const [tool, ...rest] = words.slice(call.next);
  if (!tool) return undefined;
  // `npm exec pkg -- args`
  const args = rest[0]?.text.length === 2 && rest[0].text.reveal() === '--' ? rest.slice(1) : rest;
  const inner = [tool, ...args];
  if (valuesOf(options, runner.packages).length > 0) {
    const own = named.find((one) => one.name.split('/').at(-1) === programName(tool.text)) ?? named[0];
    return { wrapper, words: inner, ...(own && { package: own }) };
  }
  const found = read(tool);
  return { wrapper, words: inner, ...(found && { package: found, program: found.name }) };
}

function valuesOf(
  options: NonNullable<ReturnType<typeof readCall>>['options'],
  names: readonly string[] = [],
): PackageWord[] {
  return options.flatMap(({ name, value, path }) =>
    value && names.includes(name) ? { text: value, path } : [],
  );
}

function readPackage({ registry }: Runner, word: PackageWord): Package | undefined {
  if (registry === 'npm') return readNpmPackage(word);
  return registry === 'pypi' ? readPypiPackage(word) : undefined;
}

/** `uv run tool`, `uv run server.py`, `uv run -m module`: the package is that of `--with` when it has the tool's name. */
function unwrapUvRun(words: readonly Word[]): Unwrapped | undefined {
  const call = readCall(words, UV_RUN);
  if (!call) return undefined;
  const [module] = valuesOf(call.options, ['-m', '--module']);
  const [script] = valuesOf(call.options, ['-s', '--script']);
  const [tool, ...args] = [...((module ?? script) ? [(module ?? script)!] : []), ...words.slice(call.next)];
  if (!tool) return undefined;
  const name = normalizePypiName(programName(tool.text));
  const own = valuesOf(call.options, UV_RUN.packages)
    .flatMap((option) => readPypiPackage(option) ?? [])
    .find((one) => one.name === name);
  return { wrapper: { kind: 'runner', name: 'uv' }, words: [tool, ...args], ...(own && { package: own }) };
}
