import { expect, test } from 'vitest';
import { lintExample } from '../support/examples.ts';

async function findings(file: string, body: object) {
  const report = await lintExample({ file, text: JSON.stringify(body) });
  return report.findings.filter(({ rule }) => rule === 'secret-in-global-env');
}

test('one finding for a block, at a literal if there is one, the others beside it', async () => {
  const [finding, ...more] = await findings('.devcontainer/devcontainer.json', {
    remoteEnv: { A_TOKEN: '${localEnv:A_TOKEN}', B_TOKEN: '{{opaque}}', LOG_LEVEL: 'info' },
  });
  expect(more).toEqual([]);
  expect(finding!.severity).toBe('warning');
  expect(finding!.path).toBe('remoteEnv.B_TOKEN');
  expect(finding!.related).toHaveLength(1);
});

test('each block has its own', async () => {
  const found = await findings('.devcontainer/devcontainer.json', {
    containerEnv: { A_TOKEN: '{{opaque:a}}' },
    remoteEnv: { B_TOKEN: '${localEnv:B_TOKEN}' },
  });
  expect(found.map(({ severity }) => severity).sort()).toEqual(['info', 'warning']);
});

test.each([
  ['a setting', '.claude/settings.json', { env: { LOG_LEVEL: 'info' } }],
  ['a placeholder', '.claude/settings.json', { env: { A_TOKEN: 'YOUR_TOKEN' } }],
  ['a reference that nobody expands', '.claude/settings.json', { env: { A_TOKEN: '${A_TOKEN}' } }],
  [
    'the environment of one server',
    '.mcp.json',
    { mcpServers: { a: { command: 'a', env: { A_TOKEN: '{{opaque}}' } } } },
  ],
  ['a block that the host does not read', '.mcp.json', { env: { A_TOKEN: '{{opaque}}' }, mcpServers: {} }],
])('%s is none', async (_, file, body) => {
  expect(await findings(file, body)).toEqual([]);
});
