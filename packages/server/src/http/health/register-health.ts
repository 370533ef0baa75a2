import type { FastifyInstance } from 'fastify'

/** Something that must be well for the server to be of use. */
export interface HealthCheck {
  readonly name: string
  /** Undefined: well. Otherwise what is wrong, in words that say nothing secret: whoever reaches the server reads them. */
  readonly check: () => Promise<string | undefined>
}

/** A check that takes longer counts as failed; ms. */
const LONGEST = 2000

/** `GET /health/live`: the process answers. `GET /health/ready`: 200 when every check is well, else 503 naming those that are not. */
export function registerHealth(app: FastifyInstance, checks: readonly HealthCheck[]): void {
  app.get('/health/live', (_, reply) => reply.send({ live: true }))
  app.get('/health/ready', async (_, reply) => {
    const wrong = (await Promise.all(checks.map(ask))).filter((each) => each !== undefined)
    return reply
      .code(wrong.length === 0 ? 200 : 503)
      .send(wrong.length === 0 ? { ready: true } : { ready: false, not: wrong })
  })
}

async function ask({ name, check }: HealthCheck): Promise<{ name: string; says: string } | undefined> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<string>((resolve) => {
    timer = setTimeout(() => resolve('does not answer'), LONGEST)
  })
  try {
    const says = await Promise.race([check(), late])
    return says === undefined ? undefined : { name, says }
  } catch {
    return { name, says: 'does not answer' }
  } finally {
    clearTimeout(timer)
  }
}
