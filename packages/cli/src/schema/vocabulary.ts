/** Keywords of property schemas that annotate and never judge a value: Setpoint's own, see `PropertySchema` in the model. */
export const propertyAnnotations: readonly string[] = [
  'x-body',
  'x-between',
  'x-encoding',
  'x-source-text',
  'x-sensitive',
  'x-address',
  'x-files',
  'x-tree',
];

/** Keywords of editor schemas that annotate and never judge a value: texts that the YAML language server shows. */
export const editorAnnotations: readonly string[] = ['markdownDescription', 'patternErrorMessage', 'errorMessage'];
