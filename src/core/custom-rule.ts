import type { SlotField, SlotKind, Transport } from './model.ts';
import type { Severity } from './report.ts';
import type { Confidence, Verdict } from './verdict.ts';

/** What a rule of the user's own says about itself. */
export interface CustomRuleMeta {
  /** Names the defect, in kebab case; no rule of mcp-lint has it. */
  readonly id: string;
  readonly title: string;
  /** Level of its findings; default: warning. The settings and the command line may set another. */
  readonly severity?: Severity;
  readonly docs: {
    /** Why it matters, in a sentence. */
    readonly why: string;
    /** What to do, in a sentence. */
    readonly fix: string;
    /** Page that explains it. */
    readonly url?: string;
  };
}

/** A file as rules of users see it. Names here and below are safe to print: what looks like a credential is masked. */
export interface FileView {
  /** As the report has it. */
  readonly path: string;
  /** Id of the host whose file it is; `generic` when recognised by shape. */
  readonly host: string;
  /** Whether the file is this user's, a project's or the system's. */
  readonly scope: string;
}

/** A place where a credential may sit. What is in it is not told, only what it is. */
export interface SlotView {
  readonly kind: SlotKind;
  readonly field: SlotField;
  readonly name: string;
  /** Dotted structural path. */
  readonly path: string;
  readonly verdict: Verdict['kind'];
  /** Why it is that. */
  readonly reason: string;
  /** Of literals: id of the credential format and of its issuer where they are known, and how sure that is. */
  readonly format?: string;
  readonly issuer?: string;
  readonly confidence?: Confidence;
}

/** A package or image that a server is started from. */
export interface PackageView {
  readonly registry: 'npm' | 'pypi' | 'oci';
  readonly name: string;
  /** Version, tag or digest as written. */
  readonly version?: string;
  /** Starting it again gives the same code. */
  readonly pinned: boolean;
}

/** A configured server, shells, runners, containers and bridges taken off. */
export interface ServerView {
  readonly name: string;
  readonly transport: Transport;
  /** Innermost program: base name in lower case without extension. */
  readonly program?: string;
  /** Names of what stands between the host and the server, outermost first: `npx`, `docker`. */
  readonly wrappers: readonly string[];
  readonly package?: PackageView;
  /** Scheme, host name and port of a remote server. */
  readonly origin?: string;
  /** Id in the catalogue or in the servers of the settings. */
  readonly known?: string;
  readonly slots: readonly SlotView[];
}

/**
 * A rule of the user's own, in a config file of mcp-lint that is code. It sees names and facts, never a value, and reads
 * no document.
 */
export interface CustomRule {
  readonly meta: CustomRuleMeta;
  /** Gives what is wrong with a server in one sentence, or nothing. */
  checkServer?(server: ServerView, file: FileView): string | undefined;
  /** The same for a slot; `server` is absent for what stands outside of any. */
  checkSlot?(slot: SlotView, server: ServerView | undefined, file: FileView): string | undefined;
}
