import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** What a probe server was started with. */
export interface ProbeStart {
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** A loopback HTTP server: `/start` takes the reports of probe servers, `/mcp` is a remote MCP server that keeps headers. */
export class Recorder {
  readonly starts: ProbeStart[] = [];
  readonly requests: { readonly url: string; readonly headers: IncomingHttpHeaders }[] = [];
  readonly #server: Server;

  private constructor(server: Server) {
    this.#server = server;
  }

  static async open(): Promise<Recorder> {
    const server = createServer();
    const recorder = new Recorder(server);
    server.on('request', (request, response) => {
      const chunks: Buffer[] = [];
      request.on('data', (chunk: Buffer) => chunks.push(chunk));
      request.on('end', () => {
        const body = Buffer.concat(chunks).toString('utf8');
        if (request.url === '/start') {
          recorder.starts.push(JSON.parse(body) as ProbeStart);
          response.end();
          return;
        }
        recorder.requests.push({ url: request.url ?? '', headers: request.headers });
        const answer = request.method === 'POST' ? answerTo(body) : undefined;
        if (answer === undefined) response.writeHead(request.method === 'POST' ? 202 : 405).end();
        else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(answer));
      });
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    return recorder;
  }

  get origin(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((done) => this.#server.close(done));
  }
}

/** Nothing for a notification. */
function answerTo(body: string): object | undefined {
  const { id, method, params } = JSON.parse(body) as {
    id?: number;
    method: string;
    params?: { protocolVersion?: string };
  };
  if (id === undefined) return undefined;
  const results: Record<string, object> = {
    initialize: {
      protocolVersion: params?.protocolVersion,
      capabilities: { tools: {} },
      serverInfo: { name: 'remote-probe', version: '1.0.0' },
    },
    'tools/list': { tools: [] },
    ping: {},
  };
  const result = results[method];
  return {
    jsonrpc: '2.0',
    id,
    ...(result ? { result } : { error: { code: -32601, message: 'no such method' } }),
  };
}
