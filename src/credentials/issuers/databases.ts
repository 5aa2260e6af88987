import type { Issuer } from '../format.ts';

/** Found by their shape as URLs and `key=value` strings, not by a beginning: kept here for their names only. */
export const databases = [
  {
    id: 'postgresql',
    name: 'PostgreSQL',
    envNames: ['POSTGRES_URL', 'POSTGRES_CONNECTION_STRING', 'POSTGRESQL_URL', 'PG_CONNECTION_STRING'],
    hosts: [],
    formats: [
      {
        id: 'postgres-url',
        kind: 'connection string',
        prefixes: ['postgres://', 'postgresql://', 'postgresql+asyncpg://'],
        pattern: '',
      },
    ],
  },
  {
    id: 'mysql',
    name: 'MySQL / MariaDB',
    envNames: ['MYSQL_URL'],
    hosts: [],
    formats: [
      {
        id: 'mysql-url',
        kind: 'connection string',
        prefixes: ['mysql://', 'mariadb://', 'mysql+pymysql://'],
        pattern: '',
      },
    ],
  },
  {
    id: 'mongodb',
    name: 'MongoDB / Atlas',
    envNames: ['MDB_MCP_CONNECTION_STRING', 'MONGODB_URI', 'MONGO_URL', 'MONGODB_CONNECTION_STRING'],
    hosts: [],
    formats: [
      {
        id: 'mongodb-url',
        kind: 'connection string',
        prefixes: ['mongodb://', 'mongodb+srv://'],
        pattern: '',
      },
    ],
  },
  {
    id: 'redis',
    name: 'Redis / Valkey / Upstash',
    envNames: ['REDIS_URL', 'REDIS_URI'],
    hosts: [],
    formats: [
      {
        id: 'redis-url',
        kind: 'connection string',
        prefixes: ['redis://', 'rediss://', 'valkey://'],
        pattern: '',
      },
    ],
  },
  {
    id: 'rabbitmq',
    name: 'RabbitMQ',
    envNames: ['RABBITMQ_URL', 'AMQP_URL'],
    hosts: [],
    formats: [{ id: 'amqp-url', kind: 'connection string', prefixes: ['amqp://', 'amqps://'], pattern: '' }],
  },
  {
    id: 'sql-server',
    name: 'SQL Server / Azure SQL / ODBC / ADO',
    envNames: ['MSSQL_CONNECTION_STRING', 'SQLSERVER_CONNECTION_STRING'],
    hosts: [],
    formats: [
      {
        id: 'mssql-connection-string',
        kind: 'connection string',
        prefixes: ['Server=', 'Data Source=', 'mssql://', 'sqlserver://'],
        pattern: '',
      },
    ],
  },
  {
    id: 'jdbc',
    name: 'JDBC',
    envNames: ['JDBC_URL'],
    hosts: [],
    formats: [{ id: 'jdbc-url', kind: 'connection string', prefixes: ['jdbc:'], pattern: '' }],
  },
  {
    id: 'other-databases',
    name: 'Other databases',
    nameless: true,
    envNames: ['NEO4J_URI', 'CLICKHOUSE_URL'],
    hosts: [],
    formats: [
      {
        id: 'neo4j-url',
        kind: 'connection string',
        prefixes: [
          'neo4j+s://',
          'bolt://',
          'clickhouse://',
          'elasticsearch://',
          'cockroachdb://',
          'snowflake://',
          'trino://',
          'ldap://',
        ],
        pattern: '',
      },
    ],
  },
] satisfies readonly Issuer[];
