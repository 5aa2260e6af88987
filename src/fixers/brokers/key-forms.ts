/** How an API takes its key in a header of each request. */
export interface KeyForm {
  readonly header: string;
  /** What stands before the key, with the space where there is one. */
  readonly prefix: string;
}

export const BEARER: KeyForm = { header: 'Authorization', prefix: 'Bearer ' };

/**
 * APIs that take their key otherwise than as a bearer token, by host name. From the service templates of Agent Vault
 * (10743832) and the providers of authsome 0.7.2, read 2026-11-23; those that neither has are from general knowledge of
 * the APIs. The form is part of the steps that a plan prints, where its user can correct it.
 */
export const KEY_FORMS: Readonly<Record<string, KeyForm>> = {
  'a.klaviyo.com': { header: 'Authorization', prefix: 'Klaviyo-API-Key ' },
  'api.anthropic.com': { header: 'x-api-key', prefix: '' },
  'api.brevo.com': { header: 'api-key', prefix: '' },
  'api.browserbase.com': { header: 'X-BB-API-Key', prefix: '' },
  'api.clickup.com': { header: 'Authorization', prefix: '' },
  'api.elevenlabs.io': { header: 'xi-api-key', prefix: '' },
  'api.exa.ai': { header: 'x-api-key', prefix: '' },
  'api.figma.com': { header: 'X-Figma-Token', prefix: '' },
  'api.g2.com': { header: 'Authorization', prefix: 'Token ' },
  'api.linear.app': { header: 'Authorization', prefix: '' },
  'api.mem0.ai': { header: 'Authorization', prefix: 'Token ' },
  'api.monday.com': { header: 'Authorization', prefix: '' },
  'api.pagerduty.com': { header: 'Authorization', prefix: 'Token token=' },
  'api.pinecone.io': { header: 'Api-Key', prefix: '' },
  'api.postmarkapp.com': { header: 'X-Postmark-Server-Token', prefix: '' },
  'api.search.brave.com': { header: 'X-Subscription-Token', prefix: '' },
  'api.snyk.io': { header: 'Authorization', prefix: 'token ' },
  'discord.com': { header: 'Authorization', prefix: 'Bot ' },
  'generativelanguage.googleapis.com': { header: 'x-goog-api-key', prefix: '' },
  'gitlab.com': { header: 'PRIVATE-TOKEN', prefix: '' },
  'google.serper.dev': { header: 'X-API-KEY', prefix: '' },
  'kagi.com': { header: 'Authorization', prefix: 'Bot ' },
};

/** APIs whose keys are bearer tokens, by the same sources. Of all others that is assumed, and said. */
export const BEARER_APIS: readonly string[] = [
  'api.ahrefs.com',
  'api.airtable.com',
  'api.apify.com',
  'api.buildkite.com',
  'api.calendly.com',
  'api.cloudflare.com',
  'api.cohere.com',
  'api.deepseek.com',
  'api.digitalocean.com',
  'api.dub.co',
  'api.firecrawl.dev',
  'api.fireworks.ai',
  'api.github.com',
  'api.groq.com',
  'api.heroku.com',
  'api.hubapi.com',
  'api.mistral.ai',
  'api.netlify.com',
  'api.notion.com',
  'api.openai.com',
  'api.perplexity.ai',
  'api.render.com',
  'api.resend.com',
  'api.sendgrid.com',
  'api.stripe.com',
  'api.supabase.com',
  'api.tavily.com',
  'api.together.ai',
  'api.typeform.com',
  'api.vercel.com',
  'api.webflow.com',
  'api.x.ai',
  'huggingface.co',
  'openrouter.ai',
  'sentry.io',
  'slack.com',
];

/** APIs whose credentials are no header of a request, or not alone one: why, as a clause. Same sources. */
export const NO_HEADER: Readonly<Record<string, string>> = {
  'api-m.paypal.com': 'its API takes it in exchange for a token',
  'api.alpaca.markets': 'its API wants two keys in two headers',
  'api.box.com': 'its API takes it in exchange for a token',
  'api.crowdstrike.com': 'its API takes it in exchange for a token',
  'api.datadoghq.com': 'its API wants two keys in two headers',
  'api.mailgun.net': 'its API takes it as the password of a user',
  'api.mapbox.com': 'its API takes it in the address of the request',
  'api.motherduck.com': 'it opens a database, not an HTTPS API',
  'api.redislabs.com': 'its API wants two keys in two headers',
  'api.telegram.org': 'its API takes it in the address of the request',
  'api.trello.com': 'its API takes it in the address of the request',
  'api.twilio.com': 'its API takes it as the password of a user',
  'cloud.mongodb.com': 'its API takes it in exchange for a token',
  'dev.azure.com': 'its API takes it as the password of a user',
  'graph.microsoft.com': 'its API takes it in exchange for a token',
  'management.azure.com': 'its API takes it in exchange for a token',
  'maps.googleapis.com': 'its API takes it in the address of the request',
  'open.feishu.cn': 'its API takes it in exchange for a token',
};
