import type { Slot } from '../core/model.ts';

/** What a credential is used for that keeps it out of the reach of a broker, which puts values into HTTPS requests only. */
export type LocalUse = 'database' | 'signing';

// Words and not expressions: to compile these takes longer than all else that is done to a small config.
const DATABASE = wordsOf(
  'DATABASE DB POSTGRES POSTGRESQL PG MYSQL MARIADB MONGO MONGODB REDIS MSSQL SQL SQLSERVER ORACLE NEO4J AMQP RABBITMQ ' +
    'SMTP IMAP SSH DSN JDBC CONNECTION_STRING',
);
/** Databases have HTTPS interfaces as well. */
const OF_AN_API = wordsOf('API_KEY APIKEY API_TOKEN APITOKEN');
const SIGNING = wordsOf(
  'SIGNING ENCRYPTION DECRYPTION HMAC MNEMONIC SEED_PHRASE PRIVATE_KEY PRIVATEKEY JWT_SECRET WEBHOOK_SECRET ' +
    'AWS_SECRET_ACCESS_KEY',
);

/** Whether a credential opens a database or another raw connection, or signs on this machine; by its place and name. */
export function localUseOf({ kind, name, value }: Slot): LocalUse | undefined {
  if (kind === 'connection-string' || kind === 'url-userinfo') return 'database';
  // `dbPassword`: the humps are the gaps.
  const words = `_${name} ${referenceNames(value.reveal())}_`
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_')
    .toUpperCase();
  const has = (word: string) => words.includes(word);
  if ((DATABASE.some(has) || has('PGPASSWORD')) && !OF_AN_API.some(has)) return 'database';
  return SIGNING.some(has) ? 'signing' : undefined;
}

/** As they stand between others. */
function wordsOf(list: string): readonly string[] {
  return list.split(' ').map((word) => `_${word}_`);
}

/** Names inside references, since a positional argument has none of its own. */
function referenceNames(text: string): string {
  return [...text.slice(0, 2048).matchAll(/\$\{?(?:env:|input:)?([A-Za-z_][A-Za-z0-9_-]{0,127})/g)]
    .map(([, name]) => name)
    .join(' ');
}
