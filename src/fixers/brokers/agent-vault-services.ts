/** A service template that Agent Vault brings along. */
export interface AgentVaultService {
  readonly name: string;
  /** Host name and paths that the key is for, where it is not for all of the host. */
  readonly host?: string;
}

/** Templates of Agent Vault (`agent-vault catalog` at 10743832) whose key goes into one header, by host name. */
export const AGENT_VAULT_SERVICES: Readonly<Record<string, AgentVaultService>> = {
  'api.anthropic.com': { name: 'anthropic' },
  'api.cloudflare.com': { name: 'cloudflare' },
  'api.cohere.com': { name: 'cohere' },
  'api.deepseek.com': { name: 'deepseek' },
  'api.fireworks.ai': { name: 'fireworks' },
  'api.github.com': { name: 'github' },
  'api.groq.com': { name: 'groq' },
  'api.linear.app': { name: 'linear' },
  'api.mistral.ai': { name: 'mistral' },
  'api.notion.com': { name: 'notion' },
  'api.openai.com': { name: 'openai' },
  'api.pagerduty.com': { name: 'pagerduty' },
  'api.perplexity.ai': { name: 'perplexity' },
  'api.postmarkapp.com': { name: 'postmark' },
  'api.resend.com': { name: 'resend' },
  'api.sendgrid.com': { name: 'sendgrid' },
  'api.stripe.com': { name: 'stripe' },
  'api.together.ai': { name: 'together' },
  'api.vercel.com': { name: 'vercel' },
  'api.x.ai': { name: 'xai' },
  'discord.com': { name: 'discord', host: 'discord.com/api/*' },
  'generativelanguage.googleapis.com': { name: 'gemini' },
  'gitlab.com': { name: 'gitlab', host: 'gitlab.com/api/*' },
  'openrouter.ai': { name: 'openrouter' },
  'sentry.io': { name: 'sentry' },
  'slack.com': { name: 'slack' },
};
