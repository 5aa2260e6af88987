import { base36, crcBase36, crcBase62, crcHex, shaBase32 } from './checksums.ts';
import { formats } from './format.ts';
import type { Random } from './random.ts';
import { ALPHABETS, fill, jwt } from './shape.ts';

const GITHUB = 'GITHUB_PERSONAL_ACCESS_TOKEN GITHUB_TOKEN GH_TOKEN GITHUB_PAT GITHUB_API_KEY GITHUB_MCP_PAT';
const GITLAB = 'GITLAB_PERSONAL_ACCESS_TOKEN GITLAB_TOKEN GITLAB_PAT GITLAB_API_TOKEN';

const crc62 =
  (prefix: string, shape: string) =>
  (random: Random): string => {
    const body = fill(shape, random);
    return prefix + body + crcBase62(body);
  };

function githubFineGrained(random: Random): string {
  const head = `github_pat_${fill('{a:22}', random)}_${fill('{a:43}', random)}`;
  return head + shaBase32(head, 8) + fill('{a:8}', random);
}

function gitlabRoutable(random: Random): string {
  const routing = `o:${fill('{z:2}', random)}\np:${fill('{z:3}', random)}\nu:${fill('{z:4}', random)}`;
  const bytes = Buffer.from(random.chars(ALPHABETS['x'] as string, 32), 'hex');
  const payload = Buffer.concat([bytes, Buffer.from(routing), Buffer.from([routing.length])]).toString(
    'base64url',
  );
  const version = random.chance(0.5) ? '.01' : '';
  const head = `glpat-${payload}${version}.${base36(payload.length, 2)}`;
  return head + crcBase36(head);
}

function atlassian(random: Random): string {
  const head = `ATATT3xFfGF0${fill('{u:171}', random)}=`;
  return head + crcHex(head).toUpperCase();
}

