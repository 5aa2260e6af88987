import type { ClassifiedSlot } from '../core/classified.ts';
import type { Host, HostFile } from '../core/host.ts';
import type { LocatedText } from '../core/located-text.ts';
import type { DuplicateKey, Path, Prompt, Server, SharedVariable } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { Exposure, Region, ReportedFinding, Severity } from '../core/report.ts';
import type { EnvFileFacts, Surroundings } from '../core/surroundings.ts';
import type { ExaminedDocument } from '../oauth/examined.ts';
import type { ServerFacts } from '../servers/server-facts.ts';

/** Where the rules are explained; a rule's id is its anchor. */
export const RULES_URL = 'https://github.com/mcp-lint/mcp-lint/blob/main/rules.md';

/** The page that explains the rule of a finding; nothing where a user has written none for an own one. */
export function pageOf({ rule, own }: Pick<ReportedFinding, 'rule' | 'own'>): string | undefined {
  return own ? own.page : `${RULES_URL}#${rule}`;
}

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
  /** It is the user's own, and explained at this page if anywhere. */
  readonly own?: { readonly page?: string };
  /** Off unless the user gives it a level: a matter of taste, or of a few files only. */
  readonly optIn?: true;
}

/** A config that a rule is shown to fire on, or to be silent on; executed by a test. Values are made at run time. */
export interface Example {
  /** Name of the file, which decides the host. */
  readonly file: string;
  /** `{{sample:<format id>}}` and `{{opaque}}` stand for generated credentials. */
  readonly text: string;
  /** Other files of the same run. */
  readonly beside?: readonly { readonly file: string; readonly text: string }[];
  /** The folder is a git work tree, and git tracks the file or not. */
  readonly git?: 'tracked' | 'untracked';
  /** Permission bits; default: 0o600. */
  readonly mode?: number;
  /** Other rules that rightly say something of this as well. */
  readonly also?: readonly string[];
}

/** What rules may know about the document at hand: no text, no file access. */
export interface DocumentFacts {
  readonly host: Host;
  /** As users see it. */
  readonly path: string;
  readonly absolute: string;
  /** Whether the file is this user's, a project's or the system's. */
  readonly scope: HostFile['scope'];
  readonly servers: readonly ServerFacts[];
  /** Slots outside any server. */
  readonly slots: readonly ClassifiedSlot[];
  readonly prompts: readonly Prompt[];
  /** When the file is no config of a host but a document of OAuth. */
  readonly oauth?: ExaminedDocument;
  /** Of the blocks that every server of this host inherits. */
  readonly sharedVariables: readonly SharedVariable[];
  /** What a file of variables that an entry names holds; costs file access. Nothing when it is not there. */
  envFile(file: LocatedText): EnvFileFacts | undefined;
  /** Asked only when there is something to report. */
  exposure(): Exposure;
  /** Costs file access: asked only when there is something to report. */
  surroundings(): Surroundings;
  regionOf(range: Range): Region;
}

/** All files of one run together. */
export interface Workspace {
  readonly documents: readonly DocumentFacts[];
  /** Home folder of the user; nothing when there is none. */
  readonly home?: string;
  /** Equal for equal credentials and for no others; says nothing about them, and differs from run to run. */
  fingerprintOf(secret: LocatedText): string;
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
  /** When the finding is about a server and not about one of its slots. */
  readonly server?: Server;
  readonly related?: readonly RelatedPlace[];
  /** It is about the whole file, of which it marks one place. */
  readonly wholeFile?: true;
  /** Its place is of no config, and what stands there is not shown. */
  readonly frameless?: true;
}

export interface RelatedPlace {
  readonly range: Range;
  readonly message: string;
  /** When it is another document. */
  readonly document?: Pick<DocumentFacts, 'path' | 'regionOf'>;
}

/** A draft of a rule that looks at more than one document. */
export interface PlacedDraft {
  readonly document: DocumentFacts;
  readonly draft: Draft;
}

/** A rule declares the narrowest width that serves it. */
export interface Rule {
  readonly meta: RuleMeta;
  readonly bad: readonly Example[];
  readonly good: readonly Example[];
  /** It is also about configs that a text shows to its readers. */
  readonly documentation?: true;
  checkSlot?(slot: ClassifiedSlot, document: DocumentFacts): Draft | undefined;
  checkServer?(server: ServerFacts, document: DocumentFacts): readonly Draft[];
  checkDocument?(document: DocumentFacts): readonly Draft[];
  checkDuplicate?(duplicate: DuplicateKey, document: DocumentFacts): Draft | undefined;
  checkWorkspace?(workspace: Workspace): readonly PlacedDraft[];
}
