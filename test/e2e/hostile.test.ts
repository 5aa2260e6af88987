import { spawn } from 'node:child_process';
import { chmodSync, cpSync, mkdirSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, test } from 'vitest';
import {
  builtCli,
  folderOf,
  hasCommand,
  madeUp,
  NODE,
  RAW_CONTROL,
  type RunOptions,
  runCli,
  runProgram,
  STACK_TRACE,
  temporaryFolder,
  writeInto,
} from '../support/cli.ts';

const KEY = madeUp(32);
const DIRTY = {
  mcpServers: { other: { url: 'https://other.example.com/mcp', headers: { 'X-Other-Api-Key': KEY } } },
};
const DIRTY_TEXT = JSON.stringify(DIRTY, null, 2);

/** Rules about servers and files, which fire beside those about what stands in a slot. */
const ADVISORY = new Set([
  'stdio-holds-secret',
  'shared-bearer-key',
  'exposed-config',
  'command-line-secret',
  'unpinned-server-with-secret',
  'unexpanded-reference',
  'placeholder-left',
]);

interface Finding {
  readonly rule: string;
  readonly file: string;
  readonly path: string;
  readonly region: { readonly startLine: number; readonly startColumn: number; readonly length: number };
  readonly server?: string;
}
interface Report {
  readonly findings: readonly Finding[];
  readonly files: readonly {
    readonly path: string;
    readonly servers: number;
    readonly problem?: { readonly code: string; line?: number };
  }[];
}

/** Lints paths beside a file with one credential, which has to be found whatever the others are. */
async function lintBeside(cwd: string, paths: readonly string[], options: RunOptions = {}) {
  writeInto(cwd, 'other.json', DIRTY);
  const run = await runCli(['--format', 'json', ...paths, 'other.json'], { cwd, ...options });
  expect(run.stderr).toBe('');
  expect(run.signal).toBe(null);
  expect(`\n${run.stdout}`).not.toMatch(STACK_TRACE);
  expect(run.stdout).not.toMatch(RAW_CONTROL);
  const report: Report = JSON.parse(run.stdout);
  // What other rules say of the same credentials is their tests' matter.
  const found = report.findings.filter(({ rule }) => !ADVISORY.has(rule));
  expect(found.filter(({ file }) => file === 'other.json')).toHaveLength(1);
  return {
    code: run.code,
    report,
    of: (path: string) => ({
      findings: found.filter(({ file }) => file === path),
      problem: report.files.find((file) => file.path === path)?.problem?.code,
    }),
  };
}

describe('broken text is told, exit code 2, and the other files are linted', () => {
  const cut = (share: number) => DIRTY_TEXT.slice(0, Math.floor(DIRTY_TEXT.length * share));
  test.each<[string, string | Buffer, string]>([
    ['an empty file', '', 'syntax'],
    ['white space', ' \r\n\t ', 'syntax'],
    ['a byte order mark and nothing else', '\ufeff', 'syntax'],
    ['a file cut in its first half', cut(0.3), 'syntax'],
    ['a file cut in a value', cut(0.7), 'syntax'],
    ['a file without its last bracket', DIRTY_TEXT.trimEnd().slice(0, -1), 'syntax'],
    [
      'merge conflict markers',
      `{\n<<<<<<< HEAD\n  "mcpServers": {}\n=======\n  "servers": {}\n>>>>>>> theirs\n}\n`,
      'syntax',
    ],
    ['a NUL byte between tokens', Buffer.from(DIRTY_TEXT.replace('{', '{\u0000')), 'syntax'],
    [
      'a NUL byte in a string',
      Buffer.from(DIRTY_TEXT.replace('other.example', 'other\u0000example')),
      'syntax',
    ],
    ['a raw line break in a string', DIRTY_TEXT.replace('other.example', 'other\nexample'), 'syntax'],
    ['text behind the end', `${DIRTY_TEXT}\n]`, 'syntax'],
    ['two documents', `${DIRTY_TEXT}\n${DIRTY_TEXT}`, 'syntax'],
    ['an invalid escape', DIRTY_TEXT.replace('other.example', 'other\\xserver'), 'syntax'],
    ['something else', '#!/bin/sh\necho hello\n', 'syntax'],
    [
      'random bytes',
      Buffer.from(madeUp(4096, 7, '\u0000\u0001\u00ff\u0080{}[]",:a\\\n'), 'latin1'),
      'syntax',
    ],
    ['10,000 lists in each other', '['.repeat(10_000) + ']'.repeat(10_000), 'too-deep'],
    ['10,000 mappings in each other', '{"a":'.repeat(10_000) + '1' + '}'.repeat(10_000), 'too-deep'],
    ['10,000 lists that are not closed', `{"mcpServers":${'['.repeat(10_000)}`, 'too-deep'],
    [
      '100,000 lists behind as many closing brackets',
      `[${'}'.repeat(100_000)},${'['.repeat(100_000)}`,
      'syntax',
    ],
    [
      '100,000 lists behind closing brackets in a mapping',
      `{"a":[${']}'.repeat(100_000)},"b":${'[{"a":'.repeat(100_000)}`,
      'syntax',
    ],
  ])('%s', async (_, content, code) => {
    const cwd = folderOf({ 'broken.mcp.json': content });
    const run = await lintBeside(cwd, ['broken.mcp.json']);
    expect(run.code).toBe(2);
    const problem = run.of('broken.mcp.json').problem;
    expect(code === 'too-deep' ? problem : problem?.replace('too-deep', 'syntax')).toBe(code);
  });

  test('what stands before the break is linted', async () => {
    const text = `${DIRTY_TEXT.slice(0, DIRTY_TEXT.lastIndexOf('}') - 2)}, "cut": {"env": {"A": "`;
    const run = await lintBeside(folderOf({ 'broken.mcp.json': text }), ['broken.mcp.json']);
    expect(run.of('broken.mcp.json').findings).toHaveLength(1);
  });
});

