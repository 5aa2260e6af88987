import { describe, expect, it } from 'vitest';
import { LocatedText } from '../../src/core/located-text.ts';
import type { Value } from '../../src/core/value.ts';
import { parseYaml } from '../../src/parsers/yaml/parse-yaml.ts';

function plain(value: Value): unknown {
  if (value.kind === 'mapping')
    return Object.fromEntries(value.entries.map((entry) => [entry.key.reveal(), plain(entry.value)]));
  return value.kind === 'sequence' ? value.items.map(plain) : value.text.reveal();
}

const parts = (text: string, path = 'x.yml') =>
  parseYaml(new LocatedText(text, 0), path).parts?.map(({ form, path: place, value }) => [
    form,
    place.join('.'),
    plain(value),
  ]);

const workflow = (steps: string) =>
  `on: push\nenv:\n  A: a\njobs:\n  review:\n    runs-on: ubuntu-latest\n    env:\n      B: b\n    steps:\n${steps}`;

describe('GitHub workflows', () => {
  it('give the commands of steps and the variables around them', () => {
    const text = workflow(
      '      - uses: actions/checkout@v5\n        env:\n          D: d\n' +
        '      - env:\n          C: c\n        run: |\n          npm ci\n          claude mcp add s -e K=v \\\n            -- npx -y pkg\n',
    );
    const step = 'jobs.review.steps.1';
    expect(parts(text, '.github/workflows/review.yml')).toEqual([
      [
        'command',
        `${step}.run.#claude mcp add 1`,
        { mcpServers: { s: { env: { K: 'v' }, command: 'npx', args: ['-y', 'pkg'] } } },
      ],
      ['whole', step, { env: { C: 'c' } }],
      ['whole', 'jobs.review', { env: { B: 'b' } }],
      ['whole', '', { env: { A: 'a' } }],
    ]);
  });

  it.each([
    ['mcp_config', `|\n            {"mcpServers":{"s":{"command":"x"}}}`],
    ['settings', `'{"mcpServers":{"s":{"command":"x"}}}'`],
    [
      'claude_args',
      `|\n            --model opus\n            --mcp-config '{"mcpServers":{"s":{"command":"x"}}}'`,
    ],
  ])('give the input %s of an action', (name, input) => {
    const text = workflow(`      - uses: example/agent@v1\n        with:\n          ${name}: ${input}\n`);
    expect(parts(text)![0]).toEqual([
      'whole',
      `jobs.review.steps.0.with.${name}.#1`,
      { mcpServers: { s: { command: 'x' } } },
    ]);
  });

  it('have exact places', () => {
    const text = workflow('      - run: |\n          claude mcp add s \\\n            -e K=secret -- npx\n');
    const { value } = parseYaml(new LocatedText(text, 0), 'x.yml').parts![0]!;
    const places: string[] = [];
    const visit = (at: Value): void => {
      if (at.kind === 'mapping') for (const entry of at.entries) visit(entry.value);
      else if (at.kind === 'sequence') at.items.forEach(visit);
      else places.push(text.slice(at.text.range.start, at.text.range.end));
    };
    visit(value);
    expect(places).toEqual(['secret', 'npx']);
  });

  it.each([
    ['have nothing to do with MCP', workflow('      - run: npm test\n')],
    ['only mention it', workflow('      - run: npm test # mcp\n      - run: docker build -t mcp-server .\n')],
  ])('give nothing when they %s', (_, text) => {
    expect(parts(text)).toEqual([]);
  });
});

describe('compose files', () => {
  it('give the services that are MCP servers, bridges or gateways', () => {
    const text =
      'services:\n' +
      '  db:\n    image: postgres:17\n    environment:\n      POSTGRES_PASSWORD: x\n' +
      '  github:\n    image: mcp/github\n    environment:\n      TOKEN: t\n    env_file:\n      - .env\n' +
      '  bridge:\n    image: ghcr.io/open-webui/mcpo:main\n    command: --api-key k -- uvx time\n    environment:\n      - A=b\n' +
      '  search-mcp:\n    build:\n      context: .\n      args:\n        KEY: v\n' +
      '  mcp-db:\n    image: redis\n    command: ["redis-server", "--requirepass", "x"]\n';
    expect(parts(text, 'compose.yaml')).toEqual([
      [
        'whole',
        '',
        {
          services: {
            github: {
              command: 'docker',
              args: ['run', 'mcp/github'],
              environment: { TOKEN: 't' },
              env_file: ['.env'],
            },
            bridge: {
              command: 'docker',
              args: ['run', 'ghcr.io/open-webui/mcpo:main', '--api-key', 'k', '--', 'uvx', 'time'],
              environment: ['A=b'],
            },
            'search-mcp': { command: 'docker', args: ['run', 'search-mcp'], build: { env: { KEY: 'v' } } },
          },
        },
      ],
    ]);
  });

  it('give Open WebUI when it is handed servers, and configs for containers', () => {
    const text =
      'services:\n  webui:\n    image: ghcr.io/open-webui/open-webui:main\n    environment:\n' +
      `      - 'TOOL_SERVER_CONNECTIONS=[{"type":"mcp","url":"https://x.example/mcp","key":"k"}]'\n` +
      `configs:\n  mcp:\n    content: |\n      {"mcpServers":{"s":{"command":"x"}}}\n`;
    const [webui, config] = parts(text)!;
    expect(Object.keys((webui![2] as { services: object }).services)).toEqual(['webui']);
    expect(config).toEqual(['whole', 'configs.mcp.content.#1', { mcpServers: { s: { command: 'x' } } }]);
  });

  it('give nothing of others', () => {
    expect(
      parts('services:\n  db:\n    image: postgres\n    environment:\n      POSTGRES_PASSWORD: x # mcp\n'),
    ).toEqual([]);
    expect(parts('services:\n  db:\n    image: postgres\n')).toEqual([]);
  });
});

describe('Kubernetes objects', () => {
  it('give containers that run a server, and configs', () => {
    const text =
      'apiVersion: apps/v1\nkind: Deployment\nspec:\n  template:\n    spec:\n      containers:\n' +
      '        - name: s\n          image: mcp/github\n          env:\n            - name: T\n              value: v\n' +
      '        - name: db\n          image: postgres\n          env:\n            - name: PASSWORD\n              value: v\n';
    expect(parts(text)).toEqual([
      [
        'whole',
        'spec.template.spec.containers.0',
        {
          mcpServers: {
            s: { command: 'docker', args: ['run', 'mcp/github'], env: [{ name: 'T', value: 'v' }] },
          },
        },
      ],
    ]);
    const map = `apiVersion: v1\nkind: ConfigMap\ndata:\n  mcp.json: |\n    {"mcpServers":{"s":{"command":"x"}}}\n`;
    expect(parts(map)).toEqual([['whole', 'data.mcp.json.#1', { mcpServers: { s: { command: 'x' } } }]]);
  });
});

describe('other YAML', () => {
  it('is a config itself', () => {
    expect(parts('mcpServers:\n  s:\n    command: x\n')).toBeUndefined();
    expect(parts('extensions:\n  s:\n    cmd: x\n')).toBeUndefined();
  });
});
