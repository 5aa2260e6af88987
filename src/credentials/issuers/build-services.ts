import type { Issuer } from '../format.ts';

export const buildServices = [
  {
    id: 'circleci',
    name: 'CircleCI',
    rotateUrl: 'https://app.circleci.com/settings/user/tokens',
    envNames: ['CIRCLECI_TOKEN', 'CIRCLE_TOKEN'],
    headers: ['Circle-Token'],
    hosts: ['circleci.com'],
    formats: [
      {
        id: 'circleci-pat',
        kind: 'PAT',
        prefixes: ['CCIPAT_'],
        pattern: 'CCIPAT_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}',
      },
      {
        id: 'circleci-project-token',
        kind: 'API key',
        prefixes: ['CCIPRJ_'],
        pattern: 'CCIPRJ_[A-Za-z0-9]{22}_[A-Za-z0-9]{40}|CCIPRJ_[A-Za-z0-9]{33,68}',
        shape: '[0-9a-f]{40}',
        rotateUrl: 'https://app.circleci.com',
      },
    ],
  },
  {
    id: 'buildkite',
    name: 'Buildkite',
    rotateUrl: 'https://buildkite.com/user/api-access-tokens',
    envNames: ['BUILDKITE_API_TOKEN', 'BUILDKITE_AGENT_TOKEN'],
    hosts: ['api.buildkite.com', 'mcp.buildkite.com', 'agent.buildkite.com'],
    formats: [
      {
        id: 'buildkite-user-token',
        kind: 'API key',
        prefixes: ['bkua_'],
        pattern: 'bkua_[a-z0-9]{40}(?:[a-z0-9]{13})?',
      },
      {
        id: 'buildkite-other-tokens',
        kind: 'agent / cluster / pipeline tokens',
        prefixes: ['bkaa_', 'bkaj_', 'bkar_', 'bkct_', 'bkpt_', 'bkpat_', 'bkps_'],
        pattern: 'bk(?:aa|aj|ar|ct|pt|pat|ps)_[A-Za-z0-9_-]{52,340}',
        lengths: [60, 69, 78, 80, 204, 338],
        rotateUrl: 'https://buildkite.com/organizations',
      },
    ],
  },
  {
    id: 'jenkins',
    name: 'Jenkins',
    envNames: ['JENKINS_TOKEN', 'JENKINS_API_TOKEN'],
    hosts: [],
    formats: [
      { id: 'jenkins-token', kind: 'API key', prefixes: [], pattern: '', shape: '(?:11)?[0-9a-f]{32}' },
    ],
  },
  {
    id: 'octopus-deploy',
    name: 'Octopus Deploy',
    envNames: ['OCTOPUS_API_KEY'],
    hosts: [],
    formats: [
      {
        id: 'octopus-key',
        kind: 'API key',
        prefixes: ['API-'],
        pattern: 'API-[A-Z0-9]{26}',
      },
    ],
  },
  {
    id: 'harness',
    name: 'Harness',
    rotateUrl: 'https://app.harness.io',
    envNames: ['HARNESS_API_KEY'],
    hosts: ['app.harness.io'],
    formats: [
      {
        id: 'harness-key',
        kind: 'PAT / service account token',
        prefixes: ['pat.', 'sat.'],
        pattern: '[ps]at\\.[A-Za-z0-9_-]{22}\\.[0-9a-f]{24}\\.[A-Za-z0-9]{20}',
      },
    ],
  },
  {
    id: 'pulumi',
    name: 'Pulumi',
    rotateUrl: 'https://app.pulumi.com/account/tokens',
    envNames: ['PULUMI_ACCESS_TOKEN'],
    hosts: ['api.pulumi.com'],
    formats: [
      {
        id: 'pulumi-token',
        kind: 'access token',
        prefixes: ['pul-'],
        pattern: 'pul-[0-9a-f]{28,80}',
        lengths: [44],
      },
    ],
  },
  {
    id: 'hcp-terraform',
    name: 'HCP Terraform',
    rotateUrl: 'https://app.terraform.io/app/settings/tokens',
    envNames: ['TFE_TOKEN', 'TF_TOKEN_app_terraform_io', 'TERRAFORM_CLOUD_TOKEN', 'TF_API_TOKEN'],
    hosts: ['app.terraform.io'],
    formats: [
      {
        id: 'terraform-cloud-token',
        kind: 'API key',
        prefixes: [],
        pattern: '[A-Za-z0-9]{14}\\.atlasv1\\.[A-Za-z0-9_-]{50,120}',
        anchor: { texts: ['.atlasv1.'], at: [14, 14] },
        lengths: { min: 83, max: 93 },
      },
    ],
  },
  {
    id: 'snyk',
    name: 'Snyk',
    rotateUrl: 'https://app.snyk.io/account',
    envNames: ['SNYK_TOKEN'],
    hosts: ['api.snyk.io'],
    formats: [
      {
        id: 'snyk-token',
        kind: 'API key',
        prefixes: ['snyk_uat.', 'snyk_sat.'],
        pattern: 'snyk_[us]at\\.(?=[A-Za-z0-9._-]{26})[A-Za-z0-9_-]{4,300}(?:\\.[A-Za-z0-9_-]{4,300}){0,4}',
        shape: '[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
    ],
  },
  {
    id: 'sonarqube',
    name: 'SonarQube',
    rotateUrl: 'https://sonarcloud.io/account/security',
    envNames: ['SONARQUBE_TOKEN', 'SONAR_TOKEN'],
    hosts: ['sonarcloud.io'],
    formats: [
      {
        id: 'sonarqube-token',
        kind: 'access token',
        prefixes: ['squ_', 'sqp_', 'sqa_'],
        pattern: 'sq[upa]_[0-9a-f]{40}',
      },
    ],
  },
  {
    id: 'semgrep',
    name: 'Semgrep',
    rotateUrl: 'https://semgrep.dev/orgs/-/settings/tokens',
    envNames: ['SEMGREP_APP_TOKEN'],
    hosts: ['semgrep.dev'],
    formats: [{ id: 'semgrep-token', kind: 'API key', prefixes: [], pattern: '', shape: '[0-9a-f]{64}' }],
  },
  {
    id: 'aikido',
    name: 'Aikido',
    rotateUrl: 'https://app.aikido.dev/settings',
    envNames: ['AIKIDO_CLIENT_SECRET'],
    hosts: ['app.aikido.dev'],
    formats: [
      {
        id: 'aikido-secret',
        kind: 'client secret / CI token',
        prefixes: ['AIK_SECRET_', 'AIK_CI_'],
        pattern: 'AIK_(?:SECRET_[A-Za-z0-9]{64}|CI_[A-Za-z0-9]{20,44})',
      },
    ],
  },
  {
    id: 'postman',
    name: 'Postman',
    rotateUrl: 'https://go.postman.co/settings/me/api-keys',
    envNames: ['POSTMAN_API_KEY'],
    hosts: ['api.getpostman.com', 'mcp.postman.com'],
    formats: [
      { id: 'postman-key', kind: 'API key', prefixes: ['PMAK-'], pattern: 'PMAK-[0-9a-f]{24}-[0-9a-f]{34}' },
    ],
  },
  {
    id: 'prefect',
    name: 'Prefect',
    rotateUrl: 'https://app.prefect.cloud/my/api-keys',
    envNames: ['PREFECT_API_KEY'],
    hosts: ['api.prefect.cloud'],
    formats: [
      {
        id: 'prefect-key',
        kind: 'API key',
        prefixes: ['pnu_'],
        pattern: 'pnu_[A-Za-z0-9]{26,72}',
        lengths: [40],
      },
    ],
  },
  {
    id: 'launchdarkly',
    name: 'LaunchDarkly',
    rotateUrl: 'https://app.launchdarkly.com/settings/authorization',
    envNames: [
      'LAUNCHDARKLY_API_KEY',
      'LAUNCHDARKLY_ACCESS_TOKEN',
      'LD_API_KEY',
      'LAUNCHDARKLY_SDK_KEY',
      'LAUNCHDARKLY_MOBILE_KEY',
      'LAUNCHDARKLY_CLIENT_SIDE_ID',
    ],
    hosts: ['app.launchdarkly.com', 'sdk.launchdarkly.com', 'clientsdk.launchdarkly.com'],
    formats: [
      {
        id: 'launchdarkly-token',
        kind: 'API key',
        prefixes: ['api-'],
        pattern: 'api-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
      },
      {
        id: 'launchdarkly-sdk-key',
        kind: 'server SDK key',
        prefixes: ['sdk-'],
        pattern: 'sdk-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
        rotateUrl: 'https://app.launchdarkly.com/settings/projects',
      },
      {
        id: 'launchdarkly-mobile-client',
        kind: 'publishable key',
        prefixes: ['mob-'],
        pattern: 'mob-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}',
        public: true,
      },
    ],
  },
] satisfies readonly Issuer[];
