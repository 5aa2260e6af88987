import { expect, test } from 'vitest';
import { accepts } from '../../src/fixers/accept.ts';
import { planText, textAfter } from './plan-text.ts';

const TEXT = `{
  "mcpServers": {
    "api": { "command": "srv", "args": ["--verbose"], "env": { "API_KEY": "{{opaque:a}}", "LOG": "info" } },
    "other": { "command": "srv" }
  }
}
`;

async function planned(text = TEXT) {
  const { plan, before } = await planText('claude_desktop_config.json', text);
  const file = plan.files[0]!;
  const secret = file.moves[0]!.credential.part.reveal();
  return { file, before, secret, after: textAfter(file).toString() };
}

test('what the plan makes is accepted', async () => {
  const { file, after } = await planned();
  expect(accepts(file, Buffer.from(after))).toBe(true);
});

test('so is a command line in one string that held the credential', async () => {
  const text = TEXT.replace(
    '"other": { "command": "srv" }',
    '"other": { "command": "env API_KEY={{opaque:b}} srv" }',
  );
  const { plan } = await planText('.cursor/mcp.json', text, { safety: 'all', to: 'env' });
  const file = plan.files[0]!;
  expect(file.moves).toHaveLength(2);
  expect(accepts(file, textAfter(file))).toBe(true);
});

test('what it was is not', async () => {
  const { file, before } = await planned();
  expect(accepts(file, Buffer.from(before))).toBe(false);
});

const CHANGES: readonly (readonly [string, (after: string, secret: string) => string])[] = [
  ['text that does not parse', (after) => after.slice(0, -4)],
  ['another server', (after) => after.replace('"other"', '"another"')],
  ['a server less', (after) => after.replace(/,\n *"other".*/, '')],
  ['another argument', (after) => after.replace('--verbose', '--quiet')],
  ['an argument less', (after) => after.replace(', "--verbose"', '')],
  ['the credential in another place', (after, secret) => after.replace('"info"', `"${secret}"`)],
  ['the credential in a comment', (after, secret) => `// ${secret}\n${after}`],
  ['the credential where it stood', (after, secret) => after.replace(/"keychain:[^"]*"/, `"x${secret}"`)],
];

test('text that is no config is not', async () => {
  const { file } = await planned();
  for (const text of ['', '{"mcpServers": {', '[]']) expect(accepts(file, Buffer.from(text))).toBe(false);
});

test('a credential too short to look for everywhere is looked for in its place', async () => {
  const text = TEXT.replace('"API_KEY": "{{opaque:a}}"', '"DB_PASSWORD": "k7#pQ"');
  const { file, before, after } = await planned(text);
  expect(accepts(file, Buffer.from(after))).toBe(true);
  const kept = after.replace(/"keychain:[^"]*"/, '"k7#pQ"');
  expect(kept).not.toBe(before);
  expect(accepts(file, Buffer.from(kept))).toBe(false);
});

test.each(CHANGES)('%s is not', async (_, change) => {
  const { file, after, secret } = await planned();
  const changed = change(after, secret);
  expect(changed).not.toBe(after);
  expect(accepts(file, Buffer.from(changed))).toBe(false);
});

test('the same value elsewhere may stay where it is', async () => {
  const { file, after, secret } = await planned(`// {{opaque:a}}\n${TEXT}`);
  expect(after).toContain(`// ${secret}`);
  expect(accepts(file, Buffer.from(after))).toBe(true);
});
