import { setTimeout as wait } from 'node:timers/promises'

const LOOK_EVERY = 50

/** Looks again and again until there is something, and answers it. It never gives up: the test's own limit does. */
export async function until<T>(look: () => T | Promise<T>): Promise<Exclude<T, false | undefined | null>> {
  for (;;) {
    const found = await look()
    if (isThere(found)) return found
    await wait(LOOK_EVERY)
  }
}

function isThere<T>(found: T): found is Exclude<T, false | undefined | null> {
  return found !== false && found !== undefined && found !== null
}
