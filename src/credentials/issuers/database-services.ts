import type { Issuer } from '../format.ts';

export const databaseServices = [
  {
    id: 'mongodb-atlas',
    name: 'MongoDB Atlas',
    rotateUrl: 'https://cloud.mongodb.com',
    envNames: ['MDB_MCP_API_CLIENT_SECRET', 'ATLAS_PRIVATE_KEY', 'MONGODB_ATLAS_PRIVATE_KEY'],
    hosts: ['cloud.mongodb.com'],
    formats: [
      {
        id: 'mongodb-atlas-sa-secret',
        kind: 'client secret',
        prefixes: ['mdb_sa_sk_'],
        pattern: 'mdb_sa_sk_[A-Za-z0-9_-]{28,80}',
        lengths: [50],
      },
      {
        id: 'mongodb-atlas-private-key',
        kind: 'cloud key pair',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
  {
    id: 'neon',
    name: 'Neon',
    rotateUrl: 'https://console.neon.tech/app/settings/api-keys',
    envNames: ['NEON_API_KEY'],
    hosts: ['console.neon.tech', 'mcp.neon.tech', 'neon.tech'],
    formats: [
      {
        id: 'neon-key',
        kind: 'API key',
        prefixes: ['napi_'],
        pattern: 'napi_[A-Za-z0-9]{45,128}',
        lengths: [69],
      },
      {
        id: 'neon-db-password',
        kind: 'password',
        prefixes: ['npg_'],
        pattern: 'npg_[A-Za-z0-9]{12,16}',
        lengths: [16],
        rotateUrl: 'https://console.neon.tech',
      },
    ],
  },
  {
    id: 'planetscale',
    name: 'PlanetScale',
    rotateUrl: 'https://app.planetscale.com',
    envNames: ['PLANETSCALE_SERVICE_TOKEN', 'PLANETSCALE_PASSWORD'],
    hosts: ['api.planetscale.com'],
    formats: [
      {
        id: 'planetscale-token',
        kind: 'service token / password / OAuth',
        prefixes: ['pscale_tkn_', 'pscale_pw_', 'pscale_oauth_'],
        pattern: 'pscale_(?:tkn|pw|oauth)_[A-Za-z0-9_=.-]{31,63}[A-Za-z0-9_=-]',
      },
    ],
  },
  {
    id: 'databricks',
    name: 'Databricks',
    rotateUrl: 'https://docs.databricks.com/aws/en/dev-tools/auth/pat',
    envNames: ['DATABRICKS_TOKEN', 'DATABRICKS_CLIENT_SECRET'],
    hosts: ['cloud.databricks.com', 'azuredatabricks.net'],
    formats: [
      { id: 'databricks-pat', kind: 'PAT', prefixes: ['dapi'], pattern: 'dapi[0-9a-f]{32}(?:-[0-9])?' },
      {
        id: 'databricks-oauth-secret',
        kind: 'client secret',
        prefixes: ['dose'],
        pattern: 'dose[0-9a-f]{32}',
        rotateUrl: 'https://docs.databricks.com/aws/en/dev-tools/auth/oauth-m2m',
      },
    ],
  },
  {
    id: 'snowflake',
    name: 'Snowflake',
    rotateUrl: 'https://docs.snowflake.com/en/user-guide/programmatic-access-tokens',
    envNames: ['SNOWFLAKE_PAT', 'SNOWFLAKE_TOKEN', 'SNOWFLAKE_PASSWORD'],
    hosts: ['snowflakecomputing.com'],
    formats: [
      {
        id: 'snowflake-pat',
        kind: 'PAT (JWT-like)',
        prefixes: ['eyJ'],
        pattern: '',
        shape: 'eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{10,}',
      },
    ],
  },
  {
    id: 'astra',
    name: 'DataStax Astra',
    rotateUrl: 'https://astra.datastax.com',
    envNames: ['ASTRA_DB_APPLICATION_TOKEN'],
    hosts: ['api.astra.datastax.com'],
    formats: [
      {
        id: 'astra-token',
        kind: 'API key',
        prefixes: ['AstraCS:'],
        pattern: 'AstraCS:[A-Za-z0-9]{8,40}:[0-9a-f]{64}',
      },
    ],
  },
  {
    id: 'clickhouse-cloud',
    name: 'ClickHouse Cloud',
    rotateUrl: 'https://console.clickhouse.cloud',
    envNames: ['CLICKHOUSE_CLOUD_KEY_SECRET'],
    hosts: ['api.clickhouse.cloud'],
    formats: [
      {
        id: 'clickhouse-cloud-secret',
        kind: 'API key',
        prefixes: ['4b1d'],
        pattern: '4b1d(?=[a-z0-9]{0,37}[A-Z])[A-Za-z0-9]{38}',
      },
    ],
  },
  {
    id: 'cockroachdb-cloud',
    name: 'CockroachDB Cloud',
    rotateUrl: 'https://cockroachlabs.cloud/access',
    envNames: ['COCKROACH_API_KEY'],
    hosts: ['cockroachlabs.cloud'],
    formats: [
      {
        id: 'cockroach-key',
        kind: 'API key',
        prefixes: ['CCDB1_'],
        pattern: 'CCDB1_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}',
      },
    ],
  },
  {
    id: 'confluent-cloud',
    name: 'Confluent Cloud',
    rotateUrl: 'https://confluent.cloud/settings/api-keys',
    envNames: ['CONFLUENT_CLOUD_API_SECRET', 'KAFKA_API_SECRET', 'SCHEMA_REGISTRY_API_SECRET'],
    hosts: ['api.confluent.cloud', 'confluent.cloud'],
    formats: [
      {
        id: 'confluent-secret',
        kind: 'API secret',
        prefixes: ['cflt'],
        pattern: 'cflt[A-Za-z0-9+/]{60}',
        shape: '[A-Za-z0-9+/]{64}',
        checksum: 'confluent',
        checksumPolicy: 'booster',
      },
    ],
  },
  {
    id: 'influxdb',
    name: 'InfluxDB',
    envNames: ['INFLUXDB_TOKEN'],
    hosts: ['influxdata.com'],
    formats: [
      {
        id: 'influxdb-token',
        kind: 'API key',
        prefixes: ['apiv3_'],
        pattern: 'apiv3_[A-Za-z0-9+/_-]{60,100}={0,2}',
        shape: '[A-Za-z0-9_-]{86}==',
      },
    ],
  },
  {
    id: 'airtable',
    name: 'Airtable',
    rotateUrl: 'https://airtable.com/create/tokens',
    envNames: ['AIRTABLE_API_KEY', 'AIRTABLE_PAT'],
    hosts: ['api.airtable.com'],
    formats: [
      { id: 'airtable-pat', kind: 'PAT', prefixes: ['pat'], pattern: 'pat[A-Za-z0-9]{14}\\.[0-9a-f]{64}' },
      {
        id: 'airtable-oauth',
        kind: 'OAuth access token',
        prefixes: ['oaa'],
        pattern: 'oaa[A-Za-z0-9]{8,24}\\.v1\\.[A-Za-z0-9_-]{20,1200}\\.[0-9a-f]{32,128}',
        traits: ['short-lived'],
        rotateUrl: 'https://airtable.com/create/oauth',
      },
    ],
  },
] satisfies readonly Issuer[];
