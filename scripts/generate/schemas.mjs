// The JSON schemas that editors and other tools read: of a configuration, with every rule and its options, and of a
// dictionary file.
import {importTs} from '../shared/import-ts.mjs';

export async function generate(root) {
  const {publishedConfigSchema, dictionarySchema, allRules} = await importTs(
    root,
    'src/config/schema.ts',
    'src/config/dictionary/schema.ts',
    'src/generated/rules.ts',
  );
  const text = (schema) => `${JSON.stringify(schema, undefined, 2)}\n`;
  return [
    {
      path: 'docs/schema/config.schema.json',
      text: text(publishedConfigSchema(allRules.map((rule) => rule.meta))),
    },
    {path: 'docs/schema/dictionary.schema.json', text: text(dictionarySchema)},
  ];
}
