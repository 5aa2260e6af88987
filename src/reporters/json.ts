import type {
  Problem,
  Region,
  Report,
  ReportedFile,
  ReportedFinding,
  ReportedServer,
  Summary,
  TriageCounts,
} from '../core/report.ts';
import { formatJson } from './printable.ts';

/** A report for programs, as `report.schema.json` describes it: members always in the same order, and none besides. */
export function reportJson(report: Report): string {
  const { tool } = report;
  return formatJson({
    version: report.version,
    tool: { name: tool.name, version: tool.version },
    summary: orderSummary(report.summary),
    findings: report.findings.map(orderFinding),
    servers: report.servers.map(orderServer),
    files: report.files.map(orderFile),
    ...(report.triage && { triage: orderTriage(report.triage) }),
  } satisfies Report);
}

export function orderSummary(summary: Summary): Summary {
  return {
    files: summary.files,
    servers: summary.servers,
    slots: summary.slots,
    errors: summary.errors,
    warnings: summary.warnings,
    infos: summary.infos,
    problems: summary.problems,
  };
}

/** What was left out, as reports for programs have it. */
export function orderTriage({ ignored, known, unused }: TriageCounts): TriageCounts {
  return { ignored, known, unused: unused.map(({ rule, file, path }) => ({ rule, file, path })) };
}

/** A finding as reports for programs have it. */
export function orderFinding(finding: ReportedFinding) {
  const { slot, credential, exposure } = finding;
  return {
    rule: finding.rule,
    severity: finding.severity,
    message: finding.message,
    why: finding.why,
    advice: finding.advice,
    file: finding.file,
    region: orderRegion(finding.region),
    frame: finding.frame.map(({ line, text, mark }) => ({
      line,
      text,
      ...(mark && { mark: { column: mark.column, length: mark.length } }),
    })),
    path: finding.path,
    fingerprint: finding.fingerprint,
    host: finding.host,
    ...(finding.server !== undefined && { server: finding.server }),
    ...(slot && { slot: { kind: slot.kind, name: slot.name } }),
    ...(credential && { credential: orderCredential(credential) }),
    ...(exposure && { exposure: { tracked: exposure.tracked, readableByOthers: exposure.readableByOthers } }),
    related: finding.related.map(({ file, region, message }) => ({
      file,
      region: orderRegion(region),
      message,
    })),
  };
}

function orderCredential(credential: NonNullable<ReportedFinding['credential']>) {
  return {
    ...(credential.format !== undefined && { format: credential.format }),
    ...(credential.issuer !== undefined && { issuer: credential.issuer }),
    ...(credential.kind !== undefined && { kind: credential.kind }),
    confidence: credential.confidence,
    ...(credential.checksum !== undefined && { checksum: credential.checksum }),
    traits: [...credential.traits],
    reason: credential.reason,
    ...(credential.rotate !== undefined && { rotate: credential.rotate }),
    ...(credential.fingerprint !== undefined && { fingerprint: credential.fingerprint }),
  };
}

function orderServer(server: ReportedServer) {
  return {
    name: server.name,
    host: server.host,
    ...(server.scope !== undefined && { scope: server.scope }),
    file: server.file,
    region: orderRegion(server.region),
    transport: server.transport,
    ...(server.command !== undefined && { command: server.command }),
    ...(server.origin !== undefined && { origin: server.origin }),
    slots: server.slots.map(({ kind, name, verdict, reason }) => ({ kind, name, verdict, reason })),
  };
}

/** A file as reports for programs have it. */
export function orderFile({ path, host, servers, problem }: ReportedFile) {
  return {
    path,
    ...(host !== undefined && { host }),
    servers,
    ...(problem && { problem: orderProblem(problem) }),
  };
}

/** What is wrong with a file, as all reports for programs have it. */
export function orderProblem({ code, message, line, column }: Problem): Problem {
  return {
    code,
    message,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  };
}

function orderRegion({ startLine, startColumn, endLine, endColumn, offset, length }: Region): Region {
  return { startLine, startColumn, endLine, endColumn, offset, length };
}
