export type { Caller } from './caller.ts'
export { type Doors, readCaller } from './read-caller.ts'
export { refuseCrossSite } from './refuse-cross-site.ts'
export { trustedOrigins } from './trusted-origins.ts'
