// Stands in for `doppler` where it is not installed: does what the real one (3.76) was seen to do against doppler-api.mjs.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';

const [, , ...args] = process.argv;
const dashes = args.indexOf('--');
const own = dashes < 0 ? args : args.slice(0, dashes);
const flag = (...names) => own[own.findIndex((word) => names.includes(word)) + 1];
const project = flag('--project', '-p');
const config = flag('--config', '-c');

function fail(text) {
  process.stderr.write(
    own.includes('--json') ? `${JSON.stringify({ error: text })}\n` : `Doppler Error: ${text}\n`,
  );
  process.exit(1);
}

async function call(path, body) {
  const url = `${process.env.DOPPLER_API_HOST}${path}?config=${config}&project=${project}`;
  const answer = await fetch(url, {
    method: body ? 'POST' : 'GET',
    headers: { authorization: `Basic ${btoa(`${process.env.DOPPLER_TOKEN}:`)}` },
    ...(body && { body: JSON.stringify(body) }),
  }).catch(() => fail(`Get "${url}": dial tcp 127.0.0.1:1: connect: connection refused`));
  const data = await answer.json();
  return answer.ok ? data : fail(data.messages.join('\n'));
}

if (!process.env.DOPPLER_TOKEN) fail('you must provide a token');
const [first, second, name] = own;
if (first === 'secrets' && second === 'get') {
  const { secrets } = await call('/v3/configs/config/secrets');
  const { computed } = secrets[name] ?? {};
  if (secrets[name] === undefined && !own.includes('--no-exit-on-missing-secret'))
    fail(`Could not find requested secret: ${name}`);
  process.stdout.write(`${JSON.stringify(secrets[name] ? { [name]: { computed, note: '' } } : {})}\n`);
} else if (first === 'secrets' && second === 'set') {
  const value = readFileSync(0, 'utf8')
    .replace(/\r?\n$/, '')
    .replaceAll('\r\n', '\n');
  await call('/v3/configs/config/secrets', { secrets: { [name]: value } });
} else if (first === 'secrets' && second === 'delete') {
  await call('/v3/configs/config/secrets', { secrets: { [name]: null } });
} else if (first === 'run') {
  const all = await call('/v3/configs/config/secrets/download');
  const wanted = flag('--only-secrets').split(',');
  const lost = wanted.filter((one) => !(one in all));
  if (lost.length > 0)
    fail(
      `the following secrets you are trying to include do not exist in your config:\n- ${lost.join('\n- ')}`,
    );
  const env = { ...process.env, ...Object.fromEntries(wanted.map((one) => [one, all[one]])) };
  const child = spawn(args[dashes + 1], args.slice(dashes + 2), { stdio: 'inherit', env });
  child.on('exit', (code) => process.exit(code ?? 1));
} else fail('unknown command');