/** Code hosting, packages, builds and delivery. */
export const CODE_FORMATS = formats(true, [
  ['github-pat-classic', GITHUB, crc62('ghp_', '{a:30}')],
  ['github-oauth-token', GITHUB, crc62('gho_', '{a:30}')],
  ['github-app-user-token', GITHUB, crc62('ghu_', '{a:30}')],
  ['github-app-installation-token', GITHUB, crc62('ghs_', '{a:30}')],
  [
    'github-app-installation-token-stateless',
    GITHUB,
    (random) =>
      `ghs_${fill('{d:7}', random)}_${jwt(random, { iss: 'github', sub: fill('{a:40}', random), iat: 1790000000 })}`,
  ],
  ['github-refresh-token', 'GITHUB_REFRESH_TOKEN', crc62('ghr_', '{a:70}')],
  ['github-fine-grained-pat', GITHUB, githubFineGrained],
  ['gitlab-pat', GITLAB, 'glpat-{u:20}'],
  ['gitlab-pat-routable', GITLAB, gitlabRoutable],
  ['gitlab-deploy-token', 'GITLAB_DEPLOY_TOKEN', 'gldt-{u:20}'],
  ['gitlab-runner-auth-token', 'GITLAB_RUNNER_TOKEN', 'glrt-{u:20}'],
  ['gitlab-feed-token', 'GITLAB_FEED_TOKEN', 'glft-{u:20}'],
  ['gitlab-incoming-mail-token', 'GITLAB_TOKEN', 'glimt-{u:25}'],
  ['gitlab-agent-token', 'GITLAB_AGENT_TOKEN', 'glagent-{u:50}'],
  ['gitlab-oauth-app-secret', 'GITLAB_OAUTH_CLIENT_SECRET', 'gloas-{x:64}'],
  ['gitlab-scim-token', 'GITLAB_TOKEN', 'glsoat-{u:20}'],
  ['gitlab-feature-flag-token', 'GITLAB_TOKEN', 'glffct-{u:20}'],
  ['gitlab-pipeline-trigger', 'GITLAB_TRIGGER_TOKEN', 'glptt-{x:40}'],
  ['gitlab-ci-job-token', 'CI_JOB_TOKEN JOB_TOKEN', 'glcbt-{x:2}_{u:20}'],
  ['gitlab-runner-registration-legacy', 'REGISTRATION_TOKEN', 'GR1348941{u:20}'],
  ['bitbucket-app-password', 'BITBUCKET_APP_PASSWORD BITBUCKET_PASSWORD', 'ATBB{a:32}'],
  [
    'atlassian-api-token',
    'JIRA_API_TOKEN CONFLUENCE_API_TOKEN ATLASSIAN_API_TOKEN ATLASSIAN_TOKEN',
    atlassian,
  ],
  ['atlassian-access-token', 'BITBUCKET_ACCESS_TOKEN BITBUCKET_TOKEN', 'ATCTT3xFfGN0{u:150-180}={X:8}'],
  ['atlassian-dc-pat', 'BITBUCKET_TOKEN', 'BBDC-{a:44}'],
  [
    'sourcegraph-token',
    'SRC_ACCESS_TOKEN SOURCEGRAPH_TOKEN',
    ['sgp_{x:16}_{x:40}', 'sgp_local_{x:40}', 'sgp_{x:40}'],
  ],
  ['vercel-pat', 'VERCEL_TOKEN VERCEL_API_TOKEN VERCEL_ACCESS_TOKEN', crc62('vcp_', '{u:50}')],
  ['vercel-integration-token', 'VERCEL_TOKEN', crc62('vci_', '{u:50}')],
  ['vercel-app-access-token', 'VERCEL_ACCESS_TOKEN', crc62('vca_', '{u:50}')],
  ['vercel-app-refresh-token', 'VERCEL_REFRESH_TOKEN', crc62('vcr_', '{u:50}')],
  ['vercel-ai-gateway-key', 'AI_GATEWAY_API_KEY', crc62('vck_', '{u:50}')],
  ['npm-token', 'NPM_TOKEN NODE_AUTH_TOKEN NPM_AUTH_TOKEN', crc62('npm_', '{a:30}')],
  ['netlify-pat', 'NETLIFY_AUTH_TOKEN NETLIFY_PERSONAL_ACCESS_TOKEN', 'nfp_{a:36}'],
  ['render-key', 'RENDER_API_KEY', 'rnd_{a:28}'],
  ['flyio-token', 'FLY_API_TOKEN FLY_ACCESS_TOKEN', ['fm2_{b:240}', 'fo1_{u:43}']],
  ['heroku-key', 'HEROKU_API_KEY', ['HRKU-AA{u:58}', 'HRKU-{U}']],
  ['deno-token', 'DENO_DEPLOY_TOKEN', ['ddp_{a:36}', 'ddw_{a:36}']],
  [
    'pypi-token',
    'PYPI_TOKEN PYPI_API_TOKEN TWINE_PASSWORD UV_PUBLISH_TOKEN',
    'pypi-AgEIcHlwaS5vcmc{u:140-170}',
  ],
  ['rubygems-key', 'GEM_HOST_API_KEY', 'rubygems_{x:48}'],
  ['crates-io-token', 'CARGO_REGISTRY_TOKEN', 'cio{a:32}'],
  ['nuget-key', 'NUGET_API_KEY', 'oy2{n:43}'],
  ['clojars-token', 'CLOJARS_PASSWORD', 'CLOJARS_{x:60}'],
  ['dockerhub-pat', 'HUB_PAT_TOKEN DOCKER_PAT DOCKERHUB_TOKEN', 'dckr_pat_{u:27}'],
  ['dockerhub-oat', 'DOCKERHUB_TOKEN DOCKER_PASSWORD', 'dckr_oat_{u:32}'],
  ['docker-swarm-token', 'SWARM_TOKEN', 'SWMTKN-1-{z:50}-{z:25}'],
  ['jfrog-api-key', 'ARTIFACTORY_API_KEY JFROG_API_KEY', 'AKCp{a:69}'],
  ['jfrog-reference-token', 'JFROG_ACCESS_TOKEN JF_ACCESS_TOKEN', 'cmVmdGtuOjAxO{a:51}'],
  ['cloudsmith-key', 'CLOUDSMITH_API_KEY', 'csa_{x:30}{a:6}'],
  ['circleci-pat', 'CIRCLECI_TOKEN CIRCLE_TOKEN', 'CCIPAT_{a:22}_{x:40}'],
  ['circleci-project-token', 'CIRCLE_TOKEN', 'CCIPRJ_{a:22}_{x:40}'],
  ['buildkite-user-token', 'BUILDKITE_API_TOKEN', ['bkua_{x:40}', 'bkua_{z:53}']],
  [
    'buildkite-other-tokens',
    'BUILDKITE_AGENT_TOKEN',
    ['bkct_{u:73}', 'bkps_{u:64}', 'bkpat_{u:54}', 'bkaa_{u:75}'],
  ],
  ['octopus-key', 'OCTOPUS_API_KEY', 'API-{Z:26}'],
  ['harness-key', 'HARNESS_API_KEY', ['pat.{u:22}.{x:24}.{a:20}', 'sat.{u:22}.{x:24}.{a:20}']],
  ['pulumi-token', 'PULUMI_ACCESS_TOKEN', 'pul-{x:40}'],
  ['terraform-cloud-token', 'TFE_TOKEN TF_API_TOKEN TERRAFORM_CLOUD_TOKEN', '{a:14}.atlasv1.{u:67}'],
  ['coderabbit-key', 'CODERABBIT_API_KEY', 'cr-{x:58}'],
  ['postman-key', 'POSTMAN_API_KEY', 'PMAK-{x:24}-{x:34}'],
  ['sonarqube-token', 'SONARQUBE_TOKEN SONAR_TOKEN', ['squ_{x:40}', 'sqp_{x:40}', 'sqa_{x:40}']],
  ['snyk-token', 'SNYK_TOKEN', 'snyk_uat.{x:8}.{u:100}'],
  ['aikido-secret', 'AIKIDO_CLIENT_SECRET', ['AIK_SECRET_{a:64}', 'AIK_CI_{a:32}']],
  ['prefect-key', 'PREFECT_API_KEY', 'pnu_{a:36}'],
  ['launchdarkly-token', 'LAUNCHDARKLY_API_KEY LAUNCHDARKLY_ACCESS_TOKEN LD_API_KEY', 'api-{U}'],
  ['launchdarkly-sdk-key', 'LAUNCHDARKLY_SDK_KEY', 'sdk-{U}'],
  ['wakatime-key', 'WAKATIME_API_KEY', 'waka_{U}'],
]);
