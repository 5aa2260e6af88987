import type { Label } from '../../src/core/label.ts';
import { APPROACHES, CRITERIA, SOURCE } from '../../src/ranking/approaches.ts';
import type { RankReport } from '../../src/ranking/rank-report.ts';

const region = { startLine: 3, startColumn: 15, endLine: 6, endColumn: 6, offset: 40, length: 80 };
const label = (text: string) => text as Label;

/** A ranking with everything that one may hold. */
export const RANKING: RankReport = {
  version: 1,
  tool: { name: 'mcp-lint', version: '0.1.0' },
  summary: { files: 3, servers: 3, unknown: 1, problems: 1 },
  source: SOURCE,
  criteria: CRITERIA,
  approaches: APPROACHES,
  servers: [
    {
      name: label('github'),
      file: '.mcp.json',
      host: 'claude-code-project',
      scope: label('/home/kim/project'),
      region,
      transport: 'stdio',
      approach: {
        ids: ['env-pass-through'],
        rank: '6',
        title: 'Env pass-through',
        state: 'literal',
        evidence: ['A credential is written into the environment variable GITHUB_TOKEN.', 'And more.'],
      },
      recommendation: {
        decision: 'local-vendor-preregistered',
        step: 'vendor-remote',
        to: ['oauth-preregistered'],
        why: 'The vendor runs this server itself.',
        advice: 'Use https://api.githubcopilot.com/mcp/ and run `claude mcp add`.',
      },
    },
    {
      name: label('docs'),
      file: '.mcp.json',
      host: 'claude-code-project',
      region,
      transport: 'http',
      approach: {
        ids: ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'],
        rank: '4 to 2',
        title: 'OAuth, registration not visible',
        evidence: ['A public address and no credential.'],
      },
      recommendation: {
        decision: 'remote-oauth',
        step: 'keep',
        to: ['oauth-preregistered', 'oauth-dcr', 'oauth-cimd'],
        why: 'No static credential is in the config.',
      },
    },
    {
      name: label('x'),
      file: '.mcp.json',
      host: 'claude-code-project',
      region,
      transport: 'unknown',
      unknown: 'the entry says neither what to start nor where to connect',
    },
  ],
  files: [
    {
      path: '.mcp.json',
      host: 'claude-code-project',
      servers: 3,
      verdict: '3 servers: 1 holds a literal key (#6), 2 others; weakest: github',
    },
    { path: 'empty.json', host: 'generic', servers: 0 },
    {
      path: 'broken.json',
      servers: 0,
      problem: { code: 'syntax', message: 'a comma is missing', line: 4, column: 2 },
    },
  ],
};
