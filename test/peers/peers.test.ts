import { describe, expect, it } from 'vitest';
import { PEERS } from './peers.ts';

const FOLDER = '/scanned';
const TEXT = [
  '{',
  '  "github": {',
  '    "TOKEN": "made-up"',
  '  },',
  '  "other": {',
  '    "TOKEN": "made-up-too",',
  '    "URL": "postgres://me:made-up@db.example.com/app"',
  '  }',
  '}',
].join('\n');

const hitsOf = (id: string, output: unknown) =>
  PEERS.find((peer) => peer.id === id)!.hits(
    typeof output === 'string' ? output : JSON.stringify(output),
    FOLDER,
    () => TEXT,
  );

describe('what the scanners print', () => {
  it('mcp-lint: the findings about inline credentials', () => {
    const region = { startLine: 3, endLine: 4 };
    const findings = ['inline-credential', 'placeholder-left'].map((rule) => ({
      rule,
      file: 'a/.mcp.json',
      region,
    }));
    expect(hitsOf('mcp-lint', { findings })).toEqual([{ file: 'a/.mcp.json', first: 3, last: 4 }]);
  });

  it('gitleaks: from line to line', () => {
    const leak = { File: 'a/.mcp.json', StartLine: 3, EndLine: 4, Secret: 'made-up' };
    expect(hitsOf('gitleaks', [leak])).toEqual([{ file: 'a/.mcp.json', first: 3, last: 4, text: 'made-up' }]);
    expect(hitsOf('gitleaks', '')).toEqual([]);
  });

  const truffle = (line: number, Raw: string) =>
    JSON.stringify({ SourceMetadata: { Data: { Filesystem: { file: 'a.json', line } } }, Raw, RawV2: '' });

  it('trufflehog: a finding a line, among others', () => {
    expect(hitsOf('trufflehog', `{"level":"info"}\n${truffle(3, 'made-up')}\n`)).toMatchObject([
      { file: 'a.json', first: 3 },
    ]);
  });

  it('trufflehog: an address with its port put in is where it begins', () => {
    expect(hitsOf('trufflehog', truffle(1, 'postgres://me:made-up@db.example.com:5432'))).toMatchObject([
      { first: 7 },
    ]);
    expect(hitsOf('trufflehog', truffle(1, 'postgres://me:made%21up@db.example.com:5432'))).toMatchObject([
      { first: 1, text: expect.stringContaining('me:made!up@') },
    ]);
  });

  it('secretlint: every message of every file', () => {
    const loc = { start: { line: 3, column: 1 }, end: { line: 4, column: 2 } };
    expect(hitsOf('secretlint', [{ filePath: '/scanned/a/.env', messages: [{ loc }] }])).toEqual([
      { file: 'a/.env', first: 3, last: 4 },
    ]);
  });

  it('detect-secrets: every result of every file', () => {
    expect(hitsOf('detect-secrets', { results: { 'a/.env': [{ line_number: 3 }] } })).toEqual([
      { file: 'a/.env', first: 3 },
    ]);
  });

  const shield = (title: string, more = {}) => ({
    id: 'mcp-hardcoded-env',
    category: 'secrets',
    title,
    file: 'a.json',
    ...more,
  });

  it('AgentShield: the line, or where the variable of the server stands', () => {
    const findings = [
      shield('Hardcoded key', { line: 2 }),
      shield('Hardcoded secret in MCP server "other": TOKEN', { fix: { before: '"TOKEN": "made-up-too"' } }),
      shield('MCP server "other" has PostgreSQL credentials in env', {
        fix: { before: 'postgres://me:made-up' },
      }),
      shield('MCP server "gone" has PostgreSQL credentials in env', { fix: { before: 'not there' } }),
    ];
    expect(hitsOf('agentshield', { findings }).map(({ first }) => first)).toEqual([2, 6, 7, 1]);
  });

  it('AgentShield: what is about credentials', () => {
    const line = 2;
    const findings = [
      shield('MCP server "a" references sensitive file: .env', { id: 'mcp-sensitive-file-a-.env', line }),
      shield('MCP server "a" has no description', { category: 'misconfiguration', line }),
      shield('Plugin MCP server "a" ships a literal credential in header X', {
        category: 'misconfiguration',
        line: 5,
      }),
    ];
    expect(hitsOf('agentshield', { findings }).map(({ first }) => first)).toEqual([5]);
  });
});
