// Whose code the bundles hold, and the notices that its licenses ask for.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Files of a package with what has to be passed on. */
const TEXTS = /^(?:licen[cs]e|copying|notice|third-?party-?notice)/i;

/** What was done to a package before it went into a bundle, where its license wants that said. */
const CHANGED = {
  typescript: 'Changed: only its parser and what that needs are here (scripts/narrow-typescript.mjs).',
};

/** `build` of esbuild, and the set of files that end up in what it builds. */
export function recordFiles(build) {
  const files = new Set();
  return {
    files,
    async build(options) {
      const result = await build({ ...options, metafile: true });
      for (const { inputs } of Object.values(result.metafile.outputs))
        for (const [file, { bytesInOutput }] of Object.entries(inputs))
          if (bytesInOutput > 0) files.add(file);
      return result;
    },
  };
}

/** The notices for the packages that files belong to. Throws when one comes without a license or its text. */
export function noticesFor(files) {
  const folders = new Set([...files].map(packageFolderOf).filter((folder) => folder !== undefined));
  // A version that is installed in several places is one.
  const notices = new Set([...folders].map(noticeOf).sort());
  const line = `${'-'.repeat(80)}\n`;
  return ['The files beside this one hold code of these packages:\n', ...notices].join(`\n${line}`);
}

/** The folder of the package that a file is of; nothing for our own. */
function packageFolderOf(file) {
  return /^(?:.*[\\/])?node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+/.exec(file)?.[0];
}

function noticeOf(folder) {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  const texts = readdirSync(folder)
    .filter((file) => TEXTS.test(file))
    .sort()
    .map((file) => readFileSync(join(folder, file), 'utf8').replaceAll('\r', '').trim());
  if (typeof license !== 'string' || texts.length === 0)
    throw new Error(`${name} ${version} is in a bundle and comes without a license or its text`);
  const head = `${name} ${version} (${license})`;
  return `${[head, ...(CHANGED[name] ? [CHANGED[name]] : []), ...texts].join('\n\n')}\n`;
}
