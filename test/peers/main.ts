import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { WORDS, writeClaudeJson } from '../../bench/claude-json.mjs';
import { makeTree } from '../../bench/file-tree.mjs';
import { VERSION } from '../../src/version.ts';
import { scorePeer } from './labelled.ts';
import type { Peer } from './peer.ts';
import { PEERS } from './peers.ts';
import { runPeer } from './run-peer.ts';
import { type Row, tableOf } from './table.ts';

const README = 'README.md';
const [BEGIN, END] = ['<!-- compare:begin -->', '<!-- compare:end -->'];
const JSON_HOSTS = ['claude-desktop', 'claude-code-user', 'claude-code-project', 'cursor', 'vscode'];

const HELP = `usage: npm run compare -- [options]
Measures mcp-lint and the scanners of scripts/install-peers.sh (secretlint needs Node.js 22 or later) and prints the table of the README.
  --peers <ids>      only these, separated by commas
  --seed <number>    of the labelled sets (7)
  --files <number>   of each labelled set (400)
  --rounds <number>  of the start-up (7)
  --write            put the table into the README
`;

function main(): void {
  const { values } = parseArgs({
    options: {
      peers: { type: 'string' },
      seed: { type: 'string', default: '7' },
      files: { type: 'string', default: '400' },
      rounds: { type: 'string', default: '7' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const wanted = values.peers?.split(',');
  const rows: Row[] = [];
  for (const peer of PEERS.filter(({ id }) => wanted?.includes(id) ?? true)) {
    if (!existsSync(peer.installed)) {
      console.error(`${peer.id} is not there: run scripts/install-peers.sh`);
      continue;
    }
    rows.push(
      measure(peer, {
        seed: Number(values.seed),
        files: Number(values.files),
        rounds: Number(values.rounds),
      }),
    );
    console.error(`${peer.id} is measured`);
  }
  const table = `${tableOf(rows)}\n\nSeed ${values.seed}, ${values.files} files a set, Node.js ${process.version.slice(1)}.`;
  console.log(table);
  if (values.write) writeTable(table);
}

/** What is measured of one peer. */
function measure(peer: Peer, { seed, files, rounds }: { seed: number; files: number; rounds: number }): Row {
  const inFolder = <T>(use: (folder: string) => T): T => {
    const folder = mkdtempSync(join(tmpdir(), 'mcp-lint-peers-'));
    try {
      return use(folder);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  };
  return {
    title: peer.title,
    url: peer.url,
    version: peer.version || VERSION,
    json: inFolder((folder) => scorePeer(peer, folder, seed, files, JSON_HOSTS)),
    all: inFolder((folder) => scorePeer(peer, folder, seed, files)),
    startUp: inFolder((folder) => {
      writeFileSync(join(folder, '.mcp.json'), smallConfig());
      return median(Array.from({ length: rounds + 1 }, () => runPeer(peer, folder).wall).slice(1));
    }),
    large: inFolder((folder) => {
      writeClaudeJson(join(folder, '.claude.json'), { bytes: 50_000_000, words: WORDS.ascii, seed: 1 });
      return runPeer(peer, folder).wall;
    }),
    tree: inFolder((folder) => {
      mkdirSync(join(folder, 'tree'));
      makeTree(join(folder, 'tree'), { tracked: 60_000, installed: 40_000, configs: 12, seed: 1 });
      runPeer(peer, join(folder, 'tree'));
      return runPeer(peer, join(folder, 'tree')).wall;
    }),
  };
}

/** Six servers, none with a credential. */
function smallConfig(): string {
  const servers = Array.from({ length: 6 }, (_, index) => [
    `server-${index}`,
    { command: 'npx', args: ['-y', `some-server-${index}@1.0.0`], env: { LOG_LEVEL: 'info' } },
  ]);
  return JSON.stringify({ mcpServers: Object.fromEntries(servers) }, null, 2);
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[values.length >> 1]!;
}

function writeTable(table: string): void {
  const text = readFileSync(README, 'utf8');
  const [before, rest] = text.split(BEGIN!);
  const after = rest?.split(END!)[1];
  if (after === undefined) throw new Error(`${README} has no place for the table`);
  writeFileSync(README, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}

main();
