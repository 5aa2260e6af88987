import { type ChildProcess, spawn } from 'node:child_process';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { builtCli, cleanEnvironment, folderOf, madeUp, NODE, STACK_TRACE } from '../support/cli.ts';

const SERVERS_PER_FILE = 25;
const KEYS_PER_SERVER = 8;
const FILES = 20;

/** Configs with 4000 credentials, each on a line of its own: a report of several megabytes. */
function folderOfFindings(): string {
  let seed = 0;
  const server = () => ({
    type: 'http',
    url: 'https://search.example.com/mcp',
    headers: Object.fromEntries(
      Array.from({ length: KEYS_PER_SERVER }, () => [`X-Search-${seed}-Api-Key`, madeUp(32, ++seed)]),
    ),
  });
  const config = () => ({
    mcpServers: Object.fromEntries(
      Array.from({ length: SERVERS_PER_FILE }, (_, index) => [`server-${index}`, server()]),
    ),
  });
  return folderOf(
    Object.fromEntries(Array.from({ length: FILES }, (_, index) => [`${index}.mcp.json`, config()])),
  );
}

function start(args: readonly string[], cwd: string): ChildProcess & { stdout: NodeJS.ReadableStream } {
  const child = spawn(NODE, [builtCli(), ...args], {
    cwd,
    env: cleanEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  return child as ReturnType<typeof start>;
}

/** Exit code and standard error; kills the command, and fails, when it does not end in 20 s. */
function ending(
  child: ChildProcess,
): Promise<{ code: number | null; signal: string | null; stderr: string }> {
  let stderr = '';
  child.stderr!.on('data', (chunk) => {
    stderr += chunk;
  });
  return new Promise((done, failed) => {
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      failed(new Error('hangs: no end within 20 s'));
    }, 20_000);
    child.on('close', (code, signal) => {
      clearTimeout(timer);
      done({ code, signal, stderr });
    });
  });
}

const COUNT = FILES * SERVERS_PER_FILE * KEYS_PER_SERVER;

test('a slow reader gets a large report whole', async () => {
  const child = start(['--format', 'json', '.'], folderOfFindings());
  const ended = ending(child);
  await wait(1500);
  const chunks: Buffer[] = [];
  for await (const chunk of child.stdout) {
    chunks.push(chunk as Buffer);
    if (chunks.length < 20) await wait(20);
  }
  const text = Buffer.concat(chunks).toString();
  expect(await ended).toEqual({ code: 1, signal: null, stderr: '' });
  expect(text.length).toBeGreaterThan(20 * 64 * 1024);
  const report = JSON.parse(text);
  expect(report.findings).toHaveLength(COUNT);
  expect(report.summary.warnings).toBe(COUNT);
});

test.each(['pretty', 'github'])('a slow reader gets a large report whole: %s', async (format) => {
  const child = start(['--format', format, '.'], folderOfFindings());
  const ended = ending(child);
  await wait(800);
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  expect(await ended).toEqual({ code: 1, signal: null, stderr: '' });
  expect(text).toMatch(new RegExp(`${COUNT} warnings in ${FILES} of ${FILES} files, \\d+ servers\\.\n$`));
});

test('sarif holds the most serious findings that GitHub takes, and valid JSON', async () => {
  const child = start(['--format', 'sarif', '.'], folderOfFindings());
  const ended = ending(child);
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  expect((await ended).code).toBe(1);
  expect(JSON.parse(text).runs[0].results).toHaveLength(COUNT);
});

test.each([
  ['before anything is written', 0],
  ['after some of it was read', 1],
])('a reader that closes early, %s, ends the command without a trace', async (_, chunks) => {
  const child = start(['--format', 'json', '.'], folderOfFindings());
  const ended = ending(child);
  if (chunks > 0) await new Promise((done) => child.stdout.once('data', done));
  (child.stdout as unknown as { destroy(): void }).destroy();
  const { code, signal, stderr } = await ended;
  expect([0, 1, 2]).toContain(code);
  expect(signal).toBe(null);
  expect(stderr).not.toMatch(STACK_TRACE);
  expect(stderr).not.toContain('EPIPE');
});