describe('100 MB of brackets', () => {
  const hundred = (unit: string) => Buffer.alloc(100_000_000, unit);
  test.each([
    ['[', 'mcp.json', 'unreadable'],
    [']', 'mcp.json', 'syntax'],
    ['[],', 'mcp.json', 'unreadable'],
    ['[],', '.claude.json', 'syntax'],
    ['"', '.claude.json', 'syntax'],
    ['\u0000', 'mcp.json', 'syntax'],
  ])('%j in %s', async (unit, name, code) => {
    const run = await lintBeside(folderOf({ [name]: hundred(unit) }), [name]);
    expect(run.code).toBe(2);
    expect(run.of(name).problem).toBe(code);
  });
});

describe('unusual but valid text', () => {
  const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
  test.each<[string, Buffer | string]>([
    ['a byte order mark', `\ufeff${DIRTY_TEXT}`],
    ['CRLF', DIRTY_TEXT.replaceAll('\n', '\r\n')],
    ['lone carriage returns', DIRTY_TEXT.replaceAll('\n', '\r')],
    ['UTF-16 LE with a byte order mark', Buffer.from(`\ufeff${DIRTY_TEXT}`, 'utf16le')],
    ['UTF-16 LE without', Buffer.from(DIRTY_TEXT, 'utf16le')],
    ['UTF-16 BE with a byte order mark', utf16be(`\ufeff${DIRTY_TEXT}`)],
    ['UTF-16 BE without', utf16be(DIRTY_TEXT)],
  ])('%s: the credential is found at its place', async (_, content) => {
    const run = await lintBeside(folderOf({ 'mcp.json': content }), ['mcp.json']);
    expect(run.code).toBe(1);
    const line = DIRTY_TEXT.split('\n').findIndex((text) => text.includes(KEY));
    const startColumn = DIRTY_TEXT.split('\n')[line]!.indexOf(KEY) + 1;
    expect(run.of('mcp.json').findings).toMatchObject([
      { region: { startLine: line + 1, startColumn, length: KEY.length }, server: 'other' },
    ]);
  });

  test('UTF-16 with half a character at its end is not called clean', async () => {
    const odd = Buffer.from(`\ufeff${JSON.stringify({ mcpServers: { a: { command: 'x' } } })}`, 'utf16le');
    const run = await lintBeside(folderOf({ 'mcp.json': Buffer.concat([odd, Buffer.from('7')]) }), [
      'mcp.json',
    ]);
    expect(run.code).toBe(2);
  });

  const withName = (name: string) =>
    `{"mcpServers": {"${name}": {"command": "x", "env": {"${name}": "x", "API_KEY": "${KEY}"}}}}`;
  test.each<[string, Buffer | string]>([
    ['lone surrogates as escapes', withName('a\\ud800b\\udfff')],
    ['surrogates in the wrong order', withName('\\udc00\\ud800')],
    ['raw surrogates (WTF-8)', Buffer.from(withName('#'), 'latin1').subarray(0)],
    ['astral characters', withName('𝒜𝒷')],
    ['combining characters', withName('a\u0301'.repeat(500))],
    ['__proto__', withName('__proto__')],
    ['constructor', withName('constructor')],
    ['toString', withName('toString')],
    ['a long name', withName('a'.repeat(100_000))],
    ['an empty name', withName('')],
  ])('%s in names', async (title, content) => {
    const bytes = title.startsWith('raw')
      ? replaceByte(content as Buffer, 0x23, [0xed, 0xa0, 0x80])
      : content;
    const run = await lintBeside(folderOf({ 'mcp.json': bytes }), ['mcp.json']);
    expect(run.code).toBe(1);
    expect(run.of('mcp.json').findings).toHaveLength(1);
    expect(run.report.files[0]).toMatchObject({ servers: 1 });
  });

  test('bytes that are no UTF-8, in a value and in a name', async () => {
    const text = Buffer.from(withName('n#me').replace('"x"', '"#"'), 'latin1');
    const run = await lintBeside(folderOf({ 'mcp.json': replaceByte(text, 0x23, [0xff, 0xc3, 0x28]) }), [
      'mcp.json',
    ]);
    expect(run.of('mcp.json').findings).toHaveLength(1);
    expect([1, 2]).toContain(run.code);
  });

  test('deep members of Object.prototype do no harm', async () => {
    const text = `{"__proto__": {"mcpServers": {"a": {"command": "x", "env": {"API_KEY": "${KEY}"}}}},
      "mcpServers": {"__proto__": {"command": "y", "__proto__": {"env": {"API_KEY": "${madeUp(32, 2)}"}}, "env": {"__proto__": "${madeUp(32, 3)}"}}},
      "constructor": {"prototype": {"polluted": true}}}`;
    const run = await lintBeside(folderOf({ 'mcp.json': text }), ['mcp.json']);
    expect(run.of('mcp.json').findings.length).toBeGreaterThanOrEqual(2);
  });
});

