/**
 * What one backtest costs a process of its own: `load-and-judge.ts HISTORY CHARTER…` reads the file once and judges it by each
 * charter three times. Prints one line of JSON.
 */
import { backtest } from '@avow/core'
import { benchCharter, cpuSeconds } from './measuring.ts'
import { declaredBy, readHistory } from './read-history.ts'

/** Figures of one process; times in seconds, memory in MB of 10⁶ bytes. */
export interface LoadAndJudge {
  readonly events: number
  readonly tickets: number
  readonly loadSeconds: number
  readonly loadCpuSeconds: number
  readonly loadedMegabytes: number
  readonly peakMegabytes: number
  /** By charter: the third time, and the first, in which the engine still compiles. */
  readonly judging: readonly { readonly charter: string; readonly cpuSeconds: number; readonly first: number }[]
}

const [path = '', ...names] = process.argv.slice(2)
const charters = names.map((name) => ({ name, charter: benchCharter(name) }))
const start = performance.now()
const cpuBefore = process.cpuUsage()
const { columns, account } = readHistory(path, declaredBy(charters.map(({ charter }) => charter)))
const { user, system } = process.cpuUsage(cpuBefore)
const loadSeconds = (performance.now() - start) / 1000
const loadedMegabytes = peak()
const judging = charters.map(({ name, charter }) => {
  const figures = Array.from({ length: 3 }, () =>
    cpuSeconds(() => {
      backtest(charter, columns, { now: account.until ?? 0 })
    }),
  )
  return { charter: name, cpuSeconds: figures[2] ?? Number.NaN, first: figures[0] ?? Number.NaN }
})
const figures: LoadAndJudge = {
  events: account.events,
  tickets: account.tickets,
  loadSeconds,
  loadCpuSeconds: (user + system) / 1e6,
  loadedMegabytes,
  peakMegabytes: peak(),
  judging,
}
console.log(JSON.stringify(figures))

function peak(): number {
  return (process.resourceUsage().maxRSS * 1024) / 1e6
}
