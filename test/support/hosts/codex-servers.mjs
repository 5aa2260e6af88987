// Has a real Codex start the servers of its user's config and list their tools, as an editor does that talks to its
// app-server; that takes no account. Usage: node codex-servers.mjs CODEX
import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

const codex = spawn(process.argv[2], ['app-server'], { stdio: ['pipe', 'pipe', 'inherit'] });
const waiting = new Map();
createInterface({ input: codex.stdout }).on('line', (line) => {
  const { id, result, error } = JSON.parse(line);
  waiting.get(id)?.(error ? Promise.reject(new Error('refused')) : result);
});
codex.on('exit', (code) => process.exit(code ?? 1));

function send(message) {
  codex.stdin.write(`${JSON.stringify(message)}\n`);
}

function call(id, method, params) {
  return new Promise((done) => {
    waiting.set(id, done);
    send({ id, method, params });
  });
}

await call(1, 'initialize', { clientInfo: { name: 'probe', version: '1.0.0' } });
send({ method: 'initialized' });
await call(2, 'mcpServerStatus/list', {});
process.exit(0);
