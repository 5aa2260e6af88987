import { type Label, label } from '../core/label.ts';
import type { Path } from '../core/model.ts';
import type { Range } from '../core/range.ts';
import type { ServerFacts } from './server-facts.ts';
import { isOff, isOn, readSettings, type Setting } from './settings.ts';

/** A setting that takes the protection off a connection. */
export interface InsecureSetting {
  /** `verification-off`: TLS without a check of the certificate. `cleartext-allowed`: connections without TLS. */
  readonly effect: 'verification-off' | 'cleartext-allowed';
  /** The variable or flag. */
  readonly name: Label;
  readonly range: Range;
  readonly path: Path;
}

interface Row {
  readonly key: RegExp;
  readonly when: 'on' | 'off';
  readonly effect: InsecureSetting['effect'];
}

// Documentation of Node.js, Python (PEP 493), git, oauthlib, curl, uv, podman, Deno, kubectl, Grafana, Playwright, Chrome DevTools and
// mcp-remote, and what servers call their own switches for the same.
const ROWS: readonly Row[] = [
  {
    key: /^(?:NODE_TLS_REJECT_UNAUTHORIZED|(?:\w*_)?REJECT_UNAUTHORIZED|PYTHONHTTPSVERIFY)$/,
    when: 'off',
    effect: 'verification-off',
  },
  // `TLS_SKIP_VERIFY`, `GIT_SSL_NO_VERIFY`, `--no-verify-ssl`, `--no-check-certificate`, `--insecure-skip-tls-verify`
  {
    key: /^(?=.*(?:^|_)(?:SSL|TLS|HTTPS|CERTS?|CERTIFICATES?)(?:_|$))(?=.*(?:^|_)(?:NO|SKIP|DISABLE|IGNORE|BYPASS)_).*(?:^|_)(?:VERIFY|VERIFICATION|VALIDATE|VALIDATION|CHECK)(?:_|$)/,
    when: 'on',
    effect: 'verification-off',
  },
  { key: /(?:^|_)INSECURE_SKIP_VERIFY$/, when: 'on', effect: 'verification-off' },
  // Behind those, which have the same words in them: `JIRA_SSL_VERIFY`, `VERIFY_SSL`, `TLS_VERIFICATION`, `strict-ssl`
  {
    key: /(?:^|_)(?:SSL|TLS|HTTPS|CERTS?|CERTIFICATES?)_(?:CERTS?_|CERTIFICATES?_)?(?:VERIFY|VERIFICATION|VALIDATE|VALIDATION|CHECK)(?:_ENABLED)?$/,
    when: 'off',
    effect: 'verification-off',
  },
  {
    key: /(?:^|_)(?:VERIFY|VALIDATE|CHECK|STRICT)_(?:SSL|TLS|HTTPS|CERTS?|CERTIFICATES?)(?:_CERTS?|_CERTIFICATES?)?$/,
    when: 'off',
    effect: 'verification-off',
  },
  {
    key: /(?:^|_)(?:IGNORE|ACCEPT|ALLOW)_(?:SSL|TLS|HTTPS|CERTS?|CERTIFICATES?|INVALID_CERTS?|INVALID_CERTIFICATES?|INSECURE_CERTS?|SELF_SIGNED|SELF_SIGNED_CERTS?|INSECURE_TLS|INSECURE_SSL|UNVERIFIED_SSL)(?:_ERRORS?)?$/,
    when: 'on',
    effect: 'verification-off',
  },
  {
    key: /^(?:(?!OTEL_)\w*_)?(?:SSL_|TLS_|HTTPS_)?INSECURE(?:_SSL|_TLS|_CERTS?)?$/,
    when: 'on',
    effect: 'verification-off',
  },
  {
    key: /^(?:ALLOW_INSECURE_HOST|TRUSTED_HOST|UNSAFELY_IGNORE_CERTIFICATE_ERRORS)$/,
    when: 'on',
    effect: 'verification-off',
  },
  {
    key: /(?:^|_)(?:ALLOW_HTTP|INSECURE_HTTP|ALLOW_INSECURE(?:_HTTP|_TRANSPORT)?|INSECURE_TRANSPORT|ALLOW_CLEARTEXT|ALLOW_PLAINTEXT)$/,
    when: 'on',
    effect: 'cleartext-allowed',
  },
];

/** A part of every name that a row has: one look instead of nine for all other settings. */
const SPEAKS_OF_TLS =
  /SSL|TLS|HTTP|CERT|INSECURE|REJECT_UNAUTHORIZED|TRUSTED_HOST|SELF_SIGNED|CLEARTEXT|PLAINTEXT/;

/** Switches of the same name that are about something else: what a server's own client may do is not what it sends. */
const OTHERS = /^(?:INSECURE_HTTP_PARSER|ALLOW_HTTP_METHODS?)$/;

/** The settings of an entry that switch off TLS or the check of certificates. */
export function insecureTransport(facts: Pick<ServerFacts, 'server' | 'launch'>): readonly InsecureSetting[] {
  const local = facts.launch.endpoint?.reach === 'loopback';
  const found = readSettings(facts).flatMap((setting): InsecureSetting[] => {
    const effect = effectOf(setting);
    // Without TLS to this machine nothing is lost.
    return effect === undefined || (local && effect === 'cleartext-allowed') ? [] : [place(effect, setting)];
  });
  return [...found, ...shortFlags(facts)];
}

function effectOf(setting: Setting): InsecureSetting['effect'] | undefined {
  if (!SPEAKS_OF_TLS.test(setting.key) || OTHERS.test(setting.key)) return undefined;
  const row = ROWS.find(({ key }) => key.test(setting.key));
  if (!row) return undefined;
  // `--allow-insecure-host pypi.internal`, `--ignore-certificate-errors=a.example`: a list of hosts is a yes.
  const hosts = row.when === 'on' && /HOST$|^UNSAFELY_/.test(setting.key) && !isOff(setting);
  const holds = row.when === 'on' ? isOn(setting) || hosts : isOff(setting);
  return holds ? row.effect : undefined;
}

/** `curl -k`. */
function shortFlags({ launch }: Pick<ServerFacts, 'launch'>): InsecureSetting[] {
  if (launch.program !== 'curl') return [];
  return launch.args.flatMap(({ text, path }): InsecureSetting[] =>
    text.length <= 8 && /^-[A-Za-z]{0,6}k[A-Za-z]{0,6}$/.test(text.reveal())
      ? [{ effect: 'verification-off', name: label('-k'), range: text.range, path }]
      : [],
  );
}

function place(effect: InsecureSetting['effect'], { written, range, path }: Setting): InsecureSetting {
  return { effect, name: label(written), range, path };
}
