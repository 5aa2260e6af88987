import type { Issuer } from '../format.ts';

export const modelHosting = [
  {
    id: 'cerebras',
    name: 'Cerebras',
    rotateUrl: 'https://cloud.cerebras.ai',
    envNames: ['CEREBRAS_API_KEY'],
    hosts: ['api.cerebras.ai'],
    formats: [
      {
        id: 'cerebras-key',
        kind: 'API key',
        prefixes: ['csk-'],
        pattern: 'csk-[a-z0-9]{34,96}',
        lengths: [52],
      },
    ],
  },
  {
    id: 'nvidia',
    name: 'NVIDIA',
    rotateUrl: 'https://build.nvidia.com/settings/api-keys',
    envNames: ['NVIDIA_API_KEY', 'NGC_API_KEY'],
    hosts: ['integrate.api.nvidia.com', 'build.nvidia.com'],
    formats: [
      {
        id: 'nvidia-nim-key',
        kind: 'API key',
        prefixes: ['nvapi-'],
        pattern: 'nvapi-[A-Za-z0-9_-]{45,128}',
        lengths: [70],
      },
    ],
  },
  {
    id: 'together-ai',
    name: 'Together AI',
    rotateUrl: 'https://api.together.ai/settings/api-keys',
    envNames: ['TOGETHER_API_KEY'],
    hosts: ['api.together.xyz', 'api.together.ai'],
    formats: [
      {
        id: 'together-key',
        kind: 'API key',
        prefixes: ['tgp_v1_'],
        pattern: 'tgp_v1_[A-Za-z0-9_-]{31,86}',
        shape: '[0-9a-f]{64}',
        lengths: [50],
      },
    ],
  },
  {
    id: 'fireworks-ai',
    name: 'Fireworks AI',
    rotateUrl: 'https://app.fireworks.ai/settings/users/api-keys',
    envNames: ['FIREWORKS_API_KEY'],
    hosts: ['api.fireworks.ai'],
    formats: [
      {
        id: 'fireworks-key',
        kind: 'API key',
        prefixes: ['fw_'],
        pattern: 'fw_[A-Za-z0-9]{20,48}',
        lengths: [25, 26, 27],
      },
    ],
  },
  {
    id: 'friendli',
    name: 'Friendli',
    rotateUrl: 'https://suite.friendli.ai',
    envNames: ['FRIENDLI_TOKEN'],
    hosts: ['api.friendli.ai'],
    formats: [
      {
        id: 'friendli-key',
        kind: 'API key',
        prefixes: ['flp_'],
        pattern: 'flp_[A-Za-z0-9]{33,92}',
        lengths: [50],
      },
    ],
  },
  {
    id: 'baseten',
    name: 'Baseten',
    rotateUrl: 'https://app.baseten.co/settings/api_keys',
    envNames: ['BASETEN_API_KEY'],
    hosts: ['api.baseten.co'],
    formats: [
      {
        id: 'baseten-key',
        kind: 'API key',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9]{8}\\.[A-Za-z0-9]{32}',
      },
    ],
  },
  {
    id: 'replicate',
    name: 'Replicate',
    rotateUrl: 'https://replicate.com/account/api-tokens',
    envNames: ['REPLICATE_API_TOKEN'],
    hosts: ['api.replicate.com'],
    formats: [
      {
        id: 'replicate-token',
        kind: 'API key',
        prefixes: ['r8_'],
        pattern: 'r8_[A-Za-z0-9_-]{26,74}',
        lengths: [40],
      },
    ],
  },
  {
    id: 'hugging-face',
    name: 'Hugging Face',
    rotateUrl: 'https://huggingface.co/settings/tokens',
    envNames: ['HF_TOKEN', 'HUGGINGFACE_TOKEN', 'HUGGING_FACE_HUB_TOKEN', 'HUGGINGFACE_API_KEY'],
    hosts: ['huggingface.co', 'api-inference.huggingface.co', 'router.huggingface.co'],
    formats: [
      {
        id: 'huggingface-token',
        kind: 'API key',
        prefixes: ['hf_'],
        pattern: 'hf_[A-Za-z0-9]{24,68}',
        lengths: [37],
      },
      {
        id: 'huggingface-org-token',
        kind: 'API key',
        prefixes: ['api_org_'],
        pattern: 'api_org_[A-Za-z0-9]{24,68}',
        lengths: [42],
      },
    ],
  },
  {
    id: 'runpod',
    name: 'RunPod',
    rotateUrl: 'https://console.runpod.io/user/settings',
    envNames: ['RUNPOD_API_KEY'],
    hosts: ['api.runpod.io', 'rest.runpod.io'],
    formats: [
      {
        id: 'runpod-key',
        kind: 'API key',
        prefixes: ['rpa_'],
        pattern: 'rpa_[A-Za-z0-9]{33,92}',
        lengths: [50],
      },
    ],
  },
  {
    id: 'e2b',
    name: 'E2B',
    rotateUrl: 'https://e2b.dev/dashboard?tab=keys',
    envNames: ['E2B_API_KEY'],
    hosts: ['api.e2b.dev'],
    formats: [
      { id: 'e2b-key', kind: 'API key', prefixes: ['e2b_'], pattern: 'e2b_[0-9a-f]{28,80}', lengths: [44] },
    ],
  },
  {
    id: 'modal',
    name: 'Modal',
    rotateUrl: 'https://modal.com/settings/tokens',
    envNames: ['MODAL_TOKEN_ID', 'MODAL_TOKEN_SECRET'],
    hosts: ['api.modal.com'],
    formats: [
      {
        id: 'modal-token',
        kind: 'API key',
        prefixes: ['as-'],
        pattern: 'as-(?=[a-z_-]{0,21}[A-Z0-9])[A-Za-z0-9]{22}',
      },
      {
        id: 'modal-token-id',
        kind: 'token id',
        prefixes: ['ak-'],
        pattern: 'ak-(?=[a-z_-]{0,21}[A-Z0-9])[A-Za-z0-9]{22}',
        public: true,
      },
    ],
  },
] satisfies readonly Issuer[];
