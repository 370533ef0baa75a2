import type { ROUTES } from '@avow/contract'
import type { Handlers } from '../handler.ts'

/** Routes that answer with more than a body, and are served by http itself. */
export type OwnRoute = 'streamEvents'

/** Every other route of the contract: one that is missing does not compile. */
export type ApiHandlers = Handlers<Exclude<keyof typeof ROUTES, OwnRoute>>
