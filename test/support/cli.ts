import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { prng } from './samples.ts';

export const ROOT = resolve(import.meta.dirname, '../..');
const CLI = join(ROOT, 'dist/cli.cjs');
/** The Node.js that the command is tested with. */
export const NODE = process.env['NODE_UNDER_TEST'] ?? process.execPath;

/** Looks like the lines of a stack trace. */
export const STACK_TRACE = /\n\s+at .+:\d+:\d+/;
/** Control characters that no output may hold, tabs and carriage returns included. */
export const RAW_CONTROL = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/;

export interface RunOptions {
  readonly cwd?: string;
  /** Beside PATH and an empty HOME, which is all that the command sees otherwise. */
  readonly env?: Readonly<Record<string, string>>;
  /** Standard input; closed without it. */
  readonly input?: string | Buffer;
  /** Options for Node.js itself. */
  readonly node?: readonly string[];
  /** After how many seconds it counts as hanging; default: 20. */
  readonly patience?: number;
}

export interface RunResult {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly stdoutBytes: Buffer;
  readonly stderrBytes: Buffer;
}

/** Far more than any run of ours needs, and far less than quadratic time takes. */
const PATIENCE = 20;

/** Runs the built command. Rejects when it does not end in time. */
export function runCli(args: readonly string[], options: RunOptions = {}): Promise<RunResult> {
  return runProgram(NODE, [...(options.node ?? []), builtCli(), ...args], options);
}

/** Path of the built command. Throws when nobody has built it. */
export function builtCli(): string {
  if (!existsSync(CLI)) throw new Error('dist/cli.cjs is missing: `npm run build` first');
  return CLI;
}

/** Runs any program under the same conditions as the command. */
export function runProgram(
  program: string,
  args: readonly string[],
  options: RunOptions = {},
): Promise<RunResult> {
  return new Promise((done, failed) => {
    const child = spawn(program, args, {
      cwd: options.cwd ?? temporaryFolder(),
      env: cleanEnvironment(options.env),
      stdio: ['pipe', 'pipe', 'pipe'],
    });
    const stdout: Buffer[] = [];
    const stderr: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => stdout.push(chunk));
    child.stderr.on('data', (chunk: Buffer) => stderr.push(chunk));
    // A command that does not read its input may be gone before it is written.
    child.stdin.on('error', () => {});
    child.stdin.end(options.input ?? '');
    const { patience = PATIENCE } = options;
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error(`hangs: no end within ${patience} s: ${args.slice(-4).join(' ').slice(-400)}`));
    }, patience * 1000);
    child.on('error', failed);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      const [stdoutBytes, stderrBytes] = [Buffer.concat(stdout), Buffer.concat(stderr)];
      done({ code, signal, stdoutBytes, stderrBytes, stdout: `${stdoutBytes}`, stderr: `${stderrBytes}` });
    });
  });
}

/** PATH, a home folder without anything in it, and what is given; nothing of the machine that the tests run on. */
export function cleanEnvironment(more: Readonly<Record<string, string>> = {}): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '', HOME: emptyHome(), ...more };
}

const folders: string[] = [];
let home: string | undefined;

/** What `clean-up.ts` does after each file of tests. */
export function removeTemporaryFolders(): void {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true });
  home = undefined;
}

/** A new folder that is deleted after the tests of the file. */
export function temporaryFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'mcp-lint-')));
  removeAfterTests(folder);
  return folder;
}

/** Has a folder deleted after the tests of the file. */
export function removeAfterTests(folder: string): void {
  folders.push(folder);
}

function emptyHome(): string {
  home ??= temporaryFolder();
  return home;
}

/** Writes files into a new folder: by path, text, bytes, or something that becomes JSON. Mode 0644 unless it is given. */
export function folderOf(files: Readonly<Record<string, string | Buffer | object>>, mode = 0o644): string {
  const folder = temporaryFolder();
  for (const [path, content] of Object.entries(files)) writeInto(folder, path, content, mode);
  return folder;
}

export function writeInto(
  folder: string,
  path: string,
  content: string | Buffer | object,
  mode = 0o644,
): string {
  const file = join(folder, path);
  mkdirSync(dirname(file), { recursive: true });
  const isText = typeof content === 'string' || Buffer.isBuffer(content);
  writeFileSync(file, isText ? content : `${JSON.stringify(content, null, 2)}\n`);
  chmodSync(file, mode);
  return file;
}

/** Whether a program is on PATH. Tests that need one say so in their title when they are skipped. */
export function hasCommand(name: string): boolean {
  try {
    execFileSync('/bin/sh', ['-c', `command -v ${name}`], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789';

/** Random text of letters and digits, the same for the same seed: an opaque credential. */
export function madeUp(length: number, seed = 1, alphabet = LETTERS): string {
  const random = prng(seed);
  return Array.from({ length }, () => alphabet[Math.floor(random() * alphabet.length)]).join('');
}
