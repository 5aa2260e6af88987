import type { LocatedText } from '../core/located-text.ts';

/** Name of the program or package that a word stands for: no folder, no extension, no version. */
export function programName(word: LocatedText): string {
  const name = word.reveal().split(/[/\\]/).at(-1)!;
  return name
    .replace(/\.(?:exe|cmd|bat|ps1)$/i, '')
    .replace(/(?<=.)@[\w.-]*$/, '')
    .toLowerCase();
}

/** One-letter flags that take a secret, by the program or package that they belong to (its documentation, 2026-11-23). */
const SECRET_FLAGS: readonly {
  readonly programs: readonly string[];
  readonly flag: string;
  readonly glued?: boolean;
}[] = [
  { programs: ['mysql', 'mariadb', 'mysqldump', 'mongo', 'mongosh'], flag: '-p', glued: true },
  { programs: ['sshpass'], flag: '-p', glued: true },
  { programs: ['redis-cli', 'redis-benchmark'], flag: '-a' },
  { programs: ['sqlcmd', 'bcp'], flag: '-P', glued: true },
  { programs: ['monday-api-mcp'], flag: '-t' },
  { programs: ['lark-mcp'], flag: '-s' },
];

/** What the programs of a command line tell about its words. Only its beginning counts: nobody starts a program later. */
export interface ProgramFacts {
  /** Flags that take a secret, and whether the value may follow without a space. */
  readonly secretFlags: readonly { readonly flag: string; readonly glued?: boolean }[];
  /** A URL among the words is the address of an MCP server. */
  readonly bridge: boolean;
  /** A later word may be a script for another machine. */
  readonly remoteShell: boolean;
}

const BEGINNING = 24;
const BRIDGES = ['mcp-remote', 'supergateway', 'mcp-proxy'];

export function readProgramFacts(words: readonly { readonly text: LocatedText }[]): ProgramFacts {
  const names = words.slice(0, BEGINNING).map(({ text }) => programName(text));
  return {
    secretFlags: SECRET_FLAGS.filter(({ programs }) => programs.some((program) => names.includes(program))),
    bridge: BRIDGES.some((name) => names.includes(name)),
    remoteShell: names.includes('ssh'),
  };
}
