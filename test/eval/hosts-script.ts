import { APIS } from './apis.ts';
import type { HostKind } from './host.ts';
import { join, type Marked, negative, optional } from './marked.ts';
import type { Random } from './random.ts';
import { fill } from './shape.ts';
import { Sink } from './sink.ts';
import { ScriptWriter } from './write-script.ts';

/** Other code of the same file: nothing in it starts or calls an MCP server. */
const OTHER_CODE: readonly ((random: Random) => Marked)[] = [
  (r) =>
    join(
      "const response = await fetch('https://api.example.com/v1/items', {\n  headers: { Authorization: 'Bearer ",
      negative(fill('{a:40}', r), 'outside:fetch'),
      "' },\n});",
    ),
  (r) => join("const ai = new OpenAI({ apiKey: '", negative(fill('{a:48}', r), 'outside:client'), "' });"),
  (r) =>
    join(
      "const pool = new Pool({ user: 'app', password: '",
      negative(fill('{a:20}', r), 'outside:client'),
      "' });",
    ),
  (r) =>
    join(
      "const http = axios.create({ baseURL: 'https://api.example.com', headers: { 'X-API-Key': '",
      negative(fill('{x:32}', r), 'outside:client'),
      "' } });",
    ),
  (r) => join("const SIGNING_SECRET = '", negative(fill('{x:64}', r), 'outside:constant'), "';"),
  (r) => join("expect(mask('", negative(fill('ghp_{a:36}', r), 'outside:test'), "')).toBe('ghp_…');"),
  (r) =>
    join(
      "const child = spawn('npx', ['-y', 'tool'], { env: { API_TOKEN: '",
      optional(fill('{a:40}', r), 'outside:spawn'),
      "' } });",
    ),
  (r) => join("const commit = '", negative(fill('{x:40}', r), 'hash'), "';"),
  (r) =>
    join('// claude mcp add github -e GITHUB_TOKEN=', optional(fill('ghp_{a:36}', r), 'outside:comment')),
  () =>
    join(
      "function readToken(): string {\n  return process.env.GITHUB_TOKEN ?? '';\n}".replace(': string', ''),
    ),
  () =>
    join(
      'server.registerTool("search", { description: "Needs an API key", inputSchema: { token: z.string() } }, run);',
    ),
  () =>
    join(
      'const options = { method: "POST", headers: { Authorization: `Bearer ${process.env.API_TOKEN}` } };',
    ),
  () => join('const pattern = /Bearer [\\w.-]+/g;'),
  () => join('const element = <Form token={token} />;'),
];

function script(random: Random, path: string): Marked {
  const typed = /\.[cm]?tsx?$/.test(path);
  const markup = /x$/.test(path);
  const commonJs = path.endsWith('.cjs');
  const eol = random.chance(0.08) ? '\r\n' : '\n';
  const writer = new ScriptWriter(random, eol, typed);
  const count = random.pick([1, 1, 1, 2]);
  const chosen = random.shuffle(APIS).slice(0, 0);
  while (chosen.length < count) {
    const api = random.weighted(APIS);
    if (!chosen.includes(api)) chosen.push(api);
  }
  const bodies = chosen.map((api) => spanned(api.write(random, writer), api.id));
  const others = random
    .shuffle(OTHER_CODE)
    .slice(0, random.pick([0, 0, 1, 1, 2, 3]))
    .map((make) => make(random))
    .filter(({ text }) => markup || !text.includes('<Form'));
  const sink = new Sink();
  if (random.chance(0.1) && !typed) sink.put('#!/usr/bin/env node', eol);
  for (const line of new Set(chosen.flatMap((api) => api.imports)))
    if (typed || !line.startsWith('import type')) sink.put(commonJs ? required(line) : line, ';', eol);
  sink.put(eol);
  // Behind the functions that use them, constants are there when those are called.
  const late = random.chance(0.1) && bodies.every(({ text }) => !/^export|^module/.test(text));
  if (!late) for (const line of writer.declarations) sink.put(line, eol);
  // Each in a scope of its own, as all of them name what they make the same.
  for (const body of random.shuffle([...bodies, ...others])) {
    const own = !bodies.includes(body) || /^export|^module/.test(body.text) || (bodies.length === 1 && !late);
    if (own) sink.put(body, eol);
    else sink.put(`async function start${random.int(1, 9999)}() {${eol}`, body, `}${eol}`);
  }
  if (late) for (const line of writer.declarations) sink.put(line, eol);
  return sink.marked;
}

/** Tells in which API a label stands. */
const spanned = (text: Marked, id: string): Marked => ({
  text: text.text,
  spans: text.spans.map((span) => ({
    ...span,
    mark: span.mark,
    ...(span.mark.note === '' ? { mark: noted(span.mark, id) } : {}),
  })),
});

const notes = new WeakMap<Marked['spans'][number]['mark'], Marked['spans'][number]['mark']>();

/** The same for the same, as alternatives are told by it. */
function noted(mark: Marked['spans'][number]['mark'], note: string): Marked['spans'][number]['mark'] {
  const known = notes.get(mark) ?? { ...mark, note };
  notes.set(mark, known);
  return known;
}

const required = (line: string): string =>
  line.replace(/^import (\{.*\}|\w+) from ('.*')$/, 'const $1 = require($2)').replace(/^import type.*/, '');

/** Code that configures servers. */
export const SCRIPT_HOSTS: readonly HostKind[] = [
  {
    id: 'typescript',
    weight: 34,
    dialect: 'script',
    compose: script,
    path: (r) =>
      r.pick([
        'src/agent.ts',
        'src/mcp.ts',
        'index.js',
        'agent.mjs',
        'lib/client.mts',
        'tools.cjs',
        'app/chat.tsx',
        'src/page.jsx',
        'src/mastra/mcp.ts',
      ]),
  },
];
