import type { Store } from '../../db/index.ts'
import type { HealthCheck } from './register-health.ts'

/** The database answers, and has as many migrations as this version knows. */
export function databaseCheck({ control }: Store, migrations: number): HealthCheck {
  return {
    name: 'database',
    async check() {
      const { done } = await control
        .selectFrom('control.migration')
        .select((query) => query.fn.countAll<number>().as('done'))
        .executeTakeFirstOrThrow()
      return done === migrations ? undefined : `has ${done} of ${migrations} migrations`
    },
  }
}
