import { join, type Marked, negative, percentEncoded, percentEncodedHard } from './marked.ts';
import type { Random } from './random.ts';
import { encodeSecret, type Supply } from './supply.ts';

/** A connection text, and names of variables that hold such a text. */
export interface Connection {
  readonly names: string;
  readonly text: Marked;
}

interface Kind {
  readonly id: string;
  readonly weight: number;
  readonly names: string;
  readonly write: (random: Random, slot: string, supply: Supply) => Marked;
}

const USERS = [
  'app',
  'mcp_reader',
  'postgres',
  'admin',
  'svc-mcp',
  'jane',
  'readonly',
  'root',
  'analytics.user',
  'user%40corp',
];
const HOSTS = [
  'db.internal.example.com',
  'ep-cool-fog-a2x9.eu-central-1.aws.neon.tech',
  '10.20.30.40',
  'db.abcdwxyzqrst.supabase.co',
  'prod-db.c9x8.us-east-1.rds.amazonaws.com',
  'acme.postgres.database.azure.com',
  'pg-prod',
  'cluster0.ab1cd.mongodb.net',
];

const URL_SAFE = (value: string): boolean =>
  /^[^\s@:/?#"'\\[\]<>%|]+$/.test(value) || /^(\$\{[\w:]+\}|<[\w -]+>|\$\w+|\{\{\w+\}\}|%\w+%)$/.test(value);
const PAIR_SAFE = (value: string): boolean =>
  /^[^\s;"'\\{}]+$/.test(value) || /^(\$\{[\w:]+\}|<[\w-]+>)$/.test(value);

/** A password that stands in the user part of a URL. */
function urlPassword(random: Random, slot: string, supply: Supply): Marked {
  if (!supply.secrets) return supply.password(slot, URL_SAFE).value;
  if (random.chance(0.08)) return supply.shaped(slot, 'npg_{a:12}', 'neon-db-password');
  const encode = random.chance(0.15) ? percentEncodedHard : percentEncoded;
  return encodeSecret(supply, supply.password(slot).value, encode);
}

const authority =
  (scheme: string, rest: string, hosts: readonly string[] = HOSTS) =>
  (random: Random, slot: string, supply: Supply): Marked =>
    join(
      `${scheme}://${random.pick(USERS)}:`,
      urlPassword(random, slot, supply),
      `@${random.pick(hosts)}${rest}`,
    );

const pairs =
  (before: string, after: string) =>
  (_random: Random, slot: string, supply: Supply): Marked =>
    join(before, supply.password(slot, PAIR_SAFE, '!#$&*+-.?@^_~').value, after);

const shaped =
  (before: string, shape: string, format: string, after: string) =>
  (_random: Random, slot: string, supply: Supply): Marked =>
    join(before, supply.shaped(slot, shape, format), after);

const POSTGRES =
  'DATABASE_URL POSTGRES_URL POSTGRES_CONNECTION_STRING POSTGRESQL_URL PG_URL DATABASE_URI DB_URL POSTGRES_DSN DATABASE_DSN';

const KINDS: readonly Kind[] = [
  {
    id: 'postgres',
    weight: 10,
    names: POSTGRES,
    write: authority('postgresql', ':5432/app?sslmode=require'),
  },
  { id: 'postgres', weight: 6, names: POSTGRES, write: authority('postgres', '/app') },
  { id: 'postgres-driver', weight: 3, names: POSTGRES, write: authority('postgresql+asyncpg', ':5432/app') },
  {
    id: 'postgres-query',
    weight: 2,
    names: POSTGRES,
    write: (r, slot, supply) =>
      join(
        `postgresql://db.example.com:5432/app?user=app&password=`,
        urlPassword(r, slot, supply),
        '&sslmode=require',
      ),
  },
  { id: 'mysql', weight: 4, names: 'MYSQL_URL DATABASE_URL', write: authority('mysql', ':3306/shop') },
  {
    id: 'mysql-driver',
    weight: 2,
    names: 'MYSQL_URL SQLALCHEMY_DATABASE_URI',
    write: authority('mysql+pymysql', '/shop?charset=utf8mb4'),
  },
  { id: 'mariadb', weight: 1, names: 'DATABASE_URL', write: authority('mariadb', ':3306/shop') },
  {
    id: 'mongodb-srv',
    weight: 5,
    names: 'MDB_MCP_CONNECTION_STRING MONGODB_URI MONGO_URL MONGODB_CONNECTION_STRING',
    write: authority('mongodb+srv', '/app?retryWrites=true&w=majority', [
      'cluster0.ab1cd.mongodb.net',
      'prod.x9y8z.mongodb.net',
    ]),
  },
  {
    id: 'mongodb-hosts',
    weight: 2,
    names: 'MONGODB_URI',
    write: authority('mongodb', ',mongo2.example.com:27017/app?replicaSet=rs0&authSource=admin', [
      'mongo1.example.com:27017',
    ]),
  },
  {
    id: 'redis',
    weight: 4,
    names: 'REDIS_URL REDIS_URI',
    write: (r, slot, supply) =>
      join(
        r.pick(['redis://:', 'redis://default:', 'rediss://:', 'rediss://default:']),
        urlPassword(r, slot, supply),
        '@redis-12345.c1.eu-west-1-1.ec2.cloud.redislabs.com:12345/0',
      ),
  },
  {
    id: 'amqp',
    weight: 2,
    names: 'RABBITMQ_URL AMQP_URL CLOUDAMQP_URL',
    write: (r, slot, supply) =>
      join(
        r.pick(['amqp://', 'amqps://']),
        'mcp:',
        urlPassword(r, slot, supply),
        '@rabbit.example.com:5672/%2Fprod',
      ),
  },
  {
    id: 'mssql-pairs',
    weight: 4,
    names: 'MSSQL_CONNECTION_STRING SQLSERVER_CONNECTION_STRING CONNECTION_STRING AZURE_SQL_CONNECTIONSTRING',
    write: pairs(
      'Server=tcp:acme.database.windows.net,1433;Initial Catalog=app;User ID=mcp;Password=',
      ';Encrypt=True;TrustServerCertificate=False;Connection Timeout=30;',
    ),
  },
  {
    id: 'mssql-pairs',
    weight: 2,
    names: 'MSSQL_CONNECTION_STRING ConnectionStrings__Default',
    write: pairs('Data Source=sql01;Database=app;Uid=mcp;Pwd=', ''),
  },
  {
    id: 'mssql-url',
    weight: 1,
    names: 'MSSQL_CONNECTION_STRING',
    write: authority('mssql', ':1433/app?encrypt=true'),
  },
  { id: 'mssql-url', weight: 1, names: 'DATABASE_URL', write: authority('sqlserver', '?database=app') },
  {
    id: 'odbc',
    weight: 1,
    names: 'ODBC_CONNECTION_STRING',
    write: pairs(
      'Driver={ODBC Driver 18 for SQL Server};Server=sql01;Database=app;UID=mcp;PWD=',
      ';Encrypt=yes;',
    ),
  },
  {
    id: 'jdbc-query',
    weight: 3,
    names: 'JDBC_URL SCHCRWLR_JDBC_URL',
    write: (r, slot, supply) =>
      join('jdbc:postgresql://db.example.com:5432/app?user=app&password=', urlPassword(r, slot, supply)),
  },
  {
    id: 'jdbc-pairs',
    weight: 2,
    names: 'JDBC_URL',
    write: pairs(
      'jdbc:sqlserver://sql01.example.com:1433;databaseName=app;user=mcp;password=',
      ';encrypt=true',
    ),
  },
  {
    id: 'jdbc-oracle',
    weight: 1,
    names: 'JDBC_URL ORACLE_CONNECTION_STRING',
    write: (_r, slot, supply) =>
      join(
        'jdbc:oracle:thin:mcp/',
        supply.password(slot, (v) => /^[\w$!.*-]+$/.test(v), '!*-._').value,
        '@//ora.example.com:1521/ORCLPDB1',
      ),
  },
  {
    id: 'go-dsn',
    weight: 3,
    names: 'MYSQL_DSN DSN DB_DSN',
    write: (_r, slot, supply) =>
      join(
        'mcp:',
        supply.password(slot, (v) => /^[^\s@/()"']+$/.test(v), '!#$*-._~').value,
        '@tcp(db.example.com:3306)/shop?parseTime=true',
      ),
  },
  {
    id: 'libpq',
    weight: 3,
    names: 'DATABASE_DSN PG_DSN POSTGRES_CONNECTION_STRING',
    write: (r, slot, supply) => {
      const quote = supply.secrets && r.chance(0.3) ? "'" : '';
      return join(
        `host=db.example.com port=5432 dbname=app user=app password=${quote}`,
        supply.password(slot, PAIR_SAFE).value,
        `${quote} sslmode=require`,
      );
    },
  },
  {
    id: 'snowflake',
    weight: 1,
    names: 'SNOWFLAKE_URL',
    write: authority('snowflake', '/ANALYTICS/PUBLIC?warehouse=WH', ['xy12345.eu-central-1']),
  },
  {
    id: 'clickhouse',
    weight: 1,
    names: 'CLICKHOUSE_URL',
    write: authority('clickhouse', ':8443/default?secure=true'),
  },
  {
    id: 'neo4j',
    weight: 1,
    names: 'NEO4J_URI NEO4J_URL',
    write: authority('neo4j+s', ':7687', ['ab12cd34.databases.neo4j.io']),
  },
  {
    id: 'cockroach',
    weight: 1,
    names: 'COCKROACH_URL',
    write: authority('cockroachdb', ':26257/defaultdb?sslmode=verify-full'),
  },
  { id: 'ldap', weight: 1, names: 'LDAP_URL', write: authority('ldap', ':389/dc=example,dc=com') },
  {
    id: 'http-userinfo',
    weight: 3,
    names: 'ELASTICSEARCH_URL ES_URL OPENSEARCH_URL COUCHDB_URL PROMETHEUS_URL',
    write: authority('https', ':9200', ['search.example.com', 'es.prod.example.com']),
  },
  {
    id: 'proxy',
    weight: 3,
    names: 'HTTPS_PROXY HTTP_PROXY ALL_PROXY PROXY_URL https_proxy',
    write: authority('http', '', ['proxy.corp.example.com:8080', 'brd.superproxy.io:22225']),
  },
  {
    id: 'azure-storage',
    weight: 2,
    names: 'AZURE_STORAGE_CONNECTION_STRING AzureWebJobsStorage',
    write: shaped(
      'DefaultEndpointsProtocol=https;AccountName=acmestore;AccountKey=',
      '{b:76}+ASt{b:5}A==',
      'azure-storage-key',
      ';EndpointSuffix=core.windows.net',
    ),
  },
  {
    id: 'azure-bus',
    weight: 2,
    names: 'SERVICEBUS_CONNECTION_STRING EVENTHUB_CONNECTION_STRING',
    write: shaped(
      'Endpoint=sb://acme.servicebus.windows.net/;SharedAccessKeyName=RootManageSharedAccessKey;SharedAccessKey=',
      '{b:33}+ASb{b:5}A=',
      'azure-servicebus-key',
      '',
    ),
  },
  {
    id: 'azure-appconfig',
    weight: 1,
    names: 'AZURE_APPCONFIG_CONNECTION_STRING',
    write: shaped(
      'Endpoint=https://acme.azconfig.io;Id=ab1c-l0-s0:xYz;Secret=',
      '{b:42}A=',
      'azure-appconfig-connection-string',
      '',
    ),
  },
  {
    id: 'azure-cosmos',
    weight: 1,
    names: 'COSMOS_CONNECTION_STRING',
    write: shaped(
      'AccountEndpoint=https://acme.documents.azure.com:443/;AccountKey=',
      '{b:76}ACDb{b:5}A==',
      'azure-cosmos-key',
      ';',
    ),
  },
  {
    id: 'redis-pairs',
    weight: 1,
    names: 'REDIS_CONNECTION_STRING',
    write: pairs('acme.redis.cache.windows.net:6380,password=', ',ssl=True,abortConnect=False'),
  },
];

/** A URL with a user and a password, put together here so that no scanner sees one in this file. */
const withLogin = (scheme: string, user: string, word: string, rest: string): string =>
  `${scheme}://${user}:${word}@${rest}`;

const DEFAULTS: readonly (readonly [names: string, text: string])[] = [
  ['DATABASE_URL', withLogin('postgresql', 'postgres', 'postgres', 'localhost:5432/app')],
  ['DATABASE_URL', 'postgresql://localhost/mydb'],
  ['POSTGRES_URL', withLogin('postgres', 'postgres', 'password', '127.0.0.1:5432/dev')],
  ['MYSQL_URL', withLogin('mysql', 'root', 'root', 'localhost:3306/test')],
  ['MYSQL_URL', withLogin('mysql', 'user', 'password', 'localhost:3306/dbname')],
  ['REDIS_URL', 'redis://localhost:6379/0'],
  ['MONGODB_URI', 'mongodb://localhost:27017/app'],
  ['MONGODB_URI', withLogin('mongodb', 'admin', 'admin', 'localhost:27017')],
  ['RABBITMQ_URL', withLogin('amqp', 'guest', 'guest', 'localhost:5672/')],
  ['DATABASE_URL', withLogin('postgres', 'user', 'pass', 'localhost/db')],
  ['DATABASE_URL', withLogin('postgresql', 'username', 'password', 'host:5432/database')],
  ['DATABASE_URL', withLogin('postgresql', 'user', 'password', 'hostname/dbname')],
  [
    'MDB_MCP_CONNECTION_STRING',
    withLogin('mongodb+srv', 'username', 'password', 'cluster.mongodb.net/myDatabase'),
  ],
  ['DATABASE_URL', 'postgres://app@db.example.com:5432/app'],
  ['NEO4J_URI', 'bolt://localhost:7687'],
  ['DATABASE_URL', 'sqlite:///Users/dev/data/app.db'],
  [
    'MSSQL_CONNECTION_STRING',
    'Server=tcp:acme.database.windows.net,1433;Database=app;Authentication=Active Directory Default;',
  ],
  ['MSSQL_CONNECTION_STRING', 'Server=localhost;Database=app;Trusted_Connection=True;'],
  ['ES_URL', 'https://search.example.com:9200'],
  ['DATABASE_URL', withLogin('postgresql', '<user>', '<password>', '<host>:5432/<db>')],
  ['DATABASE_URL', withLogin('postgres', 'USER', 'PASSWORD', 'HOST:PORT/DATABASE')],
];

/** A connection text loaded by `supply`. */
export function connection(random: Random, carrier: string, supply: Supply): Connection {
  const kind = random.weighted(KINDS);
  return { names: kind.names, text: kind.write(random, `connection ${kind.id} (${carrier})`, supply) };
}

/** A connection text of a kind that a program takes as an argument. */
export function databaseUrl(random: Random, carrier: string, supply: Supply): Marked {
  const kind = random.weighted(
    KINDS.filter(({ id }) => /^(postgres|mysql|mongodb-srv|redis|mssql-url)$/.test(id)),
  );
  return kind.write(random, `connection ${kind.id} (${carrier})`, supply);
}

/** A connection text without a secret: no password, a stand-in, or the default of a database on this machine. */
export function harmlessConnection(random: Random): { name: string; text: Marked } {
  const [name, text] = random.pick(DEFAULTS);
  return {
    name,
    text: negative(text, /localhost|127\.0\.0\.1/.test(text) ? 'dev-default' : 'connection:no-secret'),
  };
}
