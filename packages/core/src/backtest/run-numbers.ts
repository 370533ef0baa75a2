import type { Judge, Run } from '../decide/index.ts'

/**
 * Numbers the runs of one promise after another as `numberedRuns` does (SPEC K10), into one list that is used again and
 * again. Runs were made in the order of events, so they mostly stand in order already.
 */
export class RunNumbers {
  /** The runs of the last promise asked for; number n stands at n - 1. Those from `count` on are left over. */
  readonly runs: Run[] = []
  count = 0

  /** The runs of `promise` that are commitments, on the ticket that `judge` judged last. */
  number(judge: Judge, promise: number): void {
    const { runs: all, runCount } = judge
    const { runs } = this
    let count = 0
    for (let index = 0; index < runCount; index++) {
      const run = all[index] as Run
      if (run.promise !== promise || run.target === undefined) continue
      let place = count++
      for (; place > 0 && isBefore(run, runs[place - 1] as Run); place--) runs[place] = runs[place - 1] as Run
      runs[place] = run
    }
    this.count = count
  }
}

function isBefore(a: Run, b: Run): boolean {
  return a.start < b.start || (a.start === b.start && a.key < b.key)
}
