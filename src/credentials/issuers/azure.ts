import type { Issuer } from '../format.ts';

export const azure = [
  {
    id: 'microsoft-entra-id',
    name: 'Microsoft Entra ID',
    rotateUrl: 'https://entra.microsoft.com/#view/Microsoft_AAD_RegisteredApps',
    envNames: ['AZURE_CLIENT_SECRET', 'MS365_MCP_CLIENT_SECRET', 'ARM_CLIENT_SECRET'],
    hosts: ['login.microsoftonline.com', 'graph.microsoft.com'],
    formats: [
      {
        id: 'azure-entra-client-secret',
        kind: 'client secret',
        prefixes: [],
        pattern: '[A-Za-z0-9_.~-]{3}[78]Q~[A-Za-z0-9_.~-]{31}(?:[A-Za-z0-9_.~-]{3})?(?![A-Za-z0-9_~-])',
        anchor: { texts: ['Q~'], at: [4, 4] },
      },
    ],
  },
  {
    id: 'azure-devops',
    name: 'Azure DevOps',
    rotateUrl: 'https://dev.azure.com/_usersSettings/tokens',
    envNames: ['AZURE_DEVOPS_PAT', 'AZURE_DEVOPS_EXT_PAT', 'ADO_PAT', 'AZDO_PERSONAL_ACCESS_TOKEN'],
    hosts: ['dev.azure.com', 'visualstudio.com', 'vssps.dev.azure.com'],
    formats: [
      {
        id: 'azure-devops-pat',
        kind: 'PAT',
        prefixes: [],
        pattern: '[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9]{18}AZDO[A-Za-z0-9]{4}',
        anchor: { texts: ['AZDO'], at: [76, 76] },
      },
      {
        id: 'azure-devops-pat-legacy',
        kind: 'PAT (legacy)',
        prefixes: [],
        pattern: '',
        shape: '[a-z2-7]{52}',
      },
    ],
  },
  {
    id: 'azure',
    name: 'Microsoft Azure',
    rotateUrl: 'https://portal.azure.com',
    envNames: [
      'AZURE_OPENAI_API_KEY',
      'AZURE_OPENAI_KEY',
      'AZURE_AI_API_KEY',
      'AZURE_SPEECH_KEY',
      'AZURE_MAPS_KEY',
    ],
    headers: ['Ocp-Apim-Subscription-Key'],
    hosts: ['openai.azure.com', 'cognitiveservices.azure.com', 'dev.azure.com', 'azconfig.io'],
    formats: [
      {
        id: 'azure-cask-key',
        kind: 'API key (common annotated key, CASK)',
        prefixes: [],
        pattern: '[A-Za-z0-9]{52}JQQJ9[9DH][A-Z][A-L][A-Za-z0-9]{20}(?:[A-Za-z0-9]{6}==|[A-Za-z0-9]{4})',
        anchor: { texts: ['JQQJ9'], at: [52, 52] },
      },
      { id: 'azure-openai-key-legacy', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{32}' },
    ],
  },
  {
    id: 'azure-storage',
    name: 'Azure Storage',
    rotateUrl: 'https://portal.azure.com',
    envNames: [
      'AZURE_STORAGE_KEY',
      'AZURE_STORAGE_ACCOUNT_KEY',
      'AZURE_STORAGE_CONNECTION_STRING',
      'AzureWebJobsStorage',
      'AZURE_STORAGE_SAS_TOKEN',
      'SAS_TOKEN',
    ],
    hosts: ['blob.core.windows.net', 'queue.core.windows.net', 'table.core.windows.net', 'core.windows.net'],
    formats: [
      {
        id: 'azure-storage-key',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9+/]{76}\\+ASt[A-Za-z0-9+/]{6}==',
        anchor: { texts: ['+ASt'], at: [76, 76] },
        shape: '[A-Za-z0-9+/]{86}==',
      },
      {
        id: 'azure-storage-connection-string',
        kind: 'connection string',
        prefixes: ['DefaultEndpointsProtocol='],
        pattern: '',
      },
      {
        id: 'azure-sas',
        kind: 'SAS token',
        prefixes: ['sig='],
        pattern: 'sig=((?:[A-Za-z0-9+/_-]|%2[BbFf]){43}(?:=|%3[Dd]))',
        secretGroup: 1,
      },
    ],
  },
  {
    id: 'azure-app-configuration',
    name: 'Azure App Configuration',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['AZURE_APPCONFIG_CONNECTION_STRING'],
    hosts: ['azconfig.io'],
    formats: [
      {
        id: 'azure-appconfig-connection-string',
        kind: 'connection string',
        prefixes: ['Endpoint=https://'],
        pattern: '',
      },
    ],
  },
  {
    id: 'azure-application-insights',
    name: 'Azure Application Insights',
    rotateUrl: 'https://portal.azure.com',
    envNames: ['APPLICATIONINSIGHTS_CONNECTION_STRING'],
    hosts: ['applicationinsights.azure.com'],
    formats: [
      {
        id: 'azure-appinsights-connection',
        kind: 'connection string (telemetry)',
        prefixes: ['InstrumentationKey='],
        pattern:
          'InstrumentationKey=[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}(?:;[A-Za-z]{1,40}=[^;,\\s"\']{1,200}){0,6}',
        public: true,
      },
    ],
  },
] satisfies readonly Issuer[];
