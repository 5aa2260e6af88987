import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { parseArgs } from 'node:util';
import { measurePeer } from './measure-peer.ts';
import { NODE, PEERS } from './peers.ts';
import { inNewFolder, LIMIT } from './run-peer.ts';
import { type Column, tableOf } from './table.ts';
import { writeTargets } from './targets.ts';

const README = 'README.md';
const [BEGIN, END] = ['<!-- compare:begin -->', '<!-- compare:end -->'];

const HELP = `usage: npm run compare -- [options]
Measures mcp-lint as it is built beside the scanners of scripts/install-peers.sh and prints the table of the README. It takes a
quarter of an hour.
  --peers <ids>      only these, separated by commas
  --seed <number>    of the labelled sets (2026)
  --files <number>   of each labelled set (300)
  --rounds <number>  of the start-up (15)
  --write            put the table into the README
`;

function main(): void {
  const { values } = parseArgs({
    options: {
      peers: { type: 'string' },
      seed: { type: 'string', default: '2026' },
      files: { type: 'string', default: '300' },
      rounds: { type: 'string', default: '15' },
      write: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const [seed, files, rounds] = [values.seed, values.files, values.rounds].map(Number) as [
    number,
    number,
    number,
  ];
  const wanted = values.peers?.split(',');
  const peers = PEERS.filter(({ id }) => wanted?.includes(id) ?? true);
  const missing = peers.filter(({ installed }) => !existsSync(installed)).map(({ id }) => id);
  if (missing.length > 0)
    throw new Error(`not there: ${missing.join(', ')}; run scripts/install-peers.sh, npm run build`);
  const columns: Column[] = inNewFolder((place) => {
    const targets = writeTargets(place, seed, files);
    console.error('what is scanned is written');
    return peers.map((peer) => {
      const say = (what: string) => console.error(`${peer.id}: ${what}`);
      return { ...peer, measured: measurePeer(peer, targets, rounds, say) };
    });
  });
  const text = `${tableOf(columns)}\n\n${captionOf(columns[0]!, seed, files)}`;
  console.log(text);
  if (values.write) writeTable(text);
}

/** What the figures were measured on. */
function captionOf({ measured: { common, all } }: Column, seed: number, files: number): string {
  const node = execFileSync(NODE, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
  return [
    `Labelled sets: ${files} files each, with ${common.recall.of} and ${all.recall.of} credentials, seed ${seed}.`,
    'The file of 50 MB and one config of the repository hold one GitHub token, which was found where it is not said to be missed.',
    '60,000 of the 100,000 files are in `node_modules`, which git ignores.',
    'For AgentShield, which looks at one project at a time, every labelled file is in a project of its own.',
    `Medians; no run may take longer than ${LIMIT / 60_000} minutes.`,
    `Node.js ${node}, ${availableParallelism()} cores.`,
  ].join(' ');
}

function writeTable(table: string): void {
  const text = readFileSync(README, 'utf8');
  const [before, rest] = text.split(BEGIN!);
  const after = rest?.split(END!)[1];
  if (after === undefined) throw new Error(`${README} has no place for the table`);
  writeFileSync(README, `${before}${BEGIN}\n\n${table}\n\n${END}${after}`);
}

main();
