import type { BetterAuthOptions } from 'better-auth'
import { twoFactor } from 'better-auth/plugins/two-factor'
import type { Desk } from '../../desk.ts'

/** Header by which our own server tells the library who asks; what a caller sends under this name is thrown away. */
export const CLIENT_ADDRESS = 'avow-client-address'

const A_MINUTE = 60
const AN_HOUR = 60 * A_MINUTE
const A_DAY = 24 * AN_HOUR

export const SHORTEST_PASSWORD = 12
export const LONGEST_PASSWORD = 128

export interface SignInOptions {
  /** Tries to sign in from one address in a minute; 10 where left out. */
  readonly triesPerMinute?: number
}

/** How sign-in is done: by e-mail and password, optionally with a second factor; nobody signs up by themselves. */
export function signInSettings({ store, keys, publicUrl, log }: Desk, { triesPerMinute = 10 }: SignInOptions = {}) {
  const isSecure = publicUrl.startsWith('https://')
  return {
    appName: 'Avow',
    baseURL: publicUrl,
    basePath: '/api/auth',
    secret: keys.secretFor('session'),
    database: { db: store.control, type: 'postgres', schemaName: 'control', transaction: true },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: SHORTEST_PASSWORD,
      maxPasswordLength: LONGEST_PASSWORD,
    },
    session: {
      // Of not being used; how long one lasts at most is looked at with every request (session-caller.ts).
      expiresIn: 3 * A_DAY,
      updateAge: AN_HOUR,
    },
    user: { changeEmail: { enabled: false }, deleteUser: { enabled: false } },
    plugins: [twoFactor({ issuer: 'Avow' })],
    // Where a request comes from was looked at before it got here (sign-in-routes.ts).
    trustedOrigins: async (request) => [request?.headers.get('origin')],
    rateLimit: {
      enabled: true,
      storage: 'database',
      window: A_MINUTE,
      max: 300,
      customRules: {
        '/sign-in/*': { window: A_MINUTE, max: triesPerMinute },
        '/two-factor/*': { window: A_MINUTE, max: triesPerMinute },
        '/change-password': { window: A_MINUTE, max: triesPerMinute },
        '/get-session': false,
      },
    },
    advanced: {
      // The prefix is written out: __Host- holds a cookie to this host, this path and https, which __Secure- does not.
      useSecureCookies: false,
      cookiePrefix: isSecure ? '__Host-avow' : 'avow',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure: isSecure },
      ipAddress: { ipAddressHeaders: [CLIENT_ADDRESS] },
      // Migrations are ours; a test compares.
      database: { validateSchema: false },
    },
    telemetry: { enabled: false },
    logger: {
      level: 'warn',
      log: (level, message, ...more) => {
        // Who tried what is in the message's arguments, and stays out of the log.
        if (level === 'error') log.error({ error: more.find((each) => each instanceof Error) }, `sign-in: ${message}`)
        else log.debug(`sign-in: ${message}`)
      },
    },
  } satisfies BetterAuthOptions
}
