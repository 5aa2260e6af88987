// Builds what `npm install` in a clone, an installation from git and `npm pack` need, unless it is there and newer than
// all it is made of: npm asks for it twice on the way.
import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const MADE_OF = ['src', 'scripts', 'package.json', 'package-lock.json'];

function newestIn(path) {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (!stats?.isDirectory()) return stats?.mtimeMs ?? 0;
  return Math.max(stats.mtimeMs, ...readdirSync(path).map((name) => newestIn(join(path, name))));
}

/** npm before 12 hands its `--global` down when it prepares a package from git, so that nothing gets here (npm/cli#8440). */
function installTools() {
  const npm = process.env['npm_execpath'];
  if (existsSync('node_modules/esbuild') || !npm?.endsWith('.js')) return;
  const words = 'install --global=false --include=dev --ignore-scripts --no-save --no-audit --no-fund';
  // Nothing on standard output, where `npm pack` names the file.
  execFileSync(process.execPath, [npm, ...words.split(' ')], { stdio: ['ignore', 'ignore', 'inherit'] });
}

// The build writes the types last but for code that it compiles.
const built = statSync('dist/types/index.d.ts', { throwIfNoEntry: false })?.mtimeMs ?? 0;
if (built < Math.max(...MADE_OF.map(newestIn))) {
  installTools();
  await import('./build.mjs');
}
