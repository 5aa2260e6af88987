import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Sample } from './generate.ts';
import type { Finding } from './score.ts';

interface Region {
  readonly startLine?: number;
  readonly startColumn?: number;
  readonly endLine?: number;
  readonly endColumn?: number;
  readonly charOffset?: number;
  readonly charLength?: number;
}

interface Sarif {
  readonly runs: readonly {
    readonly originalUriBaseIds?: Readonly<Record<string, { readonly uri?: string }>>;
    readonly tool: {
      readonly driver: {
        readonly rules?: readonly {
          readonly id: string;
          readonly properties?: { readonly tags?: readonly string[] };
        }[];
      };
    };
    readonly results?: readonly {
      readonly ruleId?: string;
      readonly ruleIndex?: number;
      readonly locations?: readonly {
        readonly physicalLocation?: {
          readonly artifactLocation?: { readonly uri?: string; readonly uriBaseId?: string };
          readonly region?: Region;
        };
      }[];
    }[];
  }[];
}

const TAG = 'inline-credential';

/** Offsets of line starts; lines end with LF or CR LF. */
function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** Findings of rules tagged `inline-credential`. `folder` is what was linted, `cwd` where the linter ran. */
export function findingsOf(text: string, samples: readonly Sample[], folder: string, cwd: string): Finding[] {
  const sarif = JSON.parse(text) as Sarif;
  const byPath = new Map(samples.map((sample) => [sample.path, sample]));
  const starts = new Map<string, number[]>();
  const findings: Finding[] = [];
  for (const run of sarif.runs) {
    const rules = run.tool.driver.rules ?? [];
    const tagged = new Set(
      rules.filter((rule) => rule.properties?.tags?.includes(TAG)).map((rule) => rule.id),
    );
    for (const result of run.results ?? []) {
      const rule = result.ruleId ?? rules[result.ruleIndex ?? -1]?.id ?? '';
      const place = result.locations?.[0]?.physicalLocation;
      const uri = place?.artifactLocation?.uri;
      if (!tagged.has(rule) || uri === undefined || place?.region === undefined) continue;
      const base = run.originalUriBaseIds?.[place.artifactLocation?.uriBaseId ?? '']?.uri;
      const sample = byPath.get(samplePath(uri, base, folder, cwd, byPath));
      if (sample === undefined) throw new Error(`a result points at a file that is not there: ${uri}`);
      const lines = starts.get(sample.path) ?? lineStarts(sample.text);
      starts.set(sample.path, lines);
      findings.push({ file: sample.path, ...offsets(place.region, lines, sample.text) });
    }
  }
  return findings;
}

function samplePath(
  uri: string,
  base: string | undefined,
  folder: string,
  cwd: string,
  known: ReadonlyMap<string, Sample>,
): string {
  const full = base === undefined ? uri : new URL(uri, base.endsWith('/') ? base : `${base}/`).href;
  const path = full.startsWith('file:') ? fileURLToPath(full) : decodeURIComponent(full);
  const candidates = isAbsolute(path) ? [path] : [resolve(cwd, path), resolve(folder, path)];
  const inside = candidates.map((one) => relative(folder, one).split(sep).join('/'));
  return inside.find((one) => known.has(one)) ?? inside[0] ?? '';
}

function offsets(region: Region, lines: readonly number[], text: string): { start: number; end: number } {
  if (region.startLine !== undefined) {
    const startLine = region.startLine;
    const endLine = region.endLine ?? startLine;
    const at = (line: number, column: number): number => (lines[line - 1] ?? text.length) + column - 1;
    const lineEnd = (lines[endLine] ?? text.length + 1) - 1;
    const end = region.endColumn === undefined ? lineEnd : at(endLine, region.endColumn);
    return { start: at(startLine, region.startColumn ?? 1), end };
  }
  const start = region.charOffset ?? 0;
  return { start, end: start + (region.charLength ?? 0) };
}
