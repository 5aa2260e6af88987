import type { CustomRule } from './custom-rule.ts';
import type { Severity } from './report.ts';

/** Levels that the user set for rules. */
export type Levels = Readonly<Record<string, Severity | 'off'>>;

/** A decision that findings of some place are not told, with the reason for it; a field that is absent fits everything. */
export interface IgnoreEntry {
  /** Id of a rule; `*` stands for every rule. */
  readonly rule: string;
  /** Glob of files, from the folder of the config. */
  readonly file?: string;
  /** Name of a server. */
  readonly server?: string;
  /** Structural path, as reports have it. */
  readonly path?: string;
  readonly reason: string;
  /** Where it is written, when that is known. */
  readonly place?: { readonly file: string; readonly line: number; readonly column: number };
}

/** A credential format of the user's own. */
export interface OwnFormat {
  readonly id: string;
  /** What it is called in messages: "Example API key". */
  readonly title: string;
  /** Literal beginnings of its tokens. */
  readonly prefixes: readonly string[];
  /** Regex source of a whole token, prefix included, in the syntax that `credentials/own-pattern.ts` allows. */
  readonly pattern: string;
  readonly rotateUrl?: string;
}

/** A server of the user's own, as the catalogue has those that everybody knows. */
export interface OwnServer {
  readonly id: string;
  readonly title: string;
  readonly npm?: readonly string[];
  readonly pypi?: readonly string[];
  readonly images?: readonly string[];
  /** Origins of its remote servers: `https://mcp.example.com`. */
  readonly origins?: readonly string[];
  /** Variables that hold its credentials. */
  readonly secretVariables?: readonly string[];
}

/** What config files of mcp-lint decide, checked and merged with what they extend. */
export interface Settings {
  /** The files it comes from as users see them, the one that extends the others last. */
  readonly files: readonly string[];
  /** Absolute folder of the last of them: where the globs start. */
  readonly base: string;
  readonly levels: Levels;
  /** Globs of files that a search leaves out; what the user names is linted anyhow. */
  readonly exclude: readonly string[];
  /** Values that stand for credentials in the user's own examples; `*` in them stands for any text. */
  readonly placeholders: readonly string[];
  readonly formats: readonly OwnFormat[];
  readonly servers: readonly OwnServer[];
  /** Where `mcp-lint fix` puts credentials when the command line does not say: a `--to`. */
  readonly fixTo?: string;
  /** Absolute path of the baseline. */
  readonly baseline?: string;
  readonly ignores: readonly IgnoreEntry[];
  /** Rules of the user's own; only code has them. */
  readonly customRules: readonly CustomRule[];
}
