import { VERSIONED_FOLDERS } from './version-managers.ts';

/** A path with the step taken out that an upgrade through a manager of versions changes. */
export function withoutManagedVersion(path: string): string {
  const steps = path.split(/[/\\]/);
  for (const folder of VERSIONED_FOLDERS) {
    // Nearly all have no such step.
    if (!path.includes(folder.slice(0, folder.indexOf('/')))) continue;
    const wanted = folder.split('/');
    const last = wanted.length - 1;
    for (let start = 0; start + last < steps.length; start++) {
      // A step up would lead out of the folder.
      const version = steps[start + last]!;
      if (version === '' || version === '.' || version === '..') continue;
      if (wanted.slice(0, last).every((step, index) => isStep(step, steps[start + index]!)))
        return steps.with(start + last, '#').join('/');
    }
  }
  return path;
}

function isStep(wanted: string, step: string): boolean {
  return wanted === '*' ? step !== '' : wanted === step;
}
