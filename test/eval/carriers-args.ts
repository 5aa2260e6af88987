import { type Carrier, setEnv } from './carrier.ts';
import { connection, databaseUrl } from './connection.ts';
import { hasSpace } from './credential.ts';
import { pathUrl, queryUrl } from './endpoint.ts';
import { join, orWhole } from './marked.ts';
import { SECRET_FLAGS } from './names.ts';
import { fields, jsonText } from './tree.ts';

const oneLine = (value: string): boolean => !hasSpace(value) && value.length < 600 && !value.startsWith('-');

/** Arguments of a program that is started directly. */
export const ARGUMENT_CARRIERS: readonly Carrier[] = [
  {
    id: 'flag-pair',
    weight: 10,
    bases: ['package'],
    load: (r, draft, supply) => {
      draft.args.push(r.pick(SECRET_FLAGS), supply.key('flag pair', oneLine).value);
    },
  },
  {
    id: 'flag-joined',
    weight: 8,
    bases: ['package'],
    load: (r, draft, supply) => {
      draft.args.push(join(`${r.pick(SECRET_FLAGS)}=`, supply.key('flag joined', oneLine).value));
    },
  },
  {
    id: 'flag-password',
    weight: 4,
    bases: ['package'],
    load: (r, draft, supply) => {
      const flag = r.pick(['--password', '--pass', '--db-password', '--redis-password', '--neo4j-password']);
      const { value } = supply.password('flag password', oneLine);
      if (r.chance(0.5)) draft.args.push(flag, value);
      else draft.args.push(join(`${flag}=`, value));
    },
  },
  {
    id: 'flag-user',
    weight: 1,
    bases: ['package'],
    load: (r, draft, supply) => {
      const { value } = supply.password('flag user:password', (text) => /^[^\s:"'\\]+$/.test(text));
      draft.args.push(r.pick(['--user', '-u']), orWhole(join('jane:', value)));
    },
  },
  {
    id: 'flag-default',
    weight: 1.5,
    bases: ['package'],
    load: (r, draft, supply) => {
      const { name, value } = supply.key(
        'flag default',
        (text) => /^[^\s{}]+$/.test(text) && text.length < 300,
      );
      if (supply.secrets) draft.args.push(r.pick(SECRET_FLAGS), join(`\${${name}:-`, value, '}'));
    },
  },
  {
    id: 'assignment',
    weight: 4,
    bases: ['package'],
    load: (r, draft, supply) => {
      const { name, value } = supply.any('assignment argument', oneLine);
      const assignment = join(`${name}=`, value);
      if (r.chance(0.5)) draft.args.push(assignment);
      else draft.args.push(r.pick(['--env', '-e', '--env-var', '--set']), assignment);
    },
  },
  {
    id: 'positional-token',
    weight: 3,
    bases: ['package'],
    load: (_r, draft, supply) => {
      draft.args.push(supply.recognisable('positional token', oneLine).value);
    },
  },
  {
    id: 'positional-database',
    weight: 6,
    bases: ['package', 'docker'],
    load: (r, draft, supply) => {
      (draft.base === 'docker' ? draft.tail : draft.args).push(databaseUrl(r, 'positional', supply));
    },
  },
  {
    id: 'flag-database',
    weight: 4,
    bases: ['package'],
    load: (r, draft, supply) => {
      const flag = r.pick([
        '--connection-string',
        '--database-url',
        '--db-url',
        '--dsn',
        '--uri',
        '--connectionString',
        '--postgres-url',
      ]);
      const text = connection(r, 'flag', supply).text;
      if (r.chance(0.5)) draft.args.push(flag, text);
      else draft.args.push(join(`${flag}=`, text));
    },
  },
  {
    id: 'flag-url',
    weight: 2,
    bases: ['package'],
    load: (r, draft, supply) => {
      const write = r.pick([queryUrl, queryUrl, pathUrl]);
      if (r.chance(0.6))
        draft.args.push(
          r.pick(['--url', '--endpoint', '--server-url', '--sse-url', '--rpc-url']),
          write(r, 'flag', supply),
        );
      else
        draft.args.push(join(r.pick(['--url=', '--endpoint=', '--webhook-url=']), write(r, 'flag', supply)));
    },
  },
  {
    id: 'flag-json',
    weight: 3,
    bases: ['package'],
    load: (r, draft, supply) => {
      const value = supply.key('flag json', oneLine).value;
      const [flag, tree] = r.pick([
        ['--config', fields(['apiKey', value], ['debug', false])],
        ['--config', fields(['githubPersonalAccessToken', value])],
        ['--env-json', fields(['API_TOKEN', value], ['LOG_LEVEL', 'info'])],
        ['--headers', fields(['Authorization', join('Bearer ', value)])],
        ['--header', fields(['X-API-Key', value])],
        ['--static-oauth-client-info', fields(['client_id', 'a1-mcp-client'], ['client_secret', value])],
      ] as const);
      let text = jsonText(tree);
      if (r.chance(0.08)) text = jsonText(text);
      if (r.chance(0.7)) draft.args.push(flag, text);
      else draft.args.push(join(`${flag}=`, text));
    },
  },
  {
    id: 'flag-header',
    weight: 3,
    bases: ['package'],
    load: (r, draft, supply) => {
      const { value } = supply.key('flag header', oneLine);
      draft.args.push(
        r.pick(['--header', '-H', '--headers']),
        join(
          r.pick([
            'Authorization: Bearer ',
            'X-API-Key: ',
            'Authorization: token ',
            'X-API-Key:',
            'Authorization:Bearer ',
          ]),
          value,
        ),
      );
    },
  },
  {
    id: 'smithery',
    weight: 1.5,
    bases: ['package'],
    load: (r, draft, supply) => {
      draft.args.push(
        '--key',
        supply.shaped('flag pair', '{U}', 'smithery-key'),
        ...r.pick([[], ['--profile', 'jane-doe-x1']]),
      );
    },
  },
  {
    id: 'docker-e',
    weight: 14,
    bases: ['docker'],
    load: (r, draft, supply) => {
      const { name, value } = supply.any('docker -e', (text) => !hasSpace(text) && text.length < 600);
      const assignment = join(`${name}=`, value);
      if (r.chance(0.25)) draft.args.push(join(r.pick(['--env=', '-e=']), assignment));
      else draft.args.push(r.pick(['-e', '-e', '--env']), assignment);
    },
  },
  {
    id: 'docker-e-url',
    weight: 4,
    bases: ['docker'],
    load: (r, draft, supply) => {
      const { names, text } = connection(r, 'docker -e', supply);
      draft.args.push('-e', join(`${r.pick(names.split(' '))}=`, text));
    },
  },
  {
    id: 'docker-e-json',
    weight: 1.5,
    bases: ['docker'],
    load: (_r, draft, supply) => {
      const { value } = supply.key('docker -e json', oneLine);
      draft.args.push(
        '-e',
        join(
          'OPENAPI_MCP_HEADERS=',
          jsonText(fields(['Authorization', join('Bearer ', value)], ['Notion-Version', '2022-06-28'])),
        ),
      );
    },
  },
  {
    id: 'docker-forward',
    weight: 5,
    bases: ['docker'],
    load: (_r, draft, supply) => {
      const { name, value } = supply.any('env');
      draft.args.push('-e', name);
      setEnv(draft, name, value);
    },
  },
];
