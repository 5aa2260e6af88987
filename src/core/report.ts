import type { Label } from './label.ts';
import type { SlotKind, Transport } from './model.ts';
import type { Confidence, Trait, Verdict } from './verdict.ts';

/** Ordered from least to most serious. */
export const SEVERITIES = ['info', 'warning', 'error'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A stretch of a file as people and editors count it: from 1, columns in UTF-16 units, end exclusive. */
export interface Region {
  readonly startLine: number;
  readonly startColumn: number;
  readonly endLine: number;
  readonly endColumn: number;
  /** UTF-16 offset from the start of the file's text, byte order mark not counted. */
  readonly offset: number;
  readonly length: number;
}

/** One line of a code frame: keys, flags and punctuation; everything that could be a value is masked. */
export interface FrameLine {
  readonly line: number;
  readonly text: Label;
  /** Where the marker under this line starts and how long it is, in characters of `text`. */
  readonly mark?: { readonly column: number; readonly length: number };
}

/** Who else can read the file that a credential stands in. */
export interface Exposure {
  /** git tracks the file. */
  readonly tracked: boolean;
  /** Its mode lets the group or everybody read it. Not known on Windows. */
  readonly readableByOthers: boolean;
}

/** Facts of a credential that may be told: everything but the credential. */
export interface CredentialFacts {
  readonly format?: string;
  readonly issuer?: string;
  readonly kind?: string;
  readonly confidence: Confidence;
  readonly checksum?: 'valid' | 'invalid';
  readonly traits: readonly Trait[];
  readonly reason: string;
  /** Page of the issuer where the credential is revoked. */
  readonly rotate?: string;
  /** Keyed hash, there only when the user gave a key: the same for this credential in every report with that key. */
  readonly fingerprint?: string;
}

export interface ReportedFinding {
  readonly rule: string;
  /** The rule is the user's own, and explained at this page if anywhere. */
  readonly own?: { readonly page?: string };
  readonly severity: Severity;
  /** What, in one sentence. */
  readonly message: string;
  /** Why it matters here. */
  readonly why: string;
  /** What to do in this host. */
  readonly advice: string;
  readonly file: string;
  readonly region: Region;
  readonly frame: readonly FrameLine[];
  /** Dotted structural path, from labels. */
  readonly path: string;
  /** Stable over reformatting and additions: from rule, file and structural path, never from a value; equal ones end in ":2" … */
  readonly fingerprint: string;
  readonly host: string;
  readonly server?: Label;
  readonly slot?: { readonly kind: SlotKind; readonly name: Label };
  readonly credential?: CredentialFacts;
  readonly exposure?: Exposure;
  readonly related: readonly { readonly file: string; readonly region: Region; readonly message: string }[];
}

export interface ReportedSlot {
  readonly kind: SlotKind;
  readonly name: Label;
  readonly verdict: Verdict['kind'];
  readonly reason: string;
}

export interface ReportedServer {
  readonly name: Label;
  readonly host: string;
  readonly scope?: Label;
  readonly file: string;
  readonly region: Region;
  readonly transport: Transport;
  /** First word of the command line. */
  readonly command?: Label;
  /** Scheme, host name and port only. */
  readonly origin?: Label;
  readonly slots: readonly ReportedSlot[];
}

/** Why a file could not be linted, or only in part. Our own words: messages of parsers and of the system quote. */
export interface Problem {
  readonly code:
    | 'not-found'
    | 'not-a-file'
    | 'unreadable'
    | 'changed-while-read'
    | 'unsupported-dialect'
    | 'too-deep'
    | 'syntax';
  readonly message: string;
  readonly line?: number;
  readonly column?: number;
}

export interface ReportedFile {
  readonly path: string;
  /**
   * Id of the host whose file it is; 'generic' when recognised by shape, 'oauth-client-metadata',
   * 'oauth-protected-resource' or 'oauth-authorization-server' for an OAuth document; absent when it was not read.
   */
  readonly host?: string;
  readonly servers: number;
  readonly problem?: Problem;
}

export interface Summary {
  readonly files: number;
  readonly servers: number;
  readonly slots: number;
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  /** Files or paths that could not be linted. */
  readonly problems: number;
}

/** What was left out of the findings, and what was meant to leave something out but did not. */
export interface TriageCounts {
  /** Ignored with a reason. */
  readonly ignored: number;
  /** In the baseline. */
  readonly known: number;
  /** Entries of the baseline that fit no finding any more. */
  readonly unused: readonly { readonly rule: string; readonly file: string; readonly path: string }[];
}

/** Everything a run found: plain data without a secret in it. */
export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'mcp-lint'; readonly version: string };
  readonly findings: readonly ReportedFinding[];
  readonly servers: readonly ReportedServer[];
  readonly files: readonly ReportedFile[];
  readonly summary: Summary;
  /** There when a baseline or an ignore had a say. */
  readonly triage?: TriageCounts;
}
