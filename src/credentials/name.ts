import { wordList as set } from './word-list.ts';

/**
 * What the name of a variable, header, flag or parameter says about its value.
 * `password`: any text is a secret. `secret`: a secret unless the value says otherwise. `weak`: a secret if the value
 * looks random. `public`: meant for clients. `benign`: a setting or an identifier. `neutral`: says nothing.
 */
export type NameClass = 'password' | 'secret' | 'weak' | 'public' | 'benign' | 'neutral';

/** Splits a name into lower-case words: at `_ - . :` and white space, at camel-case humps, at known compounds. */
function wordsOfName(name: string): string[] {
  return splitHumps(name.slice(0, 256))
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .flatMap((word) => {
      // `TOKEN1` is a token; `s3` and `oauth2` are words of their own.
      const bare = word.replace(/\d+$/, '');
      return (
        COMPOUNDS[bare] ?? splitSuffix(/^(?:token|password|passwd|secret|key)$/.test(bare) ? bare : word)
      );
    });
}

function splitHumps(name: string): string {
  if (name === name.toLowerCase()) return name;
  const humps = name.replace(/([a-z0-9])([A-Z])/g, '$1 $2');
  return name === name.toUpperCase() ? humps : humps.replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2');
}

/** Words that people write without a gap. */
const COMPOUNDS: Readonly<Record<string, readonly string[]>> = {
  apikey: ['api', 'key'],
  apikeys: ['api', 'keys'],
  authkey: ['auth', 'key'],
  accesskey: ['access', 'key'],
  secretkey: ['secret', 'key'],
  secretaccesskey: ['secret', 'access', 'key'],
  awssecretaccesskey: ['secret', 'access', 'key'],
  phpsessid: ['session', 'cookie'],
  sessionid: ['session', 'cookie'],
  appkey: ['app', 'key'],
  privatekey: ['private', 'key'],
  servicekey: ['service', 'key'],
  accountkey: ['account', 'key'],
  sharedaccesskey: ['shared', 'access', 'key'],
  masterkey: ['master', 'key'],
  signingkey: ['signing', 'key'],
  publickey: ['public', 'key'],
  keyfile: ['key', 'file'],
  hapikey: ['api', 'key'],
  appid: ['app', 'id'],
  clientid: ['client', 'id'],
  connectionstring: ['connection', 'string'],
  authtype: ['auth', 'type'],
  keyid: ['key', 'id'],
  keyvault: ['keyvault'],
};

const SUFFIXES = ['token', 'secret', 'password', 'passwd', 'apikey'];

/** `githubtoken`, `dbpassword`: these endings occur in no other word of the field. */
function splitSuffix(word: string): string[] {
  const suffix = SUFFIXES.find((known) => word.endsWith(known));
  if (suffix === undefined || suffix === word || word === 'multitoken') return [word];
  return [word.slice(0, -suffix.length), ...(suffix === 'apikey' ? ['api', 'key'] : [suffix])];
}

const PASSWORD = set(
  'password passwords passwd pwd pass passphrase passcode pw passwort contrasena userpass dbpass',
);
const SECRET = set(
  'secret secrets token tokens credential credentials creds pat jwt bearer mnemonic cookie cookies sas authorization apikey cred xoxc xoxd',
);
const WEAK = set(
  'auth key keys phrase signature sig salt seed code session pin otp license dsn crumb jsessionid',
);

/** What makes `… KEY` a secret. A vendor's name alone (`OPENAI_KEY`) makes it a weak one. */
const KEY_QUALIFIERS = set(
  'api access secret private auth signing encryption decryption master service role session license admin subscription account app application consumer webhook deploy integration rest server write read personal functions function shared ssh gpg data hmac jwt web ingest ingestion root security organization org team user project bot management storage',
);

/** `PRIMARY_KEY` and the like are names of things, not secrets. */
const KEY_NAMES = set(
  'primary foreign partition sort cache idempotency object hot shortcut column map row group routing bucket registry composite unique redis config issue project index dict json lookup translation i18n theme',
);

const PUBLIC_QUALIFIERS = set('public publishable anon anonymous site browser frontend');
const PUBLIC_PREFIXES = [
  ['next', 'public'],
  ['vite'],
  ['react', 'app'],
  ['expo', 'public'],
  ['nuxt', 'public'],
  ['gatsby'],
];

/** A last word that tells an identifier, a place or a setting. */
const BENIGN = set(
  'id ids uid uuid guid name names username usernames user users email emails mail login account accounts host hosts hostname hostnames ' +
    'port ports region regions zone org orgs organization workspace project projects tenant version type types mode method methods scheme ' +
    'scope scopes audience issuer realm url urls uri uris endpoint endpoints address path paths file files filename dir dirs directory folder ' +
    'folders location command cmd ttl expiry expires expiration lifetime timeout limit limits length size count max min budget rate interval ' +
    'enabled enable disabled required format encoding algorithm alg prefix suffix header headers field alias fingerprint thumbprint hint label ' +
    'description placeholder env environment var vars debug level verbose log logs provider providers model models store storage vault arn sid ' +
    'profile profiles domain domains server servers cert certificate ca role roles language lang locale timezone tz date time day days hour ' +
    'minutes seconds ms bytes number num index page offset tool tools toolset toolsets feature features flag flags option options setting ' +
    'settings config proxy browser headless parallelism kind title text message channel channels database db schema table collection bucket ' +
    'instance cluster namespace subscription resource deployment transport package image tag repo repository branch owner team member state ' +
    'status callback redirect site app application base root home bin binary executable python node shell editor theme color width height ' +
    'retries retry delay threshold window concurrency workers threads readonly only disable allow allowed deny list whitelist blacklist ip cidr ' +
    'source target hash digest checksum template query filter pattern regex prompt instructions persona temperature seed dimension dimensions engine backend driver',
);

