import { type Family, family } from './family.ts';
import { aiTooling } from './issuers/ai-tooling.ts';
import { analytics } from './issuers/analytics.ts';
import { anthropic } from './issuers/anthropic.ts';
import { atlassian } from './issuers/atlassian.ts';
import { aws } from './issuers/aws.ts';
import { azure } from './issuers/azure.ts';
import { azureServices } from './issuers/azure-services.ts';
import { buildServices } from './issuers/build-services.ts';
import { cloudflare } from './issuers/cloudflare.ts';
import { clouds } from './issuers/clouds.ts';
import { codeHosts } from './issuers/code-hosts.ts';
import { content } from './issuers/content.ts';
import { crypto } from './issuers/crypto.ts';
import { customers } from './issuers/customers.ts';
import { databaseServices } from './issuers/database-services.ts';
import { databases } from './issuers/databases.ts';
import { documents } from './issuers/documents.ts';
import { email } from './issuers/email.ts';
import { generic } from './issuers/generic.ts';
import { github } from './issuers/github.ts';
import { gitlab } from './issuers/gitlab.ts';
import { google } from './issuers/google.ts';
import { hosting } from './issuers/hosting.ts';
import { identity } from './issuers/identity.ts';
import { languageModels } from './issuers/language-models.ts';
import { logsAndAlerts } from './issuers/logs-and-alerts.ts';
import { mcpPlatforms } from './issuers/mcp-platforms.ts';
import { messaging } from './issuers/messaging.ts';
import { modelHosting } from './issuers/model-hosting.ts';
import { networks } from './issuers/networks.ts';
import { observability } from './issuers/observability.ts';
import { openai } from './issuers/openai.ts';
import { packages } from './issuers/packages.ts';
import { payments } from './issuers/payments.ts';
import { productivity } from './issuers/productivity.ts';
import { search } from './issuers/search.ts';
import { slack } from './issuers/slack.ts';
import { social } from './issuers/social.ts';
import { speechAndImages } from './issuers/speech-and-images.ts';
import { stripe } from './issuers/stripe.ts';
import { supabase } from './issuers/supabase.ts';
import { vaults } from './issuers/vaults.ts';
import { vectorStores } from './issuers/vector-stores.ts';

/** Every issuer we know. Order decides between formats that begin alike, so the catch-all ones stand last. */
export const FAMILIES: readonly Family[] = [
  family(aiTooling),
  family(analytics),
  family(anthropic),
  family(atlassian),
  family(aws),
  family(azure),
  family(azureServices),
  family(buildServices),
  family(cloudflare),
  family(clouds),
  family(codeHosts),
  family(content),
  family(crypto),
  family(customers),
  family(databaseServices),
  family(databases),
  family(documents),
  family(email),
  family(github),
  family(gitlab),
  family(google),
  family(hosting),
  family(identity),
  family(languageModels),
  family(logsAndAlerts),
  family(mcpPlatforms),
  family(messaging),
  family(modelHosting),
  family(networks),
  family(observability),
  family(openai),
  family(packages),
  family(payments),
  family(productivity),
  family(search),
  family(slack),
  family(social),
  family(speechAndImages),
  family(stripe),
  family(supabase),
  family(vaults),
  family(vectorStores),
  family(generic),
];
