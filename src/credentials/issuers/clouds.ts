import type { Issuer } from '../format.ts';

export const clouds = [
  {
    id: 'digitalocean',
    name: 'DigitalOcean',
    rotateUrl: 'https://cloud.digitalocean.com/account/api/tokens',
    envNames: ['DIGITALOCEAN_API_TOKEN', 'DIGITALOCEAN_ACCESS_TOKEN', 'DO_TOKEN'],
    hosts: ['api.digitalocean.com'],
    formats: [
      {
        id: 'digitalocean-pat',
        kind: 'PAT',
        prefixes: ['dop_v1_'],
        pattern: 'dop_v1_[0-9a-f]{45,128}',
        lengths: [71],
      },
      {
        id: 'digitalocean-oauth',
        kind: 'OAuth access token',
        prefixes: ['doo_v1_'],
        pattern: 'doo_v1_[0-9a-f]{45,128}',
        lengths: [71],
      },
      {
        id: 'digitalocean-refresh',
        kind: 'refresh token',
        prefixes: ['dor_v1_'],
        pattern: 'dor_v1_[0-9a-f]{45,128}',
        lengths: [71],
      },
    ],
  },
  {
    id: 'alibaba-cloud',
    name: 'Alibaba Cloud',
    rotateUrl: 'https://ram.console.aliyun.com/manage/ak',
    envNames: ['ALIBABA_CLOUD_ACCESS_KEY_ID', 'ALIBABA_CLOUD_ACCESS_KEY_SECRET'],
    hosts: ['aliyuncs.com'],
    formats: [
      {
        id: 'alibaba-access-key',
        kind: 'key pair',
        prefixes: ['LTAI'],
        pattern: 'LTAI[A-Za-z0-9]{17,21}',
        shape: '[A-Za-z0-9]{30}',
        identifier: true,
      },
    ],
  },
  {
    id: 'tencent-cloud',
    name: 'Tencent Cloud',
    rotateUrl: 'https://console.cloud.tencent.com/cam/capi',
    envNames: ['TENCENTCLOUD_SECRET_ID', 'TENCENTCLOUD_SECRET_KEY'],
    hosts: ['tencentcloudapi.com'],
    formats: [
      {
        id: 'tencent-secret-id',
        kind: 'key pair',
        prefixes: ['AKID'],
        pattern: 'AKID[A-Za-z0-9]{32}',
        shape: '[A-Za-z0-9]{32}',
        identifier: true,
      },
    ],
  },
  {
    id: 'ibm-cloud',
    name: 'IBM Cloud',
    rotateUrl: 'https://cloud.ibm.com/iam/apikeys',
    envNames: ['IBM_CLOUD_API_KEY', 'IBMCLOUD_API_KEY'],
    hosts: ['iam.cloud.ibm.com'],
    formats: [
      { id: 'ibm-cloud-key', kind: 'API key', prefixes: [], pattern: '', shape: '[A-Za-z0-9_-]{44}' },
    ],
  },
  {
    id: 'scaleway',
    name: 'Scaleway',
    rotateUrl: 'https://console.scaleway.com/iam/api-keys',
    envNames: ['SCW_SECRET_KEY', 'SCW_ACCESS_KEY'],
    hosts: ['api.scaleway.com'],
    formats: [
      {
        id: 'scaleway-secret',
        kind: 'key pair',
        prefixes: ['SCW'],
        pattern: '',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
      {
        id: 'scaleway-access-key',
        kind: 'cloud key pair (id half)',
        prefixes: ['SCW'],
        pattern: 'SCW[A-Z0-9]{17}',
        identifier: true,
      },
    ],
  },
] satisfies readonly Issuer[];
