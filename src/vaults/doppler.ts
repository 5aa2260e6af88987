import type { Machine } from '../core/machine.ts';
import { Secret } from '../core/secret.ts';
import { findProgram } from './find-program.ts';
import { programEnvironment } from './program-environment.ts';
import { type ProgramEnd, runProgram } from './run-program.ts';
import { type Vault, VaultError } from './vault.ts';

/** Where a secret is at Doppler, and the variable that it becomes. */
export interface DopplerPlace {
  readonly project: string;
  readonly config: string;
  readonly name: string;
}

/** Names of projects and configs as Doppler makes them; never the start of an option. */
const SLUG = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,99}$/;
/** docs.doppler.com/docs/secrets: upper-case letters, digits and underscores, not a digit first. */
const NAME = /^[A-Z_][A-Z0-9_]{0,199}$/;
const OWN_VARIABLES = /^(?:DOPPLER_\w+|(?:HTTPS?|ALL|NO)_PROXY|SSL_CERT_(?:FILE|DIR))$/i;

/** `project/config`, as users give it behind `--to doppler:`. */
export function parseDopplerConfig(text: string): Omit<DopplerPlace, 'name'> | undefined {
  const [project = '', config = '', ...rest] = text.split('/');
  return rest.length === 0 && SLUG.test(project) && SLUG.test(config) ? { project, config } : undefined;
}

/** Whether a variable of that name can come from Doppler, which starts programs with variables of its own. */
export function isDopplerName(name: string): boolean {
  return NAME.test(name) && !/^(?:DOPPLER_(?:PROJECT|CONFIG|ENVIRONMENT)|PATH|PS1|HOME)$/.test(name);
}

/** Account of a secret: where it is, and its name, which is the variable that a server reads. */
export function dopplerAccount({ project, config, name }: DopplerPlace): string {
  return [project, config, name].join('/');
}

function placeOf(account: string): DopplerPlace {
  const cut = account.lastIndexOf('/');
  const name = account.slice(cut + 1);
  const config = parseDopplerConfig(account.slice(0, Math.max(cut, 0)));
  if (!config || !isDopplerName(name))
    throw new VaultError('refused', 'this is no name of a secret of Doppler');
  return { ...config, name };
}

/**
 * Doppler, through its own program (read in its sources, v3.76). What it keeps is not ours alone: a secret that is there
 * with another value is never replaced.
 */
export function openDoppler(machine: Machine): Vault {
  const environment = programEnvironment(machine, OWN_VARIABLES);

  const run = (words: readonly string[], { project, config }: DopplerPlace, input?: Secret): ProgramEnd => {
    const program = findProgram('doppler', machine);
    if (!program) throw new VaultError('unreachable', 'the program doppler is not installed');
    const args = [
      'secrets',
      ...words,
      '--project',
      project,
      '--config',
      config,
      '--silent',
      '--attempts',
      '2',
    ];
    return runProgram({ program, args, environment, ...(input && { input }) });
  };

  const read = (account: string): Secret | undefined => {
    const place = placeOf(account);
    const end = run(['get', place.name, '--json', '--no-exit-on-missing-secret'], place);
    if (end.code !== 0) throw failureOf(end, place);
    return valueIn(end.output, place);
  };

  return {
    id: 'doppler',
    title: 'Doppler',
    holdsEnvelopes: false,
    missing: () => (findProgram('doppler', machine) ? undefined : 'doppler is not installed'),
    read,
    store(account, content) {
      const place = placeOf(account);
      const there = read(account);
      if (there?.equals(content)) return;
      if (there)
        throw new VaultError(
          'refused',
          `Doppler has another value under ${place.name} in ${place.project}/${place.config} already`,
        );
      const end = run(['set', place.name, '--no-interactive'], place, content);
      if (end.code !== 0) throw failureOf(end, place);
    },
    remove(account) {
      const place = placeOf(account);
      const there = read(account);
      if (there === undefined) return false;
      if (there.length === 0) throw new VaultError('refused', `Doppler does not show what ${place.name} is`);
      const end = run(['delete', place.name, '--yes'], place);
      if (end.code !== 0) throw failureOf(end, place);
      return true;
    },
  };
}

/** `{"NAME":{"computed":"…"}}`, an empty object when there is no such secret. */
function valueIn(output: Secret, { name }: DopplerPlace): Secret | undefined {
  const secrets = parseObject(output);
  const secret = secrets?.[name];
  if (!secrets) throw new VaultError('damaged', 'the program doppler said something else than expected');
  if (secret === undefined || secret === null) return undefined;
  const value = typeof secret === 'object' && 'computed' in secret ? secret.computed : undefined;
  // Nothing of a secret whose value its user may use but not see: it is another's.
  return new Secret(typeof value === 'string' ? value : '');
}

function parseObject(text: Secret): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text.reveal());
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined; // its message quotes the text
  }
}

/** What went wrong, in our own words. */
function failureOf({ code, errors }: ProgramEnd, { project, config }: DopplerPlace): VaultError {
  const said = errors.reveal();
  const isOffline = /dial tcp|no such host|timeout|connection/i.test(said);
  if (!isOffline && /could not find|not found|access/i.test(said))
    return new VaultError('refused', `Doppler has no config ${project}/${config} that you may use`);
  if (!isOffline && /token/i.test(said))
    return new VaultError('locked', 'Doppler does not know you: "doppler login" signs in');
  const reason = isOffline || code === 'cut off' ? 'did not reach Doppler' : 'failed';
  return new VaultError('unreachable', `the program doppler ${reason}`);
}
