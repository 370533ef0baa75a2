import { charterJsonSchema, mappingJsonSchema } from '@avow/core'
import type { Command } from '../command.ts'
import { EXIT } from '../failure.ts'
import { jsonText } from '../output/json-text.ts'

export const schema: Command = {
  operands: [],
  summary: 'print the JSON Schema of charters, for editors',
  says: 'Prints the JSON Schema of a charter (or of a mapping), with which editors complete and check while one types.',
  options: { mapping: { kind: 'flag', says: 'of a mapping file in place of a charter' } },
  async run(call, io) {
    await io.stdout.write(jsonText(call.has('mapping') ? mappingJsonSchema() : charterJsonSchema()))
    return EXIT.fine
  },
}
