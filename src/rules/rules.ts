import { authorizationServerMetadata } from './authorization-server-metadata.ts';
import { baseUrlOverride } from './base-url-override.ts';
import { bearerWhereOauthExists } from './bearer-where-oauth-exists.ts';
import { borrowedReference } from './borrowed-reference.ts';
import { brokenBrokerEntry } from './broken-broker-entry.ts';
import { cleartextTransport } from './cleartext-transport.ts';
import { clientMetadataDocument } from './client-metadata-document.ts';
import { clientMetadataDraft02 } from './client-metadata-draft-02.ts';
import { commandLineSecret } from './command-line-secret.ts';
import { credentialInUrl } from './credential-in-url.ts';
import { deprecatedServer } from './deprecated-server.ts';
import { deprecatedTransport } from './deprecated-transport.ts';
import { developmentCredential } from './development-credential.ts';
import { duplicateKey } from './duplicate-key.ts';
import { dynamicRegistrationOnly } from './dynamic-registration-only.ts';
import { expiredToken } from './expired-token.ts';
import { exposedConfig } from './exposed-config.ts';
import { filesystemReach } from './filesystem-reach.ts';
import { ignoreWithoutReason } from './ignore-without-reason.ts';
import { inlineCredential } from './inline-credential.ts';
import { longLivedToken } from './long-lived-token.ts';
import { openLocalServer } from './open-local-server.ts';
import { placeholderLeft } from './placeholder-left.ts';
import { protectedResourceMetadata } from './protected-resource-metadata.ts';
import { referenceWithoutSource } from './reference-without-source.ts';
import type { Rule } from './rule.ts';
import { secretInGlobalEnv } from './secret-in-global-env.ts';
import { sharedBearerKey } from './shared-bearer-key.ts';
import { stdioHoldsSecret } from './stdio-holds-secret.ts';
import { teachesPasting } from './teaches-pasting.ts';
import { unexpandedReference } from './unexpanded-reference.ts';
import { unpinnedServerWithSecret } from './unpinned-server-with-secret.ts';
import { unusedIgnore } from './unused-ignore.ts';

/** All rules. */
export const RULES: readonly Rule[] = [
  inlineCredential,
  developmentCredential,
  duplicateKey,
  sharedBearerKey,
  credentialInUrl,
  cleartextTransport,
  commandLineSecret,
  longLivedToken,
  expiredToken,
  placeholderLeft,
  bearerWhereOauthExists,
  deprecatedServer,
  deprecatedTransport,
  dynamicRegistrationOnly,
  openLocalServer,
  stdioHoldsSecret,
  unpinnedServerWithSecret,
  clientMetadataDocument,
  clientMetadataDraft02,
  protectedResourceMetadata,
  authorizationServerMetadata,
  unexpandedReference,
  referenceWithoutSource,
  brokenBrokerEntry,
  borrowedReference,
  secretInGlobalEnv,
  baseUrlOverride,
  exposedConfig,
  filesystemReach,
  teachesPasting,
  ignoreWithoutReason,
  unusedIgnore,
];