function replaceByte(bytes: Buffer, byte: number, by: readonly number[]): Buffer {
  return Buffer.from([...bytes].flatMap((value) => (value === byte ? by : [value])));
}

describe('duplicate keys', () => {
  test('a credential is found in every occurrence, and the first is told to be hidden', async () => {
    const entry = (seed: number) =>
      `{"command": "x", "env": {"API_KEY": "${madeUp(32, seed)}", "API_KEY": "${madeUp(32, seed + 10)}"}}`;
    const text = `{"mcpServers": {"a": ${entry(1)},\n"a": ${entry(2)}},\n"mcpServers": {"a": ${entry(3)}}}`;
    const { of, code } = await lintBeside(folderOf({ 'mcp.json': text }), ['mcp.json']);
    expect(code).toBe(1);
    const rules = of('mcp.json').findings.map(({ rule }) => rule);
    expect(rules.filter((rule) => rule === 'inline-credential')).toHaveLength(6);
    expect(rules.filter((rule) => rule === 'duplicate-key')).toHaveLength(5);
  });

  test('50,000 of one key, and 50,000 others behind it', async () => {
    const others = Array.from({ length: 50_000 }, (_, index) => `"k${index}":1`).join(',');
    const text = `{"mcpServers":{"a":{"command":"x","env":{${'"a":1,'.repeat(50_000)}${others}}}}}`;
    const { of } = await lintBeside(folderOf({ 'mcp.json': text }), ['mcp.json']);
    expect(of('mcp.json').findings).toHaveLength(49_999);
  });
});

