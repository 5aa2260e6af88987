import type { Host } from '../../core/host.ts';
import { GOOSE } from './goose.ts';

/** A recipe is filled in as a template before it is read. */
export const GOOSE_RECIPE: Host = {
  ...GOOSE,
  id: 'goose-recipe',
  title: 'Goose recipe',
  files: [
    { scope: 'user', os: 'any', path: '~/.config/goose/recipes/*.yaml' },
    { scope: 'project', os: 'any', path: '.goose/recipes/*.yaml' },
    { scope: 'project', os: 'any', path: 'recipes/*.yaml' },
    { scope: 'project', os: 'any', path: '*.goose.yaml' },
    { scope: 'project', os: 'any', path: 'recipe.yaml' },
  ],
  servers: ['extensions', 'sub_recipes[].extensions'],
  interpolation: [
    ...GOOSE.interpolation,
    { syntax: '{{NAME}}', fields: ['command', 'args', 'env', 'url', 'headers'], unset: 'error' },
  ],
  requires: [['extensions', 'sub_recipes']],
  shared: true,
  docs: 'https://block.github.io/goose/docs/guides/recipes/recipe-reference',
};
