import { label } from '../../core/label.ts';
import type { Machine } from '../../core/machine.ts';
import { findProgram } from '../../vaults/find-program.ts';
import { formatReference } from '../../vaults/reference.ts';
import { type Destination, type Item, NotRewritable, type Rewritten, type Tools } from '../destination.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';
import { takeOut, variableOf } from './by-injector.ts';
import { infisicalProject } from './infisical-project.ts';
import { programWord, runnerWarnings } from './runner-program.ts';

/** Names that Infisical never hands on (its sources of 2026-08-08, `filterReservedEnvVars`). */
const RESERVED = /^(?:HOME|PATH|PS1|PS2|PWD|EDITOR|XAUTHORITY|USER|TERM|TERMINFO|SHELL|MAIL|(?:XDG|LC)_.*)$/;
/** `dev`, `dev/mcp/github`. */
const OPTION = /^([a-z0-9][a-z0-9-]{0,63})((?:\/[A-Za-z0-9_-]{1,64})*)\/?$/;

/**
 * Infisical, which starts the server with variables that are called as its secrets are. Its program takes a value from its
 * command line or a file only, so the value waits in the keychain until its user has put it there.
 */
export const infisical: Destination = {
  id: 'infisical',
  title: 'Infisical',
  option: 'ENVIRONMENT/PATH',
  safety: 'needs-steps',
  vault: 'keychain',
  automatic: false,
  why: 'Infisical keeps the value for your team, and its own program puts it into the environment of the server.',
  missing,
  declines,
  rewrite,
};

function missing(machine: Machine): string | undefined {
  if (!findProgram('infisical', machine)) return 'infisical is not installed';
  return infisicalProject(machine.cwd)
    ? undefined
    : 'this folder belongs to no project of Infisical ("infisical init" makes it one)';
}

function declines(credential: InlineCredential, entry: FixEntry): string | undefined {
  const variable = variableOf(credential, entry);
  if (typeof variable === 'string') return variable;
  return /^[A-Za-z_]\w*$/.test(variable.name) && !RESERVED.test(variable.name)
    ? undefined
    : `Infisical hands on no variable called ${label(variable.name)}`;
}

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const { facts } = entry;
  const { editor, machine, option } = tools;
  const [, environment, folder = ''] = OPTION.exec(option ?? '') ?? [];
  const project = infisicalProject(machine.cwd);
  if (environment === undefined || project === undefined)
    throw new NotRewritable('Infisical needs an environment and a path: "--to infisical:dev/mcp/github"');
  const path = folder || '/';
  const server = serverLabel(facts.server);
  const placed = takeOut(entry, credentials, tools).map(({ variable, text, credential }) => {
    const account = tools.accountFor('keychain', entry, variable, text);
    const item: Item = { vault: 'keychain', account, text, uses: [], credential };
    const step = `Copy the value with "mcp-lint secret copy ${formatReference(item)}" and save it in Infisical as ${label(variable)}, environment ${environment}, path ${path}: ${server} does not start as before until it is there.`;
    return { item, step };
  });
  const words = [
    ...[programWord('infisical', entry, machine), 'run', '--silent', `--projectId=${project}`],
    ...[`--env=${environment}`, `--path=${path}`, '--'],
  ];
  if (!editor.wrapCommand(facts, words))
    throw new NotRewritable('its command line has a form that cannot be changed');
  const warnings = [
    `${server} gets every secret of ${environment}${path} at Infisical, not only its own.`,
    `When your sign-in to Infisical has run out, ${server} does not start: "infisical login" renews it.`,
    ...runnerWarnings(entry, machine, {
      title: 'Infisical',
      session: /^INFISICAL_(?:TOKEN|UNIVERSAL_AUTH_)/,
    }),
  ];
  return { items: placed.map(({ item }) => item), steps: placed.map(({ step }) => step), warnings };
}
