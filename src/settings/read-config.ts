import { basename } from 'node:path';
import { label } from '../core/label.ts';
import { OwnFileError } from '../core/usage-error.ts';
import { readConfigFile } from '../discover/read-file.ts';
import { decodeBytes, documentOfText } from '../parsers/decode.ts';
import { parseJsonc } from '../parsers/jsonc.ts';
import { findRepeatedKey, memberOf, plainValue, rangeAt } from '../parsers/plain-value.ts';
import type { Fault } from './check-shape.ts';

/** A config file as it was read, before anybody knows whether it makes sense. */
export interface RawConfig {
  readonly value: unknown;
  /** Where something stands in the file, from 1; nothing for code. */
  place(fault: Pick<Fault, 'path' | 'key'>): { readonly line: number; readonly column: number } | undefined;
}

/** Nobody writes more by hand, and baselines are files of their own. */
const LONGEST = 1 << 20;
const PACKAGE_KEY = 'mcpLint';

/**
 * Reads a config that is JSON, with comments and trailing commas, or `mcpLint` of a package.json: nothing when it has none.
 * `shown` is its path for messages. Throws a UsageError.
 */
export function readJsonConfig(path: string, shown: string): RawConfig | undefined {
  const content = readConfigFile(path);
  if ('problem' in content) throw new OwnFileError(`${label(shown)}: ${content.problem.message}.`);
  if (content.bytes.length > LONGEST) throw new OwnFileError(`${label(shown)}: larger than 1 MiB.`);
  const document = documentOfText(decodeBytes(content.bytes), { path: shown, absolute: path });
  const { root, fault } = parseJsonc(document.text);
  if (fault || !root) {
    const { line, column } = document.locate(fault?.offset ?? 0);
    throw new OwnFileError(`${label(shown)}:${line}:${column}: ${fault?.message ?? 'the file is empty'}.`);
  }
  const own = basename(path) === 'package.json' ? memberOf(root, PACKAGE_KEY) : root;
  if (!own) return undefined;
  const place: RawConfig['place'] = (fault) => document.locate(rangeAt(own, fault.path, fault.key).start);
  const repeated = findRepeatedKey(own);
  if (repeated) {
    const { line, column } = place({ path: repeated, key: true })!;
    throw new OwnFileError(
      `${label(shown)}:${line}:${column}: the key "${label(String(repeated.at(-1)))}" is there twice.`,
    );
  }
  return { value: plainValue(own), place };
}