describe('names that act on what shows them', () => {
  const NAMES = [
    '\u001b[31mred\u001b[0m',
    '\u001b]8;;https://evil.example\u0007click\u001b]8;;\u0007',
    '\u009b31mred',
    'one\ntwo\r\nthree\rfour',
    '\n::error::forged',
    '##[error]forged',
    '::add-mask::x\u2028::error::forged',
    '%0A::error::forged',
    '\u202egnp.exe\u2066\u2069\u200b\ufeff',
    '\u{e0041}\u{e0042}',
    '\u0000\u0007\b\u000b\u007f\u0085',
    '](javascript:alert(1))',
    '<img src=x onerror=alert(1)>',
    '\u2029\u061c\u180e\ufff9',
  ];
  const HIDDEN =
    /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]|[\u{e0000}-\u{e007f}]/u;
  const config = {
    mcpServers: Object.fromEntries(
      NAMES.map((name, index) => [
        name,
        {
          command: `${name} x`,
          url: `https://${name}/${name}`,
          args: [
            `--${name}-token=${madeUp(32, index)}`,
            `${name}=${madeUp(32, index + 100)}`,
            `Authorization: Bearer ${madeUp(32, index + 150)}`,
          ],
          env: {
            [`${name}_API_KEY`]: madeUp(32, index + 200),
            JSON: JSON.stringify({ [`${name} token`]: madeUp(32, index + 300) }),
          },
          headers: { [`${name}-api-key`]: madeUp(32, index + 400) },
        },
      ]),
    ),
  };

  test.each(['pretty', 'github', 'sarif', 'json', 'jsonl', 'junit', 'markdown'])(
    '%s has no control or hidden character but line breaks',
    async (format) => {
      const cwd = folderOf({ 'mcp.json': config });
      for (const file of ['other.json\nx', '\u001b[31m.json', '::error::.mcp.json', '\u202e.mcp.json'])
        writeInto(cwd, file, config);
      const run = await runCli(
        [
          '--format',
          format,
          '--debug',
          '.',
          'missing\u001b[31m\n::error::file',
          'other.json\nx',
          '\u001b[31m.json',
        ],
        { cwd },
      );
      expect(run.code).toBe(2);
      for (const text of [run.stdout, run.stderr]) expect(text).not.toMatch(HIDDEN);
      if (format === 'json') expect(JSON.parse(run.stdout).findings.length).toBeGreaterThan(NAMES.length * 4);
      if (format === 'sarif')
        expect(JSON.parse(run.stdout).runs[0].results.length).toBeGreaterThan(NAMES.length * 4);
      if (format === 'github') {
        const lines = run.stdout.trimEnd().split('\n');
        for (const line of lines.slice(0, -1))
          expect(line).toMatch(/^::(?:error|warning|notice) file=[^:]*::[^\n]/);
        expect(lines.at(-1)).toMatch(/^mcp-lint: \d+ (?:errors|warnings)/);
        expect(lines.at(-1)).not.toContain('##[');
      }
    },
  );

  test.each([
    [['--\u001b[31m\n::error::x']],
    [['--rule', '\u001b[31m\n::error::x:off']],
    [['--host', '\u202e\u001b]0;x\u0007']],
    [['--format', '\n::error::x']],
    [['explain', '\u001b[2J']],
  ])('messages about %j have none either', async (args) => {
    const run = await runCli(args);
    expect(run.code).toBe(2);
    expect(run.stderr).not.toMatch(HIDDEN);
    expect(run.stderr).not.toMatch(/^::/m);
  });
});

