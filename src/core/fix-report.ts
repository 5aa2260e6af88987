import type { Label } from './label.ts';

/** What a fix is about to do: plain data without a secret in it. */
export interface FixReport {
  readonly files: readonly ReportedFix[];
  readonly left: readonly ReportedLeft[];
}

/** One file of a plan. */
export interface ReportedFix {
  readonly path: string;
  /** Title of the host whose file it is. */
  readonly host: string;
  readonly servers: readonly ReportedFixEntry[];
  readonly diff: readonly Hunk[];
  /** How the file will call mcp-lint, where it will, and why so. */
  readonly launcher?: { readonly command: string; readonly why: string };
  readonly warnings: readonly string[];
  /** What the user has to do. */
  readonly steps: readonly string[];
  /** Who else had the old values, one sentence each. */
  readonly exposure: readonly string[];
}

export interface ReportedFixEntry {
  /** Nothing for what every server of the file inherits. */
  readonly server?: Label;
  readonly scope?: Label;
  readonly moves: readonly ReportedMove[];
}

/** One credential and where it goes. */
export interface ReportedMove {
  /** `the environment variable API_KEY`. */
  readonly what: string;
  /** Title of the destination. */
  readonly to: string;
  /** What the credential is called there. */
  readonly reference: string;
  /** One sentence. */
  readonly why: string;
  readonly issuer?: string;
  /** Page of the issuer where the credential is revoked. */
  readonly rotate?: string;
}

/** Lines that change, side by side in the file. Values are masked. */
export interface Hunk {
  /** First line of it in the old file. */
  readonly line: number;
  readonly before: readonly string[];
  readonly after: readonly string[];
}

/** A credential that stays. */
export interface ReportedLeft {
  readonly path: string;
  readonly server?: Label;
  readonly what: string;
  /** A clause without a full stop. */
  readonly reason: string;
}
