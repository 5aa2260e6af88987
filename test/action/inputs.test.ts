import { expect, test } from 'vitest';
import { readInputs } from '../../src/action/inputs.ts';

test('has defaults', () => {
  expect(readInputs({})).toEqual({
    paths: ['.'],
    failOn: 'warning',
    summary: true,
    rank: true,
    allowCodeConfig: false,
  });
});

test('reads inputs where the runner puts them', () => {
  const inputs = readInputs({
    INPUT_PATHS: 'a b/.mcp.json\r\n\n  sub/**/*.json  \n',
    'INPUT_FAIL-ON': 'never',
    'INPUT_ONLY-CHANGED': 'False',
    'INPUT_SARIF-FILE': 'out.sarif',
    INPUT_SUMMARY: 'false',
    INPUT_RANK: '',
    INPUT_CONFIG: 'x.json',
    INPUT_BASELINE: ' ',
    'INPUT_ALLOW-CODE-CONFIG': 'TRUE',
  });
  expect(inputs).toEqual({
    paths: ['a b/.mcp.json', 'sub/**/*.json'],
    failOn: 'never',
    onlyChanged: false,
    sarifFile: 'out.sarif',
    summary: false,
    rank: true,
    config: 'x.json',
    allowCodeConfig: true,
  });
});

test.each([
  [{ 'INPUT_FAIL-ON': 'warn' }, 'The input "fail-on" is one of info, warning, error, never; got "warn".'],
  [{ INPUT_RANK: '1' }, 'The input "rank" is true or false; got "1".'],
])('refuses %j', (variables, message) => {
  expect(() => readInputs(variables)).toThrow(message);
});
