import { relative } from 'node:path';
import type { Peer } from './peer.ts';

const PLACE = '.cache/peers';

/** Their defaults, without asking the issuers whether a credential is live: mcp-lint never does. */
export const PEERS: readonly Peer[] = [
  {
    id: 'mcp-lint',
    title: 'mcp-lint',
    url: 'https://github.com/mcp-lint/mcp-lint',
    version: '',
    installed: 'dist/cli.cjs',
    exits: [0, 1, 2],
    scan: (folder) => ({ program: process.execPath, args: ['dist/cli.cjs', '--format', 'json', folder] }),
    hits: (output, folder) =>
      (JSON.parse(output) as Report).findings
        .filter(({ rule }) => rule === 'inline-credential')
        .map(({ file, region }) => ({ file: below(folder, file), line: region.startLine })),
  },
  {
    id: 'gitleaks',
    title: 'gitleaks',
    url: 'https://github.com/gitleaks/gitleaks',
    version: '8.30.1',
    installed: `${PLACE}/bin/gitleaks`,
    exits: [0],
    scan: (folder) => ({
      program: `${PLACE}/bin/gitleaks`,
      args: [
        'dir',
        folder,
        ...'--report-format json --report-path - --no-banner --redact --exit-code 0'.split(' '),
      ],
    }),
    hits: (output, folder) =>
      (JSON.parse(output || '[]') as { File: string; StartLine: number }[]).map(({ File, StartLine }) => ({
        file: below(folder, File),
        line: StartLine,
      })),
  },
  {
    id: 'trufflehog',
    title: 'trufflehog',
    url: 'https://github.com/trufflesecurity/trufflehog',
    version: '3.95.2',
    installed: `${PLACE}/bin/trufflehog`,
    exits: [0],
    scan: (folder) => ({
      program: `${PLACE}/bin/trufflehog`,
      args: ['filesystem', folder, '--json', '--no-update', '--no-verification'],
    }),
    hits: (output, folder) =>
      output
        .split('\n')
        .filter((line) => line.startsWith('{"SourceMetadata"'))
        .map((line) => {
          const { file, line: at } = (JSON.parse(line) as Truffle).SourceMetadata.Data.Filesystem;
          return { file: below(folder, file), line: at ?? 1 };
        }),
  },
  {
    id: 'secretlint',
    title: 'secretlint, recommended preset',
    url: 'https://github.com/secretlint/secretlint',
    version: '13.0.6',
    installed: `${PLACE}/npm/node_modules/.bin/secretlint`,
    exits: [0, 1],
    scan: (folder) => ({
      program: process.execPath,
      args: [
        `${PLACE}/npm/node_modules/secretlint/bin/secretlint.js`,
        '--secretlintrc',
        `${PLACE}/npm/.secretlintrc.json`,
        '--format',
        'json',
        `${folder}/**/{*,.*}`,
      ],
    }),
    hits: (output, folder) =>
      (JSON.parse(output || '[]') as Secretlint[]).flatMap(({ filePath, messages }) =>
        messages.map(({ loc }) => ({ file: below(folder, filePath), line: loc.start.line })),
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
      args: ['-C', folder, 'scan', '--all-files', '--no-verify', '.'],
    }),
    hits: (output) =>
      Object.entries(
        (JSON.parse(output) as { results: Record<string, { line_number: number }[]> }).results,
      ).flatMap(([file, found]) =>
        found.map(({ line_number }) => ({ file: file.replaceAll('\\', '/'), line: line_number })),
      ),
  },
  {
    id: 'agentshield',
    title: 'AgentShield',
    url: 'https://github.com/affaan-m/agentshield',
    version: '1.6.0',
    installed: `${PLACE}/npm/node_modules/.bin/agentshield`,
    byProject: true,
    exits: [0, 1, 2],
    scan: (folder) => ({
      program: process.execPath,
      args: [
        `${PLACE}/npm/node_modules/ecc-agentshield/dist/index.js`,
        'scan',
        '--path',
        folder,
        '--format',
        'json',
      ],
    }),
    hits: (output, _, read) =>
      (JSON.parse(output) as { findings: Shield[] }).findings
        .filter(({ category }) => category === 'secrets')
        .map((finding) => ({
          file: finding.file,
          line: finding.line ?? lineOf(finding, read(finding.file)),
        })),
  },
];

interface Report {
  readonly findings: readonly { rule: string; file: string; region: { startLine: number } }[];
}

interface Truffle {
  readonly SourceMetadata: { Data: { Filesystem: { file: string; line?: number } } };
}

interface Secretlint {
  readonly filePath: string;
  readonly messages: readonly { loc: { start: { line: number } } }[];
}

interface Shield {
  readonly category: string;
  readonly file: string;
  readonly line?: number;
  readonly title: string;
}

/** Some of its findings have no line: the first that has the name of the variable, in its favour. */
function lineOf({ title }: Shield, text: string): number {
  const name = title.split(/[: ]+/).at(-1)!.replaceAll('"', '');
  const at = text.indexOf(`"${name}"`);
  return at < 0 ? 1 : text.slice(0, at).split('\n').length;
}

function below(folder: string, file: string): string {
  return relative(folder, file).replaceAll('\\', '/');
}
