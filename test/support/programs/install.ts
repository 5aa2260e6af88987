import { chmodSync, mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** Puts stand-ins (`op`, `doppler`) into a new folder `bin` of a folder, as programs. Gives a PATH with nothing else of note. */
export function installPrograms(folder: string, ...names: readonly string[]): string {
  const bin = join(folder, 'bin');
  mkdirSync(bin);
  for (const name of names) {
    const module = fileURLToPath(new URL(`./${name}.mjs`, import.meta.url));
    writeFileSync(
      join(bin, name),
      `#!${process.execPath}\nimport(${JSON.stringify(pathToFileURL(module).href)});\n`,
    );
    chmodSync(join(bin, name), 0o755);
  }
  symlinkSync(process.execPath, join(bin, 'node'));
  return [bin, '/usr/bin', '/bin'].join(delimiter);
}
