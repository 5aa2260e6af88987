import type { Word } from '../core/model.ts';
import { assignmentsOf, readAssignments } from './assignment.ts';
import { LAUNCHERS, type Launcher } from './launchers.ts';
import { readCall } from './options.ts';
import { commandsOfScript, commandsOfWords, readScript } from './shell-line.ts';
import type { Unwrapped } from './unwrapped.ts';

/** Takes off a program of the table whose last arguments are a command. */
export function unwrapLauncher(name: string, words: readonly Word[]): Unwrapped | undefined {
  for (const launcher of LAUNCHERS) {
    const unwrapped = launcher.programs.includes(name) ? takeOff(launcher, name, words) : undefined;
    if (unwrapped) return unwrapped;
  }
  return undefined;
}

function takeOff(launcher: Launcher, name: string, words: readonly Word[]): Unwrapped | undefined {
  const valued = [...(launcher.valued ?? []), ...(launcher.scripts ?? [])];
  const call = readCall(words, { ...launcher, valued });
  if (!call) return undefined;
  const { options, first: from, ended } = call;
  const wrapper = launcher.kind && { wrapper: { kind: launcher.kind, name: launcher.called ?? name } };
  let index = call.next;
  const script = options.find((option) => option.value && launcher.scripts?.includes(option.name));
  if (script) {
    const reading = readScript(commandsOfScript({ text: script.value!, path: script.path }, true));
    return reading && { ...reading, ...wrapper };
  }
  const dashes = launcher.dashes ? words.findIndex(({ text }, at) => at >= from && isDashes(text)) : -1;
  const target = launcher.positionals ? words[index + launcher.positionals - 1] : undefined;
  if (!ended) index += launcher.positionals ?? 0;
  if (words[index] && isDashes(words[index]!.text)) index += 1;
  const set = launcher.assignments ? readAssignments(words, dashes === -1 ? index : from) : [];
  const rest = words.slice(dashes === -1 ? index + set.length : dashes + 1);
  const reading = launcher.shell ? readScript(commandsOfWords(rest, true)) : { words: rest, assignments: [] };
  if (!reading || reading.words.length === 0) {
    const container = launcher.kind === 'container' && target;
    return container ? { ...wrapper, words: [target], innermost: true } : undefined;
  }
  const passed = launcher.kind === 'container' ? assignmentsOf(options) : [];
  return { ...wrapper, words: reading.words, assignments: [...passed, ...set, ...reading.assignments] };
}

function isDashes(text: Word['text']): boolean {
  return text.length === 2 && text.reveal() === '--';
}
