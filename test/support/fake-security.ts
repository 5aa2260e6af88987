import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { NODE, temporaryFolder } from './cli.ts';

/** A stand-in for `/usr/bin/security`, and what it was asked for. */
export interface FakeSecurity {
  readonly program: string;
  /** Items by service and account, as JSON; arguments of every call, a line of JSON for each. */
  readonly items: string;
  readonly log: string;
  /** Every command ends with this code from now on. */
  failWith(code: number): void;
}

/**
 * As far as SecurityTool/macOS/security.c and keychain_find.c of Apple's Security go: lines of `-i` are cut at 4096
 * bytes, split at white space, quotes and backslashes taken off; a password that is not all printable is printed as hex;
 * exit codes are the last byte of an OSStatus.
 */
export function fakeSecurity(): FakeSecurity {
  const folder = temporaryFolder();
  const [program, items, log, failure] = ['security', 'items.json', 'log', 'failure'].map((name) =>
    join(folder, name),
  ) as [string, string, string, string];
  writeFileSync(items, '{}');
  writeFileSync(log, '');
  writeFileSync(program, `#!${NODE}\n(${play.toString()})(${JSON.stringify({ items, log, failure })});\n`);
  chmodSync(program, 0o755);
  return { program, items, log, failWith: (code) => writeFileSync(failure, `${code}`) };
}

/** The program; its text is all that gets there. */
function play(files: { items: string; log: string; failure: string }): void {
  const fs = process.getBuiltinModule('node:fs');
  const words = process.argv.slice(2);
  fs.appendFileSync(files.log, `${JSON.stringify(words)}\n`);
  const items: Record<string, string> = JSON.parse(fs.readFileSync(files.items, 'utf8'));
  if (words[0] !== '-i') process.exitCode = execute(words);
  else {
    const input = fs.readFileSync(0, 'latin1');
    for (const line of input.match(/[^\n]{0,4094}\n|[^\n]{1,4094}/g) ?? []) {
      process.exitCode = execute(split(line));
      if (process.exitCode) process.stderr.write(`returned ${process.exitCode}\n`);
    }
  }
  fs.writeFileSync(files.items, JSON.stringify(items));

  function execute([command, ...options]: string[]): number {
    if (fs.existsSync(files.failure)) return Number(fs.readFileSync(files.failure, 'utf8'));
    const optionOf = (flag: string) => options[options.indexOf(flag) + 1];
    const name = `${optionOf('-s')}\0${optionOf('-a')}`;
    if (command === 'add-generic-password') {
      if (name in items && !options.includes('-U')) return 45;
      items[name] = optionOf('-w')!;
      return 0;
    }
    if (!(name in items)) return 44;
    if (command === 'delete-generic-password') return delete items[name] ? 0 : 1;
    if (command !== 'find-generic-password' || options.at(-1) !== '-w') return 2;
    const bytes = Buffer.from(items[name]!, 'latin1');
    const printable = bytes.every((byte) => byte >= 0x20 && byte < 0x7f);
    process.stdout.write(`${printable ? bytes.toString('latin1') : bytes.toString('hex')}\n`);
    return 0;
  }

  function split(line: string): string[] {
    const pieces = line.match(/(?:"(?:\\.|[^"])*"|'(?:\\.|[^'])*'|\\.|\S)+/g) ?? [];
    return pieces.map((piece) => piece.replace(/\\(.)|["']/g, '$1'));
  }
}
