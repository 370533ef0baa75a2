export { type Connection, type EmbeddedOptions, type EmbeddedPostgres, openEmbedded } from './open-embedded.ts'
export { AlreadyOpen } from './opener.ts'
export { hasCluster } from './place.ts'
export { reachEmbedded } from './reach-embedded.ts'
