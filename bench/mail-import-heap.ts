/** Loaded into the importing process of mail-import.ts: tells what is left on its heap after each whole collection, of its own accord. */
import { GCProfiler } from 'node:v8'

/** MB that are left after a whole collection. */
export interface HeapSample {
  readonly heap: number
}

const EVERY = 1_000
const MB = 1024 * 1024

let profiler = new GCProfiler()
profiler.start()
setInterval(() => {
  const { statistics } = profiler.stop()
  // What it noted would be a growth of its own.
  profiler = new GCProfiler()
  profiler.start()
  const last = statistics.findLast(({ gcType }) => gcType === 'MarkSweepCompact')
  if (last !== undefined) process.send?.({ heap: last.afterGC.heapStatistics.usedHeapSize / MB } satisfies HeapSample)
}, EVERY).unref()
