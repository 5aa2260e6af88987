import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { VERSION } from '../../src/version.ts';
import { shieldHits } from './agentshield.ts';
import type { Peer } from './peer.ts';

export const PLACE = resolve('.cache/peers');
const NEWER = resolve('.cache/node/24/bin/node');
/** Runs all that are written in JavaScript; secretlint wants 22 or later. */
export const NODE = existsSync(NEWER) ? NEWER : process.execPath;

/** Their defaults, without asking the issuers whether a credential is live: mcp-lint never does. */
export const PEERS: readonly Peer[] = [
  {
    id: 'mcp-lint',
    title: 'mcp-lint',
    url: 'https://github.com/mcp-lint/mcp-lint',
    version: VERSION,
    installed: resolve('dist/cli.cjs'),
    exits: [0, 1],
    scan: () => ({ program: NODE, args: [resolve('dist/cli.cjs'), '--format', 'json', '.'] }),
    // Its other rules are about what is done with credentials and servers.
    hits: (output, folder) =>
      (JSON.parse(output) as Report).findings
        .filter(({ rule }) => rule === 'inline-credential')
        .map(({ file, region }) => ({
          file: below(folder, file),
          first: region.startLine,
          last: region.endLine,
        })),
  },
  {
    id: 'gitleaks',
    title: 'gitleaks',
    url: 'https://github.com/gitleaks/gitleaks',
    version: '8.30.1',
    installed: `${PLACE}/bin/gitleaks`,
    exits: [0],
    scan: () => ({
      program: `${PLACE}/bin/gitleaks`,
      args: 'dir . --report-format json --report-path - --no-banner --exit-code 0'.split(' '),
    }),
    hits: (output, folder) =>
      (JSON.parse(output || '[]') as Leak[]).map(({ File, StartLine, EndLine, Secret }) => ({
        file: below(folder, File),
        first: StartLine,
        last: EndLine,
        text: Secret,
      })),
  },
  {
    id: 'trufflehog',
    title: 'trufflehog',
    url: 'https://github.com/trufflesecurity/trufflehog',
    version: '3.95.2',
    installed: `${PLACE}/bin/trufflehog`,
    exits: [0],
    scan: () => ({
      program: `${PLACE}/bin/trufflehog`,
      args: 'filesystem . --json --no-update --no-verification --results=verified,unverified,unknown'.split(
        ' ',
      ),
    }),
    hits: (output, folder, read) =>
      output
        .split('\n')
        .filter((line) => line.startsWith('{"SourceMetadata"'))
        .map((line) => {
          const { SourceMetadata, Raw, RawV2 } = JSON.parse(line) as Truffle;
          const { file, line: said = 1 } = SourceMetadata.Data.Filesystem;
          const path = below(folder, file);
          return {
            file: path,
            first: lineOf(Raw, read(path), said),
            text: `${Raw}\n${RawV2}\n${decodePercents(Raw)}`,
          };
        }),
  },
  {
    id: 'secretlint',
    title: 'secretlint',
    url: 'https://github.com/secretlint/secretlint',
    version: '13.0.6',
    installed: `${PLACE}/npm/node_modules/secretlint/bin/secretlint.js`,
    exits: [0, 1],
    scan: () => ({
      program: NODE,
      args: [
        `${PLACE}/npm/node_modules/secretlint/bin/secretlint.js`,
        '--secretlintrc',
        `${PLACE}/npm/.secretlintrc.json`,
        '--format',
        'json',
        '**/*',
      ],
    }),
    hits: (output, folder) =>
      (JSON.parse(output || '[]') as Secretlint[]).flatMap(({ filePath, messages }) =>
        messages.map(({ loc }) => ({
          file: below(folder, filePath),
          first: loc.start.line,
          last: loc.end.line,
        })),
      ),
  },
  {
    id: 'detect-secrets',
    title: 'detect-secrets',
    url: 'https://github.com/Yelp/detect-secrets',
    version: '1.5.0',
    installed: `${PLACE}/python/bin/detect-secrets`,
    exits: [0],
    scan: (folder) => ({
      program: `${PLACE}/python/bin/detect-secrets`,
      // What git tracks by default, which is nothing where there is no repository.
      args: ['scan', '--no-verify', ...(existsSync(join(folder, '.git')) ? [] : ['--all-files']), '.'],
    }),
    hits: (output, folder) =>
      Object.entries((JSON.parse(output) as Baseline).results).flatMap(([file, found]) =>
        found.map(({ line_number }) => ({ file: below(folder, file), first: line_number })),
      ),
  },
  {
    id: 'agentshield',
    title: 'AgentShield',
    url: 'https://github.com/affaan-m/agentshield',
    version: '1.6.0',
    installed: `${PLACE}/npm/node_modules/ecc-agentshield/dist/index.js`,
    byProject: true,
    exits: [0, 1, 2],
    scan: () => ({
      program: NODE,
      args: [
        `${PLACE}/npm/node_modules/ecc-agentshield/dist/index.js`,
        ...'scan --path . --format json'.split(' '),
      ],
    }),
    hits: (output, _, read) => shieldHits(output, read),
  },
];

interface Report {
  readonly findings: readonly {
    readonly rule: string;
    readonly file: string;
    readonly region: { readonly startLine: number; readonly endLine: number };
  }[];
}

interface Leak {
  readonly File: string;
  readonly StartLine: number;
  readonly EndLine: number;
  readonly Secret: string;
}

interface Truffle {
  readonly SourceMetadata: { Data: { Filesystem: { file: string; line?: number } } };
  readonly Raw: string;
  readonly RawV2: string;
}

interface Secretlint {
  readonly filePath: string;
  readonly messages: readonly { loc: Record<'start' | 'end', { readonly line: number }> }[];
}

interface Baseline {
  readonly results: Readonly<Record<string, readonly { readonly line_number: number }[]>>;
}

/**
 * trufflehog says line 1 where its finding is not written as it shows it, as the address of a database that it puts a port
 * into: then it is where the address begins so.
 */
function lineOf(raw: string, text: string, said: number): number {
  const lines = text.split('\n');
  if (lines[said - 1]?.includes(raw)) return said;
  const begin = raw.slice(0, raw.indexOf('@'));
  return lines.findIndex((line) => begin !== '' && line.includes(begin)) + 1 || said;
}

/** Without the percent-encoding that addresses of databases have been given. */
function decodePercents(raw: string): string {
  return raw.replace(/%[2-7][0-9A-F]/gi, decodeURIComponent);
}

function below(folder: string, file: string): string {
  return relative(folder, resolve(folder, file)).replaceAll('\\', '/');
}
