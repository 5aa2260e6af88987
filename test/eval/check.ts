import { isDeepStrictEqual } from 'node:util';
import { type ParseError, parse as parseJson } from 'jsonc-parser';
import { getStaticTOMLValue, parseTOML } from 'toml-eslint-parser';
import ts from 'typescript';
import { parse as parseYaml } from 'yaml';
import type { Label, Sample } from './generate.ts';
import { holdsInBase64, undoLayers } from './layers.ts';
import { plainValue } from './tree.ts';

/** What is wrong with a sample: not what was meant, or labels that point at something else. Never quotes a value. */
export function faultsOf(sample: Sample): string[] {
  const faults: string[] = [];
  if (sample.tree !== undefined) {
    const read = readTree(sample);
    if (read === undefined) faults.push(`${sample.path}: does not parse`);
    else if (!isDeepStrictEqual(read, plainValue(sample.tree)))
      faults.push(`${sample.path}: parses to something else`);
  } else if (sample.dialect === 'script' && !isScript(sample)) faults.push(`${sample.path}: does not parse`);
  for (const label of sample.labels) {
    if (!stands(sample.text.slice(label.start, label.end), label)) {
      faults.push(`${sample.path}: label at ${label.start} (${label.slot}) is off`);
    }
  }
  const secrets = sample.labels
    .filter((label) => label.verdict === 'secret')
    .sort((a, b) => a.start - b.start);
  secrets.forEach((label, index) => {
    const next = secrets[index + 1];
    if (next !== undefined && next.start < label.end && !label.layers.includes('base64'))
      faults.push(`${sample.path}: labels overlap at ${next.start}`);
    if (label.end - label.start < 6) faults.push(`${sample.path}: label at ${label.start} is too short`);
  });
  return faults;
}

/** What parsers that are not ours read. */
function readTree({ text, dialect, relaxed }: Sample): unknown {
  try {
    if (dialect === 'toml') return getStaticTOMLValue(parseTOML(text));
    if (dialect === 'yaml') return parseYaml(text, { merge: true, maxAliasCount: -1 });
    if (!relaxed) return JSON.parse(text);
    const errors: ParseError[] = [];
    const read = parseJson(text, errors, { allowTrailingComma: true, disallowComments: false });
    return errors.length > 0 ? undefined : read;
  } catch {
    return undefined;
  }
}

function isScript({ path, text }: Sample): boolean {
  const { diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { allowJs: true, target: ts.ScriptTarget.Latest, jsx: ts.JsxEmit.Preserve },
  });
  return diagnostics.length === 0;
}

function stands(written: string, label: Label): boolean {
  try {
    if (label.layers.includes('base64')) return holdsInBase64(written, label.value, label.layers);
    return undoLayers(written, label.layers) === label.value;
  } catch {
    return false;
  }
}
