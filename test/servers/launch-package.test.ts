import { describe, expect, test } from 'vitest';
import { entryOf, factsOf } from '../support/server-facts.ts';

function packageOf(line: string) {
  const { facts, cut } = factsOf(entryOf(line));
  const found = facts.launch.package;
  if (!found) return undefined;
  const { registry, name, version, pinned, range } = found;
  return [registry, name, version ?? '', pinned ? 'pinned' : 'moves', cut(range)].join(' ');
}

const DIGEST = `sha256:${'0'.repeat(64)}`;

describe('package', () => {
  test.each([
    ['npx -y @Scope/Pkg@1.2.3', 'npm @scope/pkg 1.2.3 pinned @Scope/Pkg@1.2.3'],
    ['npx -y pkg@1.2.3-beta.1', 'npm pkg 1.2.3-beta.1 pinned pkg@1.2.3-beta.1'],
    ['npx -y pkg', 'npm pkg  moves pkg'],
    ['npx -y pkg@latest', 'npm pkg latest moves pkg@latest'],
    ['npx -y pkg@^1.2.3', 'npm pkg ^1.2.3 moves pkg@^1.2.3'],
    ['npx -y pkg@1', 'npm pkg 1 moves pkg@1'],
    ['npx --package=pkg@1.0.0 -- tool', 'npm pkg 1.0.0 pinned pkg@1.0.0'],
    ['npx -p node@20 -p @a/tool tool', 'npm @a/tool  moves @a/tool'],
    ['npx --no-install pkg', 'npm pkg  pinned pkg'],
    ['cmd /c npx·-y·pkg@2.0.0·--x', 'npm pkg 2.0.0 pinned pkg@2.0.0'],
    ['deno run -A npm:@a/b@1.0.0/bin', 'npm @a/b 1.0.0 pinned @a/b@1.0.0'],
    ['node C:\\x\\node_modules\\@a\\b\\index.js', 'npm @a/b  pinned @a\\\\b'],
    ['uvx Some_Tool[cli]==1.2.0', 'pypi some-tool 1.2.0 pinned Some_Tool[cli]==1.2.0'],
    ['uvx tool@1.2', 'pypi tool 1.2 pinned tool@1.2'],
    ['uvx tool@latest', 'pypi tool latest moves tool@latest'],
    ['uvx --from pkg>=1 tool', 'pypi pkg >=1 moves pkg>=1'],
    ['uvx --from pkg==1.* tool', 'pypi pkg 1.* moves pkg==1.*'],
    ['uv run --with a --with my-tool==1.0 my_tool', 'pypi my-tool 1.0 pinned my-tool==1.0'],
    ['pipx run --spec pkg==1.0 tool', 'pypi pkg 1.0 pinned pkg==1.0'],
    ['python -m mcp_server_git.server', 'pypi mcp-server-git  pinned mcp_server_git'],
    [
      'python -m awslabs.core_mcp_server.server',
      'pypi awslabs-core-mcp-server  pinned awslabs.core_mcp_server',
    ],
    ['docker run ghcr.io/O/image:v1.2.3', 'oci ghcr.io/o/image v1.2.3 pinned ghcr.io/O/image:v1.2.3'],
    ['docker run docker.io/mcp/fetch', 'oci mcp/fetch  moves docker.io/mcp/fetch'],
    ['docker run a:5000/b:latest', 'oci a:5000/b latest moves a:5000/b:latest'],
    ['docker run image:1.2', 'oci image 1.2 moves image:1.2'],
    [`docker run image@${DIGEST}`, `oci image ${DIGEST} pinned image@${DIGEST}`],
    [
      'docker run --pull always -p 1:1 --mount type=bind,src=/a,dst=/b image:1.0.0-alpine x',
      'oci image 1.0.0-alpine pinned image:1.0.0-alpine',
    ],
    // What a container or a bridge starts is what counts.
    ['docker run node:20 npx -y pkg@1.0.0', 'npm pkg 1.0.0 pinned pkg@1.0.0'],
    ['npx supergateway --stdio uvx·tool==1.0', 'pypi tool 1.0 pinned tool==1.0'],
  ])('%s', (line, expected) => {
    expect(packageOf(line)).toBe(expected);
  });

  test.each([
    'npx -y https://a.example/x.tgz',
    'npx -y github:o/r',
    'npx -y ./local',
    'npx -y ${PACKAGE}',
    'uvx --from git+https://a.example/x tool',
    'docker run ${IMAGE}',
    'docker run <image>:1',
    'python -m src.server',
    'node dist/index.js',
    'npx dotenv-cli -e .env -- node dist/index.js',
    'npx supergateway --stdio node·dist/index.js',
    'uvx authsome@latest run -- ./server',
    'go run a.example/x@latest',
  ])('none of a registry: %s', (line) => {
    expect(packageOf(line)).toBeUndefined();
  });
});
