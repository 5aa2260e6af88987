// A loopback server that answers `doppler` as api.doppler.com does: one project with one config, in memory. Prints its
// port. A process of its own, since our vaults wait for theirs.
import { createServer } from 'node:http';

const kept = { EXPANDED: '${OTHER}', HIDDEN: null, OTHER: 'other' };
const computed = (value) => value?.replace(/\$\{(\w+)\}/g, (_, name) => kept[name] ?? '') ?? null;

createServer(async (request, response) => {
  const { pathname, searchParams } = new URL(request.url, 'http://loopback');
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  const answer = (status, body) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  const refuse = (status, message) => answer(status, { success: false, messages: [message] });
  const given = request.headers.authorization ?? '';
  const token = Buffer.from(given.replace(/^Basic /, ''), 'base64')
    .toString()
    .replace(/:.*/, '');
  if (token !== 'loopback' && given !== 'Bearer loopback') return refuse(401, 'Invalid Auth token');
  if (searchParams.get('project') !== 'tools') return refuse(404, 'Could not find requested project');
  if (searchParams.get('config') !== 'dev') return refuse(404, 'Could not find requested config');
  if (request.method === 'POST') {
    const body = JSON.parse(Buffer.concat(chunks).toString());
    for (const { name, value } of body.change_requests ?? []) kept[name] = value;
    for (const [name, value] of Object.entries(body.secrets ?? {})) {
      if (value === null) delete kept[name];
      else kept[name] = value;
    }
  }
  const wanted = searchParams.get('secrets')?.split(',') ?? Object.keys(kept);
  const there = Object.entries(kept).filter(([name]) => wanted.includes(name));
  if (pathname.endsWith('/download'))
    return answer(200, Object.fromEntries(there.map(([name, value]) => [name, computed(value)])));
  const secrets = there.map(([name, raw]) => [name, { raw, computed: computed(raw), note: '' }]);
  answer(200, { success: true, secrets: Object.fromEntries(secrets) });
}).listen(0, '127.0.0.1', function () {
  process.stdout.write(`${this.address().port}\n`);
});
