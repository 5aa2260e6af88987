import { LONGEST_TEXT, type Shape } from './shape.ts';

type Schema = Readonly<Record<string, unknown>>;

/** The JSON Schema (draft 2020-12, as editors read it) of what a shape allows. */
export function jsonSchema(shape: Shape): Schema {
  return { ...rulesOf(shape), description: shape.describe };
}

function rulesOf(shape: Shape): Schema {
  switch (shape.kind) {
    case 'text':
      return shape.choices
        ? { enum: shape.choices }
        : {
            type: 'string',
            ...(shape.pattern !== undefined && { pattern: shape.pattern }),
            maxLength: shape.most ?? LONGEST_TEXT,
          };
    case 'list': {
      const items = {
        type: 'array',
        items: jsonSchema(shape.of),
        ...(shape.least !== undefined && { minItems: shape.least }),
        maxItems: shape.most,
      };
      return shape.orOne ? { anyOf: [jsonSchema(shape.of), items] } : items;
    }
    case 'members':
      return {
        type: 'object',
        properties: Object.fromEntries(
          Object.entries(shape.members).map(([name, member]) => [name, jsonSchema(member)]),
        ),
        ...(shape.required && { required: shape.required }),
        ...(shape.someOf && { anyOf: shape.someOf.map((name) => ({ required: [name] })) }),
        additionalProperties: false,
      };
    case 'by-name':
      return {
        type: 'object',
        properties: Object.fromEntries(shape.names.map((name) => [name, jsonSchema(shape.of)])),
        additionalProperties: false,
      };
  }
}
