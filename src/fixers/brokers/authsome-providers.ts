/** A provider that authsome brings along. */
export interface AuthsomeProvider {
  readonly name: string;
  /** `key`: takes a key of the user. `oauth`: signs in by itself, and has no place for a key. */
  readonly takes: 'key' | 'oauth';
}

/**
 * Providers of authsome 0.7.2 (`auth/bundled_providers`) for a whole host, by host name. Of two providers for one host
 * authsome takes neither, so those that sign in count as well. Providers for some paths of a host, for MCP servers and
 * for cookies of a browser are left out.
 */
export const AUTHSOME_PROVIDERS: Readonly<Record<string, AuthsomeProvider>> = {
  'a.klaviyo.com': { name: 'klaviyo', takes: 'key' },
  'api.ahrefs.com': { name: 'ahrefs', takes: 'key' },
  'api.anthropic.com': { name: 'anthropic', takes: 'key' },
  'api.apollo.io': { name: 'apollo', takes: 'key' },
  'api.atlassian.com': { name: 'atlassian', takes: 'oauth' },
  'api.beehiiv.com': { name: 'beehiiv', takes: 'key' },
  'api.brevo.com': { name: 'brevo', takes: 'key' },
  'api.bufferapp.com': { name: 'buffer', takes: 'key' },
  'api.calendly.com': { name: 'calendly', takes: 'key' },
  'api.clearbit.com': { name: 'clearbit', takes: 'key' },
  'api.dub.co': { name: 'dub', takes: 'key' },
  'api.g2.com': { name: 'g2', takes: 'key' },
  'api.github.com': { name: 'github', takes: 'oauth' },
  'api.groq.com': { name: 'groq', takes: 'key' },
  'api.hubapi.com': { name: 'hubspot', takes: 'oauth' },
  'api.hunter.io': { name: 'hunter', takes: 'key' },
  'api.instantly.ai': { name: 'instantly', takes: 'key' },
  'api.intercom.io': { name: 'intercom', takes: 'key' },
  'api.keywordseverywhere.com': { name: 'keywords-everywhere', takes: 'key' },
  'api.lemlist.com': { name: 'lemlist', takes: 'key' },
  'api.linear.app': { name: 'linear', takes: 'oauth' },
  'api.livestorm.co': { name: 'livestorm', takes: 'key' },
  'api.mailchimp.com': { name: 'mailchimp', takes: 'key' },
  'api.mistral.ai': { name: 'mistral', takes: 'key' },
  'api.notion.com': { name: 'notion', takes: 'oauth' },
  'api.openai.com': { name: 'openai', takes: 'key' },
  'api.optimizely.com': { name: 'optimizely', takes: 'key' },
  'api.perplexity.ai': { name: 'perplexity', takes: 'key' },
  'api.postiz.com': { name: 'postiz', takes: 'oauth' },
  'api.postmarkapp.com': { name: 'postmark', takes: 'key' },
  'api.resend.com': { name: 'resend', takes: 'key' },
  'api.getrewardful.com': { name: 'rewardful', takes: 'key' },
  'api.savvycal.com': { name: 'savvycal', takes: 'key' },
  'api.semrush.com': { name: 'semrush', takes: 'key' },
  'api.sendgrid.com': { name: 'sendgrid', takes: 'key' },
  'api.tolt.com': { name: 'tolt', takes: 'key' },
  'api.twitter.com': { name: 'x', takes: 'oauth' },
  'api.typeform.com': { name: 'typeform', takes: 'key' },
  'api.wistia.com': { name: 'wistia', takes: 'key' },
  'api.zapier.com': { name: 'zapier', takes: 'key' },
  'discord.com': { name: 'discord', takes: 'oauth' },
  'gitlab.com': { name: 'gitlab', takes: 'oauth' },
  'graph.microsoft.com': { name: 'microsoft', takes: 'oauth' },
  'mention-me.com': { name: 'mention-me', takes: 'key' },
  'oauth.reddit.com': { name: 'reddit', takes: 'oauth' },
  'slack.com': { name: 'slack', takes: 'oauth' },
};
