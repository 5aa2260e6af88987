import { createRequire } from 'node:module';
import { afterAll, beforeAll, expect, test } from 'vitest';

type Parse = (
  command: string,
  args: readonly string[],
  options: object,
) => { command: string; args: readonly string[]; options: { windowsVerbatimArguments?: boolean } };

const PLATFORM = Object.getOwnPropertyDescriptor(process, 'platform')!;
const require = createRequire(import.meta.url);
let parse: Parse;

/** cross-spawn looks at the system when it is loaded, and then only computes. */
beforeAll(() => {
  Object.defineProperty(process, 'platform', { ...PLATFORM, value: 'win32' });
  process.env['comspec'] = 'C:\\Windows\\system32\\cmd.exe';
  parse = require('cross-spawn')._parse;
});
afterAll(() => {
  Object.defineProperty(process, 'platform', PLATFORM);
  delete process.env['comspec'];
});

/** What cmd.exe gets to run, the marks taken off that keep it from reading the characters behind them. */
function commandLine(args: readonly string[]): string {
  const parsed = parse('C:\\Program Files\\nodejs\\npx.cmd', args, { stdio: 'inherit' });
  expect(parsed.command).toBe('C:\\Windows\\system32\\cmd.exe');
  expect(parsed.args.slice(0, 3)).toEqual(['/d', '/s', '/c']);
  // Else Node.js would quote it once more.
  expect(parsed.options.windowsVerbatimArguments).toBe(true);
  return parsed.args[3]!;
}

test.each(['&', '|', '<', '>', '^', '%PATH%', '!x!', '"', '(', ')', '*', '?', ';', ',', '`'])(
  'cmd.exe sees no %s in an argument',
  (mark) => {
    const line = commandLine(['-y', `a${mark}b`, mark]);
    const special = [...mark].filter((character) => /[()\][%!^"`<>&|;, *?]/.test(character));
    for (const character of special) {
      const bare = new RegExp(`(?<!\\^)\\${character}`, 'g');
      const within = line.slice(1, -1);
      expect(within.match(bare) ?? [], within).toEqual(character === '^' ? expect.any(Array) : []);
    }
  },
);

test('quotes and backslashes arrive as they are', () => {
  const line = commandLine(['a "quoted" b', 'ends with \\', 'C:\\x\\']).replace(/\^(.)/g, '$1');
  expect(line).toContain('"a \\"quoted\\" b"');
  expect(line).toContain('"ends with \\\\"');
  expect(line).toContain('"C:\\x\\\\"');
});

test('a program is started as it is', () => {
  const parsed = parse(process.execPath.replace(/(?:\.exe)?$/, '.exe'), ['a&b'], {});
  expect(parsed.args).toHaveLength(process.execPath.endsWith('.exe') ? 1 : 4);
});