describe('things that are no files', () => {
  const withoutFifo = hasCommand('mkfifo') ? '' : ' (SKIPPED: no mkfifo on PATH)';
  test.skipIf(withoutFifo !== '')(`named pipes, named and in a folder${withoutFifo}`, async () => {
    const cwd = folderOf({ 'sub/empty': '' });
    for (const name of ['mcp.json', 'sub/.mcp.json']) await runProgram('mkfifo', [join(cwd, name)]);
    const run = await lintBeside(cwd, ['mcp.json', '.']);
    expect(run.code).toBe(2);
    expect(run.of('mcp.json').problem).toBe('not-a-file');
    expect(run.report.files.map(({ path }) => path)).not.toContain('sub/.mcp.json');
  });

  const withoutDevices = process.platform === 'win32' ? ' (SKIPPED: no devices on Windows)' : '';
  test.skipIf(withoutDevices !== '')(`devices${withoutDevices}`, async () => {
    const cwd = temporaryFolder();
    symlinkSync('/dev/zero', join(cwd, 'mcp.json'));
    const run = await lintBeside(cwd, ['/dev/zero', '/dev/null', '/dev/stdin', 'mcp.json']);
    expect(run.code).toBe(2);
    for (const path of ['/dev/zero', '/dev/null', 'mcp.json'])
      expect(run.of(path).problem).toBe('not-a-file');
  });

  test('a folder named mcp.json, a link loop, a link to nothing, a path through a file', async () => {
    const cwd = folderOf({ 'mcp.json/.cursor/mcp.json': DIRTY });
    symlinkSync('loop.json', join(cwd, 'loop.json'));
    symlinkSync('nothing', join(cwd, 'dangling.json'));
    mkdirSync(join(cwd, 'a'));
    symlinkSync('..', join(cwd, 'a/up'));
    const all = await lintBeside(cwd, ['mcp.json', 'a']);
    expect(all.code).toBe(1);
    expect(all.of('mcp.json/.cursor/mcp.json').findings).toHaveLength(1);
    const broken = await lintBeside(cwd, ['loop.json', 'dangling.json', 'other.json/mcp.json']);
    expect(broken.code).toBe(2);
    expect(broken.of('loop.json').problem).toBe('unreadable');
    expect(broken.of('dangling.json').problem).toBe('not-found');
    expect(broken.of('other.json/mcp.json').problem).toMatch(/^(?:not-found|unreadable)$/);
  });

  test('standard input that is a folder or closed ends with 2 and a message', async () => {
    const cwd = folderOf({ 'other.json': DIRTY });
    for (const redirection of ['</', '<&-']) {
      const script = `'${NODE}' '${builtCli()}' --format json - other.json ${redirection}`;
      const run = await runProgram('/bin/sh', ['-c', script], { cwd });
      expect(run.code).toBe(2);
      expect(run.stderr).not.toMatch(STACK_TRACE);
      const report: Report = JSON.parse(run.stdout);
      expect(report.findings.map(({ file }) => file)).toEqual(['other.json']);
    }
  });

  test.each([
    ['of 10,000 characters', 'a'.repeat(10_000)],
    ['of no character', ''],
    ['that is no Unicode', '\ud800'],
    ['of the memory of a process', '/proc/self/mem'],
    ['of the environment of a process', '/proc/self/environ'],
  ])('a path %s', async (_, path) => {
    const run = await lintBeside(temporaryFolder(), [path]);
    expect(run.code).toBe(2);
  });

  const isRoot = process.getuid?.() === 0;
  const canDrop = !isRoot || hasCommand('setpriv');
  const withoutUser = canDrop ? '' : ' (SKIPPED: running as root, and no setpriv on PATH)';
  test.skipIf(withoutUser !== '')(`files and folders without permission${withoutUser}`, async () => {
    const cwd = folderOf({
      'closed.json': DIRTY,
      'secret/.mcp.json': DIRTY,
      'other.json': DIRTY,
      'blind/.mcp.json': DIRTY,
    });
    chmodSync(cwd, 0o755);
    chmodSync(join(cwd, 'closed.json'), 0);
    chmodSync(join(cwd, 'secret'), 0);
    chmodSync(join(cwd, 'blind'), 0o311);
    const drop = isRoot ? ['setpriv', '--reuid=65534', '--regid=65534', '--clear-groups'] : [];
    // The project may lie where another user cannot go.
    const copy = temporaryFolder();
    cpSync(dirname(builtCli()), copy, {
      recursive: true,
      filter: (path) => !/types$|compile-cache/.test(path),
    });
    chmodSync(copy, 0o755);
    const paths = ['closed.json', 'secret/.mcp.json', '.', 'other.json'];
    const [program, ...args] = [...drop, NODE, join(copy, 'cli.cjs'), '--format', 'json', ...paths];
    const run = await runProgram(program!, args, { cwd });
    for (const name of ['secret', 'blind']) chmodSync(join(cwd, name), 0o755);
    expect(run.stderr).toBe('');
    expect(run.code).toBe(2);
    const report: Report = JSON.parse(run.stdout);
    const problems = Object.fromEntries(report.files.map(({ path, problem }) => [path, problem?.code]));
    expect(problems).toMatchObject({
      'closed.json': 'unreadable',
      'secret/.mcp.json': 'unreadable',
      blind: 'unreadable',
    });
    expect(report.findings.map(({ file }) => file)).toContain('other.json');
  });
});

