import type { LocatedText } from '../../core/located-text.ts';
import type { Part } from '../../core/part.ts';
import type { Value } from '../../core/value.ts';
import { mentionsMcp } from '../shell/marks.ts';
import { partsOfCompose } from './compose-parts.ts';
import { partsOfKubernetes } from './kubernetes-parts.ts';
import { memberOf } from './member-of.ts';
import { partsOfWorkflow } from './workflow-parts.ts';

/** The configs that other texts of a YAML file hold; nothing where the file is a config itself. */
export function partsOfYaml(root: Value, text: LocatedText, _path: string): readonly Part[] | undefined {
  const read = readerOf(root);
  if (!read) return undefined;
  // Most workflows and compose files have nothing to do with MCP: one look.
  return mentionsMcp(text.reveal()) ? read(root) : [];
}

/** By the shape: workflows and compose files have any name. */
function readerOf(root: Value): ((root: Value) => Part[]) | undefined {
  if (memberOf(root, 'mcpServers') || memberOf(root, 'mcp_servers')) return undefined;
  if (memberOf(root, 'jobs')?.kind === 'mapping' || memberOf(memberOf(root, 'runs'), 'steps'))
    return partsOfWorkflow;
  if (memberOf(root, 'apiVersion') && memberOf(root, 'kind')) return partsOfKubernetes;
  const services = memberOf(root, 'services');
  const isCompose =
    services?.kind === 'mapping' &&
    services.entries.some(({ value }) => memberOf(value, 'image') ?? memberOf(value, 'build'));
  return isCompose ? partsOfCompose : undefined;
}
