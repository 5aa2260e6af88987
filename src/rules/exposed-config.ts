import type { ClassifiedSlot } from '../core/classified.ts';
import { label } from '../core/label.ts';
import { literalCredential } from '../core/literal-credential.ts';
import type { Exposure, Severity } from '../core/report.ts';
import type { Surroundings } from '../core/surroundings.ts';
import type { DocumentFacts, Draft, Rule } from './rule.ts';

/** A way in which a file gets to others. */
interface Reason {
  /** Ends the sentence "A file with a credential is exposed: …". */
  readonly clause: string;
  readonly why: string;
  readonly advice: string;
  /** It has left this machine for all who have the repository. */
  readonly committed?: true;
}

const MAX_NAMES = 3;

/** A file with a literal credential that others get to see. */
export const exposedConfig: Rule = {
  meta: {
    id: 'exposed-config',
    title: 'A config with a credential gets to others',
    category: 'files',
    severity: 'error',
    tags: ['security'],
    since: '0.1.0',
    docs: {
      what:
        'A file that holds a credential itself is tracked by git, was tracked with a credential in it, lies in a git work tree where ' +
        'nothing ignores it, is copied to other machines by a synchronising service, can be read by other users of this machine, ' +
        'or has backup copies with a credential beside it. All that hold are told in one finding, at the first credential.',
      why:
        'The credential is then as safe as the weakest of these places. What was committed once stays in every clone; what was ' +
        'synchronised is on machines that nobody thinks of; backups are forgotten when the config is cleaned.',
      fix:
        'Replace the credential by a reference first, and revoke it where it has left the machine. Then close the way: chmod 600, ' +
        'git rm --cached and .gitignore, a folder that nothing synchronises, no backups.',
    },
  },
  bad: [
    {
      file: '.mcp.json',
      git: 'tracked',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque}}" } }\n  }\n}\n',
      also: ['inline-credential', 'shared-bearer-key'],
    },
    {
      file: 'Dropbox/work/.cursor/mcp.json',
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque}}" } }\n  }\n}\n',
      also: ['inline-credential'],
    },
    {
      file: '.vscode/mcp.json',
      git: 'untracked',
      text: '{\n  "servers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque}}" } }\n  }\n}\n',
      also: ['inline-credential'],
    },
  ],
  good: [
    {
      file: '.mcp.json',
      git: 'tracked',
      mode: 0o644,
      text: '{\n  "mcpServers": {\n    "search": { "command": "search-mcp", "env": { "SEARCH_REGION": "eu" } }\n  }\n}\n',
    },
    {
      file: '.cursor/mcp.json',
      mode: 0o600,
      text: '{\n  "mcpServers": {\n    "search": { "type": "http", "url": "https://mcp.example.com/mcp", "headers": { "Authorization": "Bearer {{opaque}}" } }\n  }\n}\n',
      also: ['inline-credential'],
    },
  ],
  // A file is told once, however many hosts read a part of it.
  checkWorkspace({ documents }) {
    return documents.flatMap((document) => {
      const draft = exposureOf(document);
      return draft ? [{ document, draft }] : [];
    });
  },
};

function exposureOf(document: DocumentFacts): Draft | undefined {
  const credentials = [...document.servers.flatMap(({ slots }) => slots), ...document.slots]
    .filter(literalCredential)
    .sort((a, b) => startOf(a) - startOf(b));
  const first = credentials[0];
  if (!first) return undefined;
  const reasons = reasonsOf(document.exposure(), document.surroundings());
  if (reasons.length === 0) return undefined;
  const what = credentials.length === 1 ? 'a credential' : `${credentials.length} credentials`;
  return {
    range: literalCredential(first)!.secret.range,
    path: first.slot.path,
    severity: levelOf(credentials, reasons),
    message: `A file with ${what} is exposed: ${reasons.map(({ clause }) => clause).join('; ')}`,
    why: reasons
      .slice(0, 2)
      .map(({ why }) => why)
      .join(' '),
    advice: reasons.map(({ advice }) => advice).join(' '),
    slot: first,
    wholeFile: true,
  };
}

function startOf(credential: ClassifiedSlot): number {
  return literalCredential(credential)!.secret.range.start;
}

/** An error when a credential that we are sure of has left the machine; what is expired is worth a note. */
function levelOf(credentials: readonly ClassifiedSlot[], reasons: readonly Reason[]): Severity {
  const live = credentials
    .map((one) => literalCredential(one)!)
    .filter(({ traits }) => !traits.includes('expired'));
  if (live.length === 0) return 'info';
  const certain = live.some(({ confidence }) => confidence !== 'low');
  return certain && reasons.some(({ committed }) => committed) ? 'error' : 'warning';
}

/** Worst first. */
function reasonsOf(exposure: Exposure, around: Surroundings): Reason[] {
  return [...reasonsOfGit(exposure, around), ...reasonsOfCopies(exposure, around)];
}

function reasonsOfGit({ tracked }: Exposure, { repository, ignored, inHistory }: Surroundings): Reason[] {
  if (tracked)
    return [
      {
        clause: 'git tracks it',
        why: 'Everyone with a clone of the repository has the credential.',
        advice:
          'Revoke the credential, take the file out of git with "git rm --cached", list it in .gitignore, and rewrite the history if it was pushed.',
        committed: true,
      },
    ];
  const reasons: Reason[] = [];
  if (inHistory)
    reasons.push({
      clause: 'git does not track it any more, but has earlier versions with a credential',
      why: 'Everyone who clones the repository gets the earlier versions.',
      advice:
        'Revoke what the earlier versions hold, and rewrite the history (git filter-repo) if it was pushed.',
      committed: true,
    });
  if (repository && ignored === false)
    reasons.push({
      clause: 'it lies in a git work tree and nothing ignores it',
      why: 'One "git add" puts the credential into the history.',
      advice: 'List the file in .gitignore.',
    });
  return reasons;
}

function reasonsOfCopies({ readableByOthers }: Exposure, { syncedBy, backups }: Surroundings): Reason[] {
  const reasons: Reason[] = [];
  if (syncedBy !== undefined)
    reasons.push({
      clause: `${syncedBy} copies it to other machines`,
      why: 'The credential is on every machine that is synchronised, and often with the service.',
      advice: `Keep the file where ${syncedBy} does not copy it, or put a reference in place of the credential.`,
    });
  if (readableByOthers)
    reasons.push({
      clause: 'its mode lets other users of this machine read it',
      why: 'Every account and every service of this machine can read the credential.',
      advice: 'Run "chmod 600" on it.',
    });
  if (backups.length > 0)
    reasons.push({
      clause: `${backups.length === 1 ? 'a copy with a credential lies' : `${backups.length} copies with a credential lie`} beside it (${namesOf(backups)})`,
      why: 'What is removed here stays in the copies.',
      advice: `Delete the ${backups.length === 1 ? 'copy' : 'copies'}.`,
    });
  return reasons;
}

function namesOf(paths: readonly string[]): string {
  const names = paths.slice(0, MAX_NAMES).map(label).join(', ');
  return paths.length > MAX_NAMES ? `${names}, \u2026` : names;
}
