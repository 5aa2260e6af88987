/** Passwords that images and tutorials start with; on the machine itself they protect nothing. */
const DEFAULTS = new Set([
  'postgres', 'postgresql', 'root', 'admin', 'administrator', 'guest', 'minioadmin', 'minio', 'neo4j', 'mysql', 'mariadb', 'mongo',
  'mongodb', 'redis', 'rabbitmq', 'elastic', 'kibana', 'sa', 'test', 'password', 'pass', 'secret', 'docker',
  'dev', 'development', 'local', 'localhost', 'supabase', 'odoo', 'airflow', 'grafana', 'sonar', 'wordpress', 'default', 'toor',
  'password123', 'admin123', 'root123', 'postgres123', 'test123', 'testpassword', 'devpassword', 'mysecretpassword', 'surreal',
]); // biome-ignore format: a table

export function isDevelopmentDefault(text: string): boolean {
  return DEFAULTS.has(text.toLowerCase());
}

/** This machine, or a name that only a local network or a compose file resolves; unknown counts as local. */
export function isLocalHost(host: string | undefined): boolean {
  if (host === undefined || host === '') return true;
  return /^(?:localhost|127(?:\.\d{1,3}){3}|0\.0\.0\.0|\[::1?\]|::1|host\.docker\.internal|.*\.(?:local|localhost|internal)|[^.:]+)$/.test(
    host,
  );
}
