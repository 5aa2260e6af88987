import { globalCredentials } from '../servers/global-env.ts';
import type { HeldCredential } from '../servers/held-credentials.ts';
import type { Rule } from './rule.ts';
import { countHeld, placeInEntry, rangeOf, relatedHeld } from './words.ts';

/** A credential in a block of variables that every server inherits. */
export const secretInGlobalEnv: Rule = {
  meta: {
    id: 'secret-in-global-env',
    title: 'Every server inherits a credential',
    category: 'approach',
    severity: 'warning',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A block of variables that the host hands to everything it starts ("env" of the settings of Claude Code, "containerEnv" and ' +
        '"remoteEnv" of a dev container) holds a credential: written in the file (warning) or by reference (info).',
      why:
        'The credential was meant for one server or one program, and all of them get it: every server of every project, every command ' +
        'that the agent runs, every package that any of them loads. Whichever is the weakest decides who has it.',
      fix: 'Move the variable into the entry of the one server that needs it, as a reference, or let that server sign in by itself.',
    },
  },
  bad: [
    {
      file: '.claude/settings.json',
      text: '{\n  "env": { "SEARCH_API_KEY": "{{opaque}}", "LOG_LEVEL": "info" }\n}\n',
      also: ['inline-credential'],
    },
    {
      file: '.devcontainer/devcontainer.json',
      text: '{\n  "image": "debian",\n  "remoteEnv": { "GITHUB_TOKEN": "${localEnv:GITHUB_TOKEN}" }\n}\n',
    },
  ],
  good: [
    { file: '.claude/settings.json', text: '{\n  "env": { "LOG_LEVEL": "info" }\n}\n' },
    {
      file: '.devcontainer/devcontainer.json',
      text: '{\n  "image": "debian",\n  "remoteEnv": { "EDITOR": "vim" }\n}\n',
    },
  ],
  checkDocument(document) {
    return globalCredentials(document).map((credentials) => {
      const first = credentials.find(({ how }) => how === 'literal') ?? credentials[0]!;
      const ordered = [first, ...credentials.filter((one) => one !== first)];
      return {
        range: rangeOf(first.slot),
        path: first.slot.slot.path,
        severity: first.how === 'literal' ? 'warning' : 'info',
        message: `Every server and every command that this host starts inherits ${countHeld(ordered)}: ${placeInEntry(first.slot.slot)}${ordered.length > 1 ? ' and others' : ''}`,
        why: whyHere(first),
        advice:
          'Delete the variable here and set it, as a reference, in the "env" of the one server that needs it. A key of the host itself belongs into its own sign-in.',
        slot: first.slot,
        related: relatedHeld(ordered),
      };
    });
  },
};

function whyHere({ how }: HeldCredential): string {
  const reach = 'One hostile package or one injected prompt among all of them is enough to lose it.';
  return how === 'literal' ? `${reach} It is in this file as well.` : reach;
}