describe('a file that changes while it is read', () => {
  test('is read at one moment, or told', async () => {
    const cwd = folderOf({ 'mcp.json': DIRTY });
    const writer = spawn(
      process.execPath,
      [
        '-e',
        `const { writeFileSync } = require('node:fs');
         const texts = [${JSON.stringify(DIRTY_TEXT)}, '{"mcpServers": {}}', '{"mcpServers": {"a": {"command": "' + 'x'.repeat(3e6) + '"}}}', '{'];
         const stop = Date.now() + 15000;
         for (let i = 0; Date.now() < stop; i++) writeFileSync('mcp.json', texts[i % texts.length]);`,
      ],
      { cwd, stdio: 'ignore' },
    );
    try {
      for (let round = 0; round < 10; round++) {
        const run = await runCli(['--format', 'json', 'mcp.json'], { cwd });
        expect([0, 1, 2]).toContain(run.code);
        expect(run.stderr).toBe('');
        expect(() => JSON.parse(run.stdout)).not.toThrow();
      }
    } finally {
      writer.kill('SIGKILL');
    }
  });
});

describe('~/.claude.json of 50 MB', () => {
  /** History of conversations around one project with servers; its text, and the line of the credential. */
  function largeFile() {
    const entry = `      { "display": "${'fix the "quoted" thing, naïve 𝒜 '.replaceAll('"', '\\"').repeat(20)}", "pastedContents": {} },\n`;
    const history = entry.repeat(Math.ceil(25_000_000 / Buffer.byteLength(entry)));
    const project = (name: string, rest: string) =>
      `    "${name}": {\n      "history": [\n${history.slice(0, -2)}\n      ]${rest}\n    }`;
    const servers = `,\n      "mcpServers": {\n        "s": { "command": "x", "env": { "EMOJI": "𝒜é", "API_KEY": "${KEY}" } }\n      }`;
    return `{\n  "numStartups": 7,\n  "projects": {\n${project('/a', servers)},\n${project('/b', '')}\n  }\n}\n`;
  }

  test('whole: the credential of a project is found at its place; cut: exit code 2', async () => {
    const text = largeFile();
    const before = text.slice(0, text.indexOf(KEY));
    const cwd = folderOf({ '.claude.json': text, 'cut/.claude.json': text.slice(0, -200_000) });
    expect(Buffer.byteLength(text)).toBeGreaterThan(50_000_000);
    const whole = await lintBeside(cwd, ['.claude.json']);
    expect(whole.code).toBe(1);
    expect(whole.of('.claude.json').findings).toMatchObject([
      {
        path: 'projects["/a"].mcpServers.s.env.API_KEY',
        region: {
          startLine: before.split('\n').length,
          startColumn: before.length - before.lastIndexOf('\n'),
          offset: before.length,
          length: KEY.length,
        },
      },
    ]);
    const cut = await lintBeside(cwd, ['cut/.claude.json']);
    expect(cut.code).toBe(2);
    expect(cut.of('cut/.claude.json')).toMatchObject({ problem: 'syntax', findings: [{}] });
  });
});

