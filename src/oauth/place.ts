import type { Text } from './members.ts';
import { atText, type Breach } from './requirement.ts';
import { pathOf } from './url.ts';
import { webUrlOf } from './web-addresses.ts';

/** URLs whose path is not the one that the place of the file stands for. A slash at the end does not count. */
export function findOtherPath(texts: readonly Text[], suffix: string): Breach[] {
  return texts.flatMap((text) => {
    const parts = webUrlOf(text);
    if (!parts) return [];
    const path = pathOf(parts).replace(/\/$/, '');
    const isSame = path === suffix || path.replace(/\.json$/, '') === suffix || decode(path) === suffix;
    return isSame
      ? []
      : [atText(text, 'has another path than the place of this file stands for', parts.path)];
  });
}

function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

/** URLs with a path, where the place of the file stands for none. */
export function findAnyPath(texts: readonly Text[]): Breach[] {
  return texts.flatMap((text) => {
    const parts = webUrlOf(text);
    return parts && pathOf(parts).length > 1
      ? [atText(text, 'has a path, and the place of this file has none', parts.path)]
      : [];
  });
}
