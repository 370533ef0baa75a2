/** What tests of the running product need of the server's own parts: all of it, in one place. */

export { type EmbeddedPostgres, openEmbedded } from '../../packages/server/src/db/embedded/index.ts'
export {
  DATABASE,
  makeDatabase,
  makeRoles,
  openDatabase,
  openStore,
  reachDatabase,
} from '../../packages/server/src/db/index.ts'
export { ALWAYS_OPEN } from '../../packages/server/test/charters.ts'
export { publish } from '../../packages/server/test/publish.ts'
export { type RawSmtp, rawSmtp, sendOne, sendRaw } from '../../packages/server/test/raw-smtp.ts'