describe('many of anything', () => {
  const list = (length: number, item: (index: number) => unknown) =>
    Array.from({ length }, (_, index) => item(index));
  const mapping = (length: number, value: unknown) =>
    Object.fromEntries(list(length, (index) => [`k${index}`, value]) as [string, unknown][]);
  const inServer = (rest: object) => ({ mcpServers: { a: { command: 'x', ...rest } } });
  test.each<[string, () => string | object]>([
    ['150,000 variables of a server', () => inServer({ env: mapping(150_000, 'v') })],
    ['150,000 variables for all servers', () => ({ ...inServer({}), env: mapping(150_000, 'v') })],
    ['150,000 unknown members', () => inServer({ other: list(150_000, String) })],
    ['150,000 arguments', () => inServer({ args: list(150_000, (index) => `v${index}`) })],
    ['150,000 shells', () => inServer({ args: list(150_000, () => 'sh') })],
    ['150,000 words of a script', () => inServer({ command: 'sh', args: ['-c', 'a b '.repeat(100_000)] })],
    [
      '150,000 parts of a path',
      () => ({ mcpServers: { a: { url: `https://mcp.example.com/${'abcdefgh/'.repeat(150_000)}` } } }),
    ],
    [
      '150,000 parameters',
      () => ({ mcpServers: { a: { url: `https://mcp.example.com/?${'k=v&'.repeat(150_000)}` } } }),
    ],
    [
      '150,000 cookies',
      () => ({
        mcpServers: { a: { url: 'https://x.example', headers: { Cookie: 'k=v; '.repeat(150_000) } } },
      }),
    ],
    ['50,000 servers', () => ({ mcpServers: mapping(50_000, { command: 'x' }) })],
    [
      '150,000 prompts',
      () => ({ ...inServer({}), inputs: list(150_000, () => ({ id: 'key', default: 'v' })) }),
    ],
    [
      'JSON in a string, 150,000 members',
      () => inServer({ env: { CONFIG: JSON.stringify(mapping(150_000, 'v')) } }),
    ],
    ['JSON in a string, 10,000 deep', () => inServer({ env: { CONFIG: '[{"a":'.repeat(10_000) } })],
    [
      'JSON in a string, deep behind closing brackets',
      () => inServer({ env: { CONFIG: `[${'}'.repeat(100_000)},${'['.repeat(100_000)}` } }),
    ],
    ['1,000,000 lists', () => `{"mcpServers":{"a":{"command":"x"}},"rest":[${'[],'.repeat(1_000_000)}[]]}`],
  ])('%s', async (_, content) => {
    const run = await lintBeside(folderOf({ 'mcp.json': content() }), ['mcp.json']);
    expect(run.code).toBe(1);
    expect(run.of('mcp.json')).toEqual({ findings: [], problem: undefined });
  });

  test('20,000 findings on one line', async () => {
    const env = list(20_000, (index) => `"API_KEY_${index}":"${madeUp(24, index)}"`).join(',');
    const run = await lintBeside(
      folderOf({ 'mcp.json': `{"mcpServers":{"a":{"command":"x","env":{${env}}}}}` }),
      ['mcp.json'],
    );
    expect(run.of('mcp.json').findings).toHaveLength(20_000);
  });
});

describe('text that makes careless matchers slow', () => {
  /** Squared it is minutes. */
  const SIZE = 200_000;
  const config = (text: string) => ({
    mcpServers: {
      local: {
        command: 'x',
        args: [text, '--header', `X-Api-Key: ${text}`],
        env: { API_KEY: text, DATABASE: `Server=x;Password=${text}`, JSON: JSON.stringify({ token: text }) },
      },
      shell: { command: 'sh', args: ['-c', `run --key ${text}`] },
      remote: { url: `https://user:${text}@mcp.example.com/${text}?key=${text}`, headers: { Cookie: text } },
      encoded: { url: text, headers: { Authorization: `Basic ${Buffer.from(text).toString('base64')}` } },
    },
    inputs: [{ id: 'key', type: 'promptString', password: true, default: `\${NAME:-${text}` }],
  });

  // Whatever a credential, reference, placeholder, URL, connection string, JSON text or shell word may begin with.
  const UNITS = [
    ...['a', 'é', '-', '.', ':', '=', ';', ',', '@', '/', '\\', '#', '%41', '"\\', '"', '\n'],
    ...['${', '${A:-', '${A:-x}', '{{', '$(', '$A', '%A'],
    ...[';password=', 'password=;', 'host=x ', " aa='", 'a:b@', '@tcp(', 'https://a:', 'a&b='],
    ...['eyJ', 'eyJh.', '{"a":', '[{"a":', 'sk-', 'SG.', '-g', '-----BEGIN '],
    ...['Bearer ', 'key: ', '<your key>', 'a b ', '****'],
  ];

  const BATCH = 4;
  const batches = Array.from({ length: Math.ceil(UNITS.length / BATCH) }, (_, index) =>
    UNITS.slice(index * BATCH, (index + 1) * BATCH),
  );

  test.each(batches.map((units) => [units]))('%j, again and again, in all places', async (units) => {
    const files = units.map(
      (unit, index) => [`${index}.mcp.json`, config(unit.repeat(SIZE / unit.length))] as const,
    );
    const run = await lintBeside(
      folderOf(Object.fromEntries(files)),
      files.map(([name]) => name),
    );
    expect(run.report.files.filter(({ problem }) => problem)).toEqual([]);
  });
});
