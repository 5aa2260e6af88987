import { expect, test } from 'vitest';
import { hasRelativePaths } from '../../src/launcher/relative-words.ts';

test.each([
  'node index.js',
  'node dist/server',
  'node --inspect server',
  'env A=b node server',
  'cmd /c node server',
  './server',
  'bin/server --x',
  'python server.py',
  'python3.12 -u main',
  'python -X dev main',
  'bash start',
  'java -jar server.jar',
  'npx -y pkg --config ./x.json',
  'npx -y pkg --config=conf.yaml',
  'npx -y pkg .',
  'npx tsx src/index.ts',
  'uvx pkg --env-file=.env',
  'uv run server.py',
  'docker run -v ./data:/data image',
  'node --require ./hook.js /srv/index.js',
  'node -r dotenv/config /srv/index.js',
  'server --import file:../x',
  'server ..\\x',
  // The folder is for what is started, and not for the program that starts it.
  'node index.js --dir /data',
  'node --dir /data index.js',
  'python server.py --directory /srv',
  'uv run server.py --directory /srv',
  'uv run -q server.py --directory /srv',
  'uv run -- server.py --directory /srv',
  'node --env-file=.env.local /srv/index.js',
  'node --env-file=production /srv/index.js',
  'docker run --env-file production image',
  'docker run --env-file .env.local image',
])('means something else elsewhere: %s', (line) => {
  expect(hasRelativePaths(line.split(' '))).toBe(true);
});

test.each([
  'npx -y pkg',
  'npx -y @scope/pkg@1.2.3 --repo owner/repo',
  'npx -y pkg https://api.example.com/openapi.json',
  'npx -y pkg /srv/data C:\\data ~/data',
  'npx -y pkg --user me@example.com',
  'uvx name[extra]==1.2',
  'docker run -i --rm image node index.js ./x.json',
  'node /srv/index.js',
  'python -m package.server',
  'python -um package',
  'node -e code',
  'sh -c script',
  'bash -lc script',
  'uv --directory /srv/server run server.py',
  'uv run --directory=/srv/server server.py',
  'uv run --with mcp[cli] --directory /srv/server server.py',
  'env -C /srv node index.js',
  'pnpm -C /srv exec node index.js',
  'deno run -A npm:pkg',
  'deno run https://example.com/mod.ts',
  'keychain --token keychain://mcp-lint/a/b/c',
  'java -jar /srv/server.jar',
])('means the same everywhere: %s', (line) => {
  expect(hasRelativePaths(line.split(' '))).toBe(false);
});
