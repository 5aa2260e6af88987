import type { Issuer } from '../format.ts';

export const aws = [
  {
    id: 'aws',
    name: 'Amazon Web Services',
    rotateUrl: 'https://console.aws.amazon.com/iam/home#/security_credentials',
    envNames: [
      'AWS_ACCESS_KEY_ID',
      'AWS_ACCESS_KEY',
      'AWS_SECRET_ACCESS_KEY',
      'AWS_SECRET_KEY',
      'S3_SECRET_KEY',
      'AWS_SESSION_TOKEN',
    ],
    headers: ['X-Amz-Security-Token'],
    hosts: ['amazonaws.com'],
    formats: [
      {
        id: 'aws-access-key-id',
        kind: 'cloud key pair (id half)',
        prefixes: ['AKIA'],
        pattern: 'AKIA[A-Z2-7]{16}',
        identifier: true,
      },
      {
        id: 'aws-temp-access-key-id',
        kind: 'cloud key pair (temporary id half)',
        prefixes: ['ASIA'],
        pattern: 'ASIA[A-Z2-7]{16}',
        identifier: true,
        traits: ['short-lived'],
      },
      {
        id: 'aws-other-unique-id',
        kind: 'identifier (not a credential)',
        prefixes: ['AROA', 'AIDA', 'AGPA', 'AIPA', 'ANPA', 'ANVA', 'APKA', 'ASCA'],
        pattern: 'A(?:ROA|IDA|GPA|IPA|NPA|NVA|PKA|SCA)[A-Z2-7]{16,17}',
        public: true,
      },
      {
        id: 'aws-secret-access-key',
        kind: 'cloud key pair (secret half)',
        prefixes: [],
        pattern: '',
        shape: '[A-Za-z0-9+/]{40}',
      },
      {
        id: 'aws-session-token',
        kind: 'session token',
        prefixes: ['IQoJb3JpZ2lu', 'FwoGZXIvYXdz', 'FQoGZXIvYXdz'],
        pattern: '(?:IQoJb3JpZ2lu|F[wQ]oGZXIvYXdz)[A-Za-z0-9+/]{180,4096}={0,2}',
        traits: ['short-lived'],
      },
    ],
  },
  {
    id: 'aws-bedrock',
    name: 'Amazon Bedrock',
    rotateUrl: 'https://console.aws.amazon.com/bedrock/home#/api-keys',
    envNames: ['AWS_BEARER_TOKEN_BEDROCK'],
    hosts: [],
    formats: [
      {
        id: 'aws-bedrock-api-key',
        kind: 'API key (long-lived)',
        prefixes: ['ABSK'],
        pattern: 'ABSK[A-Za-z0-9+/]{105,270}={0,2}',
      },
      {
        id: 'aws-bedrock-api-key-short',
        kind: 'API key (short-lived)',
        prefixes: ['bedrock-api-key-'],
        pattern: 'bedrock-api-key-YmVkcm9j[A-Za-z0-9+/]{150,4096}={0,2}',
        traits: ['short-lived'],
      },
    ],
  },
  {
    id: 'aws-appsync',
    name: 'AWS AppSync',
    rotateUrl: 'https://console.aws.amazon.com/appsync',
    envNames: ['APPSYNC_API_KEY'],
    hosts: [],
    formats: [{ id: 'aws-appsync-key', kind: 'API key', prefixes: ['da2-'], pattern: 'da2-[a-z0-9]{26}' }],
  },
] satisfies readonly Issuer[];
