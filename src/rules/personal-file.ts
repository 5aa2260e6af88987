import { portable } from '../core/home-folder.ts';
import type { DocumentFacts } from './rule.ts';

/** Is it a file of a project that its host keeps for one person, and has git ignore? */
export function isPersonal({ host, absolute }: DocumentFacts): boolean {
  const path = portable(absolute).toLowerCase();
  return host.files.some((file) => file.personal && path.endsWith(`/${file.path.toLowerCase()}`));
}
