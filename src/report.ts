import type { ClassifiedSlot } from './core/classified.ts';
import { fingerprint } from './core/fingerprint.ts';
import { label } from './core/label.ts';
import type { LocatedText } from './core/located-text.ts';
import type {
  CredentialFacts,
  Problem,
  Report,
  ReportedFile,
  ReportedFinding,
  ReportedServer,
  ReportedSlot,
  Severity,
} from './core/report.ts';
import type { Secret } from './core/secret.ts';
import type { Levels } from './core/settings.ts';
import { formatById, issuerById } from './credentials/known-issuers.ts';
import { isSpeakable, labelOfPath, labelOfSlot } from './credentials/slot-label.ts';
import type { LintedDocument } from './lint-document.ts';
import { findShowable, frameOf } from './parsers/frame.ts';
import { originOf } from './slots/url.ts';
import { subjectsIn } from './triage/subject.ts';
import type { Told } from './triage/triage.ts';
import { VERSION } from './version.ts';

/** A file of the run: what linting it gave, and what stood in the way. */
export interface FileResult {
  readonly path: string;
  readonly linted?: LintedDocument;
  /** As it was read, where that was asked for. */
  readonly bytes?: Buffer;
  readonly problem?: Problem;
}

/** Turns what was found into plain data without a secret in it. `fingerprintOf` makes keyed hashes of credentials. */
export function buildReport(
  results: readonly FileResult[],
  levels: Levels,
  fingerprintOf?: (secret: Secret) => string,
  { findings: others = [], counts: triage }: Pick<Told, 'findings' | 'counts'> = {},
): Report {
  const documents = results.flatMap(({ linted }) => (linted ? [linted] : []));
  const findings = [
    ...documents.flatMap((linted) => reportFindings(linted, levels, fingerprintOf)),
    ...others,
  ].sort(byPlace);
  const files = results.map(reportFile);
  const count = (severity: Severity) => findings.filter((finding) => finding.severity === severity).length;
  return {
    version: 1,
    tool: { name: 'mcp-lint', version: VERSION },
    findings,
    servers: documents.flatMap(reportServers),
    files,
    summary: {
      files: files.length,
      servers: documents.reduce((sum, linted) => sum + linted.servers.length, 0),
      slots: documents.reduce((sum, linted) => sum + allSlots(linted).length, 0),
      errors: count('error'),
      warnings: count('warning'),
      infos: count('info'),
      problems: files.filter((file) => file.problem).length,
    },
    ...(triage && { triage }),
  };
}

function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1;
  return a.region.offset - b.region.offset;
}

function allSlots({ servers, slots }: LintedDocument): ClassifiedSlot[] {
  return [...servers.flatMap((entry) => entry.slots), ...slots];
}

function reportFile({ path, linted, problem }: FileResult): ReportedFile {
  return {
    path,
    ...(linted && { host: linted.host.id }),
    servers: linted?.servers.length ?? 0,
    ...(problem && { problem }),
  };
}

function reportFindings(
  linted: LintedDocument,
  levels: Levels,
  fingerprintOf?: (secret: Secret) => string,
): ReportedFinding[] {
  const { document, host, drafts } = linted;
  if (drafts.length === 0) return [];
  const shown = findShowable(document, linted.root, isSpeakable);
  const findings: ReportedFinding[] = [];
  const subjectOf = subjectsIn(linted);
  const known = new Map<string, number>();
  for (const found of drafts) {
    const { rule, draft } = found;
    const name = fingerprint([rule.meta.id, document.path, subjectOf(found).path]);
    const count = (known.get(name) ?? 0) + 1;
    known.set(name, count);
    // Rules that are switched off made no drafts.
    const level = levels[rule.meta.id] as Severity | undefined;
    const { slot, server = slot?.server } = draft;
    findings.push({
      rule: rule.meta.id,
      ...(rule.meta.own && { own: rule.meta.own }),
      severity: level ?? draft.severity,
      message: draft.message,
      why: draft.why,
      advice: draft.advice,
      file: document.path,
      region: linted.regionOf(draft.range),
      frame: draft.frameless ? [] : frameOf(document, shown, draft.range),
      path: labelOfPath(draft.path),
      fingerprint: count === 1 ? name : `${name}:${count}`,
      host: host.id,
      ...(server && { server: label(server.name) }),
      ...(slot && { slot: { kind: slot.slot.kind, name: labelOfSlot(slot.slot) } }),
      ...(slot?.verdict.kind === 'literal' && {
        credential: {
          ...factsOf(slot.verdict),
          ...(fingerprintOf && { fingerprint: fingerprintOf(slot.verdict.secret) }),
        },
        exposure: linted.exposure(),
      }),
      related: (draft.related ?? []).map(({ range, message, document: other = linted }) => ({
        file: other.path,
        region: other.regionOf(range),
        message,
      })),
    });
  }
  return findings;
}

function factsOf(verdict: Extract<ClassifiedSlot['verdict'], { kind: 'literal' }>): CredentialFacts {
  const { format, ownFormat: own } = verdict;
  const known = format === undefined || own ? undefined : formatById(format);
  const issuer = known?.issuer ?? (verdict.issuer === undefined ? undefined : issuerById(verdict.issuer));
  const rotate = own ? own.rotateUrl : (known?.format.rotateUrl ?? issuer?.rotateUrl);
  return {
    ...(own && { format: own.id, kind: label(own.title) }),
    ...(known && { format: known.format.id, kind: known.format.kind }),
    ...(issuer && { issuer: issuer.name }),
    confidence: verdict.confidence,
    ...(verdict.checksum && { checksum: verdict.checksum }),
    traits: verdict.traits,
    reason: verdict.reason,
    ...(rotate && { rotate }),
  };
}

function reportServers({ document, host, servers, regionOf }: LintedDocument): ReportedServer[] {
  return servers.map(({ server, slots }) => {
    const command = commandOf(server.command);
    const origin = server.url && originOf(server.url);
    return {
      name: label(server.name),
      host: host.id,
      ...(server.scope !== undefined && { scope: label(server.scope) }),
      file: document.path,
      region: regionOf(server.range),
      transport: server.transport,
      ...(command !== undefined && { command: label(command) }),
      ...(origin !== undefined && { origin: label(origin) }),
      slots: slots.map(reportSlot),
    };
  });
}

function reportSlot({ slot, verdict }: ClassifiedSlot): ReportedSlot {
  return { kind: slot.kind, name: labelOfSlot(slot), verdict: verdict.kind, reason: verdict.reason };
}

/** First word of a command line, unless it is no name or path of a program. */
function commandOf(command: LocatedText | undefined): string | undefined {
  const word = command?.reveal().trim().split(/\s/)[0];
  return word !== undefined &&
    /^(?:[A-Za-z]:)?[\w.@~+/\\-]{1,200}$/.test(word) &&
    !/.@./.test(word.replace(/^@/, ''))
    ? word
    : undefined;
}
