// Starts and calls the extensions of a config as Goose does (crates/goose/src/agents/extension_manager.rs and
// crates/goose/src/config/base.rs of github.com/block/goose): a stand-in, since no registry has its program. Variables of
// `env_keys` come from its own environment, which goes before what it keeps; references in headers stand for variables of
// `envs` and `env_keys` only; what it starts inherits its environment. Usage: node goose-client.mjs CONFIG
import { readFileSync } from 'node:fs';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { StreamableHTTPClientTransport } from '@modelcontextprotocol/sdk/client/streamableHttp.js';
import { parse } from 'yaml';

const { extensions } = parse(readFileSync(process.argv[2], 'utf8'));
for (const { type, cmd, args, envs = {}, env_keys = [], uri, headers = {} } of Object.values(extensions)) {
  const variables = { ...envs };
  for (const key of env_keys) {
    variables[key] ??= process.env[key.toUpperCase()];
    if (variables[key] === undefined) throw new Error('a secret is missing');
  }
  const filled = (text) =>
    text.replace(/\$\{\s*(\w+)\s*\}|\$(\w+)/g, (whole, braced, bare) => variables[braced ?? bare] ?? whole);
  const transport =
    type === 'stdio'
      ? new StdioClientTransport({
          command: cmd,
          args,
          env: { ...process.env, ...variables },
          stderr: 'inherit',
        })
      : new StreamableHTTPClientTransport(new URL(uri), {
          requestInit: {
            headers: Object.fromEntries(Object.entries(headers).map(([name, text]) => [name, filled(text)])),
          },
        });
  const client = new Client({ name: 'goose', version: '1.0.0' });
  await client.connect(transport);
  await client.listTools();
  await client.close();
}