/** `MAX_TOKENS`, `TOKEN_BUDGET`: counters of language models. */
const COUNTERS = set(
  'max min num number total limit context thinking output input completion prompt n per budget',
);
/** `ENABLE_TOKEN`, `USE_AUTH`: switches. `--only-secrets` of doppler takes names. */
const SWITCHES = set(
  'only enable disable use has is require requires allow skip no without with show hide log verify check validate force',
);
/** Values of protocols that live for a request or a page. */
const PROTOCOL = set(
  'csrf xsrf page next continuation cursor pagination sync stop eos bos pad mask end special',
);
/** Qualifiers at the end that say which one, not what: `API_KEY_2`, `TOKEN_PROD`. */
const VARIANT = set(
  'prod production dev development test testing staging stage live sandbox old new backup bak primary secondary default local main alt here value val str plain raw b64 base64 st nd rd th',
);
/** The same, where it follows a word for a secret: `DB_PASSWORD_RO`. */
const SECRET_VARIANT = set('ro rw readonly eu us a b string strings temp global internal fallback disabled');
const SECRET_IDS = set('vault tencentcloud tencent approle');

function isSecretVariant(words: readonly string[]): boolean {
  const previous = words.at(-2)!;
  return (
    SECRET_VARIANT.has(words.at(-1)!) &&
    (PASSWORD.has(previous) || SECRET.has(previous) || previous === 'key')
  );
}

/** Decides by whole words, never by substrings: the last word first, then what qualifies it. */
export function classifyName(name: string): NameClass {
  const words = wordsOfName(name);
  while (words.length > 1 && (isVariant(words.at(-1)!) || isSecretVariant(words))) words.pop();
  const last = words.at(-1);
  if (last === undefined) return 'neutral';
  const before = words.slice(0, -1);
  const previous = before.at(-1) ?? '';
  if (PUBLIC_PREFIXES.some((prefix) => prefix.every((word, index) => words[index] === word))) return 'public';
  if (last === 'key' || last === 'keys') return classifyKey(before, previous);
  if (last === 'id' && previous === 'secret' && SECRET_IDS.has(words[0]!)) return 'secret';
  if (last === 'string' && (previous === 'connection' || previous === 'conn')) return 'secret';
  if (last === 'str' && previous === 'conn') return 'secret';
  if (previous === 'session' && (last === 'string' || last === 'strings')) return 'secret'; // Telegram
  if (last === 'hash' && previous === 'api') return 'secret'; // Telegram
  if (last === 'seed' && /^(?:wallet|totp|otp|mnemonic)$/.test(previous)) return 'secret';
  if (previous === 'secret' && (last === 'url' || last === 'uri')) return 'secret';
  if (last === 'credentials' && previous === 'application') return 'benign';
  if (BENIGN.has(last)) return 'benign';
  // `USE_AUTH` is a switch; `VERIFY_TOKEN` is a token of a vendor now and then, and then it looks like one.
  if (SWITCHES.has(words[0]!) && before.length > 0)
    return SECRET.has(last) || PASSWORD.has(last) ? 'weak' : 'benign';
  if ((last === 'token' || last === 'tokens') && before.some((word) => COUNTERS.has(word))) return 'benign';
  if (PASSWORD.has(last)) return 'password';
  if (PROTOCOL.has(previous)) return 'benign';
  if (SECRET.has(last)) return 'secret';
  if (WEAK.has(last)) return 'weak';
  // `TOKEN_GITHUB`, `PASSWORD_DB`: the noun comes first.
  if (PASSWORD.has(words[0]!)) return 'password';
  if (SECRET.has(words[0]!)) return 'weak';
  if (previous === 'key' && before.length > 1 && KEY_QUALIFIERS.has(before.at(-2)!)) return 'weak';
  return 'neutral';
}

function isVariant(word: string): boolean {
  return VARIANT.has(word) || /^(?:\d+(?:st|nd|rd|th)?|v\d)$/.test(word);
}

function classifyKey(before: readonly string[], previous: string): NameClass {
  if (PUBLIC_QUALIFIERS.has(previous) || before.includes('public') || before.includes('publishable'))
    return 'public';
  if (before.length === 0) return 'weak';
  if (before.some((word) => SECRET.has(word))) return 'secret';
  if (SWITCHES.has(before[0]!) && !KEY_QUALIFIERS.has(previous)) return 'benign';
  if (KEY_QUALIFIERS.has(previous) && !(KEY_NAMES.has(previous) && before.length === 1)) return 'secret';
  return KEY_NAMES.has(previous) ? 'benign' : 'weak';
}
