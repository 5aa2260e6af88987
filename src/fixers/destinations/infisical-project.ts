import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { LocatedText } from '../../core/located-text.ts';
import { parseJsonc } from '../../parsers/jsonc.ts';

const FILE = '.infisical.json';
const MOST_BYTES = 1 << 16;

/** Id of the project of Infisical that a folder belongs to, as `infisical` finds it: by a file there or further up. */
export function infisicalProject(folder: string): string | undefined {
  const text = read(join(folder, FILE));
  if (text === undefined) {
    const parent = dirname(folder);
    return parent === folder ? undefined : infisicalProject(parent);
  }
  const { root } = parseJsonc(new LocatedText(text, 0));
  const members = root?.kind === 'mapping' ? root.entries : [];
  const id = members.find(({ key }) => key.reveal() === 'workspaceId')?.value;
  const name = id?.kind === 'scalar' && id.type === 'string' ? id.text.reveal() : '';
  return /^[A-Za-z0-9][A-Za-z0-9-]{7,63}$/.test(name) ? name : undefined;
}

function read(path: string): string | undefined {
  try {
    const bytes = readFileSync(path);
    return bytes.length > MOST_BYTES ? '' : bytes.toString('utf8');
  } catch {
    return undefined;
  }
}
