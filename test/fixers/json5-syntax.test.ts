import { expect, test } from 'vitest';
import type { Edit } from '../../src/core/edit.ts';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Mapping, Scalar } from '../../src/core/value.ts';
import { json5Syntax } from '../../src/fixers/json5-syntax.ts';
import type { Addition } from '../../src/fixers/syntax.ts';
import { parseJson5 } from '../../src/parsers/json5/parse-json5.ts';
import { applyEdits } from '../support/edits.ts';
import { planText } from './plan-text.ts';

function open(text: string) {
  const root = parseJson5(new LocatedText(text, 0), 'openclaw.json').root as Mapping;
  return { root, scalar: root.entries[0]!.value as Scalar, syntax: json5Syntax(text, root) };
}

const put = (text: string, edit: Edit | readonly Edit[]) => applyEdits(text, [edit].flat());

test.each([
  ["{ key: 'Bearer \\'x\\'' }", "{ key: 'it\\'s \"new\"\\\\' }"],
  ['{ key: "Bearer \'x\'" }', '{ key: "it\'s \\"new\\"\\\\" }'],
  ["{'key':'Bearer \\x27x\\x27', }", "{'key':'it\\'s \"new\"\\\\', }"],
])('a text, or a part of it, is replaced and keeps its quotes: %s', (text, expected) => {
  const { scalar, syntax } = open(text);
  const whole = put(text, syntax.replaceText(scalar, 'it\'s "new"\\'));
  expect(whole).toBe(expected);
  expect(open(whole).scalar.text.reveal()).toBe('it\'s "new"\\');
  const part = scalar.text.slice('Bearer '.length);
  const partly = put(text, syntax.replaceText(scalar, 'it\'s "new"\\', part));
  expect(open(partly).scalar.text.reveal()).toBe('Bearer it\'s "new"\\');
});

test.each([
  ['{\n  // ours\n  "key": "x"\n}', '{\n  // ours\n  "key": "x",\n  "a-b": ["-y"]\n}'],
  ["{ key: 'x' }", "{ key: 'x', 'a-b': ['-y'] }"],
  ["{\n\tkey: 'x', // mine\n}", "{\n\tkey: 'x', // mine\n\t'a-b': ['-y'],\n}"],
  ["{ 'key': +1, }", '{ \'key\': +1, "a-b": ["-y"], }'],
])('a member is added as its neighbours are written: %j', (before, after) => {
  const { root, syntax } = open(before);
  const added: Addition[] = [{ index: 1, key: 'a-b', value: ['-y'] }];
  const edits = syntax.editContainer({ container: root, removed: new Set(), added });
  expect(put(before, edits)).toBe(after);
});

test('members go, and what is no string becomes one', () => {
  const before = "{\n  a: 0x10, // one\n  b: 'x',\n}";
  const { root, scalar, syntax } = open(before);
  expect(put(before, syntax.replaceText(scalar, 'y'))).toBe("{\n  a: 'y', // one\n  b: 'x',\n}");
  expect(put(before, syntax.replaceValue(scalar, { c: 'y', 'd e': true }))).toBe(
    "{\n  a: {\n    c: 'y',\n    'd e': true\n  }, // one\n  b: 'x',\n}",
  );
  const gone = syntax.editContainer({ container: root, removed: new Set([1]), added: [] });
  expect(put(before, gone)).toBe('{\n  a: 0x10, // one\n}');
});

test('a server of OpenClaw is started by the launcher, and all else stays', async () => {
  const { before, after } = await planText(
    '.openclaw/openclaw.json',
    `{
  // mine
  mcp: {
    servers: {
      gh: {
        command: 'npx', // runs
        args: ['-y', 'srv'],
        env: { GITHUB_TOKEN: '{{sample:github-pat-classic}}', MODE: "on" },
      },
      two: { command: 'srv', env: { API_KEY: '{{opaque}}' } },
    },
  },
}
`,
  );
  expect(after).toBe(
    before
      .replace("'npx'", "'mcp-lint'")
      .replace("['-y'", "['exec', '--', 'npx', '-y'")
      .replace(/ghp_\w+/, 'keychain://mcp-lint/openclaw/gh/GITHUB_TOKEN')
      .replace("command: 'srv', env", "command: 'mcp-lint', args: ['exec', '--', 'srv'], env")
      .replace(/API_KEY: '\w+'/, "API_KEY: 'keychain://mcp-lint/openclaw/two/API_KEY'"),
  );
});
