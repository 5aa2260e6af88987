import { isUtf8 } from 'node:buffer';
import { label } from '../core/label.ts';
import { OwnFileError } from '../core/usage-error.ts';
import type { HashSettings } from '../credentials/slow-hash.ts';
import { decodeBytes, documentOfText } from '../parsers/decode.ts';
import { parseJsonc } from '../parsers/jsonc.ts';
import { findRepeatedKey, plainValue, rangeAt } from '../parsers/plain-value.ts';
import type { Baseline, BaselineEntry } from './baseline.ts';
import { isAllowed } from './hash-settings.ts';

const MAX_BYTES = 1 << 24;
const MAX_ENTRIES = 20_000;
const MAX_PATH = 4096;
const MAX_COUNT = 1_000_000;

type Path = readonly (string | number)[];
type Complain = (path: Path, message: string) => never;
type Members = Readonly<Record<string, unknown>>;

/**
 * Reads the text of a baseline. Throws a UsageError with the place of what is wrong; of the file it quotes nothing. `path` is as users see it.
 */
export function parseBaseline(
  bytes: Buffer,
  { path, absolute }: { path: string; absolute: string },
): Baseline {
  const fail = (place: string, message: string): never => {
    throw new OwnFileError(`${label(path)}${place}: ${message}`);
  };
  if (bytes.length > MAX_BYTES) fail('', 'This is no baseline: it is larger than 16 MiB.');
  if (!isUtf8(bytes)) fail('', 'This is no baseline: it is not in UTF-8.');
  const document = documentOfText(decodeBytes(bytes), { path, absolute });
  const failAt = (offset: number, message: string): never => {
    const { line, column } = document.locate(offset);
    return fail(`:${line}:${column}`, message);
  };
  const { root, fault } = parseJsonc(document.text);
  if (!root || fault) {
    const message = fault?.message ?? 'it is empty';
    // Entries are lines of their own, so that branches that both add some are easily joined.
    const how = message.includes('conflict')
      ? ' Keep the lines of both sides, with commas between them.'
      : '';
    return failAt(fault?.offset ?? 0, `This is no baseline: ${message}.${how}`);
  }
  const complain: Complain = (at, message) => failAt(rangeAt(root, at).start, message);
  const repeated = findRepeatedKey(root);
  if (repeated) return complain(repeated, 'A key stands twice.');
  const members = membersOf(plainValue(root), [], ['version', 'hash', 'findings'], [], complain);
  if (members['version'] !== 1)
    complain(['version'], 'This version of mcp-lint reads baselines of version 1.');
  const { findings } = members;
  if (!Array.isArray(findings)) return complain(['findings'], 'The findings have to be a list.');
  if (findings.length > MAX_ENTRIES) complain(['findings'], `There are more than ${MAX_ENTRIES} findings.`);
  return {
    file: absolute,
    hash: readHash(members['hash'], complain),
    entries: findings.map((entry, index) => readEntry(entry, ['findings', index], complain)),
  };
}

/** The members of an object that has all of these and, of others, only some. */
function membersOf(
  value: unknown,
  path: Path,
  required: readonly string[],
  optional: readonly string[],
  complain: Complain,
): Members {
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    return complain(path, 'An object has to stand here.');
  const strange = Object.keys(value).find((name) => !required.includes(name) && !optional.includes(name));
  if (strange !== undefined) complain([...path, strange], 'Nothing of this name belongs here.');
  const missing = required.find((name) => !Object.hasOwn(value, name));
  if (missing !== undefined) complain(path, `"${missing}" is missing here.`);
  return value as Members;
}

function readHash(value: unknown, complain: Complain): HashSettings {
  const names = ['name', 'cost', 'blockSize', 'parallelization', 'salt'];
  const { name, cost, blockSize, parallelization, salt } = membersOf(value, ['hash'], names, [], complain);
  if (name !== 'scrypt') complain(['hash', 'name'], 'The only hash is "scrypt".');
  if (typeof salt !== 'string' || !/^[\w-]{22,86}$/.test(salt))
    return complain(['hash', 'salt'], 'The salt has to be 16 to 64 bytes in base64url.');
  const settings = {
    salt: Buffer.from(salt, 'base64url'),
    cost: numberOf(cost),
    blockSize: numberOf(blockSize),
    parallelization: numberOf(parallelization),
  };
  if (!isAllowed(settings))
    complain(['hash'], 'With these settings the hash is too fast to be safe, or too slow to be of use.');
  return settings;
}

/** What is no number is none that is allowed. */
function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : Number.NaN;
}

function readEntry(value: unknown, at: Path, complain: Complain): BaselineEntry {
  const members = membersOf(value, at, ['rule', 'file', 'path'], ['value', 'count'], complain);
  const { rule, file, path, value: hash, count } = members;
  if (typeof rule !== 'string' || !/^[a-z0-9-]{1,60}$/.test(rule))
    return complain([...at, 'rule'], 'This is no id of a rule.');
  // On Windows a path that starts so would lead to another machine.
  if (typeof file !== 'string' || !/^(?![\\/])[^\0]+$/s.test(file) || file.length > MAX_PATH)
    return complain([...at, 'file'], 'This is no path from the folder of the baseline.');
  if (typeof path !== 'string' || path.length > MAX_PATH)
    return complain([...at, 'path'], 'This is no path in a config.');
  if (hash !== undefined && (typeof hash !== 'string' || !/^[\w-]{22}$/.test(hash)))
    return complain([...at, 'value'], 'This is no hash.');
  const isCount = Number.isInteger(count) && numberOf(count) > 1 && numberOf(count) <= MAX_COUNT;
  if (count !== undefined && !isCount)
    return complain([...at, 'count'], 'The count has to be a whole number above 1.');
  return {
    rule,
    file,
    path,
    ...(hash !== undefined && { value: hash }),
    ...(count !== undefined && { count: numberOf(count) }),
  };
}
