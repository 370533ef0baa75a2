import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dumpSchema } from '../src/db/schema-dump.ts'
import { connected, startTestPostgres, TEMPLATE } from './test-postgres.ts'

/** Writes src/db/schema.sql anew: `npm run schema -w packages/server`, after a migration was added. */
const postgres = await startTestPostgres()
try {
  const text = await connected({ ...postgres.server, database: TEMPLATE }, dumpSchema)
  writeFileSync(join(import.meta.dirname, '../src/db/schema.sql'), text)
} finally {
  await postgres.stop()
}
