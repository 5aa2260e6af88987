import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { WORDS, writeClaudeJson } from '../../bench/claude-json.mjs';
import { makeTree } from '../../bench/file-tree.mjs';
import { generate, type Sample } from '../eval/generate.ts';
import { prng, sample } from '../support/samples.ts';

/** The one credential of a target, a GitHub token, whose form every scanner knows: it was read if that is found. */
export interface Planted {
  readonly folder: string;
  readonly file: string;
  readonly line: number;
}

/** A labelled set that is written down. */
export interface Labelled {
  readonly folder: string;
  readonly samples: readonly Sample[];
  /** Folders below it, for each file the one that its host would be in. */
  readonly projects: readonly string[];
}

/** What every scanner scans, each in a folder of its own. */
export interface Targets {
  /** Configs of Claude, Cursor and VS Code. */
  readonly common: Labelled;
  /** Configs, Markdown and code of every host. */
  readonly all: Labelled;
  /** One config without a credential. */
  readonly small: string;
  readonly large: Planted;
  readonly tree: Planted;
}

/** Kinds of the labelled set that most people have. */
const COMMON = ['claude-desktop', 'claude-code-user', 'claude-code-project', 'cursor', 'vscode'];

const SERVER = JSON.stringify({
  command: 'npx',
  args: ['-y', '@modelcontextprotocol/server-github'],
  env: { GITHUB_PERSONAL_ACCESS_TOKEN: sample('github-pat-classic', prng(1)) },
});

/** Writes all of them; `files` is the size of each labelled set. */
export function writeTargets(place: string, seed: number, files: number): Targets {
  const folder = (name: string): string => {
    mkdirSync(join(place, name));
    return join(place, name);
  };
  return {
    common: writeSet(folder('common'), generate(seed, files, COMMON)),
    all: writeSet(folder('all'), generate(seed, files)),
    small: writeSmall(folder('small')),
    large: writeLarge(folder('large')),
    tree: writeTree(folder('tree')),
  };
}

/** A config with six servers and no credential. */
function writeSmall(folder: string): string {
  const servers = Array.from({ length: 6 }, (_, index) => [
    `server-${index}`,
    { command: 'npx', args: ['-y', `some-server-${index}@1.0.0`], env: { LOG_LEVEL: 'info' } },
  ]);
  writeFileSync(
    join(folder, '.mcp.json'),
    JSON.stringify({ mcpServers: Object.fromEntries(servers) }, null, 2),
  );
  return folder;
}

/** A `~/.claude.json` of 50 MB, with a project at its end that has the credential. */
function writeLarge(folder: string): Planted {
  const path = join(folder, '.claude.json');
  writeClaudeJson(path, { bytes: 50_000_000, words: WORDS.ascii, seed: 1 });
  const text = readFileSync(path, 'utf8');
  const end = text.lastIndexOf('\n  },\n');
  const before = text.slice(0, end);
  writeFileSync(
    path,
    `${before},\n    "/home/user/work/last": { "mcpServers": { "github": ${SERVER} } }${text.slice(end)}`,
  );
  return { folder, file: '.claude.json', line: before.split('\n').length + 1 };
}

/** A repository of 100,000 small files, 60,000 of them in `node_modules`, with 20 configs, one of which has the credential. */
function writeTree(folder: string): Planted {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: folder, stdio: 'ignore' });
  const [file] = makeTree(folder, { tracked: 40_000, installed: 60_000, configs: 20, seed: 1 });
  // Packed as it would be in a clone.
  git('gc', '--quiet');
  writeFileSync(join(folder, file!), `{ "mcpServers": { "github": ${SERVER} } }\n`);
  return { folder, file: file!, line: 1 };
}

function writeSet(folder: string, samples: readonly Sample[]): Labelled {
  const projects = samples.map(({ path, bom, text }, index) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), (bom ? '\ufeff' : '') + text);
    // Each is in a folder whose name ends with its number.
    return path.slice(0, path.indexOf('/', path.indexOf(String(index).padStart(4, '0'))));
  });
  return { folder, samples, projects };
}
