import type { Host } from '../core/host.ts';
import type { DuplicateKey, Path, Server, Slot } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Exposure, Severity } from '../core/report.ts';
import type { Verdict } from '../core/verdict.ts';

/** Where the rules are explained; a rule's id is its anchor. */
export const RULES_URL = 'https://github.com/mcp-lint/mcp-lint/blob/main/rules.md';

/** What a rule says about itself; rules.md is generated from it. */
export interface RuleMeta {
  /** Names the defect, in kebab case. */
  readonly id: string;
  readonly title: string;
  readonly category: string;
  /** The most serious level that it reports by default. */
  readonly severity: Severity;
  readonly tags: readonly string[];
  readonly since: string;
  readonly docs: { readonly what: string; readonly why: string; readonly fix: string };
}

/** A config that a rule is shown to fire on, or to be silent on; executed by a test. Values are made at run time. */
export interface Example {
  /** Name of the file, which decides the host. */
  readonly file: string;
  /** `{{sample:<format id>}}` and `{{opaque}}` stand for generated credentials. */
  readonly text: string;
}

export interface ClassifiedSlot {
  readonly slot: Slot;
  readonly verdict: Verdict;
  readonly server?: Server;
}

/** What rules may know about the document at hand: no text, no file access. */
export interface DocumentFacts {
  readonly host: Host;
  /** Asked only when there is something to report. */
  exposure(): Exposure;
}

/** What a rule found, in words and places. Everything in it may be printed. */
export interface Draft {
  readonly range: Range;
  readonly path: Path;
  readonly severity: Severity;
  readonly message: string;
  readonly why: string;
  readonly advice: string;
  readonly slot?: ClassifiedSlot;
  readonly related?: readonly { readonly range: Range; readonly message: string }[];
}

/** A rule declares the narrowest width that serves it. */
export interface Rule {
  readonly meta: RuleMeta;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  checkSlot?(slot: ClassifiedSlot, document: DocumentFacts): Draft | undefined;
  checkDuplicate?(duplicate: DuplicateKey, document: DocumentFacts): Draft | undefined;
}
