/** A way to write "the value is elsewhere". Who expands it is a fact of each host; that it is no credential is one of ours. */
export interface ReferenceSyntax {
  readonly id: string;
  /** One reference, anywhere in a text; bounded, so that hostile text costs linear time. */
  readonly pattern: RegExp;
  /** Passwords may hold such text by chance. */
  readonly ambiguous?: boolean;
}

// hosts.md (0) lists the dialects of hosts; vault addresses come from the documentation of 1Password, HashiCorp Vault,
// Doppler, Infisical, Bitwarden, pass, Kubernetes, AWS, GCP and Azure. Checked 2026-11-23.
const EMBEDDED: readonly ReferenceSyntax[] = [
  { id: '${{…}}', pattern: /\$\{\{[^{}]{1,200}\}\}/g },
  { id: '{{…}}', pattern: /\{\{[^{}]{1,200}\}\}/g },
  { id: '${…}', pattern: /\$\{[^{}]{0,200}\}/g },
  { id: '{env:…}', pattern: /\{(?:env|file|input|secret|vault|keychain):[^{}]{1,200}\}/g },
  { id: '<%…%>', pattern: /<%[^%]{1,200}%>/g },
  { id: '$(…)', pattern: /\$\([^()]{1,200}\)/g },
  { id: '`…`', ambiguous: true, pattern: /`[^`\n]{1,200}`/g },
  { id: '%VAR%', ambiguous: true, pattern: /%[A-Za-z_][A-Za-z0-9_]{1,60}%/g },
  { id: '$env:VAR', pattern: /\$env:[A-Za-z_][A-Za-z0-9_]{0,60}/gi },
  { id: '$VAR', ambiguous: true, pattern: /\$[A-Z_][A-Z0-9_]{1,60}(?![A-Za-z0-9_])/g },
  { id: '[[…]]', pattern: /\[\[[^[\]]{1,200}\]\]/g },
  { id: '{VAR}', ambiguous: true, pattern: /\{[A-Za-z_][A-Za-z0-9_. -]{0,60}\}/g },
];

const WHOLE: readonly ReferenceSyntax[] = [
  { id: 'op://', pattern: /^op:\/\/\S/ },
  {
    id: 'vault address',
    pattern:
      /^(?:keychain|keyring|vault|secret|secrets|secretref|doppler|infisical|bws|bitwarden|pass|gopass|lastpass|dashlane|kms|akv|azure-keyvault|aws-secretsmanager|awssecret|awssm|ssm|gcpsm|gcp-secretmanager|gsm|sops|chamber|conjur|teller|mcpguard|mcpm|authsome|agent-vault|onecli|k8s|kube|env|file|ref\+[a-z]+)(?::\/\/?|::?)\S/i,
  },
  {
    id: 'cloud secret name',
    pattern: /^(?:arn:aws[a-z-]*:(?:secretsmanager|ssm):|projects\/[^/]+\/secrets\/|@Microsoft\.KeyVault\()/,
  },
  {
    id: 'broker placeholder',
    pattern:
      /^(?:authsome-proxy-managed|agent-vault-(?:proxy-)?managed|onecli-managed|proxy-managed|managed-by-[a-z-]+|\$augment-[\w-]+)$/i,
  },
  {
    id: 'code',
    pattern:
      /^(?:process\.env(?:\.|\[)|os\.(?:environ|getenv)|import\.meta\.env|ENV\[|Deno\.env|System\.getenv|!(?:secret|env|vault)\s)/,
  },
  { id: '$var', pattern: /^\$(?:[A-Z_][A-Z0-9_]{1,60}|[a-z_]{2,60})$/ },
];

export interface ReferenceMatch {
  readonly syntax: string;
  /** The text with every reference taken out. */
  readonly rest: string;
  /** At least one of them cannot be anything else. */
  readonly certain: boolean;
}

/** The references of a text; nothing when there are none. */
export function findReferences(text: string): ReferenceMatch | undefined {
  const whole = WHOLE.find(({ pattern }) => pattern.test(text));
  if (whole) return { syntax: whole.id, rest: '', certain: true };
  if (!/[$%{[`]/.test(text)) return undefined;
  let rest = text;
  let syntax: string | undefined;
  let certain = false;
  for (const { id, pattern, ambiguous } of EMBEDDED) {
    const without = rest.replace(pattern, ' ');
    if (without === rest) continue;
    syntax ??= id;
    certain ||= !ambiguous;
    rest = without;
  }
  return syntax === undefined ? undefined : { syntax, rest: rest.trim(), certain };
}
