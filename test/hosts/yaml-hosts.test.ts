import { describe, expect, it } from 'vitest';
import { lintExample } from '../support/examples.ts';

/** The lines of a file with a credential found in them. */
async function linesFound(file: string, text: string): Promise<number[]> {
  const report = await lintExample({ file, text });
  expect(report.files.map(({ problem }) => problem)).toEqual([undefined]);
  expect(JSON.stringify(report)).not.toMatch(/gh[p]_\w{30}|s[k]-\w{20}/);
  const lines = report.findings
    .filter(({ severity }) => severity !== 'info')
    .map(({ region }) => region.startLine);
  return [...new Set(lines)].sort((a, b) => a - b);
}

/** The lines that say `secret` in a comment. */
function linesMarked(text: string): number[] {
  return text.split('\n').flatMap((line, index) => (/# secret$/.test(line) ? [index + 1] : []));
}

describe('hosts that are configured in YAML', () => {
  it.each([
    [
      'Continue: keys of models and of servers',
      '.continue/config.yaml',
      `name: mine
version: 0.0.1
schema: v1
models:
  - name: gpt
    provider: openai
    model: gpt-5
    apiKey: {{sample:openai-legacy-key}} # secret
    requestOptions:
      headers:
        X-Api-Key: {{opaque}} # secret
  - name: claude
    apiKey: \${{ secrets.ANTHROPIC_API_KEY }}
mcpServers:
  - name: github
    command: npx
    args:
      - -y
      - "@example/server-github"
      - --token={{sample:github-pat-classic}} # secret
    env:
      GITHUB_PERSONAL_ACCESS_TOKEN: {{sample:github-pat-classic}} # secret
      OTHER_TOKEN: \${{ secrets.OTHER }}
  - name: remote
    type: streamable-http
    url: https://example.com/mcp
    apiKey: {{opaque}} # secret
    requestOptions:
      headers:
        Authorization: Bearer {{opaque}} # secret
  - uses: owner/block
    with:
      API_TOKEN: {{sample:github-pat-classic}} # secret
`,
    ],
    [
      'Goose: literal variables and headers, but not names of variables',
      '.config/goose/config.yaml',
      `GOOSE_PROVIDER: openai
extensions:
  developer:
    enabled: true
    type: builtin
    name: developer
    timeout: 300
  github:
    enabled: true
    type: stdio
    cmd: npx
    args: [-y, "@example/server-github"]
    envs:
      GITHUB_PERSONAL_ACCESS_TOKEN: {{sample:github-pat-classic}} # secret
    env_keys:
      - GITHUB_PERSONAL_ACCESS_TOKEN
      - SLACK_BOT_TOKEN
  remote:
    type: streamable_http
    uri: https://example.com/mcp?api_key={{opaque}} # secret
    headers:
      Authorization: 'Bearer {{opaque}}' # secret
      X-Api-Key: $SLACK_BOT_TOKEN
`,
    ],
    [
      'a Goose recipe: a list of extensions',
      'recipes/triage.yaml',
      `version: 1.0.0
title: Triage
description: Sorts {{ project }}
instructions: Sort the issues
extensions:
- type: stdio
  name: github
  cmd: uvx
  args:
  - mcp-github
  envs:
    GITHUB_TOKEN: {{sample:github-pat-classic}} # secret
  env_keys:
  - GITHUB_TOKEN
`.replace('{{ project }}', 'issues'),
    ],
    [
      'LibreChat: keys, OAuth and headers, but not what users fill in',
      'librechat.yaml',
      `version: 1.2.8
endpoints:
  custom:
    - name: other
      apiKey: {{sample:openai-legacy-key}} # secret
      baseURL: https://example.com/v1
    - name: users
      apiKey: user_provided
mcpServers:
  keyed:
    type: streamable-http
    url: https://example.com/mcp
    apiKey:
      source: admin
      authorization_type: bearer
      key: {{opaque}} # secret
    customUserVars:
      GITHUB_TOKEN:
        title: GitHub token
        description: "Make one at <a href='https://example.com/tokens'>tokens</a>"
  signedin:
    type: sse
    url: https://example.com/sse
    oauth:
      client_id: mine
      client_secret: {{opaque:b}} # secret
      token_url: https://example.com/token
    headers:
      X-User: "{{LIBRECHAT_USER_ID}}"
      Authorization: "Bearer \${TOKEN}"
  local:
    command: npx
    args: ["-y", "@example/server"]
    env:
      API_KEY: {{opaque:c}} # secret
`,
    ],
    [
      'a catalog of the Docker MCP gateway: values, but not names and examples',
      '.docker/mcp/catalogs/mine.yaml',
      `version: 3
name: mine
displayName: Mine
registry:
  github:
    description: GitHub
    title: GitHub
    type: server
    image: mcp/github@sha256:0000000000000000000000000000000000000000000000000000000000000000
    secrets:
      - name: github.personal_access_token
        env: GITHUB_PERSONAL_ACCESS_TOKEN
        example: <YOUR_TOKEN>
    env:
      - name: GITHUB_HOST
        value: '{{github.host}}'
      - name: OTHER_TOKEN
        value: {{sample:github-pat-classic}} # secret
    oauth:
      providers:
        - provider: github
          secret: github.personal_access_token
          env: GITHUB_PERSONAL_ACCESS_TOKEN
    command: [--transport=stdio]
  remote:
    type: remote
    remote:
      url: https://example.com/mcp
      transport_type: streamable-http
      headers:
        Authorization: "Bearer \${GITHUB_PERSONAL_ACCESS_TOKEN}"
        X-Api-Key: {{opaque}} # secret
`,
    ],
    [
      'Hermes',
      '.hermes/config.yaml',
      `model:
  default: x
mcp_servers:
  github:
    command: npx
    args: ["-y", "@example/server-github"]
    env:
      GITHUB_PERSONAL_ACCESS_TOKEN: {{sample:github-pat-classic}} # secret
      OTHER: \${env:OTHER}
  remote:
    url: https://example.com/mcp
    headers:
      Authorization: Bearer {{opaque}} # secret
`,
    ],
  ])('%s', async (_, file, text) => {
    expect(await linesFound(file, text)).toEqual(linesMarked(text));
  });

  it('tell a credential once that several servers share by an anchor, where it stands', async () => {
    const text = `x-env: &env
  GITHUB_TOKEN: {{sample:github-pat-classic}} # secret
mcpServers:
  a:
    command: a
    env: *env
  b:
    command: b
    env:
      <<: *env
      OTHER: x
`;
    const { findings } = await lintExample({ file: 'librechat.yaml', text });
    const told = findings.filter(({ rule }) => rule === 'inline-credential');
    expect(told.map(({ region }) => region.startLine)).toEqual([2]);
  });
});
