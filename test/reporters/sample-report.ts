import { label } from '../../src/core/label.ts';
import type { Region, Report, ReportedFinding } from '../../src/core/report.ts';
import type { RuleMeta } from '../../src/rules/rule.ts';

export const SAMPLE_RULES: readonly RuleMeta[] = [
  {
    id: 'inline-credential',
    title: 'A credential is written into the config',
    category: 'credentials',
    severity: 'error',
    tags: ['security', 'inline-credential'],
    since: '0.1.0',
    docs: {
      what: 'A value is the credential itself.',
      why: 'It is copied with the file.',
      fix: 'Put `${NAME}` there.',
    },
  },
  {
    id: 'duplicate-key',
    title: 'A key stands twice',
    category: 'structure',
    severity: 'warning',
    tags: ['correctness'],
    since: '0.1.0',
    docs: { what: 'A mapping has a key twice.', why: 'One entry hides the other.', fix: 'Keep one of them.' },
  },
];

export function regionAt(line: number, column: number, offset: number, length: number): Region {
  return { startLine: line, startColumn: column, endLine: line, endColumn: column + length, offset, length };
}

const TOKEN: ReportedFinding = {
  rule: 'inline-credential',
  severity: 'error',
  message: 'GitHub personal access token in the environment variable GITHUB_TOKEN of server "github"',
  why: 'Git tracks this file, so everyone with the repository has the credential.',
  advice:
    'Write ${GITHUB_TOKEN} instead and set the variable in the shell that starts the host: Claude Code expands references in env when it reads the file.',
  file: '.mcp.json',
  region: regionAt(7, 26, 131, 40),
  frame: [
    { line: 6, text: label('    "env": {') },
    { line: 7, text: label('      "GITHUB_TOKEN": "********"'), mark: { column: 23, length: 8 } },
  ],
  path: 'mcpServers.github.env.GITHUB_TOKEN',
  fingerprint: 'fingerprint-1',
  host: 'claude-code',
  server: label('github'),
  slot: { kind: 'env', name: label('GITHUB_TOKEN') },
  credential: {
    format: 'github-pat-classic',
    issuer: 'GitHub',
    kind: 'personal access token',
    confidence: 'high',
    checksum: 'valid',
    traits: ['admin'],
    reason: 'has the prefix and the checksum of the format',
    rotate: 'https://github.com/settings/tokens',
  },
  exposure: { tracked: true, readableByOthers: false },
  related: [],
};

/** A run over five files: findings of every level, a file that is broken, one that is missing, one without servers. */
export const SAMPLE: Report = {
  version: 1,
  tool: { name: 'mcp-lint', version: '0.1.0' },
  findings: [
    TOKEN,
    {
      ...TOKEN,
      severity: 'warning',
      message: 'Credential in the header X-Api-Key of server "search"',
      region: regionAt(112, 34, 2210, 32),
      frame: [
        {
          line: 112,
          text: label('      "headers": { "X-Api-Key": "********" }'),
          mark: { column: 33, length: 8 },
        },
      ],
      path: 'mcpServers.search.headers["X-Api-Key"]',
      fingerprint: 'fingerprint-2',
      server: label('search'),
      slot: { kind: 'header', name: label('X-Api-Key') },
      credential: { confidence: 'medium', traits: [], reason: 'the name says that it is secret' },
    },
    {
      rule: 'duplicate-key',
      severity: 'info',
      message: 'The key "日本" stands again further down, and that one is used',
      why: 'This entry has no effect, but what it holds is still in the file.',
      advice: 'Keep one of the entries.',
      file: '/home/kim/My Configs/claude.json',
      region: regionAt(3, 5, 20, 4),
      frame: [{ line: 3, text: label('  "日本": { "args": ["…"] }'), mark: { column: 2, length: 4 } }],
      path: 'mcpServers["日本"]',
      fingerprint: 'fingerprint-3',
      host: 'generic',
      related: [
        {
          file: '/home/kim/My Configs/claude.json',
          region: regionAt(9, 5, 140, 4),
          message: '"日本" as the host reads it',
        },
      ],
    },
  ],
  servers: [
    {
      name: label('github'),
      host: 'claude-code',
      file: '.mcp.json',
      region: { startLine: 3, startColumn: 5, endLine: 9, endColumn: 6, offset: 24, length: 160 },
      transport: 'stdio',
      command: label('docker'),
      slots: [
        {
          kind: 'env',
          name: label('GITHUB_TOKEN'),
          verdict: 'literal',
          reason: 'has the prefix of the format',
        },
      ],
    },
    {
      name: label('search'),
      host: 'claude-code',
      scope: label('/home/kim/project'),
      file: '.mcp.json',
      region: { startLine: 110, startColumn: 5, endLine: 113, endColumn: 6, offset: 2100, length: 150 },
      transport: 'http',
      origin: label('https://mcp.example.com'),
      slots: [
        {
          kind: 'header',
          name: label('X-Api-Key'),
          verdict: 'literal',
          reason: 'the name says that it is secret',
        },
      ],
    },
  ],
  files: [
    { path: '.mcp.json', host: 'claude-code', servers: 2 },
    { path: '/home/kim/My Configs/claude.json', host: 'generic', servers: 1 },
    { path: 'settings.json', host: 'generic', servers: 0 },
    {
      path: '.cursor/mcp.json',
      servers: 0,
      problem: { code: 'syntax', message: 'A comma or a closing brace is missing here', line: 4, column: 12 },
    },
    { path: 'gone.json', servers: 0, problem: { code: 'not-found', message: 'There is no such file' } },
  ],
  summary: { files: 5, servers: 3, slots: 2, errors: 1, warnings: 1, infos: 1, problems: 2 },
};

/** A run that found nothing in a file with servers. */
export const CLEAN: Report = {
  ...SAMPLE,
  findings: [],
  files: [{ path: '.mcp.json', host: 'claude-code', servers: 2 }],
  summary: { files: 1, servers: 2, slots: 2, errors: 0, warnings: 0, infos: 0, problems: 0 },
};
