import type { Issuer } from '../format.ts';

export const aiTooling = [
  {
    id: 'voyage-ai',
    name: 'Voyage AI',
    rotateUrl: 'https://dashboard.voyageai.com/api-keys',
    envNames: ['VOYAGE_API_KEY'],
    hosts: ['api.voyageai.com'],
    formats: [
      {
        id: 'voyage-key',
        kind: 'API key',
        prefixes: ['pa-'],
        pattern: 'pa-(?=[a-z_-]{0,42}[A-Z0-9])[A-Za-z0-9_-]{43}',
      },
    ],
  },
  {
    id: 'jina-ai',
    name: 'Jina AI',
    rotateUrl: 'https://jina.ai/api-dashboard',
    envNames: ['JINA_API_KEY'],
    hosts: ['api.jina.ai', 'r.jina.ai', 's.jina.ai', 'mcp.jina.ai'],
    formats: [
      {
        id: 'jina-key',
        kind: 'API key',
        prefixes: ['jina_'],
        pattern: 'jina_[A-Za-z0-9]{42,120}',
        lengths: [65],
      },
    ],
  },
  {
    id: 'cursor',
    name: 'Cursor',
    rotateUrl: 'https://cursor.com/dashboard',
    envNames: ['CURSOR_API_KEY'],
    hosts: ['api.cursor.com'],
    formats: [{ id: 'cursor-key', kind: 'API key', prefixes: ['key_'], pattern: 'key_[0-9a-f]{64}' }],
  },
  {
    id: 'devin',
    name: 'Cognition Devin',
    rotateUrl: 'https://app.devin.ai/settings/api-keys',
    envNames: ['DEVIN_API_KEY'],
    hosts: ['api.devin.ai'],
    formats: [
      {
        id: 'devin-key',
        kind: 'API key',
        prefixes: ['apk_', 'cog_'],
        pattern: 'apk_(?:user_[A-Za-z0-9+/]{120,180}={0,2}|[A-Za-z0-9+/]{80,100}={0,2})|cog_[a-z2-7]{52}',
      },
    ],
  },
  {
    id: 'coderabbit',
    name: 'CodeRabbit',
    rotateUrl: 'https://app.coderabbit.ai',
    envNames: ['CODERABBIT_API_KEY'],
    hosts: ['api.coderabbit.ai'],
    formats: [{ id: 'coderabbit-key', kind: 'API key', prefixes: ['cr-'], pattern: 'cr-[0-9a-f]{58}' }],
  },
  {
    id: 'langsmith',
    name: 'LangChain LangSmith',
    rotateUrl: 'https://smith.langchain.com/settings',
    envNames: ['LANGSMITH_API_KEY', 'LANGCHAIN_API_KEY'],
    hosts: ['api.smith.langchain.com', 'eu.api.smith.langchain.com'],
    formats: [
      {
        id: 'langsmith-key',
        kind: 'API key',
        prefixes: ['lsv2_', 'ls__'],
        pattern: 'lsv2_(?:pt|sk)_[0-9a-f]{32}_[0-9a-f]{8,20}|ls__[0-9a-f]{32}',
        lengths: [36, 51],
      },
    ],
  },
  {
    id: 'langfuse',
    name: 'Langfuse',
    rotateUrl: 'https://cloud.langfuse.com',
    envNames: ['LANGFUSE_SECRET_KEY', 'LANGFUSE_PUBLIC_KEY'],
    hosts: ['cloud.langfuse.com', 'us.cloud.langfuse.com'],
    formats: [
      {
        id: 'langfuse-secret',
        kind: 'API key',
        prefixes: ['sk-lf-'],
        pattern: 'sk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
      {
        id: 'langfuse-public',
        kind: 'publishable key',
        prefixes: ['pk-lf-'],
        pattern: 'pk-lf-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
        public: true,
      },
    ],
  },
  {
    id: 'llamacloud',
    name: 'LlamaIndex LlamaCloud',
    rotateUrl: 'https://cloud.llamaindex.ai/api-key',
    envNames: ['LLAMA_CLOUD_API_KEY'],
    hosts: ['api.cloud.llamaindex.ai'],
    formats: [
      { id: 'llamacloud-key', kind: 'API key', prefixes: ['llx-'], pattern: 'llx-[A-Za-z0-9]{36,56}' },
    ],
  },
  {
    id: 'mem0',
    name: 'Mem0',
    rotateUrl: 'https://app.mem0.ai/dashboard/api-keys',
    envNames: ['MEM0_API_KEY'],
    hosts: ['api.mem0.ai'],
    formats: [{ id: 'mem0-key', kind: 'API key', prefixes: ['m0-'], pattern: 'm0-[A-Za-z0-9]{32,57}' }],
  },
  {
    id: 'helicone',
    name: 'Helicone',
    rotateUrl: 'https://us.helicone.ai/settings/api-keys',
    envNames: ['HELICONE_API_KEY'],
    hosts: ['api.helicone.ai'],
    formats: [
      {
        id: 'helicone-key',
        kind: 'API key',
        prefixes: ['sk-helicone-'],
        pattern: 'sk-helicone-[a-z0-9]{7}(?:-[a-z0-9]{7}){3}',
      },
    ],
  },
  {
    id: 'portkey',
    name: 'Portkey',
    rotateUrl: 'https://app.portkey.ai/api-keys',
    envNames: ['PORTKEY_API_KEY'],
    hosts: ['api.portkey.ai'],
    formats: [
      { id: 'portkey-key', kind: 'API key', prefixes: [], pattern: '', shape: '[A-Za-z0-9+/]{27,32}={0,2}' },
    ],
  },
  {
    id: 'braintrust',
    name: 'Braintrust',
    rotateUrl: 'https://www.braintrust.dev/app/settings',
    envNames: ['BRAINTRUST_API_KEY'],
    hosts: ['api.braintrust.dev'],
    formats: [
      { id: 'braintrust-key', kind: 'API key', prefixes: ['sk-'], pattern: '', shape: 'sk-[A-Za-z0-9]{48}' },
    ],
  },
  {
    id: 'wandb',
    name: 'Weights & Biases',
    rotateUrl: 'https://wandb.ai/authorize',
    envNames: ['WANDB_API_KEY'],
    hosts: ['api.wandb.ai'],
    formats: [
      {
        id: 'wandb-key-v1',
        kind: 'API key',
        prefixes: ['wandb_v1_'],
        pattern: 'wandb_v1_[A-Za-z0-9_]{54,154}',
        lengths: [86],
      },
      { id: 'wandb-key-legacy', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{40}' },
    ],
  },
  {
    id: 'scale-ai',
    name: 'Scale AI',
    rotateUrl: 'https://dashboard.scale.com/settings',
    envNames: ['SCALE_API_KEY'],
    hosts: ['api.scale.com'],
    formats: [
      { id: 'scale-key', kind: 'API key', prefixes: ['live_'], pattern: 'live_[0-9a-f]{32}' },
      {
        id: 'scale-key-test',
        kind: 'API key (test)',
        prefixes: ['test_'],
        pattern: 'test_[0-9a-f]{32}',
        traits: ['sandbox'],
      },
    ],
  },
] satisfies readonly Issuer[];
