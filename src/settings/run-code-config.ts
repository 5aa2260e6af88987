import { extname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { label } from '../core/label.ts';
import { OwnFileError } from '../core/usage-error.ts';

/**
 * Runs a config that is code and gives what it exports by default, awaited. `shown` is its path for messages. Throws a UsageError: what the
 * code itself says may quote anything, so only the kind and the place of its errors are told.
 */
export async function runCodeConfig(path: string, shown: string): Promise<unknown> {
  const isTyped = /^\.m?ts$/.test(extname(path));
  // Newer than the types that we build with.
  const features: object & { readonly typescript?: unknown } =
    process.getBuiltinModule('node:process').features;
  if (isTyped && !features.typescript)
    throw new OwnFileError(
      `${label(shown)}: this Node.js cannot run TypeScript: Node.js 22.18 or later can. Or write the config in JavaScript (.mjs, .js) or JSON.`,
    );
  const url = pathToFileURL(path).href;
  let loaded: Record<string, unknown>;
  try {
    loaded = (await import(url)) as Record<string, unknown>;
    if (Object.hasOwn(loaded, 'default')) return await loaded['default'];
  } catch (error) {
    throw new OwnFileError(
      `${label(shown)}${placeIn(error, path, url)}: the code of this config failed (${kindOf(error)}).${isMissing(error) ? ' Something that it imports is not installed.' : ''}`,
    );
  }
  throw new OwnFileError(
    `${label(shown)} exports no config: "export default {…}", or "module.exports = {…}" in .cjs.`,
  );
}

function isMissing(error: unknown): boolean {
  const { code } = (error instanceof Error ? error : {}) as NodeJS.ErrnoException;
  return code === 'ERR_MODULE_NOT_FOUND' || code === 'MODULE_NOT_FOUND';
}

function kindOf(error: unknown): string {
  if (!(error instanceof Error)) return 'no error was thrown, but something else';
  const { code } = error as NodeJS.ErrnoException;
  const known = typeof code === 'string' && /^[A-Z][A-Z_]{2,60}$/.test(code) ? `, ${code}` : '';
  return `${label(error.constructor.name)}${known}`;
}

/** `:line:column` of the first line of the stack that is about the file. Messages stand before it and may say anything. */
function placeIn(error: unknown, path: string, url: string): string {
  const stack = error instanceof Error && typeof error.stack === 'string' ? error.stack : '';
  for (const line of stack.split('\n')) {
    const name = [url, path].find((one) => line.includes(`${one}:`));
    if (name === undefined) continue;
    const [, place] = /^(:\d{1,9}(?::\d{1,9})?)/.exec(line.slice(line.indexOf(name) + name.length)) ?? [];
    if (place !== undefined) return place;
  }
  return '';
}
