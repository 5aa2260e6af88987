import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pick, seededRandom } from './random.mjs';

const EXTENSIONS = ['.ts', '.ts', '.ts', '.tsx', '.js', '.md', '.yml', '.json', '.sh'];
const WORDS =
  'const function return value index options config request response user service client handler token url header import from type readonly await'.split(
    ' ',
  );
const FILES_PER_FOLDER = 12;

/**
 * Makes a folder of source files, of which some define an MCP server.
 * @param {string} root an empty folder
 * @param {{ files: number, mentions: number, seed: number }} size
 */
export function makeSources(root, { files, mentions, seed }) {
  const random = seededRandom(seed);
  for (let index = 0; index < files; index++) {
    const folder = join(root, `src-${Math.floor(index / FILES_PER_FOLDER)}`);
    if (index % FILES_PER_FOLDER === 0) mkdirSync(folder, { recursive: true });
    const isServer = index % Math.floor(files / mentions) === 0;
    const extension = isServer ? '.ts' : pick(random, EXTENSIONS);
    writeFileSync(join(folder, `module-${index}${extension}`), isServer ? server(random) : text(random));
  }
}

/** @param {() => number} random */
function text(random) {
  const lines = Array.from({ length: 20 + Math.floor(random() * 120) }, () =>
    Array.from({ length: 8 }, () => pick(random, WORDS)).join(' '),
  );
  return `// ${lines.join('\n// ')}\n`;
}

/** @param {() => number} random */
function server(random) {
  return `import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
${text(random)}
export const transport = new StdioClientTransport({ command: 'search-server', env: { API_KEY: process.env.API_KEY } });
`;
}
