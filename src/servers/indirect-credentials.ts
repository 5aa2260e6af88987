import type { ClassifiedSlot } from '../core/classified.ts';
import type { Mapping } from '../core/value.ts';
import { classifyName } from '../credentials/name.ts';
import type { ServerFacts } from './server-facts.ts';
import { isNameList, namesIn } from './variable-names.ts';

/** Ways in which a server gets a credential that is not in the config. */
export interface IndirectCredentials {
  /** A file of variables is handed over: `envFile`, `--env-file`. */
  readonly variableFile: boolean;
  /** Variables for credentials that are passed on by name: `docker -e NAME`, `env_vars`, `env_keys`. Raw text. */
  readonly inherited: readonly string[];
  /** Settings that name a file with a credential in it. */
  readonly files: readonly ClassifiedSlot[];
  /** Its requests go through a proxy on this machine. */
  readonly localProxy: boolean;
}

const VARIABLE_FILE = /^(?:env_?file|--env-?file)$/i;
const ENVIRONMENT = /^(?:env|envs|environment)$/i;
const PROXY = /^(?:https?|all)_proxy$/i;
const LOCAL_PROXY =
  /^(?:https?|socks5h?):\/\/(?:[^@/\s]{0,500}@)?(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\]|host\.docker\.internal)(?=[:/]|$)/i;

/** What the next ends in: a long expression takes its time to compile. */
const NAMES_A_FILE = /(?:file|path|credentials|config)$/i;
const CREDENTIAL_FILE =
  /(?:^|[_-])(?:key_?file|key_?path|token_?file|secret_?file|password_?file|credentials?_?(?:file|path)|application_credentials|kubeconfig)$/i;
const PATH = /^(?:~|\.{1,2})?[/\\]|^[A-Za-z]:[/\\]/;

/** Looks for what hands credentials over without naming them. */
export function indirectCredentials(facts: ServerFacts): IndirectCredentials {
  const { server, launch, slots } = facts;
  const members = server.entry.entries.filter(({ shadowed }) => !shadowed);
  const environment = members.flatMap(({ key, value }) =>
    ENVIRONMENT.test(key.reveal()) && value.kind === 'mapping' ? variablesOf(value) : [],
  );
  const assigned = launch.assignments ?? [];
  const set = new Set(environment.map(({ name }) => name));
  const named = [
    ...assigned.flatMap(({ name, value }) => (value ? [] : [name])),
    ...members.flatMap(({ key, value }) => (isNameList(key.reveal(), value) ? namesIn(value) : [])),
  ];
  const variables = [
    ...environment,
    ...assigned.flatMap(({ name, value }) => (value ? [{ name, text: value.reveal() }] : [])),
  ];
  return {
    variableFile:
      members.some(({ key, value }) => VARIABLE_FILE.test(key.reveal()) && value.kind !== 'mapping') ||
      server.words.some(({ text }) => VARIABLE_FILE.test(text.reveal().split('=', 1)[0]!)),
    inherited: [...new Set(named)].filter((name) => !set.has(name) && isSecretName(name)),
    files: slots.filter(isCredentialFile),
    localProxy: variables.some(({ name, text }) => PROXY.test(name) && LOCAL_PROXY.test(text)),
  };
}

function isCredentialFile({ slot, verdict }: ClassifiedSlot): boolean {
  if (verdict.kind === 'literal' || verdict.kind === 'placeholder' || slot.value.length === 0) return false;
  if (NAMES_A_FILE.test(slot.name) && CREDENTIAL_FILE.test(slot.name)) return true;
  return verdict.kind === 'benign' && isSecretName(slot.name) && PATH.test(slot.value.reveal());
}

function isSecretName(name: string): boolean {
  return /^(?:password|secret)$/.test(classifyName(name));
}

function variablesOf(block: Mapping): { name: string; text: string }[] {
  return block.entries.flatMap(({ key, value, shadowed }) =>
    value.kind === 'scalar' && !shadowed ? [{ name: key.reveal(), text: value.text.reveal() }] : [],
  );
}
