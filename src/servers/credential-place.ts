import type { KnownMatch } from '../catalog/catalog.ts';
import type { Slot } from '../core/model.ts';
import { classifyName } from '../credentials/name.ts';
import type { Reference } from './references.ts';

/** Variables with the address of a database, which nearly always has the password in it. */
const DATABASE_ADDRESS =
  /(?:^|_)(?:DATABASE|DB|POSTGRES(?:QL)?|PG|MYSQL|MARIADB|MONGO(?:DB)?|MSSQL|AMQP|RABBITMQ)_?(?:URL|URI|DSN)$/i;
/** Of every shell; `pwd` is a password elsewhere. */
const WORKING_FOLDER = /^(?:OLD)?PWD$/;
/** References that stand for a stored secret whatever they are called. */
const STORED = /^(?:op:\/\/|vault address|cloud secret name)$/;
/** The stand-in that a broker replaces in requests: the server never sees what it stands for. */
const STAND_IN = 'broker placeholder';

/** Whether a name, or what the catalogue knows of this server, says that a slot is for a credential. */
export function isCredentialName(slot: Pick<Slot, 'kind' | 'name'>, known: KnownMatch | undefined): boolean {
  const { kind, name } = slot;
  if (known) {
    const { secretEnv, secretArgs, plainEnv, remote } = known.server;
    if (kind === 'env' || kind === 'assignment') {
      if (plainEnv.includes(name)) return false;
      if (secretEnv.includes(name)) return true;
    }
    const bare = name.toLowerCase();
    if (kind === 'flag' && secretArgs.some((flag) => flag.replace(/^-+/, '').toLowerCase() === bare))
      return true;
    if (kind === 'header' && remote?.secretHeaders.some((header) => header.toLowerCase() === bare))
      return true;
    if (kind === 'url-query' && remote?.urlSecret?.query === name) return true;
  }
  return saysCredential(name);
}

/** The names of secrets, and of keys where nothing else is told: `OPENAI_KEY`. */
function saysCredential(name: string): boolean {
  const words = classifyName(name);
  if (words === 'password' || words === 'secret') return true;
  return (words === 'weak' && /key$/i.test(name)) || DATABASE_ADDRESS.test(name);
}

/** Whether the value that a reference stands for is a credential, by where it is and by what it names. */
export function isCredentialReference(
  slot: Slot,
  syntax: string,
  references: readonly Reference[],
  known: KnownMatch | undefined,
): boolean {
  if (syntax === STAND_IN) return false;
  const isPlain = slot.kind === 'env' && known?.server.plainEnv.includes(slot.name);
  if (isPlain) return false;
  if (slot.declaredSecret || isCredentialName(slot, known)) return true;
  if (STORED.test(syntax)) return !isPublicPart(slot.value.reveal());
  if (slot.kind === 'argument' && known?.server.positionalSecret && isWhole(slot, references))
    return !references.some(({ name }) => isSetting(name));
  return references.some(({ name }) => !WORKING_FOLDER.test(name) && saysCredential(name));
}

function isWhole({ value }: Slot, references: readonly Reference[]): boolean {
  return references.length === 1 && references[0]!.text.length === value.length;
}

/** `${workspaceFolder}`, `${DB_HOST}`; not `${DATABASE_URL}`. */
function isSetting(name: string): boolean {
  if (/folder|home|userprofile|pathseparator/i.test(name)) return true;
  return classifyName(name) === 'benign' && !saysCredential(name);
}

/** `op://vault/item/username`: the last part tells that it is no secret. */
function isPublicPart(address: string): boolean {
  return /[/#:](?:user(?:name)?|e?-?mail|url|uri|website|host(?:name)?|port|server|database|tenant|account|region)$/i.test(
    address.slice(-32),
  );
}
