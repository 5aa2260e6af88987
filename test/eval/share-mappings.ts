import { type Alias, type Fields, isFields, isList, type Node } from './tree.ts';

const SHARED = new Set(['env', 'envs', 'headers']);

/** Has a second mapping of variables or headers take in the first one, as YAML's anchors allow. */
export function shareMappings(root: Fields): Fields {
  let first: Alias['alias'] | undefined;
  let done = false;
  const visit = (node: Node, key: string): Node => {
    if (isList(node)) return node.map((item) => visit(item, ''));
    if (!isFields(node)) return node;
    if (!done && SHARED.has(key) && node.fields.length > 0) {
      if (first === undefined) {
        first = { ...node, anchor: 'common' };
        return first;
      }
      done = true;
      return { fields: [['<<', { alias: first }], ...node.fields] };
    }
    return { fields: node.fields.map(([name, value]) => [name, visit(value, name)] as const) };
  };
  return visit(root, '') as Fields;
}
