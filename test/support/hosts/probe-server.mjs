// A stdio MCP server that tells a loopback recorder what it was started with: its arguments and all of its environment.
// Usage: node probe-server.mjs RECORDER_URL [arguments…]
import { request } from 'node:http';
import { createInterface } from 'node:readline';

const [recorder, ...args] = process.argv.slice(2);

function report() {
  return new Promise((done, failed) => {
    const call = request(recorder, { method: 'POST' }, (answer) => {
      answer.resume();
      answer.on('end', done);
    });
    call.on('error', failed);
    call.end(JSON.stringify({ args, env: process.env }));
  });
}

const RESULTS = {
  initialize: ({ protocolVersion }) => ({
    protocolVersion,
    capabilities: { tools: {} },
    serverInfo: { name: 'probe', version: '1.0.0' },
  }),
  'tools/list': () => ({
    tools: [{ name: 'ping', description: 'Answers.', inputSchema: { type: 'object', properties: {} } }],
  }),
  'prompts/list': () => ({ prompts: [] }),
  'resources/list': () => ({ resources: [] }),
  'tools/call': () => ({ content: [{ type: 'text', text: 'pong' }] }),
  ping: () => ({}),
};

await report();
for await (const line of createInterface({ input: process.stdin })) {
  const { id, method, params } = JSON.parse(line);
  if (id === undefined) continue;
  const result = RESULTS[method]?.(params ?? {});
  const answer = result ? { result } : { error: { code: -32601, message: 'no such method' } };
  process.stdout.write(`${JSON.stringify({ jsonrpc: '2.0', id, ...answer })}\n`);
}
