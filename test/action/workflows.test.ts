import { readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parse } from 'yaml';
import { readInputs } from '../../src/action/inputs.ts';

const root = new URL('../../', import.meta.url);
const read = (path: string) => parse(readFileSync(new URL(path, root), 'utf8'));
const ACTION = read('action.yml');
const { version } = JSON.parse(readFileSync(new URL('package.json', root), 'utf8'));

test('the action runs its bundle on the Node.js that runners have', () => {
  expect(ACTION.runs).toEqual({ using: 'node24', main: 'action/index.cjs' });
  expect(Object.keys(ACTION.outputs)).toEqual([
    'errors',
    'warnings',
    'infos',
    'problems',
    'exit-code',
    'sarif-file',
  ]);
});

test('the defaults of the action are those of the code', () => {
  const inputs = Object.entries<{ default?: string }>(ACTION.inputs);
  const given = Object.fromEntries(
    inputs.map(([name, { default: text = '' }]) => [`INPUT_${name.toUpperCase()}`, text]),
  );
  expect(readInputs(given)).toEqual(readInputs({}));
});

test.each(readdirSync(new URL('examples/workflows/', root)))(
  '%s: pinned, and with no more rights than it needs',
  (name) => {
    const workflow = read(`examples/workflows/${name}`);
    const text = readFileSync(new URL(`examples/workflows/${name}`, root), 'utf8');
    expect(workflow.permissions).toEqual({ contents: 'read' });
    const { steps, permissions = {} } = workflow.jobs['mcp-lint'];
    const uploads = text.includes('upload-sarif');
    expect(permissions).toEqual(uploads ? { contents: 'read', 'security-events': 'write' } : {});
    expect(text).not.toMatch(/secrets\.|GITHUB_TOKEN|github\.token|pull_request_target/);
    for (const { uses, with: inputs = {} } of steps) {
      if (uses.startsWith('mcp-lint/')) {
        expect(uses).toBe(`mcp-lint/mcp-lint@v${version}`);
        for (const input of Object.keys(inputs)) expect(Object.keys(ACTION.inputs)).toContain(input);
      } else expect(uses).toMatch(/^[\w-]+\/[\w-]+(?:\/[\w-]+)?@[0-9a-f]{40}$/);
      if (uses.startsWith('actions/checkout@')) expect(inputs['persist-credentials']).toBe(false);
    }
    // The version of a pinned commit is said beside it.
    for (const [line] of text.matchAll(/.*@[0-9a-f]{40}.*/g)) expect(line).toMatch(/ # v\d+\.\d+\.\d+$/);
  },
);
