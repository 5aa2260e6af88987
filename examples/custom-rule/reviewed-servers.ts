import { defineRule } from 'mcp-lint';

/** Servers that are started from a package come from our own scope, or are known to mcp-lint. */
export const reviewedServers = defineRule({
  meta: {
    id: 'reviewed-servers',
    title: 'A server is started from a package that nobody here has reviewed',
    severity: 'error',
    docs: {
      why: 'It runs with all rights of whoever opens this project.',
      fix: 'Have it reviewed, then publish it as @acme/… or list it under "servers" in mcp-lint.config.ts.',
    },
  },
  checkServer(server) {
    const { package: pack, known, name } = server;
    if (!pack || known !== undefined || pack.name.startsWith('@acme/')) return undefined;
    return `Server "${name}" is started from ${pack.name}, which is not reviewed`;
  },
});
