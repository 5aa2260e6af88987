import type { Word } from '../core/model.ts';
import { readCall } from './options.ts';
import { readNpmPackage, readPypiPackage } from './package-spec.ts';
import type { Unwrapped } from './unwrapped.ts';

/** Takes off an interpreter that runs installed or fetched packages: `python -m`, `node …/node_modules/x`, `deno run npm:x`. */
export function unwrapInterpreter(name: string, words: readonly Word[]): Unwrapped | undefined {
  if (name.startsWith('py') && /^(?:python|pypy|pythonw|py)\d{0,2}(?:\.\d{1,3}){0,2}t?$/.test(name))
    return unwrapPython(words);
  if (name === 'deno') return unwrapDeno(words);
  return name === 'node' || name === 'bun' || name === 'nodejs' || name === 'tsx'
    ? unwrapNode(name, words)
    : undefined;
}

/** Modules that people call their own code by, so that they name no package. */
const LOCAL_MODULES = [
  'src',
  'app',
  'server',
  'main',
  'lib',
  'scripts',
  'backend',
  'api',
  'tools',
  'run',
  'index',
  'mcp_server',
];

/** `python -m package.server`: the package is installed, and called like its module nearly always. */
function unwrapPython(words: readonly Word[]): Unwrapped | undefined {
  for (let index = 1; index < words.length; index++) {
    const source = words[index]!.text.reveal();
    if (source === '-X' || source === '-W') index += 1;
    else if (source === '-m' || source === '-um') return unwrapModule(words.slice(index + 1));
    else if (!source.startsWith('-') || source === '-c') return undefined;
  }
  return undefined;
}

function unwrapModule(words: readonly Word[]): Unwrapped | undefined {
  const module = words[0];
  if (!module) return undefined;
  const wrapper = { kind: 'runner', name: 'python' } as const;
  const source = module.text.length > 256 ? '' : module.text.reveal();
  const name = source.replace(/(?:\.(?:server|main|__main__|cli|app|run|stdio))+$/, '');
  const [first] = name.split('.');
  if (!/^\w+(?:\.\w+)*$/.test(name) || LOCAL_MODULES.includes(first!)) return { wrapper, words };
  // `awslabs.core_mcp_server` is a package of a namespace; other dots lead into one.
  const length = first === 'awslabs' ? name.split('.').slice(0, 2).join('.').length : first!.length;
  const found = readPypiPackage({ text: module.text.slice(0, length), path: module.path, installed: true });
  return { wrapper, words, ...(found && { package: found, program: found.name }) };
}

const NODE_VALUED = [
  '-r',
  '--require',
  '--import',
  '--loader',
  '--experimental-loader',
  '--env-file',
  '-C',
  '--conditions',
  '--title',
  '--tsconfig',
  '--cwd',
  '--config',
  '-c',
];

/** What our own command is installed as: `node …/dist/cli.cjs exec -- command`. */
const OWN_COMMAND = /[/\\]dist[/\\]cli\.cjs$/;

/** `node /usr/lib/node_modules/@scope/name/dist/index.js`. */
function unwrapNode(name: string, words: readonly Word[]): Unwrapped | undefined {
  const run = name === 'bun' ? readCall(words, { subcommands: [['run']], valued: NODE_VALUED }) : undefined;
  const call = run ?? readCall(words, { valued: NODE_VALUED });
  const script = call && words[call.next];
  if (!script || script.text.length > 4096) return undefined;
  const source = script.text.reveal();
  if (OWN_COMMAND.test(source) && words[call.next + 1]?.text.reveal() === 'exec')
    return { words: words.slice(call.next), program: 'mcp-lint' };
  const folder = Math.max(source.lastIndexOf('node_modules/'), source.lastIndexOf('node_modules\\'));
  if (folder === -1) return undefined;
  const start = folder + 'node_modules/'.length;
  const match = /^(?:@[^/\\]{1,100}[/\\])?[^/\\]{1,214}/.exec(source.slice(start));
  const text = match && script.text.slice(start, start + match[0].length);
  const found = text && readInstalled(text, script);
  if (!found) return undefined;
  return {
    wrapper: { kind: 'runner', name: name === 'nodejs' ? 'node' : name },
    words: words.slice(call.next),
    package: found,
    program: found.name,
  };
}

function readInstalled(text: Word['text'], { path }: Word): ReturnType<typeof readNpmPackage> {
  const found = readNpmPackage({
    text: text.decodedWhole(text.reveal().replace('\\', '/')),
    path,
    installed: true,
  });
  return found && !found.name.startsWith('.') ? found : undefined;
}

const DENO_VALUED = [
  '-c',
  '--config',
  '--import-map',
  '--lock',
  '--cert',
  '--seed',
  '--location',
  '-L',
  '--log-level',
  '--ext',
  '--env-file',
];

/** `deno run -A npm:@scope/name@1.2.3/bin`. */
function unwrapDeno(words: readonly Word[]): Unwrapped | undefined {
  const call = readCall(words, { subcommands: [['run', 'x']], valued: DENO_VALUED });
  const module = call && words[call.next];
  if (!module) return undefined;
  const wrapper = { kind: 'runner', name: 'deno' } as const;
  const inner = words.slice(call.next);
  const match =
    module.text.length > 512 ? null : /^npm:\/?((?:@[^/]{1,100}\/)?[^/]{1,256})/i.exec(module.text.reveal());
  if (!match) return { wrapper, words: inner, innermost: true };
  const start = match[0].length - match[1]!.length;
  const found = readNpmPackage({ text: module.text.slice(start, match[0].length), path: module.path });
  return { wrapper, words: inner, ...(found && { package: found, program: found.name }) };
}
