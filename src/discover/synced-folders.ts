import { basename, dirname, join } from 'node:path';
import { portable, startOf } from '../core/home-folder.ts';
import { statOf } from './stat-of.ts';

/** Folders that a service keeps equal on several machines, known by where they are or by what lies in them. */
interface SyncedFolder {
  /** As people call it. */
  readonly service: string;
  /** Name of a folder directly in the home folder. */
  readonly inHome?: RegExp;
  /** Path of a folder from the home folder on, lower case; the last name may go on. */
  readonly belowHome?: string;
  /** Path of a file or folder that the service puts into what it synchronises. */
  readonly marker?: string;
}

const SERVICES: readonly SyncedFolder[] = [
  { service: 'iCloud Drive', belowHome: 'library/mobile documents', inHome: /^icloud ?drive$/i },
  // macOS keeps the folders of other services here, one for each account (FileProvider).
  { service: 'Dropbox', belowHome: 'library/cloudstorage/dropbox' },
  { service: 'OneDrive', belowHome: 'library/cloudstorage/onedrive' },
  { service: 'Google Drive', belowHome: 'library/cloudstorage/googledrive' },
  { service: 'Box', belowHome: 'library/cloudstorage/box' },
  { service: 'a cloud storage', belowHome: 'library/cloudstorage/' },
  { service: 'Dropbox', inHome: /^dropbox(?: \(.{1,60}\))?$/i, marker: '.dropbox.cache' },
  { service: 'OneDrive', inHome: /^onedrive(?: - .{1,80})?$/i },
  { service: 'Google Drive', inHome: /^(?:google ?drive|my drive)$/i },
  { service: 'Box', inHome: /^Box(?: Sync)?$/ },
  { service: 'Nextcloud', inHome: /^nextcloud\d{0,2}$/i, marker: '.nextcloudsync.log' },
  { service: 'ownCloud', inHome: /^owncloud\d{0,2}$/i, marker: '.owncloudsync.log' },
  { service: 'pCloud', inHome: /^pcloud ?drive$/i },
  { service: 'MEGA', inHome: /^MEGA(?:sync)?$/ },
  { service: 'Proton Drive', inHome: /^proton ?drive$/i },
  { service: 'Synology Drive', inHome: /^synologydrive$/i },
  // docs.syncthing.net: the marker without which it stops; docs.resilio.com "What is .sync directory".
  { service: 'Syncthing', marker: '.stfolder' },
  { service: 'Resilio Sync', marker: '.sync/ID' },
];

/** Folders that iCloud Drive takes over as a whole, when its user wants that. */
const TAKEN_OVER = ['Desktop', 'Documents'];
const ICLOUD = 'Library/Mobile Documents/com~apple~CloudDocs';

/** Files that editors made of VS Code send to their own service, and the sign that they did (userDataSync.ts). */
const SENT_BY_EDITOR: Readonly<Record<string, string>> = {
  'mcp.json': 'sync/mcp/lastSyncmcp.json',
  'settings.json': 'sync/settings/lastSyncsettings.json',
};

/** The service that copies a file to other machines. The path is the true one, links followed. */
export function syncServiceOf(path: string, home: string | undefined): string | undefined {
  const known = serviceByPlace(path, home);
  if (known) return known;
  const sign = Object.hasOwn(SENT_BY_EDITOR, basename(path)) ? SENT_BY_EDITOR[basename(path)] : undefined;
  if (sign !== undefined && isThere(join(dirname(path), sign))) return 'Settings Sync';
  if (home !== undefined && isTakenOver(path, home)) return 'iCloud Drive';
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const marked = SERVICES.find(({ marker }) => marker !== undefined && isThere(join(folder, marker)));
    if (marked) return marked.service;
    if (dirname(folder) === folder) return undefined;
  }
}

/** What the path alone tells. Windows paths too. */
export function serviceByPlace(path: string, home: string | undefined): string | undefined {
  const { below, drive } = startOf(portable(path), home);
  if (below === undefined && drive === undefined) return undefined;
  const rest = below ?? drive!;
  const first = rest.split('/', 1)[0]!;
  if (first === rest) return undefined;
  return SERVICES.find(
    ({ belowHome, inHome }) =>
      (belowHome !== undefined && rest.toLowerCase().startsWith(belowHome)) || inHome?.test(first),
  )?.service;
}

function isTakenOver(path: string, home: string): boolean {
  const { below } = startOf(portable(path), home);
  const folder = TAKEN_OVER.find((name) => below?.startsWith(`${name}/`));
  if (folder === undefined) return false;
  const [here, there] = [join(home, folder), join(home, ICLOUD, folder)].map(statOf);
  return here !== undefined && there !== undefined && here.ino === there.ino && here.dev === there.dev;
}

function isThere(path: string): boolean {
  return statOf(path) !== undefined;
}
