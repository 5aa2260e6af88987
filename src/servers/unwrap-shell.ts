import type { Word } from '../core/model.ts';
import { commandsOfScript, commandsOfWords, readScript } from './shell-line.ts';
import type { Unwrapped } from './unwrapped.ts';

const POSIX_SHELLS = ['sh', 'bash', 'zsh', 'dash', 'ksh', 'ash', 'fish'];
const POWERSHELLS = ['powershell', 'pwsh'];

/** `sh -c 'script'`, `bash -lc 'script'`, `sh script.sh`. */
function unwrapPosixShell(name: string, words: readonly Word[]): Unwrapped | undefined {
  for (let index = 1; index < words.length; index++) {
    const source = words[index]!.text.reveal();
    if (/^-[a-z]{0,8}c$/.test(source) || source === '--command') {
      return unwrapScript(name, words.slice(skipDashed(words, index + 1)));
    }
    if (/^[-+][oO]$|^--(?:rcfile|init-file)$/.test(source)) index += 1;
    else if (!/^[-+]/.test(source)) return scriptFile(name, words.slice(index));
  }
  return undefined;
}

function skipDashed(words: readonly Word[], start: number): number {
  let index = start;
  while (index < words.length && /^-[a-z]{0,8}$|^--/.test(words[index]!.text.reveal())) index += 1;
  return index;
}

/** The script, and the words behind it, which it knows as `$0`, `$1` and so on. */
function unwrapScript(name: string, [script, ...rest]: readonly Word[]): Unwrapped | undefined {
  const reading = script && readScript(commandsOfScript(script, true));
  if (!reading) return undefined;
  return { ...reading, wrapper: { kind: 'shell', name }, words: passOn(reading.words, rest) };
}

/** `exec "$@"` starts what stands behind the script. */
function passOn(words: readonly Word[], rest: readonly Word[]): readonly Word[] {
  const all = words.findIndex(({ text }) => text.length === 2 && text.reveal() === '$@');
  if (all === -1) return words;
  const zero = all > 0 && words[all - 1]!.text.reveal() === '$0';
  return [...words.slice(0, zero ? all - 1 : all), ...rest.slice(zero ? 0 : 1), ...words.slice(all + 1)];
}

function scriptFile(name: string, words: readonly Word[]): Unwrapped {
  return { wrapper: { kind: 'shell', name }, words, innermost: true };
}

/** `cmd /d /s /c "script"` and `cmd /c npx -y server`. */
function unwrapCmd(words: readonly Word[]): Unwrapped | undefined {
  for (let index = 1; index < words.length; index++) {
    const source = words[index]!.text.reveal();
    if (!/^\/{1,2}[a-z](?:\/[a-z]){0,8}$/i.test(source)) return undefined;
    if (!/[ckr]/i.test(source)) continue;
    const reading = readScript(commandsOfWords(words.slice(index + 1), false));
    return reading && { ...reading, wrapper: { kind: 'shell', name: 'cmd' } };
  }
  return undefined;
}

/** `powershell -NoProfile -ExecutionPolicy Bypass -Command "script"`, `pwsh -File script.ps1`. */
function unwrapPowerShell(words: readonly Word[]): Unwrapped | undefined {
  for (let index = 1; index < words.length; index++) {
    const source = words[index]!.text.reveal();
    if (/^-f(?:ile)?$/i.test(source)) return scriptFile('powershell', words.slice(index + 1));
    const isCommand = /^-c(?:ommand)?$/i.test(source);
    if (!isCommand && source.startsWith('-')) {
      if (
        /^-(?:executionpolicy|ep|ex|windowstyle|w|version|v|workingdirectory|wd|configurationname)$/i.test(
          source,
        )
      )
        index += 1;
      continue;
    }
    const rest = words.slice(isCommand ? index + 1 : index);
    if (!isCommand && /\.ps1$/i.test(source)) return scriptFile('powershell', rest);
    const reading = readScript(commandsOfWords(rest, false));
    return reading && { ...reading, wrapper: { kind: 'shell', name: 'powershell' } };
  }
  return undefined;
}

/** Takes off a shell. */
export function unwrapShell(name: string, words: readonly Word[]): Unwrapped | undefined {
  if (name === 'cmd') return unwrapCmd(words);
  if (POWERSHELLS.includes(name)) return unwrapPowerShell(words);
  return POSIX_SHELLS.includes(name) ? unwrapPosixShell(name, words) : undefined;
}
