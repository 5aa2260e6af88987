import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pick, seededRandom } from './random.mjs';

const CONFIG_NAMES = ['.mcp.json', '.cursor/mcp.json', '.vscode/mcp.json', 'mcp.json'];
const EXTENSIONS = ['.ts', '.js', '.json', '.md', '.test.ts', '.css'];
const FILES_PER_FOLDER = 8;

/**
 * Makes a git repository with `tracked` files in folders of a monorepo's shape, all committed, and `installed` more
 * in `node_modules`, which git ignores.
 * @param {string} root an empty folder
 * @param {{ tracked: number, installed: number, configs: number, seed: number }} size
 * @returns {string[]} paths of the configs below `root`, `/`-separated
 */
export function makeTree(root, { tracked, installed, configs, seed }) {
  const random = seededRandom(seed);
  const folders = spread(random, Math.ceil(tracked / FILES_PER_FOLDER), 'packages', 'src');
  const paths = Array.from({ length: configs }, (_, index) => {
    const folder = folders[Math.floor((index / configs) * folders.length)];
    return `${folder}/${CONFIG_NAMES[index % CONFIG_NAMES.length]}`;
  });
  for (const path of paths) write(root, path, JSON.stringify(config(), null, 2));
  write(root, '.gitignore', 'node_modules/\n');
  fill(root, random, folders, tracked - configs - 1);
  fill(
    root,
    random,
    spread(random, Math.ceil(installed / FILES_PER_FOLDER), 'node_modules', 'lib'),
    installed,
  );
  commit(root);
  return paths;
}

/** @param {() => number} random @param {number} count @param {string} top @param {string} inner */
function spread(random, count, top, inner) {
  const folders = [`${top}/package-0`];
  for (let index = 1; folders.length < count; index++) {
    folders.push(`${top}/package-${index}`);
    for (let size = Math.floor(random() * 12); size > 0 && folders.length < count; size--) {
      const deeper = random() < 0.5 ? folders[folders.length - 1] : `${top}/package-${index}`;
      folders.push(`${deeper}/${inner}-${size}`);
    }
  }
  return folders;
}

/** @param {string} root @param {() => number} random @param {string[]} folders @param {number} files */
function fill(root, random, folders, files) {
  for (const folder of folders) mkdirSync(join(root, folder), { recursive: true });
  for (let index = 0; index < files; index++) {
    const name = `module-${Math.floor(index / folders.length)}${pick(random, EXTENSIONS)}`;
    writeFileSync(join(root, folders[index % folders.length], name), `// ${index}\n`);
  }
}

/** @param {string} root @param {string} path @param {string} text */
function write(root, path, text) {
  mkdirSync(dirname(join(root, path)), { recursive: true });
  writeFileSync(join(root, path), text);
}

function config() {
  return {
    mcpServers: { files: { command: 'npx', args: ['-y', 'some-server'], env: { LOG_LEVEL: 'info' } } },
  };
}

/** @param {string} root */
function commit(root) {
  const author = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost', '-c', 'commit.gpgsign=false'];
  const git = (/** @type {string[]} */ ...args) => execFileSync('git', args, { cwd: root, stdio: 'ignore' });
  git('init', '--quiet');
  // It would tidy up in the background while things are measured.
  git('config', 'gc.auto', '0');
  git('add', '--all');
  git(...author, 'commit', '--quiet', '--message', 'tree');
}
