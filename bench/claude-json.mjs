import { closeSync, openSync, writeSync } from 'node:fs';
import { pick, seededRandom } from './random.mjs';

const PROJECTS = 170;
const ASCII =
  'the a server config const return value file when "quoted" C:\\path import from test error line'.split(' ');
/** What people paste. Readers pay more for text that does not fit one byte a character. */
export const WORDS = { ascii: ASCII, unicode: [...ASCII, 'naïve', '日本', '🙂'] };

/**
 * Writes a `~/.claude.json` of about `bytes` bytes: projects whose history holds pasted text, as the host writes it
 * (JSON.stringify with two spaces), with a few servers at the top and in some projects.
 * @param {string} path
 * @param {{ bytes: number, words: readonly string[], seed: number }} content
 */
export function writeClaudeJson(path, { bytes, words, seed }) {
  const random = seededRandom(seed);
  const paste = (/** @type {number} */ length) => pasted(random, words, length);
  const file = openSync(path, 'w');
  try {
    const top = {
      numStartups: 412,
      installMethod: 'global',
      tipsHistory: { shift: 3 },
      mcpServers: servers(4),
    };
    writeSync(file, JSON.stringify(top, null, 2).replace(/\n\}$/, ',\n  "projects": {\n'));
    for (let index = 0; index < PROJECTS; index++) {
      const text = JSON.stringify(project(random, paste, bytes / PROJECTS, index), null, 2).replaceAll(
        '\n',
        '\n    ',
      );
      writeSync(file, `    "/home/user/work/project-${index}": ${text}${index < PROJECTS - 1 ? ',' : ''}\n`);
    }
    writeSync(file, '  },\n  "hasCompletedOnboarding": true\n}\n');
  } finally {
    closeSync(file);
  }
}

/** @param {() => number} random @param {(length: number) => string} paste @param {number} bytes @param {number} index */
function project(random, paste, bytes, index) {
  const history = [];
  for (let size = 0; size < bytes; ) {
    const content = paste(200 + random() ** 3 * 12_000);
    const display = paste(20 + random() * 200);
    size += Buffer.byteLength(JSON.stringify(content)) + Buffer.byteLength(JSON.stringify(display)) + 260;
    history.push({ display, pastedContents: { 1: { id: 1, type: 'text', content } } });
  }
  return {
    allowedTools: [],
    history,
    mcpContextUris: [],
    mcpServers: index % 9 === 0 ? servers(2) : {},
    enabledMcpjsonServers: [],
    hasTrustDialogAccepted: index % 2 === 0,
    lastCost: random(),
  };
}

/** @param {() => number} random @param {readonly string[]} words @param {number} length */
function pasted(random, words, length) {
  let text = '';
  while (text.length < length) {
    const indent = '  '.repeat(Math.floor(random() * 4));
    const line = Array.from({ length: 4 + Math.floor(random() * 8) }, () => pick(random, words));
    text += `${indent}${line.join(' ')}\n`;
  }
  return text;
}

/** @param {number} count */
function servers(count) {
  return Object.fromEntries(
    Array.from({ length: count }, (_, index) => [
      `server-${index}`,
      { type: 'stdio', command: 'npx', args: ['-y', `some-server-${index}`], env: { LOG_LEVEL: 'info' } },
    ]),
  );
}
