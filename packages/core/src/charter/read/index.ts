/** For readers of other documents than charters (mappings): forms of parts, placed reports, the source as a tree. */
export { type SourceNode, textOf } from '../source/node.ts'
export { readSource } from '../source/read-source.ts'
export { excludes, type FieldsRead, field, fields, required } from './fields.ts'
export { Reading } from './reading.ts'
export { quoted } from './report.ts'
export { expected, type JsonSchema, refine, type Shape } from './shape.ts'
export { flag, oneOf, oneOrMore, text } from './words.ts'
