import type { Change, Part } from './change.ts';
import type { Project } from './project.ts';

/** A new file, or why it cannot be one. */
export function newFile(project: Project, change: Omit<Change, 'before'>): Part {
  const found = project.find(change.path);
  if (found.kind === 'absent') return { change };
  if (found.kind === 'text') return { kept: change.path };
  return { problem: `${change.path} cannot be written: ${found.why}.` };
}
