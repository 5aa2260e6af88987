import type { Region, ReportedFile, ReportedFinding } from '../core/report.ts';
import { printable, shorten } from './printable.ts';
import { LEVELS } from './sarif-rule.ts';
import { locateArtifact } from './sarif-uri.ts';

/** GitHub shows no more characters of a message. */
export const MAX_MESSAGE = 1000;
/** GitHub shows no more locations of a result. */
export const MAX_RELATED = 100;

/** SARIF's result of a finding. `ruleIndex` is the place of its rule in the run's list. */
export function describeFinding(finding: ReportedFinding, ruleIndex: number | undefined) {
  const { server, slot, credential } = finding;
  const rotate = credential?.rotate === undefined ? '' : `\nRotate: ${credential.rotate}`;
  return {
    ruleId: finding.rule,
    ...(ruleIndex !== undefined && { ruleIndex }),
    level: LEVELS[finding.severity],
    message: describeText([endSentence(finding.message), finding.why, `Fix: ${finding.advice}${rotate}`]),
    locations: [
      {
        physicalLocation: describePlace(finding.file, finding.region),
        logicalLocations: [{ fullyQualifiedName: printable(finding.path), kind: 'property' }],
      },
    ],
    ...(finding.related.length > 0 && {
      relatedLocations: finding.related.slice(0, MAX_RELATED).map(({ file, region, message }, index) => ({
        id: index + 1,
        physicalLocation: describePlace(file, region),
        message: describeText([message]),
      })),
    }),
    partialFingerprints: { 'mcpLint/v1': finding.fingerprint },
    properties: {
      host: finding.host,
      ...(server !== undefined && { server }),
      ...(slot && { slot: { kind: slot.kind, name: slot.name } }),
      ...(credential && { confidence: credential.confidence }),
      // Not one of `partialFingerprints`: it tells credentials apart, not results.
      ...(credential?.fingerprint !== undefined && { credentialFingerprint: credential.fingerprint }),
    },
  };
}

/** SARIF's notification that a file was not linted, or only in part. */
export function describeProblem(file: ReportedFile, problem: NonNullable<ReportedFile['problem']>) {
  const { line, column } = problem;
  return {
    descriptor: { id: problem.code },
    level: 'error',
    message: describeText([problem.message]),
    locations: [
      {
        physicalLocation: {
          artifactLocation: locateArtifact(file.path),
          ...(line !== undefined && {
            region: { startLine: line, ...(column !== undefined && { startColumn: column }) },
          }),
        },
      },
    ],
  };
}

/**
 * SARIF's message; `](` is kept from making a link of what names say (SARIF 2.1.0, 3.11.6). Braces stay single although
 * 3.11.5 would double them: viewers undouble only messages with arguments, and advice such as `${NAME}` has to be right.
 */
export function describeText(sentences: readonly string[]): { text: string } {
  const text = sentences.map((part) => part.split('\n').map(printable).join('\n')).join('\n');
  return { text: shorten(text, MAX_MESSAGE).replaceAll('](', '] (') };
}

function describePlace(file: string, { startLine, startColumn, endLine, endColumn, offset, length }: Region) {
  return {
    artifactLocation: locateArtifact(file),
    region: {
      startLine,
      startColumn,
      endLine,
      endColumn,
      // Of a place that no document of the run has, only line and column are known.
      ...(length > 0 && { charOffset: offset, charLength: length }),
    },
  };
}

function endSentence(text: string): string {
  return /[.!?]$/.test(text) ? text : `${text}.`;
}
