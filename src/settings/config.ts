import type { CustomRule } from '../core/custom-rule.ts';
import type { Severity } from '../core/report.ts';
import type { IgnoreEntry, OwnFormat, OwnServer } from '../core/settings.ts';

/** What a config file of mcp-lint says: `mcp-lint.config.json` and its kin, or `mcpLint` of a package.json. */
export interface Config {
  /** Address of the JSON Schema, for editors. */
  readonly $schema?: string;
  readonly extends?: string | readonly string[];
  readonly rules?: Readonly<Record<string, Severity | 'off'>>;
  readonly exclude?: readonly string[];
  readonly placeholders?: readonly string[];
  readonly formats?: readonly OwnFormat[];
  readonly servers?: readonly OwnServer[];
  readonly fix?: { readonly to?: string };
  readonly baseline?: string;
  readonly ignore?: readonly Omit<IgnoreEntry, 'place'>[];
}

/** A config that is code may have rules of its own. */
export interface CodeConfig extends Config {
  readonly customRules?: readonly CustomRule[];
}

/** Gives a config back as it is; editors then know what may be in it. */
export function defineConfig(config: CodeConfig): CodeConfig {
  return config;
}

/** Gives a rule back as it is; editors then know what it is handed. */
export function defineRule(rule: CustomRule): CustomRule {
  return rule;
}
