import { label } from '../../core/label.ts';
import { dopplerAccount, isDopplerName, parseDopplerConfig } from '../../vaults/doppler.ts';
import { type Destination, type Item, NotRewritable, type Rewritten, type Tools } from '../destination.ts';
import type { FixEntry, InlineCredential } from '../inline-credential.ts';
import { serverLabel } from '../server-label.ts';
import { spellingOf } from '../spelling.ts';
import { takeOut, variableOf } from './by-injector.ts';
import { programWord, runnerWarnings } from './runner-program.ts';

/** Doppler, which starts the server with variables that are called as its secrets are. */
export const doppler: Destination = {
  id: 'doppler',
  title: 'Doppler',
  option: 'PROJECT/CONFIG',
  safety: 'safe',
  vault: 'doppler',
  automatic: false,
  why: 'Doppler keeps the value for your team, and its own program puts it into the environment of the server.',
  declines,
  rewrite,
};

function declines(credential: InlineCredential, entry: FixEntry): string | undefined {
  const variable = variableOf(credential, entry);
  if (typeof variable === 'string') return variable;
  if (!isDopplerName(variable.name))
    return `Doppler takes no secret called ${label(variable.name)}, and the variable is called as the secret is`;
  if (variable.text.reveal().includes('${'))
    return 'it has "${" in it, where Doppler puts the value of another secret';
  return spellingOf(entry.document.document, variable.text)
    ? 'it is written with escapes, which Doppler could not give back'
    : undefined;
}

function rewrite(entry: FixEntry, credentials: readonly InlineCredential[], tools: Tools): Rewritten {
  const { facts } = entry;
  const { editor, machine, option } = tools;
  const place = parseDopplerConfig(option ?? '');
  if (!place) throw new NotRewritable('Doppler needs a project and a config: "--to doppler:PROJECT/CONFIG"');
  const { project, config } = place;
  const items = takeOut(entry, credentials, tools).map(({ variable, text, credential }): Item => {
    const account = dopplerAccount({ project, config, name: variable });
    if (!tools.claimAccount('doppler', account, text))
      throw new NotRewritable(`${project}/${config} of Doppler has another value under ${label(variable)}`);
    return { vault: 'doppler', account, text, uses: [], credential };
  });
  const names = items.map(({ account }) => account.slice(account.lastIndexOf('/') + 1));
  const words = [
    ...[programWord('doppler', entry, machine), 'run', '--project', project, '--config', config],
    ...['--only-secrets', [...new Set(names)].join(','), '--'],
  ];
  if (!editor.wrapCommand(facts, words))
    throw new NotRewritable('its command line has a form that cannot be changed');
  const warnings = [
    `Everybody who may read ${project}/${config} of Doppler can read what ${serverLabel(facts.server)} gets.`,
    ...runnerWarnings(entry, machine, { title: 'Doppler', session: /^DOPPLER_TOKEN$/ }),
  ];
  return { items, steps: [], warnings };
}
