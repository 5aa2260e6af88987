import { expect, test } from 'vitest';
import { namesOf } from './lint-oauth.ts';
import { REAL_DOCUMENTS } from './real-documents.ts';

test.each(REAL_DOCUMENTS)('$what', ({ content, path, expected }) => {
  expect(namesOf(content, path)).toEqual(expected);
});
