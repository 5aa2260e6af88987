import type { Slot } from '../core/model.ts';

/** What a credential is used for that keeps it out of the reach of a broker, which puts values into HTTPS requests only. */
export type LocalUse = 'database' | 'signing';

const DATABASE =
  /(?:^|_)(?:DATABASE|DB|POSTGRES(?:QL)?|PG|MYSQL|MARIADB|MONGO(?:DB)?|REDIS|MSSQL|SQL|SQLSERVER|ORACLE|NEO4J|AMQP|RABBITMQ|SMTP|IMAP|SSH|DSN|JDBC|CONNECTION_STRING)(?:_|$)|PGPASSWORD/i;
/** Databases have HTTPS interfaces as well. */
const OF_AN_API = /(?:^|_)API_?(?:KEY|TOKEN)(?:_|$)/i;
const SIGNING =
  /(?:^|_)(?:SIGNING|ENCRYPTION|DECRYPTION|HMAC|MNEMONIC|SEED_PHRASE|PRIVATE_?KEY|(?:JWT|WEBHOOK)_SECRET|AWS_SECRET_ACCESS_KEY)(?:_|$)/i;

/** Whether a credential opens a database or another raw connection, or signs on this machine; by its place and name. */
export function localUseOf({ kind, name, value }: Slot): LocalUse | undefined {
  if (kind === 'connection-string' || kind === 'url-userinfo') return 'database';
  // `dbPassword`: the humps are the gaps.
  const words = `${name} ${referenceNames(value.reveal())}`
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .replace(/[^A-Za-z0-9]+/g, '_');
  if (DATABASE.test(words) && !OF_AN_API.test(words)) return 'database';
  return SIGNING.test(words) ? 'signing' : undefined;
}

/** Names inside references, since a positional argument has none of its own. */
function referenceNames(text: string): string {
  return [...text.slice(0, 2048).matchAll(/\$\{?(?:env:|input:)?([A-Za-z_][A-Za-z0-9_-]{0,127})/g)]
    .map(([, name]) => name)
    .join(' ');
}
