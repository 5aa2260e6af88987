import { resolve } from 'node:path';
import type { Report } from '../core/report.ts';
import { readConfigFile } from '../discover/read-file.ts';
import { decodeBytes } from '../parsers/decode.ts';
import type { Changes } from './changes.ts';

/** What is said at a line with such a comment. */
export const IGNORING = 'This pull request adds a comment that mcp-lint ignores findings for.';

/** A line of a linted file that a change adds or touches, and that ignores findings. */
export interface IgnoringLine {
  readonly file: string;
  readonly line: number;
}

/** The lines with comments that ignore findings, of those that a change adds or touches. */
export function addedIgnores({ files, triage }: Report, changes: Changes, cwd: string): IgnoringLine[] {
  if (!triage || triage.ignored === 0) return [];
  return files
    .filter(({ path }) => changes.has(path))
    .flatMap(({ path: file }) => {
      const content = readConfigFile(resolve(cwd, file));
      if ('problem' in content) return [];
      return linesWith('mcp-lint-ignore', decodeBytes(content.bytes))
        .filter((line) => changes.touches(file, { startLine: line, endLine: line }))
        .map((line) => ({ file, line }));
    });
}

/** Numbers of the lines that have a word, from 1; lines end as in a report. */
function linesWith(word: string, text: string): number[] {
  if (!text.includes(word)) return [];
  return text.split(/\r\n|\n|\r/).flatMap((line, index) => (line.includes(word) ? [index + 1] : []));
}
