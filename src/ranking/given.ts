import type { ClassifiedSlot } from '../core/classified.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';
import type { Held } from './held.ts';
import { namesOf, placesOf } from './words.ts';

/** Sentences about what a server is handed, the worst first. */
export function sentencesOnKeys({ keys, standIns, indirect, settings, injected }: Held): string[] {
  const by = (how: HeldCredential['how']) => keys.filter((one) => one.how === how).map(({ slot }) => slot);
  const sentence = (slots: readonly ClassifiedSlot[], text: string) =>
    slots.length > 0 ? [text.replace('#', placesOf(slots))] : [];
  const passed = by('reference').some(({ verdict }) => verdict.kind !== 'reference');
  const inherited = indirect.inherited.length > 0 || (passed && !settings.headerFromVariable);
  return [
    ...sentence(by('literal'), 'A credential is written into #.'),
    ...sentence(
      by('reference').filter(({ verdict }) => verdict.kind === 'reference'),
      injected ? 'A tool fills # when the server starts.' : 'A reference stands in #.',
    ),
    ...sentence(by('prompt'), 'The host asks its user for #.'),
    ...sentence(indirect.files, 'A credential is in the file that # names.'),
    ...(indirect.variableFile
      ? ['A file of variables is handed over; what is in it is not part of this config.']
      : []),
    ...(inherited
      ? [
          `${namesOf(indirect.inherited) || 'A variable'} ${indirect.inherited.length > 1 ? 'are' : 'is'} passed on from the environment of the host.`,
        ]
      : []),
    ...(settings.headerFromVariable ? ['The host fills a header from a variable of its environment.'] : []),
    ...(settings.helper ? ['A command of the user makes the header; what it gives may be short-lived.'] : []),
    ...sentence(by('placeholder'), 'A placeholder is still to be replaced in #.'),
    ...sentence(standIns, 'The placeholder of a broker is in #.'),
  ];
}
