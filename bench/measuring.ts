import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CompiledCharter, compileDraft, readCharter } from '@avow/core'

/** CPU-seconds that `work` takes, of all threads of this process. The system counts in steps of 4 ms. */
export function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}

/** Median of 5 runs, after `warmUp` more. */
export function medianOf5(measure: () => number, warmUp = 1): number {
  const figures: number[] = []
  for (let round = -warmUp; round < 5; round++) {
    const figure = measure()
    if (round >= 0) figures.push(figure)
  }
  return median(figures)
}

export function median(figures: readonly number[]): number {
  return [...figures].sort((a, b) => a - b)[figures.length >> 1] ?? Number.NaN
}

/** A charter of bench/charters, compiled for the two years that the generated histories cover. */
export function benchCharter(name: string): CompiledCharter {
  const { document, data, findings } = readCharter(
    readFileSync(join(import.meta.dirname, `charters/${name}.yaml`), 'utf8'),
  )
  if (document === undefined) throw new Error(`${name}.yaml: ${findings[0]?.line}: ${findings[0]?.message}`)
  return compileDraft({ document, data }, { asOf: Date.UTC(2026, 10, 1), zoneData: 'bench' })
}
