import type { HostFile } from '../../src/core/host.ts';
import type { Machine } from '../../src/core/machine.ts';
import { Accounts } from '../../src/fixers/accounts.ts';
import { ConfigEditor } from '../../src/fixers/config-editor.ts';
import type { Destination, Item, Tools } from '../../src/fixers/destination.ts';
import { findCredentials } from '../../src/fixers/find-credentials.ts';
import { partsToKeep, withGeneric } from '../../src/hosts/reading.ts';
import { hostsForPath } from '../../src/hosts/recognise.ts';
import { type LintedDocument, lintDocument, NOWHERE } from '../../src/lint-document.ts';
import { parse } from '../../src/parsers/parse.ts';
import { RULES } from '../../src/rules/rules.ts';
import { applyEdits } from './edits.ts';
import { fillExample } from './examples.ts';
import { type FakeVault, fakeVault } from './fake-vault.ts';

/** What a destination makes of one config. */
export interface RewrittenText {
  /** The config as it was, samples filled in. */
  readonly before: string;
  readonly after: string;
  readonly items: readonly Item[];
  readonly steps: readonly string[];
  readonly warnings: readonly string[];
  /** Reasons of what is declined. */
  readonly declined: readonly string[];
  /** Rules that find something in it afterwards, and did not before. */
  readonly findings: readonly string[];
}

export interface RewriteOptions {
  readonly machine: Machine;
  readonly scope?: HostFile['scope'];
  readonly option?: string;
  readonly vault?: FakeVault;
}

/** Sends every credential of a config to one destination. Throws NotRewritable. */
export function rewriteText(
  destination: Destination,
  file: string,
  text: string,
  { machine, scope = 'user', option, vault = fakeVault(destination.vault) }: RewriteOptions,
): RewrittenText {
  const before = fillExample(text);
  const linted = lintText(before, file, scope);
  const editor = new ConfigEditor(linted.document, linted.root);
  const accounts = new Accounts(() => vault);
  const tools: Tools = {
    machine,
    editor,
    launcher: ['mcp-lint'],
    accountFor: (id, owner, name, kept) =>
      accounts.accountFor(id, owner, name, new Set(), kept && { text: kept, document: linted }),
    claimAccount: (id, account, kept) => accounts.claim(id, account, kept),
    useOf: (_, place, start) => ({
      kind: 'command',
      place,
      program: '/program',
      words: start?.words ?? [],
      variables: [],
    }),
    promptFor: () => {
      throw new Error('no prompt is wanted');
    },
    variableFor: (wanted) => wanted,
    ...(option !== undefined && { option }),
  };
  const items: Item[] = [];
  const steps: string[] = [];
  const warnings: string[] = [];
  const declined: string[] = [];
  for (const entry of findCredentials(linted).entries) {
    const reasons = entry.credentials.map((one) => destination.declines(one, entry, machine));
    declined.push(...reasons.filter((reason) => reason !== undefined));
    const taken = entry.credentials.filter((_, index) => reasons[index] === undefined);
    if (taken.length === 0) continue;
    const rewritten = destination.rewrite({ ...entry, credentials: taken }, taken, tools);
    items.push(...rewritten.items);
    steps.push(...rewritten.steps);
    warnings.push(...rewritten.warnings);
  }
  const after = applyEdits(before, editor.edits());
  const found = linted.drafts.map(({ rule }) => rule.meta.id);
  const findings = lintText(after, file, scope).drafts.map(({ rule }) => rule.meta.id);
  return {
    before,
    after,
    items,
    steps,
    warnings,
    declined,
    findings: findings.filter((id) => !found.includes(id)),
  };
}

function lintText(text: string, file: string, scope: HostFile['scope']): LintedDocument {
  const hosts = hostsForPath(file);
  const bytes = Buffer.from(text);
  const { document, root } = parse({ path: file, absolute: file, bytes }, partsToKeep(hosts));
  return lintDocument({ document, root: root! }, withGeneric(hosts), RULES, { ...NOWHERE, scope });
}
