import type { Issuer } from '../format.ts';

export const languageModels = [
  {
    id: 'openrouter',
    name: 'OpenRouter',
    rotateUrl: 'https://openrouter.ai/settings/keys',
    envNames: ['OPENROUTER_API_KEY'],
    hosts: ['openrouter.ai'],
    formats: [
      {
        id: 'openrouter-key',
        kind: 'API key',
        prefixes: ['sk-or-v1-'],
        pattern: 'sk-or-v1-[0-9a-f]{45,128}',
        lengths: [73],
      },
    ],
  },
  {
    id: 'perplexity',
    name: 'Perplexity',
    rotateUrl: 'https://www.perplexity.ai/account/api/keys',
    envNames: ['PERPLEXITY_API_KEY'],
    hosts: ['api.perplexity.ai'],
    formats: [
      {
        id: 'perplexity-key',
        kind: 'API key',
        prefixes: ['pplx-'],
        pattern: 'pplx-[A-Za-z0-9]{34,96}',
        lengths: [53],
      },
    ],
  },
  {
    id: 'groq',
    name: 'Groq',
    rotateUrl: 'https://console.groq.com/keys',
    envNames: ['GROQ_API_KEY'],
    hosts: ['api.groq.com'],
    formats: [
      {
        id: 'groq-key',
        kind: 'API key',
        prefixes: ['gsk_'],
        pattern: 'gsk_[A-Za-z0-9]{37,104}',
        lengths: [56],
      },
    ],
  },
  {
    id: 'xai',
    name: 'xAI',
    rotateUrl: 'https://console.x.ai',
    envNames: ['XAI_API_KEY', 'GROK_API_KEY'],
    hosts: ['api.x.ai'],
    formats: [
      {
        id: 'xai-key',
        kind: 'API key',
        prefixes: ['xai-'],
        pattern: 'xai-[A-Za-z0-9_-]{56,160}',
        lengths: { min: 74, max: 124 },
      },
    ],
  },
  {
    id: 'mistral-ai',
    name: 'Mistral AI',
    rotateUrl: 'https://console.mistral.ai/api-keys',
    envNames: ['MISTRAL_API_KEY'],
    hosts: ['api.mistral.ai'],
    formats: [{ id: 'mistral-key', kind: 'API key', prefixes: [], pattern: '', shape: '[A-Za-z0-9]{32}' }],
  },
  {
    id: 'cohere',
    name: 'Cohere',
    rotateUrl: 'https://dashboard.cohere.com/api-keys',
    envNames: ['COHERE_API_KEY', 'CO_API_KEY'],
    hosts: ['api.cohere.com', 'api.cohere.ai'],
    formats: [{ id: 'cohere-key', kind: 'API key', prefixes: [], pattern: '', shape: '[A-Za-z0-9]{40}' }],
  },
  {
    id: 'deepseek',
    name: 'DeepSeek',
    rotateUrl: 'https://platform.deepseek.com/api_keys',
    envNames: ['DEEPSEEK_API_KEY'],
    hosts: ['api.deepseek.com'],
    formats: [
      { id: 'deepseek-key', kind: 'API key', prefixes: ['sk-'], pattern: '', shape: 'sk-[0-9a-f]{32}' },
    ],
  },
  {
    id: 'alibaba-cloud-model-studio',
    name: 'Alibaba Cloud Model Studio',
    rotateUrl: 'https://bailian.console.alibabacloud.com',
    envNames: ['DASHSCOPE_API_KEY', 'QWEN_API_KEY'],
    hosts: ['dashscope.aliyuncs.com', 'dashscope-intl.aliyuncs.com'],
    formats: [
      { id: 'dashscope-key', kind: 'API key', prefixes: ['sk-'], pattern: '', shape: 'sk-[0-9a-f]{32}' },
    ],
  },
  {
    id: 'moonshot',
    name: 'Moonshot (Kimi)',
    rotateUrl: 'https://platform.moonshot.ai/console/api-keys',
    envNames: ['MOONSHOT_API_KEY', 'KIMI_API_KEY'],
    hosts: ['api.moonshot.ai', 'api.moonshot.cn'],
    formats: [
      { id: 'moonshot-key', kind: 'API key', prefixes: ['sk-'], pattern: '', shape: 'sk-[A-Za-z0-9_-]{48}' },
    ],
  },
  {
    id: 'minimax',
    name: 'MiniMax',
    rotateUrl: 'https://platform.minimax.io',
    envNames: ['MINIMAX_API_KEY'],
    hosts: ['api.minimax.io', 'api.minimaxi.com'],
    formats: [
      {
        id: 'minimax-key',
        kind: 'API key',
        prefixes: ['sk-api-'],
        pattern: 'sk-api-[A-Za-z0-9_-]{84,238}',
        lengths: [126],
      },
    ],
  },
  {
    id: 'zhipu',
    name: 'Zhipu / Z.ai',
    rotateUrl: 'https://z.ai/manage-apikey/apikey-list',
    envNames: ['ZHIPU_API_KEY', 'ZHIPUAI_API_KEY', 'Z_AI_API_KEY', 'ZAI_API_KEY'],
    hosts: ['open.bigmodel.cn', 'api.z.ai'],
    formats: [
      {
        id: 'zhipu-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[0-9a-f]{32}\\.[A-Za-z0-9]{16}',
        anchor: { texts: ['.'], at: [32, 32] },
      },
    ],
  },
  {
    id: 'ollama',
    name: 'Ollama',
    rotateUrl: 'https://ollama.com/settings/keys',
    envNames: ['OLLAMA_API_KEY'],
    hosts: ['ollama.com'],
    formats: [
      {
        id: 'ollama-cloud-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[0-9a-f]{32}\\.(?=[a-z0-9_-]{0,23}[A-Z])[A-Za-z0-9_-]{24}',
        anchor: { texts: ['.'], at: [32, 32] },
      },
    ],
  },
  {
    id: 'ai21',
    name: 'AI21',
    rotateUrl: 'https://studio.ai21.com/account/api-key',
    envNames: ['AI21_API_KEY'],
    hosts: ['api.ai21.com'],
    formats: [
      {
        id: 'ai21-key',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
] satisfies readonly Issuer[];
